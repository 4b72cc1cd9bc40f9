"""How the screens of the desk are looked at: by day, in the dark, on a phone and a wide window."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal, Protocol, TypeAlias

import pytest

from generator.adapters.store import FolderStore
from generator.adapters.text_store import StoredTexts
from generator.cli.desk_workplace import Here
from generator.model.memory import Memory, NearStore

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from playwright.sync_api import Page

    class Faults(Protocol):
        """What is wrong with the screen that is open, or only with what stands in a part of it."""

        def __call__(self, page: Page, part: str = "") -> list[object]:
            """Each fault; `part` is a selector."""


_Scheme: TypeAlias = Literal["light", "dark"]
ROOT: Final = Path(__file__).parents[2]
WIDTHS: Final = (360, 1280)
_ALL: Final = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}
_OF_COLOURS: Final = {
    "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]},
    "resultTypes": ["violations"],
}
"""The rules whose answer may be another in the dark, where nothing but colours is."""
_RULES: Final[dict[_Scheme, object]] = {"light": _ALL, "dark": _OF_COLOURS}
_WAYS: Final[tuple[tuple[int, _Scheme], ...]] = (
    (1280, "light"),
    (1280, "dark"),
    (360, "dark"),
    (360, "light"),
)
"""From one to the next a single thing changes: each change is a layout or all colours anew."""
_THREE: Final = """() => {
  const named = ({tagName, className, attributes}) =>
    `${tagName} ${className} ${[...attributes].map(each => each.name)}`;
  const shape = each => `${named(each)}(${[...each.children].map(shape)})`;
  for (const list of document.querySelectorAll("main, main *")) {
    const seen = {};
    for (const each of [...list.children]) {
      const number = seen[shape(each)] = (seen[shape(each)] || 0) + 1;
      if (number > 3 && !each.id && !each.querySelector("[id]")) each.remove();
    }
  }
}"""
"""Of what stands side by side and is made alike, three are left."""
_RUN: Final = "async ([part, run]) => (await axe.run(part || document, run)).violations"


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
    """Whatever of a page is wider than its window, and what axe finds on it.

    Of what is made alike axe sees three: in each it would find the same, and take as long.
    """
    folders = [Path(p) for p in os.environ.get("NODE_PATH", "").split(os.pathsep) if p]
    found = (folder / "axe-core/axe.min.js" for folder in folders)
    program = next((path for path in found if path.is_file()), None)
    axe = program.read_text("utf-8") if program else pytest.skip("axe-core is not in NODE_PATH")

    def look(page: "Page", part: str = "") -> list[object]:
        page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
        wrong = list[object]()
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            wider = page.evaluate("document.documentElement.scrollWidth - innerWidth")
            wrong += [(page.url, width, "wider by", wider)] if wider > 0 else []
        page.evaluate(_THREE)
        if page.evaluate("!window.axe"):
            page.evaluate(axe)
            page.add_init_script(axe)  # in the next screens it is there as soon as they are
        for width, scheme in _WAYS:
            page.set_viewport_size({"width": width, "height": 800})
            page.emulate_media(color_scheme=scheme)
            wrong += _told(page, width, scheme, (part, _RULES[scheme]))
        return wrong

    return look


def _told(page: "Page", width: int, scheme: _Scheme, looked_at: tuple[str, object]) -> list[object]:
    found = page.evaluate(_RUN, looked_at)
    return [
        (page.url, width, scheme, rule["id"], [each["html"][:120] for each in rule["nodes"][:3]])
        for rule in found
    ]
