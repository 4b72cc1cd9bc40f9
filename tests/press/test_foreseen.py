"""What `check` knows of artwork, held to what the typesetter does. All of it is test data."""

from dataclasses import replace
from importlib import resources
from pathlib import Path

import pytest
import yaml

from generator.adapters import faces
from generator.adapters.typesetter import TypstTypesetter
from generator.model.artwork import Artwork
from generator.model.brand import FAMILY, WEIGHTS, Brand
from generator.model.sizes import Size
from generator.model.typesetting import TypesetError
from generator.press.characters import DRAWN
from generator.press.foreseen import foreseen
from generator.press.job import job
from generator.press.typesetting import OVERSET

EXAMPLE = (Path(__file__).parents[1] / "examples/tiny/assets/brand.yml").read_text("utf-8")
PALETTE = Brand.model_validate(yaml.load(EXAMPLE, yaml.BaseLoader)).palette  # noqa: S506 - as text
BODY = (("programme", "Chiến dịch mẫu"), ("body", "Cơ quan mẫu"), ("address", "Số 1 đường Mẫu"))
SENTENCE = "Nước sạch, máy bền, AVATAR tắt đèn, khóa vòi, LỌC bụi, Ế Ỗ Ậ, giữ lợi nhuận"


def test_the_list_of_characters_is_what_the_faces_draw() -> None:
    assert faces.characters(frozenset({FAMILY})) == DRAWN


def test_the_weights_are_those_that_the_site_loads() -> None:
    folder = resources.files("generator") / "templates" / "site" / "assets" / "fonts"
    names = {entry.name for entry in folder.iterdir() if entry.name.endswith(".woff2")}
    assert names == {f"be-vietnam-pro-{weight}.woff2" for weight in WEIGHTS}


def artwork(template: str, size: Size, words: str) -> Artwork:
    return Artwork(
        piece="mau",
        template=template,
        trim=size,
        texts=(("headline" if template == "panel-illustrated" else "slogan", words), *BODY),
        title="Bản thử",
        letter=40 if template == "banner-vertical" else 120 if "banner" in template else 60,
        capitals="banner" in template,
        illustration="vong-nuoc" if template == "panel-illustrated" else "",
    )


def codes(made: Artwork, *files: str) -> list[str]:
    return [found.rule.code for found in foreseen(made, files)]


def is_refused(typesetter: TypstTypesetter, made: Artwork) -> bool:
    try:
        typesetter.pdf(made.template, {"job": job(made, PALETTE, FAMILY)})
    except TypesetError as error:
        return any(over.slot in {"slogan", "headline"} for over in error.overset)
    return False


@pytest.mark.parametrize(
    ("template", "size"),
    [
        ("banner-horizontal", Size(6000, 800)),
        ("banner-vertical", Size(800, 2500)),
        ("panel-illustrated", Size(3000, 2000)),
        ("panel-text", Size(3000, 2000)),
        ("panel-text", Size(2000, 3000)),
    ],
)
def test_too_long_is_what_the_typesetter_refuses(
    typesetter: TypstTypesetter, template: str, size: Size
) -> None:
    """Never earlier than it does, and hardly later."""
    every = (SENTENCE + ", " + SENTENCE + ", " + SENTENCE + ", " + SENTENCE).split()
    counts = range(2, len(every), 3)
    made = [artwork(template, size, " ".join(every[:count])) for count in counts]
    told = [OVERSET.code in codes(one) for one in made]
    first = told.index(True)
    assert told[-1]
    assert is_refused(typesetter, made[first])
    assert is_refused(typesetter, made[-1])
    assert not is_refused(typesetter, made[first * 3 // 4 - 1])


@pytest.mark.parametrize(
    ("change", "files", "expected"),
    [
        ({}, (), []),
        ({"illustration": "vong-nuo"}, (), ["no-such-drawing"]),
        ({"illustration": "cua-toi"}, ("assets/print/drawing-cua-toi.typ",), []),
        ({"illustration": "assets/x.svg"}, (), []),
        ({"trim": Size(1000, 20_000)}, (), ["panel-shape"]),
        ({"trim": Size(40_000, 30_000)}, (), []),
        ({"trim": Size(12_000, 4000)}, (), []),
        ({"trim": Size(12_000, 3900)}, (), ["panel-shape"]),
        ({"trim": Size(1000, 20_000)}, ("assets/print/panel-illustrated.typ",), []),
        ({"texts": (("headline", "|||"),)}, (), []),
        ({"texts": (("slogan", "Đo rồi mới bớt"),), "trim": Size(6000, 800)}, (), []),
        ({"texts": (("headline", "Đo ☃ bớt"),)}, (), ["missing-glyph"]),
        (
            {"texts": (("headline", "Đo rồi mới bớt"), ("body", "Cơ quan 漢"))},
            (),
            ["missing-glyph"],
        ),
    ],
)
def test_what_is_known_of_a_panel(
    change: dict[str, object], files: tuple[str, ...], expected: list[str]
) -> None:
    panel = artwork("panel-illustrated", Size(3000, 2000), "Đo rồi mới bớt")
    assert codes(replace(panel, **change), *files) == expected  # type: ignore[arg-type]
