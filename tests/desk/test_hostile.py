"""The desk in hostile hands, and killed at any moment: nothing is lost, nobody has to wait."""

import multiprocessing
import os
import random
import socket
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from errno import ENOSPC
from http.client import HTTPConnection
from pathlib import Path
from threading import Event, Thread
from urllib.parse import urlsplit

import pytest
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from generator.adapters.history import SqliteHistory
from generator.adapters.lock import files_lock, make_whole, workspace_lock
from generator.adapters.web.server import application, running
from generator.app.editing.edit_kinds import Reopen, ReplaceText
from generator.cli.desk_workplace import Here
from generator.cli.draft_room import DraftRoom
from generator.desk import routes, unreachable
from generator.desk.answers import faulty
from generator.desk.safety import Guard

BANNER = "content/bang-ron.md"
TOKEN = "token-of-the-start"  # noqa: S105 - of a test
KILLS = 50
OURS = {"Cookie": f"loa={TOKEN}"}


@pytest.fixture
def host(tiny: Path) -> Iterator[str]:
    here = Here(tiny)
    guards = [Middleware(Guard, token=TOKEN)]
    app = application(
        routes(here, here.brand, DraftRoom(tiny, here)), (), guards, {OSError: unreachable}
    )
    with running(app) as url:
        yield urlsplit(url).netloc


def status(host: str, method: str, path: str, headers: dict[str, str], body: bytes = b"") -> int:
    connection = HTTPConnection(host, timeout=30)
    connection.putrequest(method, path, skip_host=True)
    for name, value in {"Host": host, **headers}.items():
        connection.putheader(name, value)
    connection.endheaders(body or None)
    found = connection.getresponse().status
    connection.close()
    return found


@pytest.mark.parametrize(
    ("request_line", "headers", "answer"),
    [
        ("GET /", {**OURS, "Host": "example.org"}, 400),
        ("GET /", {**OURS, "Host": "127.0.0.1.example.org"}, 400),
        ("GET /", {"Cookie": "loa=" + "x" * 4000}, 403),
        ("GET /", {"Cookie": f"loa={TOKEN}x; Loa={TOKEN}"}, 403),
        (f"GET /mo/{TOKEN}/", {}, 403),
        ("GET /bai/%2e%2e/%2e%2e/etc/passwd", OURS, 404),
        ("GET /bai/..%5c..%5cmkdocs.yml", OURS, 404),
        ("GET /bai/%00", OURS, 404),
        ("GET /bai?trang=-1&tim=%ff%fe&quy=%3Cscript%3E", OURS, 200),
        ("GET /doi/1", OURS, 404),
        ("PUT /bai/moi", OURS, 405),
        ("DELETE /", OURS, 405),
        ("TRACE /", OURS, 405),
        ("POST /bai/moi", OURS, 403),
        ("POST /bai/moi", {**OURS, "Origin": "null", "Content-Length": "0"}, 403),
        ("POST /bai/moi", {**OURS, "Origin": "http://example.org", "Content-Length": "0"}, 403),
    ],
)
def test_whoever_is_not_meant_gets_nothing(
    host: str, tiny: Path, request_line: str, headers: dict[str, str], answer: int
) -> None:
    before = (tiny / BANNER).read_bytes()
    assert status(host, *request_line.split(), headers) == answer
    assert (tiny / BANNER).read_bytes() == before


def test_a_hundred_connections_that_say_nothing_hinder_nobody(host: str) -> None:
    name, _, port = host.partition(":")
    silent = [socket.create_connection((name, int(port))) for _ in range(100)]
    for each in silent:
        each.sendall(b"GET / HTTP/1.1\r\nHost: ")
    with ThreadPoolExecutor(16) as many:
        found = list(many.map(lambda _: status(host, "GET", "/desk.css", OURS), range(100)))
    for each in silent:
        each.close()
    assert found == [200] * 100


def test_what_a_program_was_started_with_opens_the_desk_once(tiny: Path) -> None:
    here = Here(tiny)
    guards = [Middleware(Guard, token=TOKEN, once="seen-by-all")]
    app = application(routes(here, here.brand, DraftRoom(tiny, here)), (), guards)
    with running(app) as url:
        name = urlsplit(url).netloc
        found = [status(name, "GET", "/mo/seen-by-all", {}) for _ in range(2)]
        assert (found, status(name, "GET", "/", {"Cookie": "loa=seen-by-all"})) == ([303, 403], 403)


def test_a_full_disk_is_told_and_nothing_is_lost(
    tiny: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(ENOSPC, os.strerror(ENOSPC))

    before, here = (tiny / BANNER).read_bytes(), Here(tiny)
    monkeypatch.setattr("generator.adapters.saving.os.fsync", full)
    saved = here.edit([Reopen(BANNER)])
    assert (saved.is_written, len(saved.troubles)) == (False, 1)
    assert (tiny / BANNER).read_bytes() == before
    monkeypatch.undo()
    assert here.edit([Reopen(BANNER)]).is_written


def test_who_saves_waits_for_no_build_that_makes_its_results(tiny: Path) -> None:
    here = Here(tiny)
    with workspace_lock(tiny):
        assert here.edit([Reopen(BANNER)]).is_written
    reads, order = Event(), list[str]()

    def read() -> None:
        with files_lock(tiny):
            reads.set()
            time.sleep(0.2)
            order.append("read")

    reader = Thread(target=read)
    reader.start()
    reads.wait()
    text = (tiny / BANNER).read_text("utf-8")
    assert here.edit([ReplaceText(BANNER, f"{text}\nMột câu.\n")]).is_written
    assert order == ["read"]
    reader.join()


def _write_on(here: Here, texts: list[str]) -> None:
    """Save one text after the other until somebody kills it."""
    while True:
        for text in (*texts[1:], texts[0]):
            here.edit([ReplaceText(BANNER, text)])


@pytest.mark.skipif(
    "fork" not in multiprocessing.get_all_start_methods(), reason="needs fork, to be quick"
)
def test_killed_at_fifty_moments_it_leaves_whole_files(tiny: Path) -> None:
    base = (tiny / BANNER).read_text("utf-8").replace("status: approved", "status: ready")
    texts = [base + f"\nCâu thứ {number}.\n" * 40 for number in range(3)]
    (tiny / BANNER).write_text(texts[0], "utf-8")
    here = Here(tiny)
    assert here.edit([ReplaceText(BANNER, texts[1])]).is_written  # and the modules are there
    began = time.monotonic()
    assert here.edit([ReplaceText(BANNER, texts[0])]).is_written
    seconds = 3 * (time.monotonic() - began)
    chance, seen = random.Random(2021), set[str]()  # noqa: S311 - no secret
    for _ in range(KILLS):
        child = multiprocessing.get_context("fork").Process(target=_write_on, args=(here, texts))
        child.start()
        time.sleep(chance.uniform(0, seconds))
        child.kill()
        child.join()
        assert make_whole(tiny) == []
        seen.add((tiny / BANNER).read_text("utf-8"))
        seconds *= 1 if len(seen) > 1 else 1.2  # a busy machine has not come to writing yet
    left = [path.name for path in (tiny / "content").iterdir() if path.name.startswith(".")]
    assert (seen <= set(texts), [name for name in left if not name.endswith(".loa")]) == (True, [])
    assert len(seen) > 1
    history = SqliteHistory(tiny)
    kept = history.versions(1)[0].changeset.revisions[0]
    assert (history.troubles, kept.after in {text.encode() for text in texts}) == ([], True)
    assert Here(tiny).edit([ReplaceText(BANNER, base)]).is_written


@pytest.mark.parametrize(
    ("accept", "begin"), [("text/html", "<!doctype html>"), ("*/*", "Lỗi này")]
)
def test_a_fault_of_the_desk_itself_is_told_in_words(accept: str, begin: str) -> None:
    def break_down(_: Request) -> Response:
        raise ValueError(TOKEN)

    app = application([Route("/", break_down)], (), (), {Exception: faulty})
    with running(app) as url:
        connection = HTTPConnection(urlsplit(url).netloc, timeout=30)
        connection.request("GET", "/", headers={"Accept": accept})
        answer = connection.getresponse()
        text = answer.read().decode()
        connection.close()
    told = f"Lỗi này của loa, không phải của bài bạn viết: ValueError: {TOKEN}."
    assert (answer.status, text.startswith(begin), told in text) == (500, True, True)
