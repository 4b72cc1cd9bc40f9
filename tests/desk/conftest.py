"""How the screens of the desk are looked at: by day, in the dark, on a phone and a wide window."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal
from urllib.parse import urlsplit
from zlib import crc32

import pytest

from generator.adapters.store import FolderStore
from generator.adapters.text_store import StoredTexts
from generator.cli.desk_workplace import Here
from generator.model.memory import Memory, NearStore

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime

    from playwright.sync_api import Page

    Faults = Callable[[Page], list[object]]

ROOT: Final = Path(__file__).parents[2]
WINDOWS: Final[tuple[dict[int, Literal["light", "dark"]], ...]] = (
    {360: "light", 1280: "dark"},
    {360: "dark", 1280: "light"},
)
"""A phone and a wide window, the one by day and the other in the dark.

What rules find goes by the width or by the colours. Which is which goes by the address of a screen,
so that what all of them have in common is seen in all four ways.
"""
_RULES: Final = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}


@pytest.fixture(scope="session", autouse=True)
def _known() -> "Iterator[None]":
    """What one desk found out about a text all others know, as well as what `loa build` did.

    The same texts are laid for most. To know it changes nothing but the time (`model/memory.py`).
    """
    store, begin = NearStore(StoredTexts(FolderStore(ROOT / "build"))), Here.__init__

    def knowing(here: Here, root: Path, as_of: "datetime | None" = None, **more: bool) -> None:
        begin(here, root, as_of, **more)
        here.memory = Memory(store)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Here, "__init__", knowing)
        yield


@pytest.fixture(scope="session")
def faults() -> "Faults":
    """What axe finds on the page that is open, and whatever is wider than its window."""
    folders = [Path(p) for p in os.environ.get("NODE_PATH", "").split(os.pathsep) if p]
    found = (folder / "axe-core/axe.min.js" for folder in folders)
    program = next((path for path in found if path.is_file()), None)
    axe = program.read_text("utf-8") if program else pytest.skip("axe-core is not in NODE_PATH")

    def look(page: "Page") -> list[object]:
        page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
        page.evaluate(axe)
        wrong = list[object]()
        for width, scheme in WINDOWS[crc32(urlsplit(page.url).path.encode()) % 2].items():
            page.set_viewport_size({"width": width, "height": 800})
            wrong += _told(page, width, scheme)
            wider = page.evaluate("document.documentElement.scrollWidth - innerWidth")
            wrong += [(page.url, width, "wider by", wider)] if wider > 0 else []
        page.emulate_media(color_scheme="light")
        return wrong

    return look


def _told(page: "Page", width: int, scheme: Literal["light", "dark"]) -> list[object]:
    page.emulate_media(color_scheme=scheme)
    found = page.evaluate("async run => (await axe.run(document, run)).violations", _RULES)
    return [
        (page.url, width, scheme, rule["id"], [each["html"][:120] for each in rule["nodes"][:3]])
        for rule in found
    ]
