"""Drawings for papers: inks of the brand, words pure black, no cream. All of it is test data."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
import yaml

from generator.diagnostics import RefusalError
from generator.model.brand import Brand
from generator.press.figure_inks import MOST, figure_in_grey, figure_in_inks

EXAMPLE = Path(__file__).parents[1] / "examples/tiny/assets/brand.yml"
BRAND = Brand.model_validate(yaml.load(EXAMPLE.read_text("utf-8"), yaml.BaseLoader))  # noqa: S506 - as text


def page(*colours: str, image: bool = False) -> bytes:
    """As Typst writes an SVG: a form of shapes in colours of a screen."""
    parts = [[int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)] for colour in colours]
    content = " ".join(f"/c0 cs {r:.6f} {g:.6f} {b:.6f} scn 0 0 9 9 re f" for r, g, b in parts)
    target = BytesIO()
    with pikepdf.new() as document:
        form = document.make_stream(content.encode(), {"/Subtype": pikepdf.Name.Form})
        picture = document.make_stream(b"", {"/Subtype": pikepdf.Name.Image})
        shown = document.add_blank_page()
        things = pikepdf.Dictionary(F=form, **({"I": picture} if image else {}))
        shown.Resources = pikepdf.Dictionary(XObject=things)
        shown.Contents = document.make_stream(b"/F Do")
        document.save(target)
    return target.getvalue()


def inks(pdf: bytes) -> list[list[float]]:
    with pikepdf.open(BytesIO(pdf)) as document:
        (form,) = document.pages[0].Resources.XObject.values()
        drawn = [*pikepdf.parse_content_stream(form)]
    named = [one for one in drawn if str(one.operator) in {"k", "cs", "scn"}]
    assert {str(one.operator) for one in named} == {"k"}
    return [[float(value) for value in list(one.operands)] for one in named]


def test_colours_are_inks_words_black_alone_and_paper_white() -> None:
    colours = BRAND.colours
    shown = page(*(colours[key].screen for key in ("giay", "muc", "nang")), "#000000", "#804000")
    cyan, magenta, yellow, black = (part / 100 for part in colours["nang"].cmyk)
    assert inks(figure_in_inks(shown, BRAND)) == [
        [0, 0, 0, 0],
        [0, 0, 0, 1],
        pytest.approx([cyan, magenta, yellow, black]),
        [0, 0, 0, 1],
        pytest.approx([0, 0.5, 1, 0.498]),  # none of the brand's
    ]
    greys = inks(figure_in_grey(shown, BRAND))
    assert [one[:3] for one in greys] == [[0, 0, 0]] * 5
    white, words, amber, *_ = (one[3] for one in greys)
    assert (white, words) == (0, 1)
    assert 0.1 < amber < 0.5


def test_no_place_has_more_ink_than_newsprint_takes() -> None:
    for found in inks(figure_in_inks(page("#000100", "#100000", "#0B0B0C"), BRAND)):
        assert sum(found) <= MOST + 0.01


def test_a_photograph_within_has_no_inks_of_its_own() -> None:
    with pytest.raises(RefusalError):
        figure_in_inks(page("#000000", image=True), BRAND)
