"""Real calendar programs and strict parsers follow a move and a cancellation.

khal and vdirsyncer are Debian packages; ical.js is an npm package that `npm install ical.js` puts
into a folder named by NODE_PATH, or into `node_modules` of the repository.
"""

import os
import shutil
import subprocess
import threading
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from generator.adapters.files import FolderFiles
from generator.testing import artifacts, memory_world
from generator.vietnamese.dates import HANOI

ROOT = Path(__file__).parents[2]
MOVES = ROOT / "tests" / "examples" / "moves"
KHAL = """\
[calendars]
[[lich]]
path = {vdir}
[locale]
local_timezone = Asia/Ho_Chi_Minh
default_timezone = Asia/Ho_Chi_Minh
timeformat = %H:%M
dateformat = %d/%m/%Y
longdateformat = %d/%m/%Y
datetimeformat = %d/%m/%Y %H:%M
longdatetimeformat = %d/%m/%Y %H:%M
[default]
default_calendar = lich
[sqlite]
path = {base}/khal.db
"""
VDIRSYNCER = """\
[general]
status_path = "{base}/status/"
[pair lich]
a = "web"
b = "dia"
collections = null
conflict_resolution = "a wins"
[storage web]
type = "http"
url = "{url}"
[storage dia]
type = "filesystem"
path = "{vdir}"
fileext = ".ics"
"""
BEFORE = [
    "05/05/2021 06:30 Chương trình thử số 1, có dấu phẩy; và chấm phẩy CONFIRMED",
    "12/05/2021 06:30 Chương trình phát thanh thử CONFIRMED",
    "02/06/2021 06:30 Chương trình phát thanh thử CONFIRMED",
    "16/06/2021 06:30 Chương trình phát thanh thử CONFIRMED",
]
AFTER = [
    "05/05/2021 06:30 Chương trình thử số 1, có dấu phẩy; và chấm phẩy CONFIRMED",
    "12/05/2021 06:30 Chương trình phát thanh thử (đã hủy) CANCELLED",
    "09/06/2021 06:30 Chương trình phát thanh thử CONFIRMED",
    "16/06/2021 06:30 Chương trình phát thanh thử CONFIRMED",
]


def needs(*programs: str) -> None:
    missing = [program for program in programs if shutil.which(program) is None]
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)}")


def radio(root: Path) -> bytes:
    """The calendar of the station, as of 10 May."""
    here = memory_world(FolderFiles(root), datetime(2021, 5, 10, tzinfo=HANOI))
    made = {each.path: each.bytes() for each in artifacts(here, "calendars")["calendars"]}
    return made["lich/don-vi/dai-thu.ics"]


@pytest.fixture
def files(tmp_path: Path) -> tuple[bytes, bytes]:
    """The station's calendar before and after the second release."""
    after = shutil.copytree(MOVES, tmp_path / "after")
    before = shutil.copytree(MOVES, tmp_path / "before")
    (before / "campaigns/thu/releases/2021-2-2.yml").unlink()
    return radio(before), radio(after)


@pytest.fixture
def khal(tmp_path: Path) -> Callable[..., list[str]]:
    """Runs khal on a calendar of its own, and lists the quarter."""
    needs("khal")
    vdir = tmp_path / "vdir"
    vdir.mkdir()
    config = tmp_path / "khal.conf"
    config.write_text(KHAL.format(vdir=vdir, base=tmp_path), encoding="utf-8")
    env = {**os.environ, "HOME": str(tmp_path), "TZ": "UTC", "LC_ALL": "C.UTF-8"}

    def run(*words: str) -> list[str]:
        command = ["khal", "-c", str(config), *words]
        done = subprocess.run(command, env=env, capture_output=True, text=True, check=True)
        return done.stdout.splitlines()

    return run


def listed(khal: Callable[..., list[str]]) -> list[str]:
    form = "{start-date} {start-time} {title} {status}"
    lines = khal("list", "--day-format", "", "--format", form, "01/04/2021", "30/06/2021")
    return [line.strip().replace(" Phát thanh: ", " ") for line in lines if line.strip()]


def test_khal_imports_the_move_and_the_cancellation(
    khal: Callable[..., list[str]], files: tuple[bytes, bytes], tmp_path: Path
) -> None:
    shown = []
    for content in files:
        (tmp_path / "lich.ics").write_bytes(content)
        khal("import", "--batch", "-a", "lich", str(tmp_path / "lich.ics"))
        shown.append(listed(khal))
    assert shown == [BEFORE, AFTER]


@pytest.fixture
def web(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """A folder that is served."""
    folder = tmp_path / "web"
    folder.mkdir()

    class Handler(SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield folder, f"http://127.0.0.1:{server.server_port}/lich.ics"
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_subscriber_of_vdirsyncer_follows(
    khal: Callable[..., list[str]],
    web: tuple[Path, str],
    files: tuple[bytes, bytes],
    tmp_path: Path,
) -> None:
    needs("vdirsyncer")
    folder, url = web
    config = tmp_path / "vdirsyncer.conf"
    text = VDIRSYNCER.format(base=tmp_path, url=url, vdir=tmp_path / "vdir")
    config.write_text(text, encoding="utf-8")
    env = {**os.environ, "HOME": str(tmp_path), "VDIRSYNCER_CONFIG": str(config)}
    shown = []
    for words, content in zip((["discover"], []), files, strict=True):
        (folder / "lich.ics").write_bytes(content)
        for command in (*([words] if words else []), ["sync"]):
            subprocess.run(
                ["vdirsyncer", *command],
                env=env,
                input="y\n",
                text=True,
                capture_output=True,
                check=True,
            )
        shown.append(listed(khal))
    assert shown == [BEFORE, AFTER]


STRICT = """\
const ical = require("ical.js");
ical.design.strict = true;
const text = require("fs").readFileSync(0, "utf8");
const calendar = new ical.Component(ical.parse(text));
for (const part of calendar.getAllSubcomponents("vtimezone")) ical.TimezoneService.register(part);
for (const part of calendar.getAllSubcomponents("vevent")) {
  const event = new ical.Event(part, { strictExceptions: true });
  const status = part.getFirstPropertyValue("status");
  console.log(event.startDate.toJSDate().toISOString(), event.sequence, status, event.summary);
}
"""


TITLE = "Phát thanh: Chương trình thử số 1, có dấu phẩy; và chấm phẩy"


def test_ical_js_reads_them_strictly(files: tuple[bytes, bytes]) -> None:
    needs("node")
    env = {"NODE_PATH": str(ROOT / "node_modules"), **os.environ, "TZ": "UTC"}
    found = subprocess.run(
        ["node", "-e", 'require("ical.js")'], env=env, capture_output=True, check=False
    )
    if found.returncode:
        pytest.skip("not installed: ical.js (npm install ical.js)")
    done = subprocess.run(
        ["node", "-e", STRICT], input=files[1], env=env, capture_output=True, check=False
    )
    assert done.stderr.decode() == ""
    assert done.stdout.decode().splitlines() == [
        f"2021-05-04T23:30:00.000Z 2 CONFIRMED {TITLE}",
        "2021-05-11T23:30:00.000Z 3 CANCELLED Phát thanh: Chương trình phát thanh thử (đã hủy)",
        "2021-06-08T23:30:00.000Z 3 CONFIRMED Phát thanh: Chương trình phát thanh thử",
        "2021-06-15T23:30:00.000Z 2 CONFIRMED Phát thanh: Chương trình phát thanh thử",
    ]
