"""The diagrams of the workspace are scenes in the hand of the panels, not boxes with words in them.

A diagram is a drawing that a text shows: `assets/so-do/`.
"""

from pathlib import Path

import pytest
import yaml
from lxml import etree

ROOT = Path(__file__).parents[2]
DIAGRAMS = sorted((ROOT / "assets/so-do").glob("*.svg"))
BRAND = yaml.safe_load((ROOT / "assets/brand.yml").read_text("utf-8"))["colours"]
SVG = "{http://www.w3.org/2000/svg}"
SHAPES = {f"{SVG}{name}" for name in ("circle", "ellipse", "line", "path", "polygon", "rect")}
MOST_WORDS = 40
LEAST_SHAPES = 4
"""For each line of words: a box and its arrow are two, a vat with its cloth is a dozen."""


@pytest.fixture(params=DIAGRAMS, ids=lambda path: path.stem)
def diagram(request: pytest.FixtureRequest) -> etree._Element:
    root: etree._Element = etree.fromstring(request.param.read_bytes())
    return root


def test_a_diagram_says_what_it_teaches_to_whoever_does_not_see_it(diagram: etree._Element) -> None:
    title, described = (diagram.find(f"{SVG}{name}") for name in ("title", "desc"))
    assert title is not None
    assert described is not None
    assert (title.text or "").strip()
    assert len((described.text or "").split()) > len((title.text or "").split())
    assert diagram.get("role") == "img"
    assert diagram.get("aria-labelledby") == f"{title.get('id')} {described.get('id')}"


def test_a_diagram_has_the_colours_of_the_brand_and_nothing_else(diagram: etree._Element) -> None:
    painted = {each.get(key) for each in diagram.iter() for key in ("fill", "stroke")}
    known = {str(colour["screen"]).casefold() for colour in BRAND.values()}
    assert {str(colour).casefold() for colour in painted - {None, "none"}} - known == set()


def test_words_of_a_diagram_are_in_ink_or_paper(diagram: etree._Element) -> None:
    """Amber letters on leaf have a contrast of 3.5: enough for a banner, not for a phone."""
    read = {BRAND[name]["screen"] for name in ("muc", "giay")}
    assert {each.get("fill") for each in diagram.iter(f"{SVG}text")} - read == set()


def test_a_diagram_draws_more_than_it_says(diagram: etree._Element) -> None:
    lines = [" ".join(map(str, each.itertext())) for each in diagram.iter(f"{SVG}text")]
    drawn = [each for each in diagram.iter() if each.tag in SHAPES]
    assert len(" ".join(lines).split()) <= MOST_WORDS
    assert len(drawn) >= LEAST_SHAPES * len(lines)


def test_every_diagram_is_shown_by_a_text() -> None:
    texts = [path.read_text("utf-8") for path in (ROOT / "content").rglob("*.md")]
    unused = [one.name for one in DIAGRAMS if not any(f"/{one.name})" in text for text in texts)]
    assert DIAGRAMS
    assert unused == []
