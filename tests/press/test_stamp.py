"""Artwork that is only to be looked at: why, and where its stamp stands."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageChops

from generator.adapters.typesetter import TypstTypesetter
from generator.model.campaign import Activity, Campaign
from generator.model.partner import Partner
from generator.model.piece import Deliverable
from generator.model.sizes import Size
from generator.model.unknown import Unknown
from generator.model.workspace import Site, Workspace
from generator.press.faults import fault
from generator.press.geometry import Box
from generator.press.glyphs import glyphs_of
from generator.press.making import PressTask, make
from generator.press.order import Order
from generator.press.preflight import preflight
from generator.press.preflight.delivery import Delivery
from generator.press.previews import NOT_APPROVED, STAMP, reasons
from generator.press.setting import delivery, page
from generator.press.vacancy import vacant

from .test_preflight import order_of  # type: ignore[import-not-found] # pytest knows it

WHY = (fault(NOT_APPROVED, "piece", "status"),)


SITE = Site("Trang thử", "https://trang-thu.vn/")
PARTNER = Partner.model_validate({"id": "so", "kind": "authority", "names": [{"name": "Sở"}]})
ACTIVITY = Activity.model_validate(
    {"id": "treo", "title": "Treo", "medium": "banner", "source": "tai-lieu.txt:1"}
)
PLAN = {"id": "ke-hoach", "title": "Kế hoạch", "period": "2021", "activities": [ACTIVITY]}
PIECE = {"id": "a", "medium": "banner", "title": "A", "campaign": "ke-hoach", "activity": "treo"}
APPROVED = {"status": "approved", "approved_by": "Người duyệt", "approved_on": "1/5/2021"}


@pytest.mark.parametrize(
    ("site", "plan", "piece", "found"),
    [
        (SITE, {"owner": "so"}, {}, []),
        (replace(SITE, url="http://localhost/"), {"owner": "so"}, {}, ["site-address-reserved"]),
        (replace(SITE, url="/"), {"owner": "so"}, {}, ["site-address-reserved"]),
        (SITE, {}, {}, ["outdoor-nobody"]),
        (SITE, {"owner": "khong-co"}, {}, ["outdoor-nobody"]),
        (
            SITE,
            {"unknown": [Unknown(what="owner", why="Không nguồn nào nêu.")]},
            {},
            ["outdoor-nobody-yet"],
        ),
        (SITE, {"owner": "so"}, {"status": "ready"}, ["artwork-not-approved"]),
        (SITE, {"owner": "so"}, {"status": "draft"}, ["artwork-not-approved"]),
        (SITE, {"owner": "so"}, {"approved_by": "Ví dụ: chị A"}, ["artwork-not-approved"]),
        (
            replace(SITE, url=""),
            {},
            {"status": "ready"},
            ["site-address-reserved", "outdoor-nobody", "artwork-not-approved"],
        ),
    ],
)
def test_why_a_piece_must_not_be_printed(
    site: Site, plan: dict[str, Any], piece: dict[str, Any], found: list[str]
) -> None:
    campaign = Campaign.model_validate({**PLAN, **plan})
    workspace = Workspace(site=site, partners={"so": PARTNER})
    written = Deliverable.model_validate({**PIECE, **APPROVED, **piece})
    told = reasons(workspace, campaign, ACTIVITY, written)
    assert [one.rule.code for one in told] == found
    assert not any(one.is_error for one in told)


boxes = st.tuples(*[st.floats(0, 1000)] * 4).map(
    lambda b: (min(b[0], b[2]), min(b[1], b[3]), max(b[0], b[2]), max(b[1], b[3]))
)


@given(
    st.floats(100, 3000),
    st.floats(100, 3000),
    st.floats(0, 20),
    st.lists(boxes, max_size=8),
    st.lists(boxes, max_size=2),
)
def test_a_vacant_box_lies_on_the_page_and_touches_nothing_if_there_is_room(
    width: float, height: float, keep: float, words: list[Box], main: list[Box]
) -> None:
    left, bottom, right, top = vacant((width, height), keep, 3.2, ([*words, *main], main))
    assert keep - 0.01 <= left < right
    assert keep - 0.01 <= bottom < top <= height
    smallest = 4 * min(width, height) / 40
    assert top - bottom >= smallest - 0.01
    empty = vacant((width, height), keep, 3.2, ([],))
    assert (top - bottom) <= (empty[3] - empty[1]) + 0.01
    if not main and not words:
        assert (left, bottom, right, top) == empty


def test_the_largest_box_is_taken_and_of_its_size_the_lowest_then_rightmost() -> None:
    half: list[Box] = [(0, 0, 400, 195)]
    all_: list[Box] = [(0, 0, 400, 400)]
    found = (250, 200, 400, 270)  # 7 % of the area, in cells of 10: 15 × 7
    assert vacant((400, 400), 0, 2.2, (half,)) == found
    assert vacant((400, 400), 0, 2.2, (all_, half)) == found
    assert vacant((400, 400), 0, 2.2, (all_,)) == (310, 0, 400, 40)


def red_box(picture: Image.Image) -> Box:
    """The box of what is red, as shares of the picture from its left and bottom."""
    colours = picture.convert("RGB").split()
    is_red = (lambda v: 255 * (v > 200), lambda v: 255 * (v < 70), lambda v: 255 * (v < 90))
    masks = [band.point(test) for band, test in zip(colours, is_red, strict=True)]
    box = ImageChops.multiply(ImageChops.multiply(masks[0], masks[1]), masks[2]).getbbox()
    assert box is not None
    width, height = picture.size
    return box[0] / width, 1 - box[3] / height, box[2] / width, 1 - box[1] / height


def drawn(pdf: bytes) -> Image.Image:
    document = pypdfium2.PdfDocument(pdf)
    try:
        picture: Image.Image = document[0].render(scale=0.15).to_pil()
        return picture
    finally:
        document.close()


SHEETS = [
    (Size(6000, 800), "banner-words"),
    (Size(8000, 1000), "banner-words"),
    (Size(800, 2500), "banner-words"),
    (Size(3000, 2000), "panel-words"),
    (Size(4000, 3000), "panel-beside"),
]


@pytest.mark.parametrize(("size", "template"), SHEETS)
def test_the_stamp_is_large_and_covers_neither_words_nor_code(
    typesetter: TypstTypesetter, size: Size, template: str
) -> None:
    headline = (("headline", "Thử nước sạch, giữ lợi nhuận"),)
    plain = order_of(size, template=template, capitals=False)
    texts = (*plain.artwork.texts, *headline)
    order = replace(plain, artwork=replace(plain.artwork, texts=texts), preview=WHY)
    pdf = page(order, typesetter)
    left, bottom, right, top = red_box(drawn(pdf))
    assert (right - left) * (top - bottom) > 0.03
    with pikepdf.open(BytesIO(pdf)) as document:
        width, height = (float(side) for side in document.pages[0].mediabox[2:])
    covered = [
        glyph.text
        for glyph in glyphs_of(pdf)
        if glyph.right > left * width
        and glyph.left < right * width
        and glyph.top > bottom * height
        and glyph.bottom < top * height
    ]
    assert covered == []
    results = preflight(Delivery(delivery(order, pdf, typesetter), order))
    assert [fault for fault in results[9].faults if fault.is_error] == []  # the code can be read
    assert results[14].faults == (replace(WHY[0], point=15),)


def test_every_file_of_a_piece_bears_the_stamp(typesetter: TypstTypesetter) -> None:
    order = replace(order_of(Size(3000, 600)), preview=WHY)
    kinds = frozenset(("pdf", "tiff", "outlines", "svg", "plain", "proof", "lines", "thumb"))
    made = make(PressTask(order, typesetter, kinds))
    assert (made.errors, sorted(made.files)) == ([], sorted(kinds))
    for kind in ("pdf", "outlines", "plain"):
        with pikepdf.open(BytesIO(made.files[kind])) as document:
            assert f"/{STAMP}" in document.pages[0].obj.Resources.XObject
        red_box(drawn(made.files[kind]))
    for kind in ("proof", "lines", "thumb"):
        red_box(Image.open(BytesIO(made.files[kind])))
    svg = made.files["svg"].decode()
    assert (svg.count("<svg"), svg.count("</svg>")) == (2, 2)


def test_an_own_template_cannot_leave_the_stamp_out(tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (own / "banner-words.typ").write_text(
        '#import "common.typ": *\n#show: sheet.with("la")\n'
        "#let all = (width: W, height: H, min: 1, max: 500, lines: 1)\n"
        '#context draw-lines(fit-lines("slogan", all), 0, 0)\n',
        "utf-8",
    )
    setter = TypstTypesetter(tmp_path / "typst", own)
    order = replace(order_of(Size(3000, 600)), preview=WHY)
    left, bottom, right, top = red_box(drawn(page(order, setter)))  # though words fill the page
    assert (right - left) * (top - bottom) > 0.005


def test_a_file_without_the_stamp_that_it_should_bear_and_the_other_way_round(
    typesetter: TypstTypesetter,
) -> None:
    order = order_of(Size(3000, 600))
    stamped = replace(order, preview=WHY)
    plain, marked = (delivery(one, page(one, typesetter), typesetter) for one in (order, stamped))

    def codes(pdf: bytes, one: Order) -> list[str]:
        results = preflight(Delivery(pdf, one))
        return [f.rule.code for f in results[14].faults]

    assert codes(plain, order) == []
    assert codes(plain, stamped) == ["artwork-not-approved", "stamp-missing"]
    assert codes(marked, order) == ["stamp-left"]
    assert codes(marked, stamped) == ["artwork-not-approved"]
