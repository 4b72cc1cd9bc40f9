"""A sheet that is folded: its sides, its folds, and what is told of it. Test data."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
import yaml
from PIL import Image

from generator.diagnostics import Location
from generator.media.leaflet import Leaflet
from generator.model.artwork import Artwork, Strip
from generator.model.body import Body
from generator.model.brand import Brand
from generator.model.printer import ANY_PAPER_PRINTER
from generator.model.sizes import Size
from generator.model.viewing import IN_A_HAND
from generator.press.folds import fold_marks, folds_of, leaf_widths, sides_of
from generator.press.foreseen import foreseen, in_doubt
from generator.press.geometry import PressSheet
from generator.press.layout_choice import template_for
from generator.press.layouts import head_of
from generator.press.leaf_texts import leaf_texts, place_of
from generator.press.photographs import Photograph
from generator.press.proof_pictures import one_below_other
from generator.press.rooms import coarse
from generator.press.slug import slug_line
from tests.press.test_layouts import EXAMPLE, TEMPLATES

A4 = Size(297, 210)
BODY = """\
Đi một vòng.

## Vì sao?

Ai thấy thì buộc. Xem [ô tính](o-tinh.md).

## Nước: đặt xô

1. Hứng trọn.
2. Bấm giờ.

## Khí: nghe

- Nghe.

## Hơi: đứng xa

Báo.

## Đo lại

Tháo dây.

## Chỉ trên trang

Không in.
"""


def leaflet(body: str = BODY) -> Leaflet:
    keys = {"campaign": "x", "activity": "x", "title": "Thử", "headline": "Thử", "size": "A4 ngang"}
    piece = Leaflet.model_validate({"id": "thu", "medium": "leaflet", **keys})
    piece.read_from("content/thu.md", Body(body, "content/thu.md", 12, body))
    return piece


def artwork(shown: str = "day-mau", body: str = BODY, headline: str = "Rò ở đâu") -> Artwork:
    texts = (("headline", headline), ("programme", "Thử"), ("sender", "Thử"), ("figure", "9 tấn"))
    made = Artwork(
        piece="thu",
        template="",
        trim=A4,
        texts=(*texts, *leaf_texts(leaflet(body))),
        title="Thử",
        viewed_from=IN_A_HAND,
        bleed=3,
        safe=5,
        link="https://example.org/thu/",
        illustration=shown,
    )
    return replace(made, template=template_for(made, "leaflet"))


def test_sections_are_leaves_and_the_rest_is_for_the_page() -> None:
    assert dict(leaf_texts(leaflet())) == {
        "lead": "Đi một vòng.",
        "heading-1": "Vì sao?",
        "text-1": "Ai thấy thì buộc. Xem ô tính.",
        "heading-2": "Nước: | đặt xô",
        "text-2": "1. Hứng trọn.\n2. Bấm giờ.",
        "heading-3": "Khí: | nghe",
        "text-3": "– Nghe.",
        "heading-4": "Hơi: | đứng xa",
        "text-4": "Báo.",
        "heading-5": "Đo lại",
        "text-5": "Tháo dây.",
    }
    found = place_of(leaflet(), "text-2")
    assert isinstance(found, Location)
    assert (found.line, found.text) == (18, "## Nước: đặt xô")


def test_each_side_has_its_texts_its_folds_and_the_code_stands_on_the_back() -> None:
    outside, inside = sides_of(artwork())
    assert [outside.template, [each.side for each in (outside, inside)]] == [
        "leaflet-scene",
        [1, 2],
    ]
    assert {"headline", "lead", "heading-1", "heading-5", "programme"} <= dict(outside.texts).keys()
    assert [name for name, _ in inside.texts] == [
        "figure",
        *(f"{kind}-{number}" for number in (2, 3, 4) for kind in ("heading", "text")),
    ]
    assert (leaf_widths(outside), leaf_widths(inside)) == ((97, 100, 100), (100, 100, 97))
    assert (folds_of(outside), folds_of(inside)) == ((97, 197), (100, 200))
    assert (bool(outside.link), bool(inside.link)) == (True, False)
    assert sides_of(outside) == (outside,)


@pytest.mark.parametrize(
    ("shown", "chosen"),
    [("day-mau", "leaflet-scene"), ("thung", "leaflet-columns"), ("", "leaflet-columns")],
)
def test_a_drawing_that_goes_on_gets_its_layout(shown: str, chosen: str) -> None:
    made = artwork(shown)
    assert made.template == chosen
    assert [one for side in sides_of(made) for one in foreseen(side, ())] == []


def test_folds_are_marked_outside_the_bleed_and_named_in_the_slug() -> None:
    outside, _ = sides_of(artwork())
    drawn = fold_marks(PressSheet(A4, 3, 14), folds_of(outside)).decode()
    assert (drawn.count(" m "), " d\n" in drawn) == (4, True)
    assert fold_marks(PressSheet(A4, 3, 14), ()) == b""
    line = slug_line(outside, 1, date(2021, 4, 1), "0" * 16)
    assert line == "thu · 297 × 210 mm, gấp 97 + 100 + 100 mm · 1:1 · 2021-04-01 · 00000000 · 1/2"


def test_what_does_not_fit_a_leaf_is_told_before_it_is_set() -> None:
    long = artwork(headline="Rò rỉ trong xưởng thì phải tìm ra cho bằng hết rồi mới vá được")
    told = [(one.rule.code, one.change) for one in foreseen(sides_of(long)[0], ())]
    assert told == [("text-too-long", ("piece", "headline"))]
    full = artwork(body=BODY.replace("Báo.", "Báo ngay cho người trông lò. " * 40))
    told = [(one.rule.code, one.change) for one in foreseen(sides_of(full)[1], ())]
    assert told == [("text-too-long", ("piece", "text-4"))]
    shown = artwork("assets/anh/a.jpg")
    photograph = Photograph(160, 117, b"", None, 300)  # 40 dots an inch
    assert coarse(shown, "illustration", photograph, 300) is not None
    assert coarse(shown, "illustration", replace(photograph, width=2400, height=1800), 300) is None


def test_a_layout_whose_room_a_fold_would_cut_is_told() -> None:
    head = head_of((TEMPLATES / "leaflet-columns.typ").read_text("utf-8"))
    wide = head.replace(
        'heading-2 = { of = "leaf-1", x = "48", y = "66", width = "100% - 96"',
        'heading-2 = { of = "leaf-1", x = "48", y = "66", width = "150%"',
    )
    made = replace(artwork(""), template="leaflet-rieng", layout=wide)
    told = [one for side in sides_of(made) for one in foreseen(side, ())]
    assert [(one.rule.code, dict(one.details)["fold"]) for one in told] == [("room-on-fold", "100")]


def test_both_sides_are_folded_at_the_same_places() -> None:
    """The sheet is turned about its middle, so that left becomes right."""
    outside, inside = sides_of(artwork())
    assert sorted(A4.width - fold for fold in folds_of(outside)) == list(folds_of(inside))


def test_a_print_run_is_said_only_where_it_is_known() -> None:
    piece = leaflet()
    assert (piece.licence_line, piece.facts) == ("", {"Size": "297 × 210 mm"})
    known = {"licence_number": "12/GP-MAU", "licensed_on": "1/4/2021", "print_run": "2000"}
    piece = Leaflet.model_validate(
        piece.model_dump(exclude_unset=True) | {"size": "A4 ngang"} | known
    )
    assert piece.facts["Copies"] == "2.000"
    assert piece.licence_line == (
        "Giấy phép xuất bản số 12/GP-MAU, ngày 1/4/2021. In 2.000 tờ. Tài liệu không kinh doanh."
    )


def test_the_name_of_who_pays_may_lie_across_a_fold() -> None:
    """Its strip goes over all leaves, so that only a page that is set can tell."""
    brand, printer = Brand.model_validate(yaml.load(EXAMPLE, yaml.BaseLoader)), ANY_PAPER_PRINTER  # noqa: S506
    outside, _ = sides_of(artwork())
    paid = replace(outside, sponsor=Strip(10, "bottom"))
    assert [in_doubt(one, printer, brand) for one in (outside, paid)] == [False, True]


def test_pictures_of_both_sides_stand_one_below_the_other() -> None:
    def png(high: int) -> bytes:
        target = BytesIO()
        Image.new("RGB", (60, high), "red").save(target, "PNG")
        return target.getvalue()

    assert one_below_other([png(4)]) == png(4)
    assert Image.open(BytesIO(one_below_other([png(4), png(5)]))).size == (60, 10)
