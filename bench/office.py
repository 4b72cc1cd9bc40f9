"""Several people at the desk of an office: some read, some write, all at the same time."""

import json
import random
import re
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.client import HTTPConnection
from itertools import count
from pathlib import Path
from subprocess import run
from threading import Event, Thread
from urllib.parse import urlencode, urlsplit

from measure import LOA, environment

READERS, WRITERS = 20, 3
SCREENS = ("/", "/bai", "/bai?tim=bao", "/lich", "/bang", "/minh-chung", "/ke-hoach")
READING, WRITING, UNTIL_SAVED = 4.0, 1.5, 4
"""Seconds that somebody looks at a screen, and writes until the desk is sent it, on average; and
how often that is before it is saved."""
_SECRET = "bốn con ngựa chạy"  # noqa: S105 - of a measurement


def people(root: Path, data: Path) -> list[str]:
    """Take up as many as read and write; their names."""
    names = [f"Người Thứ {number}" for number in range(1, READERS + WRITERS + 1)]
    secret = data.with_suffix(".txt")
    secret.write_text(_SECRET, "utf-8")
    for name in names:
        words = ("people", "add", name, "--role", "approves", "--password-from", str(secret))
        told = {**environment(), "LOA_DATA": str(data)}
        run([*LOA, "-C", str(root), *words], check=True, capture_output=True, env=told)
    return names


class Visitor:
    """A browser that has signed in."""

    def __init__(self, url: str, name: str) -> None:
        self._host = urlsplit(url).netloc
        self._headers = {"Origin": f"http://{self._host}", "Accept": "text/html"}
        form = urlencode({"ten": name, "mat-khau": _SECRET}).encode()
        kind = {"Content-Type": "application/x-www-form-urlencoded"}
        status, headers, _ = self._asked("POST", "/vao", form, kind)
        if "set-cookie" not in headers:
            sys.exit(f"{name}: {status}")
        self._headers["Cookie"] = headers["set-cookie"].partition(";")[0]
        if key := re.search(r"[?&]cua=([\w-]+)", self.read("/bai/moi")):
            self._headers["X-Account"] = key[1]

    def read(self, path: str) -> str:
        """A screen."""
        return self._asked("GET", path, None, {})[2].decode()

    def ask(self, path: str, **wish: object) -> dict[str, str]:
        """What the door in JSON answers."""
        body = json.dumps(wish).encode()
        found: dict[str, str] = json.loads(self._asked("POST", path, body, {})[2])
        return found

    def _asked(
        self, method: str, path: str, body: bytes | None, more: dict[str, str]
    ) -> tuple[int, dict[str, str], bytes]:
        connection = HTTPConnection(self._host, timeout=120)
        connection.request(method, path, body, {**self._headers, **more})
        answer = connection.getresponse()
        data = answer.read()
        connection.close()
        return answer.status, {key.lower(): each for key, each in answer.getheaders()}, data


def savings(url: str, names: list[str], pieces: list[str], seconds: float) -> list[float]:
    """Milliseconds of each saving while all others read; `pieces` are addresses."""
    visitors = [Visitor(url, name) for name in names]
    taken, ended = list[float](), Event()
    writers = [
        partial(_write, each, at, count(), taken)
        for each, at in zip(visitors[READERS:], pieces, strict=True)
    ]
    readers = [partial(_read, each) for each in visitors[:READERS]]
    with _together([*readers, *writers], ended):
        time.sleep(seconds)
    return taken


@contextmanager
def _together(works: list[Callable[[], float]], ended: Event) -> Iterator[None]:
    """Each goes on by itself, and waits as long as it says."""

    def go_on(work: Callable[[], float]) -> None:
        while not ended.wait(work() * random.uniform(0.5, 1.5)):
            pass

    threads = [Thread(target=go_on, args=(work,)) for work in works]
    for each in threads:
        each.start()
    try:
        yield
    finally:
        ended.set()
        for each in threads:
            each.join()


def _read(visitor: Visitor) -> float:
    visitor.read(random.choice(SCREENS))
    return READING


def _write(visitor: Visitor, at: str, numbers: Iterator[int], taken: list[float]) -> float:
    """Some words more; now and then they are saved."""
    number, now = next(numbers), json.loads(visitor.read(f"{at}/nhap"))
    edit = {"text": f"{now['text'].rstrip()}\n\nCâu gõ thêm số {number}.\n"}
    seal = visitor.ask(f"{at}/nhap", seal=now["seal"], edit=edit)["seal"]
    if number % UNTIL_SAVED == UNTIL_SAVED - 1:
        began = time.perf_counter()
        saved = visitor.ask(f"{at}/luu", seal=seal)
        taken.append((time.perf_counter() - began) * 1000)
        if not saved["is_saved"]:
            sys.exit(str(saved))
    return WRITING
