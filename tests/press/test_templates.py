"""Which templates pieces may name; the files are test data."""

import io
from functools import partial

import pytest

from generator.diagnostics import Refusal
from generator.model.asset import Asset
from generator.press.templates import FOLDER, is_there, names_for, stray_templates

OWN = [f"{FOLDER}{name}" for name in ("rieng.typ", "common.typ", "banner-vertical.typ", "anh.svg")]


def test_a_piece_may_name_what_is_made_for_its_medium_and_what_is_its_own() -> None:
    assert names_for("banner", OWN) == ("banner-horizontal", "banner-vertical", "rieng")
    assert names_for("panel", ()) == ("panel-illustrated", "panel-text")
    every = ("banner-horizontal", "banner-vertical", "panel-illustrated", "panel-text")
    assert names_for("khac", ()) == every
    named = ("panel-text", "rieng", "common", "drawing", "khongco", "panel-text.typ")
    assert [name for name in named if is_there(name, OWN)] == ["panel-text", "rieng"]


def assets(*paths: str, text: str = "") -> dict[str, Asset]:
    opened = partial(io.BytesIO, text.encode())
    return {path: Asset(path, len(text), opened, partial(Refusal, "form")) for path in paths}


BANNERS, PAPERS = ("banner-horizontal.typ", "banner-vertical.typ"), ("letter.typ", "script.typ")


@pytest.mark.parametrize(
    ("path", "meant"),
    [
        ("print/banner-horizontl.typ", ("banner-horizontal.typ",)),
        ("print/Banner.typ", BANNERS),
        ("print/baner.typ", BANNERS),
        ("print/Banner-Horizontal.typ", ("banner-horizontal.typ",)),
        ("print/banner-horizontal.typ.txt", ("banner-horizontal.typ",)),
        ("print/bang-ron.typ", (*BANNERS, "panel-illustrated.typ", "panel-text.typ")),
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
    own = assets(f"{FOLDER}panel-text.typ", text='#import "phan-rieng.typ": *')
    assert list(stray_templates((), own | assets(f"{FOLDER}phan-rieng.typ"))) == []
