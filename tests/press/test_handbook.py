"""A piece that is bound: its cover, its pages, its sheets, and what is told of it. Test data."""

from dataclasses import replace
from datetime import date
from io import BytesIO
from types import SimpleNamespace

import pikepdf
import pypdfium2
import pytest

from generator.adapters.typesetter import TypstTypesetter
from generator.media.handbook import Handbook, artwork
from generator.model.artwork import Artwork, Imprint
from generator.model.body import Body
from generator.model.printer import ANY_PAPER_PRINTER, PaperStock
from generator.model.sizes import Size
from generator.press.binding import (
    binding_faults,
    binding_in_words,
    creep_of,
    spine_of,
    with_book,
)
from generator.press.book_length import most_pages
from generator.press.book_text import book_faults, book_text, words_of
from generator.press.folds import folds_of, sides_of
from generator.press.imposition import push, sheet_sides
from generator.press.layout_choice import template_for
from generator.press.making import PressFiles, PressTask, make
from generator.press.order import Order
from tests.press.test_preflight import order_of

A5 = Size(148, 210)
PAPER = PaperStock.model_validate({"name": "Giấy mẫu", "thickness": "0,1 mm"})
PRINTER = ANY_PAPER_PRINTER.model_copy(update={"pages": PAPER})
BODY = """\
Lời mở đầu.

## Chương một[^x]

Dẫn vào chương.

### Đề mục

Đoạn **đậm** có chú thích.[^a]

1. Việc một.
2. Việc hai.

> Lời dặn.

| Ngày | Điện |
|---|---:|
| Thứ hai | |

[^a]: Lời chú thích.
""".replace("[^x]", "")
KINDS = frozenset({"pdf", "imposed", "plain", "proof", "thumb"})


def handbook(body: str = BODY, **keys: object) -> Handbook:
    said = {"campaign": "x", "activity": "x", "title": "Thử", "headline": "Thử", "size": "A5"}
    said |= {"id": "thu", "medium": "handbook", "pages": "4", "series": "Loạt thử"} | keys
    piece = Handbook.model_validate(said)
    piece.read_from("content/thu.md", Body(body, "content/thu.md", 12, body))
    return piece


def made_of(piece: Handbook) -> Artwork:
    imprint = Imprint("Chiến dịch", "Cơ quan mẫu", "Số 1 đường Mẫu", "", "https://example.org/thu/")
    made = with_book(replace(artwork(piece, imprint), bleed=3, safe=5), piece, PRINTER)
    return replace(made, template=template_for(made, "handbook"))


def orders(piece: Handbook) -> tuple[Order, Order]:
    base = order_of(A5)
    cover, pages = (
        replace(base, artwork=each, printer=PRINTER, rules=(), day=date(2021, 4, 1))
        for each in sides_of(made_of(piece))
    )
    return cover, replace(pages, cover=cover)


@pytest.fixture(scope="module")
def setter(tmp_path_factory: pytest.TempPathFactory) -> TypstTypesetter:
    return TypstTypesetter(tmp_path_factory.mktemp("typst"))


@pytest.fixture(scope="module")
def booklet(setter: TypstTypesetter) -> PressFiles:
    return make(PressTask(orders(handbook())[1], setter, KINDS))


def test_without_a_printing_condition_it_is_a_plain_pdf(setter: TypstTypesetter) -> None:
    made = make(PressTask(replace(orders(handbook())[1], intent=None), setter, KINDS))
    assert (made.errors, made.files.keys()) == ([], KINDS)


def test_the_cover_is_folded_at_its_spine() -> None:
    """Stapled it has none; glued it is as thick as its pages."""
    cover, pages = sides_of(made_of(handbook()))
    assert (cover.trim, folds_of(cover), pages.trim, pages.pages) == (Size(296, 210), (148,), A5, 4)
    glued = made_of(handbook(pages="96", binding="glued"))
    assert spine_of(96, 0.1) == 4.8
    cover, _ = sides_of(glued)
    assert (cover.trim, folds_of(cover)) == (Size(300.8, 210), (148, 152.8))
    assert [*binding_in_words(glued.book)] == [  # type: ignore[arg-type] # it is bound
        "bìa 4 trang và 96 trang ruột, dán keo gáy",
        "gáy 4,8 mm",
    ]


def test_pages_lie_on_sheets_as_they_are_folded() -> None:
    pairs = [(side.left, side.right) for side in sheet_sides(8, 8)]
    assert pairs == [(8, 1), (2, 7), (6, 3), (4, 5)]
    assert all(sum(pair) == 9 for pair in pairs)
    glued = [(side.sheet, side.left, side.right) for side in sheet_sides(24, 16)]
    assert glued[0] == (1, 16, 1)
    assert glued[8:] == [(5, 24, 17), (5, 18, 23), (6, 22, 19), (6, 20, 21)]


def test_inner_pages_are_pushed_out_and_moved_back() -> None:
    made = made_of(handbook(pages="28")).book
    assert made is not None
    moved = [push(side, made) for side in sheet_sides(28, 28) if not side.is_back]
    assert moved == [0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6]
    assert creep_of(28, 0.1) == moved[-1]
    glued = replace(made, is_glued=True)
    assert {push(side, glued) for side in sheet_sides(28, 16)} == {0.0}


def test_the_text_becomes_chapters_of_blocks() -> None:
    book = book_text(handbook())
    (chapter,) = book["chapters"]  # type: ignore[misc] # as JSON
    kinds = [block["kind"] for block in chapter["blocks"]]
    assert kinds == ["paragraph", "heading", "paragraph", "list", "note", "table"]
    assert chapter["blocks"][2]["runs"] == [
        ["Đoạn ", ""],
        ["đậm", "b"],
        [" có chú thích.", ""],
        ["", "note", [["Lời chú thích.", ""]]],
    ]
    made = made_of(handbook()).book
    said = [*words_of(made.text)] if made else []
    assert said[:4] == ["Lời mở đầu.", "Chương một", "Dẫn vào chương.", "Đề mục"]
    assert "Lời chú thích." in said
    assert made
    assert most_pages(made.text) == 4


def test_what_cannot_be_bound_is_told_before_it_is_set() -> None:
    def told(piece: Handbook) -> list[str]:
        found = [*binding_faults(piece, ANY_PAPER_PRINTER), *book_faults(piece)]
        return [one.rule.code for one in found]

    chapters = "".join(f"## Chương {number}\n\nLời.\n\n" for number in range(12))
    assert told(handbook()) == []
    assert told(handbook(pages="26")) == ["pages-not-in-fours"]
    assert told(handbook(chapters, pages="24")) == ["pages-over"]
    assert told(handbook(binding="glued")) == ["spine-unknown"]
    assert told(handbook(drawings=("khong-co",))) == ["no-such-drawing"]
    assert told(handbook("## Chương\n\n![a](../assets/a.png)\n")) == ["book-block"]


def test_every_page_is_held_to_its_order(booklet: PressFiles) -> None:
    assert ([one for one in booklet.results if one.faults], booklet.faults) == ([], ())
    assert set(booklet.files) == KINDS
    with pikepdf.open(BytesIO(booklet.files["pdf"])) as document:
        assert [len(document.pages), len(document.Root.OutputIntents)] == [4, 1]
        fonts = [font.objgen for page in document.pages for font in page.Resources.Font.values()]
        assert len(set(fonts)) < len(fonts)  # each is held once


def test_sheets_and_the_reader_have_the_pages_in_their_order(booklet: PressFiles) -> None:
    sheets = _texts(booklet.files["imposed"])
    assert ["Lời mở đầu" in sheets[0], "Nộp lưu chiểu" in sheets[0]] == [True, True]
    assert ["Dẫn vào chương" in sheets[1], "Việc hai" in sheets[1]] == [True, True]
    assert "mặt sau · 2 | 3" in sheets[1]
    read = pypdfium2.PdfDocument(booklet.files["plain"])
    sizes = {(round(wide * 25.4 / 72), round(high * 25.4 / 72)) for wide, high in map(_size, read)}
    assert (len(read), sizes) == (6, {(148, 210)})
    said = _texts(booklet.files["plain"])
    assert ["Loạt thử" in said[0], "Lời mở đầu" in said[1], "Cơ quan mẫu" in said[5]] == [True] * 3


def _size(page: pypdfium2.PdfPage) -> tuple[float, float]:
    left, bottom, right, top = page.get_cropbox()
    return right - left, top - bottom


def _texts(pdf: bytes) -> list[str]:
    pages = pypdfium2.PdfDocument(pdf)
    return [" ".join(page.get_textpage().get_text_bounded().split()) for page in pages]


def test_words_that_no_page_has_and_pages_beyond_the_order_are_told(
    setter: TypstTypesetter,
) -> None:
    _, pages = orders(handbook())
    other = SimpleNamespace(pdf=lambda *_: setter.pdf("handbook-plain", {"job": pages.job}))
    _, more = orders(handbook(BODY.replace("Lời dặn.", "Lời dặn khác hẳn.")))
    found = make(PressTask(more, other, KINDS))  # type: ignore[arg-type] # sets another text
    assert [(one.rule.code, dict(one.details)["text"]) for one in found.faults] == [
        ("slot-left-out", "Lời dặn khác hẳn.")
    ]
    long = orders(handbook(BODY + "\nMột câu dài vừa phải để đầy trang. " * 400))[1]
    found = make(PressTask(long, setter, KINDS))
    assert [(one.rule.code, one.change) for one in found.faults] == [
        ("pages-over", ("piece", "pages"))
    ]
