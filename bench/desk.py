"""`loa desk` in Chromium and over its door, with 1,000 pieces: what an editor waits for.

    python bench/desk.py [PIECES] [--times NUMBER] [--words NUMBER] [--evidence NUMBER]
        [--printed NUMBER] [--seconds NUMBER]

Prints each target of the desk with its median and its 95th percentile. Keys are typed into a text
of 20,000 words, one after the other; a key has its effect when the browser has painted it. Needs
Playwright and `chromium`.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from argparse import ArgumentParser
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from http.client import HTTPConnection
from io import BytesIO
from pathlib import Path
from random import Random
from shutil import copytree
from signal import SIGINT
from statistics import median, quantiles
from urllib.parse import urlencode, urlsplit

from deeds import TINY
from deeds import write as write_evidence
from docx import Document
from docx.shared import Cm
from measure import LOA, environment, table
from office import READERS, WRITERS, people, savings
from PIL import Image
from playwright.sync_api import Page
from preview import browser_page, peak
from workspace import workspace

from generator.adapters.disk import write, write_json
from generator.adapters.files import FolderFiles
from generator.app.check import check
from generator.app.new_edition import new_edition
from generator.desk.calendar_days import handle_of_item
from generator.desk.piece_views import handle_of
from generator.vietnamese.dates import HANOI

HEAD = ("what", "unit", "median", "p95", "wanted", "cpu seconds of the server, each")
PIECE, LONG = "content/bao-chi/bao-do-0.md", "content/bao-chi/bao-do-2.md"
SAMPLE = "content/bang-ron/bang-ron-mau.md"
AT, SLOT = f"/bai/{handle_of(PIECE)}", handle_of_item("bao-do-0")
BYTES = "Network.loadingFinished"
EDITOR = ".ProseMirror, [contenteditable=true], .cm-content, textarea"
KEYS = """
() => {
  const keys = (window.keys = []);
  addEventListener("keydown", () => {
    const began = performance.now();
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => keys.push(performance.now() - began);
      port2.postMessage(0);
    });
  }, { capture: true });
}
"""


def main() -> None:
    """Print the table."""
    parser = ArgumentParser()
    parser.add_argument("pieces", nargs="?", type=int, default=1000)
    parser.add_argument("--times", type=int, default=30)
    parser.add_argument("--words", type=int, default=20_000)
    parser.add_argument("--evidence", type=int, default=5000)
    parser.add_argument("--printed", type=int, default=400)
    parser.add_argument("--seconds", type=float, default=30)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "kho"
        workspace(root, chosen.pieces)
        _open(root / PIECE, 0)
        _open(root / LONG, chosen.words)
        with desk(root, Path(folder) / "data") as (process, url):
            door = Door(url, process.pid)
            rows = [
                *over_the_door(door, root, chosen.times),
                *ahead(door, chosen.times),
                *in_the_browser(url, chosen.times),
            ]
            rows.append(("memory of the server", "MiB", peak(process.pid), "", 250, ""))
            rows.append(story_from_word(door, chosen.times))
            rows.append(("the same after these stories", "MiB", peak(process.pid), "", 250, ""))
        rows.append(several_people(root, Path(folder) / "office", chosen.seconds))
        rows += rooms_of_proof(Path(folder), chosen.evidence, chosen.times)
        rows += rooms_of_making(Path(folder), chosen.pieces, chosen.printed, chosen.times)
    table(HEAD, rows)


def over_the_door(door: "Door", root: Path, times: int) -> Iterator[Sequence[object]]:
    """Checks and saving, as the script of the writing screen asks for them."""
    door.ask("GET", "/")
    text = (root / PIECE).read_text("utf-8")
    taken: dict[str, list[tuple[float, float]]] = {"nhap": [], "loi": [], "luu": []}
    seal = door.ask("GET", f"{AT}/nhap")["seal"]
    for number in range(times):
        wish = {"seal": seal, "edit": {"text": f"{text}\nCâu gõ thêm số {number}.\n"}}
        seal = door.timed(taken["nhap"], "POST", f"{AT}/nhap", wish)["seal"]
        door.timed(taken["loi"], "GET", f"{AT}/loi", None)
        seal = door.timed(taken["luu"], "POST", f"{AT}/luu", {"seal": seal})["seal"]
    yield _row("from a pause to what is wrong with this file", "ms", *_apart(taken["nhap"], 150))
    yield _row("to what is wrong with all", "ms", *_apart(taken["loi"], 1000))
    yield _row("saving", "ms", *_apart(taken["luu"], 100))


def ahead(door: "Door", times: int) -> Iterator[Sequence[object]]:
    """What a slot that is dragged would bring on one day after the other."""
    taken: list[tuple[float, float]] = []
    for number in range(times):
        day = date(2021, 6, 1) + timedelta(days=number)
        door.timed(taken, "GET", f"/lich/{SLOT}/truoc?sang={day}", None)
    yield _row("from dragging a slot over a day to what comes of it", "ms", *_apart(taken, 200))


def several_people(root: Path, data: Path, seconds: float) -> Sequence[object]:
    """Saving while twenty people read and three write, for so many seconds."""
    pieces = [f"content/bao-chi/bao-do-{number}.md" for number in (4, 6, 8)]
    for path in pieces:
        _open(root / path, 0)
    names = people(root, data)
    written = [f"/bai/{handle_of(path)}" for path in pieces]
    with desk(root, data, office=True) as (_, url):
        taken = savings(url, names, written, seconds)
    what = f"saving, while {READERS} people read and {WRITERS} write"
    return _row(what, "ms", taken, 300)


def rooms_of_proof(folder: Path, number: int, times: int) -> Iterator[Sequence[object]]:
    """Board and evidence of a plan of which so many pieces of evidence tell, after the first time.

    What is measured holds all that the page says; the list behind a figure is one of its pages.
    """
    root = Path(copytree(TINY, folder / "minh-chung"))
    write_evidence(root, number)
    screens = {
        "the board": "/bang",
        "the list behind a figure": "/bang?viec=lop&cot=chung",
        "the room of evidence": "/minh-chung",
        "a report on the screen": "/bao-cao",
    }
    with desk(root, folder / "data", "2021-12-20") as (process, url):
        told = f"of {number} pieces of evidence"
        yield from _screens(Door(url, process.pid), screens, told, times, 500)


def _screens(
    door: "Door", screens: Mapping[str, str], told: str, times: int, wanted: int
) -> Iterator[Sequence[object]]:
    """Milliseconds of each screen, after the first time."""
    for name, address in screens.items():
        door.ask("GET", address)
        taken = []
        for _ in range(times):
            began = time.perf_counter()
            door.ask("GET", address)
            taken.append((time.perf_counter() - began) * 1000)
        yield _row(f"{name}, {told}", "ms", taken, wanted)


def rooms_of_making(
    folder: Path, pieces: int, printed: int, times: int
) -> Iterator[Sequence[object]]:
    """The rooms of print and of building; what is drawn or looked at comes after the screens."""
    root = folder / "in"
    workspace(root, pieces)
    sample = (root / SAMPLE).read_text("utf-8")
    for number in range(printed):
        text = sample.replace("bang-ron-mau\n", f"bang-ron-mau-{number}\n")
        text = text.replace("title: Nghỉ tay", f"title: Lần {number}, nghỉ tay")
        (root / SAMPLE).with_name(f"bang-ron-{number}.md").write_text(text, "utf-8")
    files, now = FolderFiles(root), datetime(2021, 5, 1, tzinfo=HANOI)
    edition = new_edition(check(files, now), "", files.digests())
    write_json(root / "dist/edition.json", edition.as_json())
    write(root / "dist/public/index.html", [b"<p>A site.\n"])
    at = f"/ma-ket/{handle_of(SAMPLE)}"
    of_print = {"all artwork": "/ma-ket", "one artwork": at, "a run list": "/ma-ket/danh-sach"}
    with desk(root, folder / "data") as (process, url):
        door = Door(url, process.pid)
        yield from _screens(door, of_print, f"of {printed} printed pieces", times, 300)
        building = {"what a build would change": "/dung"}
        yield from _screens(door, building, f"of {pieces + printed} pieces", times, 300)


def story_from_word(door: "Door", times: int) -> Sequence[object]:
    """A story of ten pages with twelve pictures: from its bytes to a draft with its files."""
    taken = list[tuple[float, float]]()
    for number in range(max(3, times // 6)):
        data = _story(number)
        began, before = time.perf_counter(), cpu(door.process)
        place = door.send("/bai/moi/tep", f"bai-{number}.docx", data)
        door.ask("GET", place)
        door.form(place, dong="rieng")
        taken.append(((time.perf_counter() - began) * 1000, cpu(door.process) - before))
    return _row("a story of ten pages with twelve pictures from Word", "ms", *_apart(taken, 3000))


def _story(number: int) -> bytes:
    document, target, chance = Document(), BytesIO(), Random(number)
    document.add_paragraph(f"Bài từ Word số {number}", style="Title")
    for part in range(12):
        for line in range(5):
            document.add_paragraph(f"Đoạn {part}.{line}: " + "sản xuất sạch hơn " * 18)
        photograph = BytesIO()
        noise = Image.frombytes("L", (160, 120), chance.randbytes(19_200))
        noise.resize((1600, 1200)).convert("RGB").save(photograph, "JPEG")
        document.add_paragraph().add_run().add_picture(photograph, width=Cm(15))
        document.add_paragraph(f"Hình {part} của bài {number}", style="Caption")
    document.save(target)
    return target.getvalue()


def in_the_browser(url: str, times: int) -> Iterator[Sequence[object]]:
    """Bytes of the first screen and of the editor, opening, keys."""
    with browser_page() as page:
        network, sizes = page.context.new_cdp_session(page), list[float]()
        network.send("Network.enable")
        network.on(BYTES, lambda told: sizes.append(told["encodedDataLength"] / 1000))
        page.goto(url, wait_until="networkidle")
        yield ("first screen over the wire", "KB", sum(sizes), "", 250, "")
        root, sizes[:] = f"http://{urlsplit(url).netloc}", []
        page.goto(f"{root}/bai/{handle_of(PIECE)}", wait_until="networkidle")
        yield ("the editor beside it", "KB", sum(sizes), "", 300, "")
        opened = [_opening(page, f"{root}/bai/{handle_of(PIECE)}") for _ in range(times)]
        yield _row("opening a piece", "ms", opened, 300)
        page.goto(f"{root}/bai/{handle_of(LONG)}", wait_until="networkidle")
        page.evaluate(KEYS)
        page.locator(EDITOR).locator("visible=true").first.click()
        for key in "san xuat sach hon " * max(times // 6, 1):
            page.keyboard.press("Space" if key == " " else key)
            time.sleep(0.02)
        yield _row("from a key to its effect, in a long text", "ms", page.evaluate("keys"), 16)


def _opening(page: Page, address: str) -> float:
    """Milliseconds from asking for a piece until its text can be written in."""
    page.goto("about:blank")
    began = time.perf_counter()
    page.goto(address, wait_until="commit")
    page.locator(EDITOR).locator("visible=true").first.wait_for()
    return (time.perf_counter() - began) * 1000


class Door:
    """Asks as a script of the desk does that was given the token."""

    def __init__(self, url: str, process: int) -> None:
        split, self.process = urlsplit(url), process
        self._host, token = split.netloc, split.path.rpartition("/")[2]
        self._headers = {"Cookie": f"loa={token}", "Origin": f"http://{self._host}"}

    def ask(self, method: str, path: str, wish: object = None) -> dict[str, str]:
        """What is answered; nothing where it is no JSON."""
        connection = HTTPConnection(self._host, timeout=120)
        body = json.dumps(wish).encode() if wish is not None else None
        connection.request(method, path, body, self._headers)
        answer = connection.getresponse()
        data = answer.read()
        connection.close()
        if answer.status >= 400:  # noqa: PLR2004 - an HTTP status
            sys.exit(f"{method} {path}: {answer.status} {data.decode()[:500]}")
        return json.loads(data) if data.startswith(b"{") else {}

    def send(self, path: str, name: str, data: bytes) -> str:
        """Where a file leads that is sent as browsers do."""
        edge = "----loa"
        head = f'--{edge}\r\nContent-Disposition: form-data; name="tep"; filename="{name}"\r\n\r\n'
        body = head.encode() + data + f"\r\n--{edge}--\r\n".encode()
        return self._place(path, body, f"multipart/form-data; boundary={edge}")

    def form(self, path: str, **fields: str) -> str:
        """Where a form leads."""
        kind = "application/x-www-form-urlencoded"
        return self._place(path, urlencode(fields).encode(), kind)

    def _place(self, path: str, body: bytes, kind: str) -> str:
        connection = HTTPConnection(self._host, timeout=120)
        connection.request("POST", path, body, {**self._headers, "Content-Type": kind})
        answer = connection.getresponse()
        answer.read()
        connection.close()
        return answer.headers.get("location") or sys.exit(f"{path}: {answer.status}")

    def timed(
        self, taken: list[tuple[float, float]], method: str, path: str, wish: object
    ) -> dict[str, str]:
        """The same; notes milliseconds, and the seconds that the server worked."""
        began, before = time.perf_counter(), cpu(self.process)
        answer = self.ask(method, path, wish)
        taken.append(((time.perf_counter() - began) * 1000, cpu(self.process) - before))
        return answer


def cpu(process: int) -> float:
    """Seconds that the processors worked for a process so far (Linux)."""
    told = Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()
    return (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")


@contextmanager
def desk(
    root: Path, data: Path, day: str = "2021-05-01", *, office: bool = False
) -> Iterator[tuple["subprocess.Popen[str]", str]]:
    """The running command, and the address that it says."""
    command = (*LOA, "-C", str(root), "desk", "--port", "0", "--as-of", day)
    command = (*command, "--office") if office else command
    told = {**environment(), "LOA_DATA": str(data)}
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=told)
    try:
        line = process.stdout.readline() if process.stdout else ""
        if not line:
            sys.exit("loa desk ended")
        address = next(word for word in line.split() if word.startswith("http://"))
        yield process, address.rstrip(".")
    finally:
        process.send_signal(SIGINT)
        process.wait()


def _open(path: Path, words: int) -> None:
    """Let a piece be a draft, so that it can be written in; of so many words."""
    text = path.read_text("utf-8").replace("status: approved", "status: draft")
    head, _, body = text.partition("\n---\n\n")
    body *= max(words // max(len(body.split()), 1), 1)
    path.write_text(f"{head}\n---\n\n{body}", "utf-8")


def _apart(taken: Sequence[tuple[float, float]], wanted: int) -> tuple[object, ...]:
    times, works = zip(*taken, strict=True)
    return times, wanted, sum(works) / len(works)


def _row(
    what: str, unit: str, values: Sequence[float], wanted: int, work: object = ""
) -> Sequence[object]:
    last = quantiles(values, n=20)[-1] if len(values) > 1 else values[0]
    return what, unit, median(values), last, wanted, work


if __name__ == "__main__":
    main()
