"""The real content as a site, without what is printed, served below a path with a strict policy."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from generator.adapters.files import FolderFiles
from generator.app.check import check
from generator.cli.world import world
from generator.model.artifact import Artifact
from generator.outputs.site.frame import Frame
from generator.outputs.site.look import look
from generator.testing import artifacts, memory_world
from generator.vietnamese.dates import HANOI
from tests.once import once

ROOT = Path(__file__).parents[2]
LATER = datetime(2026, 11, 1, tzinfo=HANOI)
"""When all that is written is to be seen."""
NAV = [{"Trang chủ": "index.md"}, {"Cẩm nang": "cam-nang/index.md"}, {"Lịch": "lich/index.md"}]
PATH = "/thu/muc/"
PICTURES = (".png", ".webp", ".jpg")
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "img-src 'self' data:; font-src 'self'; form-action 'self'; base-uri 'none'"
)


def made(root: Path) -> list[Artifact]:
    """What the site and the search stage."""
    known = artifacts(memory_world(FolderFiles(root), LATER), "site", "search")
    return known["site"] + known["search"]


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return once(tmp_path_factory, "searched", _laid)


def _laid(folder: Path) -> None:
    own = check(world(ROOT).files, LATER).plan.workspace.site
    frame, artifacts = Frame(replace(own, url=f"https://example.org{PATH}"), NAV), made(ROOT)
    pages = [artifact.page for artifact in artifacts if artifact.page]
    for artifact in (*map(frame.around, artifacts), *look(), *frame.beside(pages)):
        if not artifact.path.endswith(PICTURES):  # drawn at some cost, and no search reads them
            _write(folder / artifact.path, artifact.bytes())


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


class Strict(SimpleHTTPRequestHandler):
    """The site below PATH, and nothing else; no page may run a script of its own."""

    def translate_path(self, path: str) -> str:
        return super().translate_path(path.removeprefix(PATH) if path.startswith(PATH) else "/no")

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_message(self, *_: object) -> None:
        pass


class Quiet(ThreadingHTTPServer):
    """A page that is left while it loads is no error."""

    def handle_error(self, *_: object) -> None:
        pass


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    server = Quiet(("127.0.0.1", 0), partial(Strict, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}{PATH}"
    server.shutdown()
    server.server_close()
