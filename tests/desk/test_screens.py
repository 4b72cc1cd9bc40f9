"""Every screen of the desk in Chromium: axe finds nothing, nothing is wider than the window.

By day and in the dark, on a phone and on a wide screen; no request leaves this computer.
"""

import re
import shutil
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from starlette.middleware import Middleware

from generator.adapters.web.server import application, running
from generator.cli.desk_workplace import Here
from generator.cli.draft_results import DraftResults
from generator.cli.draft_room import DraftRoom
from generator.cli.programmes import FirstStart
from generator.desk import routes, unreachable
from generator.desk.piece_views import handle_of
from generator.desk.result_views import result_routes
from generator.desk.safety import START, Guard
from generator.vietnamese.dates import HANOI

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from tests.desk.conftest import Faults

ROOT = Path(__file__).parents[2]
AUGUST = datetime(2021, 8, 2, 9, tzinfo=HANOI)
"""When much of the real plan of 2021 is still to come."""
TOKEN = "token-of-the-start"  # noqa: S105 - of a test
DRAFTS = ("content/bao-chi/bao-dong-nai-2021-2-1.md", "content/bang-ron/bang-ron-2021-3.md")
"""A story with a picture in it, and a banner with its proof."""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The desk on a copy of the real workspace, with pieces in every state."""
    root = tmp_path_factory.mktemp("desk") / "real"
    for name in ("campaigns", "content", "assets"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copy2(ROOT / "mkdocs.yml", root)
    states = ("draft", "ready", "approved", "withdrawn")
    for state, path in zip(
        states, sorted((root / "content/phat-thanh").glob("*.md")), strict=False
    ):
        written = path.read_text("utf-8")
        text = re.sub(r"^status: \w+", f"status: {state}", written, flags=re.MULTILINE)
        name = "approved_by: Tổ biên tập\n" if state == "approved" else ""
        path.write_text(re.sub(r"^approved_by: .*\n", name, text, flags=re.MULTILINE), "utf-8")
    for path in DRAFTS:
        text = (root / path).read_text("utf-8").replace("status: approved", "status: draft")
        kept = [line for line in text.splitlines(keepends=True) if not line.startswith("approved_")]
        (root / path).write_text("".join(kept), "utf-8")
    (root / "content/hong.md").write_text("Không có phần đầu.\n", "utf-8")
    here = Here(root, AUGUST)
    room = DraftRoom(root, here)
    results = DraftResults(root, room)
    screens = [*result_routes(room, results), *routes(here, here.brand, room)]
    guards = [Middleware(Guard, token=TOKEN)]
    app = application(screens, (), guards, {OSError: unreachable})
    with closing(results), running(app) as url:
        yield url


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The first start, where no programme is open."""
    folder = tmp_path_factory.mktemp("start")
    shutil.copytree(ROOT / "tests/examples/tiny", folder / "thu")
    guards = [Middleware(Guard, token=TOKEN)]
    with running(FirstStart(folder, lambda _: application(()), guards)) as url:
        yield url


STATE = "h1, .stays, main > p, #bao, aside > :not(#cac-o)"
"""What tells the state of a piece beside its page."""


def test_axe_finds_nothing_on_any_screen(
    browser: "Browser", desk: str, start: str, faults: "Faults"
) -> None:
    page = browser.new_page(locale="vi-VN")
    asked, wrong = list[str](), list[object]()
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda told: wrong.append(told.text) if told.type == "error" else None)

    def found(address: str, link: str) -> list[str]:
        shown = page.context.request.get(desk.rstrip("/") + address).text()
        return re.findall(link, shown)

    page.context.request.get(f"{desk.rstrip('/')}{START}{TOKEN}", max_redirects=0)
    pieces = found("/bai?loai=radio", r'<b><a href="(/bai/\w{16})"')[:4]
    (broken,) = found("/bai", r'class="told[^>]*><a href="([^"]+)"')
    days = found("/ke-hoach", r'href="(/ke-hoach/(?!moi)[^"]+)"')[0]
    written = [f"/bai/{handle_of(path)}" for path in DRAFTS]
    screens = (
        *("/", "/bai", "/bai?tim=zzz", "/bai/moi", "/ke-hoach", "/ke-hoach/moi", days),
        *(*pieces, broken, *written, f"{written[0]}/ban"),
    )
    parts = {"/bai?tim=zzz": "main", pieces[1]: STATE, pieces[3]: STATE}
    addresses = {desk.rstrip("/") + each: parts.get(each, "") for each in screens}
    page.context.request.get(f"{start.rstrip('/')}{START}{TOKEN}", max_redirects=0)
    for address, part in (addresses | {start: "", f"{start}thu-muc": ""}).items():
        page.goto(address)
        wrong += faults(page, part)
    page.close()
    assert (wrong, [url for url in asked if not url.startswith((desk, start))]) == ([], [])
    assert len(pieces) == 4
