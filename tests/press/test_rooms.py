"""What is told before anything is drawn is what the templates draw."""

import math
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
from generator.press.photographs import Photograph
from generator.press.preflight.content import operations, resource
from generator.press.rooms import coarse, dots

EXAMPLE = (Path(__file__).parents[1] / "examples/tiny/assets/brand.yml").read_text("utf-8")
PALETTE = Brand.model_validate(yaml.load(EXAMPLE, yaml.BaseLoader)).palette  # noqa: S506 - as text
PHOTO, LOGO = Photograph(400, 900, b"a", None, 300), Photograph(300, 200, b"b", None, 300)


def artwork(trim: Size, at: str) -> Artwork:
    return Artwork(
        piece="mau",
        template="panel-illustrated",
        trim=trim,
        texts=(("headline", "Nước sạch"), ("programme", "Mẫu"), ("sponsor", "Bên mẫu")),
        title="Bản thử",
        letter=20,
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
    ("trim", "at"),
    [
        (Size(3000, 2000), ""),
        (Size(3000, 2000), "left"),
        (Size(4000, 2500), "bottom"),
        (Size(6000, 3000), "right"),
        (Size(3200, 2400), "top"),
    ],
)
def test_dots_are_those_on_the_page(typesetter: TypstTypesetter, trim: Size, at: str) -> None:
    piece = artwork(trim, at)
    told = {
        (photo.width, photo.height): dots(piece, key, (photo.width, photo.height))[0]
        for key, photo in (("illustration", PHOTO), ("logo", LOGO))
        if key != "logo" or at
    }
    assert measured(typesetter, piece) == pytest.approx(told, rel=1e-3)


def test_a_picture_with_too_few_is_told_with_how_many_it_needs() -> None:
    refused = coarse(artwork(Size(3000, 2000), ""), "illustration", PHOTO, 100)
    assert refused is not None
    assert refused.details == {"dpi": "7,2", "asked": 100, "pixels": 5591}
    assert coarse(artwork(Size(3000, 2000), ""), "illustration", PHOTO, 7) is None


def test_of_a_template_of_ones_own_nothing_is_known() -> None:
    piece = artwork(Size(3000, 2000), "")
    for name, known in (("banner-vertical", True), ("common", False), ("panel-illustrated", False)):
        own = {f"assets/print/{name}.typ"}
        assert bool(coarse(piece, "illustration", PHOTO, 100, own)) == known
