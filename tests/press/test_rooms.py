"""What is told before anything is drawn is what the templates draw."""

import math
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
import yaml

from generator.adapters.typesetter import TypstTypesetter
from generator.model.artwork import Artwork, Strip
from generator.model.brand import Brand
from generator.model.sizes import Size
from generator.press.geometry import PressSheet
from generator.press.job import job
from generator.press.page_resources import resource
from generator.press.photographs import Photograph
from generator.press.preflight.content import operations
from generator.press.rooms import coarse, dots

EXAMPLE = (Path(__file__).parents[1] / "examples/tiny/assets/brand.yml").read_text("utf-8")
PALETTE = Brand.model_validate(yaml.load(EXAMPLE, yaml.BaseLoader)).palette  # noqa: S506 - as text
PHOTO, LOGO = Photograph(400, 900, b"a", None, 300), Photograph(300, 200, b"b", None, 300)


def artwork(trim: Size, at: str) -> Artwork:
    return Artwork(
        piece="mau",
        template="panel-beside",
        trim=trim,
        texts=(("headline", "Nước sạch"), ("programme", "Mẫu"), ("sponsor", "Bên mẫu")),
        title="Bản thử",
        viewed_from=5_000,
        illustration=f"files/{PHOTO.name}",
        sponsor=Strip(15, at, f"files/{LOGO.name}") if at else None,
    )


def measured(typesetter: TypstTypesetter, piece: Artwork) -> dict[tuple[int, int], float]:
    """Dots per inch of every picture on the page, by its pixels."""
    files = {photo.name: photo.stand_in for photo in (PHOTO, LOGO)}
    page = typesetter.pdf(piece.template, {"job": job(piece, PALETTE, "Be Vietnam Pro")}, files)
    scale = PressSheet(piece.trim, piece.bleed).scale
    found = {}
    with pikepdf.open(BytesIO(page)) as document:
        for item in operations(document.pages[0]):
            image = (
                resource(item.resources, "/XObject", item.operands[0]) if item.operands else None
            )
            if item.operator == "Do" and image is not None and image.get("/Subtype") == "/Image":
                inches = math.hypot(*item.state.matrix[:2]) * scale / 72
                found[int(image.Width), int(image.Height)] = int(image.Width) / inches
    return found


@pytest.mark.parametrize(
    ("template", "trim", "at"),
    [
        ("panel-beside", Size(3000, 2000), ""),
        ("panel-beside", Size(3000, 2000), "left"),
        ("panel-above", Size(4000, 2500), "bottom"),
        ("panel-full", Size(6000, 3000), "right"),
        ("panel-above", Size(2000, 3000), "top"),
        ("banner-thing", Size(6000, 800), ""),
    ],
)
def test_dots_are_those_on_the_page(
    typesetter: TypstTypesetter, template: str, trim: Size, at: str
) -> None:
    piece = replace(artwork(trim, at), template=template, viewed_from=2_000)
    if template.startswith("banner"):
        piece = replace(piece, texts=(("slogan", "Nước sạch"), ("programme", "Mẫu")))
    told = {
        (photo.width, photo.height): dots(piece, key, (photo.width, photo.height))[0]
        for key, photo in (("illustration", PHOTO), ("logo", LOGO))
        if key != "logo" or at
    }
    assert measured(typesetter, piece) == pytest.approx(told, rel=1e-3)


def test_a_picture_with_too_few_is_told_with_how_many_it_needs() -> None:
    refused = coarse(artwork(Size(3000, 2000), ""), "illustration", PHOTO, 100)
    assert refused is not None
    assert refused.details == {"dpi": "6,8", "asked": 100, "pixels": 5867}
    assert coarse(artwork(Size(3000, 2000), ""), "illustration", PHOTO, 7) is None


def test_of_a_template_of_ones_own_nothing_is_known() -> None:
    piece = artwork(Size(3000, 2000), "")
    for name, known in (("banner-words", True), ("common", False), ("panel-beside", False)):
        own = {f"assets/print/{name}.typ"}
        assert bool(coarse(piece, "illustration", PHOTO, 100, own)) == known
