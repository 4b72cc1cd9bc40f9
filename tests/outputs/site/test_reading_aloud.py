"""A script is read aloud from its page; a recording has chapters where headings and cues begin."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.model.body import Body
from generator.model.segment import Segment
from generator.outputs.site.reading_aloud import chapters

from .conftest import Staged, front

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

SCRIPT = """::: nhạc hiệu 2 giây
:::

**Nam:** Chào các bạn.

## Mở đầu

**Nữ:** Câu thứ hai.

**Nam:** Câu thứ ba.

::: nhạc cắt 2 giây
:::

::: tiếng động 1 giây
Nước chảy
:::

**Nữ:** Một câu dài mà nghe xong thì phải cắt ở chỗ hết một chữ, không cắt ngang chữ.
"""
ASSETS = Path(__file__).parents[3] / "generator/templates/site"


def segment(times: list[str]) -> Segment:
    piece = Segment.model_validate(
        {
            "id": "thu",
            "medium": "radio",
            "title": "Thử",
            "campaign": "thu",
            "activity": "thu",
            "times": times,
        }
    )
    piece.read_from("content/thu.md", Body(SCRIPT))
    return piece


@pytest.mark.parametrize(
    ("times", "shown"),
    [
        (
            ["0:00", "0:02", "0:05", "0:09", "0:12", "0:14", "1:15"],
            [
                (0, "0:00", "Chào các bạn."),
                (5, "0:05", "Mở đầu"),
                (12, "0:12", "Một câu dài mà nghe xong thì phải cắt ở chỗ hết một chữ, …"),
            ],
        ),
        (["0:00", "0:02", "0:05"], [(0, "0:00", "Chào các bạn."), (5, "0:05", "Mở đầu")]),
        (["0:00", "0:02"], []),
        ([], []),
    ],
)
def test_chapters(times: list[str], shown: list[tuple[int, str, str]]) -> None:
    found = chapters(segment(times))
    assert [(each["at"], each["clock"], each["title"]) for each in found] == shown


def test_a_page_offers_the_script(podcast: Path, staged: Staged) -> None:
    made = staged(podcast)
    assert front(made["phat-thanh/so-1/index.md"])["aloud"] == {
        "seconds": 10,
        "length": "10 giây",
        "url": "phat-thanh/kich-ban/so-1.txt",
        "is_recorded": True,
    }
    assert "aloud" not in front(made["index.md"])


PAGE = """<!doctype html><html lang="vi"><meta charset="utf-8"><title>Thử</title>
<style>{style}</style><main><button type="button" data-aloud="4" hidden>Mở</button>{dialog}
<div class="script">{lines}</div></main><script>{script}</script>"""


@pytest.fixture(scope="module")
def page(browser: "Browser") -> Iterator["Page"]:
    part = (ASSETS / "overrides/partials/aloud.html").read_text("utf-8")
    dialog = part[part.index("<dialog") : part.index("{% endif %}", part.index("<dialog"))]
    lines = "".join(f'<div class="line" id="d{n}"><p>Câu {n}</p></div>' for n in range(60))
    read = [(ASSETS / f"assets/{name}").read_text("utf-8") for name in ("site.css", "aloud.js")]
    style, script = read
    shown = browser.new_context(viewport={"width": 360, "height": 640}).new_page()
    shown.set_content(PAGE.format(style=style, script=script, dialog=dialog, lines=lines))
    yield shown
    shown.context.close()


def test_it_stands_large_and_moves_only_when_asked(page: "Page") -> None:
    page.click("[data-aloud]")
    top = "() => document.querySelector('.prompter__view').scrollTop"
    assert page.locator(".prompter__view .line").count() == 60
    assert page.locator("[id=d1]").count() == 1
    assert page.evaluate(top) == 0
    page.keyboard.press("Space")
    page.wait_for_function(f"({top})() > 100")
    page.keyboard.press("Space")
    held = page.evaluate(top)
    assert page.get_attribute("[data-prompter=run]", "aria-pressed") == "false"
    page.click("[data-prompter=faster]")
    assert page.inner_text(".prompter__pace") == "110 %"
    assert page.evaluate(top) == held
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.dataset.aloud") == "4"
