"""The brand of the workspace is the only source of colours; what it lacks is neutral."""

import re
import shutil
from pathlib import Path

from generator.adapters.starter import starter

from .conftest import ROOT, Staged

SITE = ROOT / "generator/templates/site"
COLOUR = re.compile(r"#[0-9a-fA-F]{3,8}\b|rgba?\(|hsla?\(")


def test_colours_follow_the_brand(place: Path, staged: Staged) -> None:
    green = staged(place)["assets/brand.css"].bytes().decode()
    shutil.rmtree(place / "assets/brand", ignore_errors=True)
    (place / "assets/brand.yml").write_bytes(starter("a", "https://b", 2021)["assets/brand.yml"])
    made = staged(place)
    blue, icon = (made[f"assets/{name}"].bytes().decode() for name in ("brand.css", "favicon.svg"))
    assert "--field: #0b6b4b;" in green
    assert "--field: #1d4477;" in blue
    assert "0b6b4b" not in (blue + icon).casefold()
    assert "#1d4477" in icon


def test_paper_is_as_by_day_whatever_the_screen_was(place: Path, staged: Staged) -> None:
    brand = staged(place)["assets/brand.css"].bytes().decode()
    by_day, on_paper = brand.partition("}")[0], brand.partition("@media print")[2]
    dark = brand.partition('="slate"] {')[2].partition("}")[0]
    named = {text: set(re.findall(r"(--[\w-]+):", text)) for text in (by_day, on_paper, dark)}
    assert named[dark] <= named[on_paper] <= named[by_day]


def test_the_workspace_has_its_own_emblem_and_icon(place: Path, staged: Staged) -> None:
    folder = place / "assets/brand"
    folder.mkdir(exist_ok=True)
    drawn = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'
    for name in ("emblem.svg", "emblem-favicon.svg"):
        (folder / name).write_text(drawn, encoding="utf-8")
    made = staged(place)
    assert made["assets/emblem.svg"].bytes() == drawn.encode()
    assert made["assets/favicon.svg"].bytes() == drawn.encode()


def test_no_colour_stands_in_the_style_sheet_script_or_templates() -> None:
    files = [*SITE.glob("assets/*.*"), *SITE.rglob("*.html"), *SITE.glob("brand/*")]
    texts = {path.name: path.read_text(encoding="utf-8") for path in files}
    named = {name: COLOUR.findall(re.sub(r"&#|[\"(]#", "", text)) for name, text in texts.items()}
    assert {name: found for name, found in named.items() if found} == {}


def test_every_property_that_is_used_is_named(place: Path, staged: Staged) -> None:
    style = (SITE / "assets/site.css").read_text(encoding="utf-8")
    drawn = "".join(
        path.read_text(encoding="utf-8")
        for path in (SITE / "assets/drawings.svg", SITE / "overrides/partials/workshop.html")
    )
    brand = staged(place)["assets/brand.css"].bytes().decode()
    known = set(re.findall(r"(--[\w-]+):", brand + style))
    assert set(re.findall(r"var\((--[\w-]+)", style + drawn)) - known == set()


def test_no_province_is_named_in_the_engine() -> None:
    named = re.compile("đồng nai|dong-?nai|biên hòa", re.IGNORECASE)
    files = [path for path in (ROOT / "generator").rglob("*") if path.is_file()]
    found = [
        path.name
        for path in files
        if path.suffix in {".py", ".html", ".css", ".js", ".typ", ".po", ".svg", ".yml", ".md"}
        and named.search(path.read_text(encoding="utf-8"))
    ]
    assert found == []
