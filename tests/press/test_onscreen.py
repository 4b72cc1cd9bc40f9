import json
import re
from importlib import resources
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
import yaml

from generator.adapters.typesetter import TypstTypesetter
from generator.model.brand import Brand
from generator.model.typesetting import TypesetError

ROOT = Path(__file__).parents[2]
TEMPLATE = "drawing"
TEMPLATES = resources.files("generator") / "templates" / "print"
NAMES = sorted(
    entry.name.removeprefix("drawing-").removesuffix(".typ")
    for entry in TEMPLATES.iterdir()
    if entry.name.startswith("drawing-")
)
# Every scalar as text, as the engine reads it.
AUTHORED = yaml.load((ROOT / "assets/brand.yml").read_bytes(), yaml.BaseLoader)  # noqa: S506
BRAND = Brand.model_validate(AUTHORED)
COLOURING = {"k", "K", "rg", "RG", "g", "G", "sc", "SC", "scn", "SCN", "sh"}
SCREEN = {colour.screen.lower() for colour in BRAND.colours.values()}


def screen_drawing(typesetter: TypstTypesetter, name: str) -> bytes:
    palette = {each: colour.screen for each, colour in BRAND.colours.items()}
    job = {"illustration": name, "palette": palette}
    return typesetter.svg(TEMPLATE, {"job": json.dumps(job, sort_keys=True)})


def colours(svg: str) -> set[str]:
    found = re.findall(r'(?:fill|stroke)="([^"]+)"', svg)
    return {colour.lower() for colour in found} - {"none"}


def illustrations() -> dict[str, str]:
    """What the front matter of each panel in content/ names; nothing where it names nothing."""
    found = {}
    for path in sorted((ROOT / "content/pano").glob("*.md")):
        written = re.search(r"^illustration: (.+)$", path.read_text("utf-8"), re.MULTILINE)
        found[path.stem] = written[1] if written else ""
    return found


def test_every_panel_has_a_drawing_of_its_own_and_every_other_drawing_a_page() -> None:
    panels = sorted(name for name in illustrations().values() if name)
    assert len(panels) == len(set(panels))
    fronts = [path.read_text("utf-8") for path in (ROOT / "content").rglob("*.md")]
    shown = {
        name
        for name in NAMES
        if any(re.search(rf"(?:drawing|illustration): {name}\b", each) for each in fronts)
    }
    assert {*panels} | shown == {*NAMES}


@pytest.mark.parametrize("name", NAMES)
def test_a_drawing_uses_the_colours_of_the_brand_and_nothing_else(
    typesetter: TypstTypesetter, name: str
) -> None:
    svg = screen_drawing(typesetter, name).decode()
    assert colours(svg) - SCREEN == set()
    assert len(colours(svg)) > 1  # something is told apart
    refused = "<text", "<image", "<script", "Gradient", "opacity", 'href="http'
    assert [word for word in refused if word in svg] == []
    assert 'viewBox="0 0 1000 1000"' in svg


@pytest.mark.parametrize("name", NAMES)
def test_a_drawing_prints_in_the_inks_of_the_brand_and_nothing_else(
    typesetter: TypstTypesetter, name: str
) -> None:
    palette = {each: list(colour.cmyk) for each, colour in BRAND.colours.items()}
    job = json.dumps({"illustration": name, "palette": palette})
    with pikepdf.open(BytesIO(typesetter.pdf(TEMPLATE, {"job": job}))) as document:
        found = {
            (str(each.operator), tuple(round(float(value) * 100) for value in each.operands))
            for each in pikepdf.parse_content_stream(document.pages[0])
            if isinstance(each, pikepdf.ContentStreamInstruction)
            and str(each.operator) in COLOURING
        }
    inks = {tuple(round(value) for value in colour.cmyk) for colour in BRAND.colours.values()}
    assert {values for _, values in found} - inks == set()
    assert {operator for operator, _ in found} <= {"k", "K", "scn", "SCN"}


def test_a_drawing_is_the_same_every_time(typesetter: TypstTypesetter) -> None:
    first, second = (screen_drawing(typesetter, NAMES[0]) for _ in range(2))
    assert first == second


def test_a_drawing_that_is_not_there_is_refused_with_those_that_are(
    typesetter: TypstTypesetter,
) -> None:
    with pytest.raises(TypesetError) as refused:
        screen_drawing(typesetter, "khong-co")
    assert refused.value.lack is not None
    assert (refused.value.lack.kind, refused.value.lack.name) == ("drawing", "khong-co")
    assert sorted(refused.value.lack.available) == NAMES
