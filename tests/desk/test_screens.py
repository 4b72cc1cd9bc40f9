"""Every screen of the desk in Chromium: axe finds nothing, nothing is wider than the window.

By day and in the dark, on a phone and on a wide screen; no request leaves this computer.
"""

import os
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

ROOT = Path(__file__).parents[2]
AUGUST = datetime(2021, 8, 2, 9, tzinfo=HANOI)
"""When much of the real plan of 2021 is still to come."""
TOKEN = "token-of-the-start"  # noqa: S105 - of a test
WIDTHS = (360, 1280)
DRAFTS = ("content/bao-chi/bao-dong-nai-2021-2-1.md", "content/bang-ron/bang-ron-2021-3.md")
"""A story with a picture in it, and a banner with its proof."""
AXE = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}


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


@pytest.fixture(scope="module")
def axe() -> str:
    folders = [Path(p) for p in os.environ.get("NODE_PATH", "").split(os.pathsep) if p]
    found = (folder / "axe-core/axe.min.js" for folder in folders)
    program = next((path for path in found if path.is_file()), None)
    return program.read_text("utf-8") if program else pytest.skip("axe-core is not in NODE_PATH")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_any_screen(
    browser: "Browser", desk: str, start: str, axe: str, scheme: str
) -> None:
    page = browser.new_page(color_scheme=scheme, locale="vi-VN")  # type: ignore[arg-type]
    asked, wrong = list[str](), list[object]()
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda told: wrong.append(told.text) if told.type == "error" else None)
    page.goto(f"{desk.rstrip('/')}{START}{TOKEN}")
    links = page.goto(f"{desk}bai?loai=radio") and page.locator(".rows b a").all()
    pieces = [link.get_attribute("href") or "" for link in links or ()]
    page.goto(f"{desk}bai")
    broken = page.locator(".told a").first.get_attribute("href") or ""
    screens = (
        "/",
        "/bai",
        "/bai?tim=zzz",
        "/bai/moi",
        "/ke-hoach",
        "/ke-hoach/moi",
        *pieces[:4],
        broken,
    )
    page.goto(f"{desk}ke-hoach")
    days = page.locator('a[href^="/ke-hoach/"]').first.get_attribute("href") or ""
    written = [f"/bai/{handle_of(path)}" for path in DRAFTS]
    screens = (*screens, days, *written, f"{written[0]}/ban")
    addresses = [desk.rstrip("/") + each for each in screens]
    page.goto(f"{start.rstrip('/')}{START}{TOKEN}")
    for address in (*addresses, start, f"{start}thu-muc"):
        page.goto(address)
        page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
        page.evaluate(axe)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            found = page.evaluate("run => axe.run(document, run)", AXE)["violations"]
            wrong += [(address, width, *_told(rule)) for rule in found]
            wider = page.evaluate("document.documentElement.scrollWidth - innerWidth")
            wrong += [(address, width, "wider by", wider)] if wider > 0 else []
    page.close()
    assert (wrong, [url for url in asked if not url.startswith((desk, start))]) == ([], [])
    assert len(pieces) >= 4


def _told(rule: dict[str, object]) -> tuple[object, ...]:
    nodes = rule["nodes"]
    assert isinstance(nodes, list)
    return rule["id"], [(node["target"], node["html"][:120]) for node in nodes[:3]]
