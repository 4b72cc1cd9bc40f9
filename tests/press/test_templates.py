"""Which templates pieces may name; the files are test data."""

import io
from functools import partial

import pytest

from generator.diagnostics import Refusal
from generator.model.asset import Asset
from generator.press.templates import FOLDER, is_there, layout_names, names_for, stray_templates

SIGNS = ("picture", "words")
POSTERS = ("picture", "scene", "words")
LEAFLETS = ("columns", "scene")
PANELS = ("above", "before-after", "beside", "full", "words")
OTHERS = tuple(
    f"{medium}-{name}"
    for medium, names in {
        "handbook": ("plain",),
        "leaflet": LEAFLETS,
        "panel": PANELS,
        "placard": SIGNS,
        "poster": POSTERS,
        "signboard": SIGNS,
    }.items()
    for name in names
)
OWN = [
    f"{FOLDER}{name}"
    for name in ("rieng.typ", "common.typ", "banner-words.typ", "banner-mau.typ", "anh.svg")
]


def test_a_piece_may_name_what_is_made_for_its_medium_and_what_is_its_own() -> None:
    layouts = ("banner-numbers", "banner-thing", "banner-words")
    assert names_for("banner", OWN) == ("banner-mau", *layouts, "rieng")
    assert layout_names("banner", OWN) == ("mau", "numbers", "thing", "words")
    assert names_for("khac", ()) == (*layouts, *OTHERS)
    named = ("panel-words", "rieng", "common", "drawing", "khongco", "panel-words.typ")
    assert [name for name in named if is_there(name, OWN)] == ["panel-words", "rieng"]


def assets(*paths: str, text: str = "") -> dict[str, Asset]:
    opened = partial(io.BytesIO, text.encode())
    return {path: Asset(path, len(text), opened, partial(Refusal, "form")) for path in paths}


BANNERS = ("banner-numbers.typ", "banner-thing.typ", "banner-words.typ")
PAPERS = ("letter.typ", "script.typ")


@pytest.mark.parametrize(
    ("path", "meant"),
    [
        ("print/banner-numbrs.typ", ("banner-numbers.typ",)),
        ("print/Banner.typ", BANNERS),
        ("print/baner.typ", BANNERS),
        ("print/Banner-Words.typ", ("banner-words.typ",)),
        ("print/banner-words.typ.txt", ("banner-words.typ",)),
        ("print/bang-ron.typ", (*BANNERS, *(f"{name}.typ" for name in OTHERS))),
        ("handoff/leter.typ", ("letter.typ",)),
        ("handoff/thu.typ", (*PAPERS, "form.typ")),
    ],
)
def test_a_template_that_nothing_reads_is_told_with_the_names_that_are(
    path: str, meant: tuple[str, ...]
) -> None:
    own = assets(f"assets/{path}")
    assert list(stray_templates((), own)) == [(f"assets/{path}", meant)]
    assert list(stray_templates({path.partition("/")[2]}, own)) == []


def test_a_template_is_read_that_bears_a_default_name_or_that_another_calls() -> None:
    own = assets(f"{FOLDER}panel-words.typ", text='#import "phan-rieng.typ": *')
    assert list(stray_templates((), own | assets(f"{FOLDER}phan-rieng.typ"))) == []
