"""Slides are read from the last row, by who does not see them, and by every program."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree
from PIL import Image
from pptx import Presentation
from pptx.presentation import Presentation as Made

from generator.text.deck import LEAST_LETTERS, LETTERS, slides_of
from generator.text.presentation import Deck, SlidePicture, pptx_bytes

ROOT = Path(__file__).parents[2]
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
COLOURS = {
    "la": "#0b6b4b", "mam": "#6db33f", "nang": "#f2b233", "nuoc": "#1f6fa8", "dat": "#b4552d",
    "muc": "#14231c", "giay": "#fbfaf4",
}  # fmt: skip
TEXT = """\
Lời mở.

## Việc đầu

- Một **việc**
  1. con

> Nói thêm ([trang](https://thu.example.org/)).

## Con số

**20%** lượng thử

## Phần hai

## Bảng

Đọc:

| Nhóm | Tìm |
|---|---|
| Nước | vòi rò |

## Hình

![Cái vòi](a.png)

*Vòi thử.*

## Hình và chữ

![Cái vòi](a.png)

- Khóa lại[^1]

[^1]: Ghi chú thử.
"""


def picture() -> SlidePicture:
    data = BytesIO()
    Image.new("RGB", (40, 20)).save(data, "PNG")
    return SlidePicture(data.getvalue(), "Cái vòi", "Sơ đồ: Người thử.")


def deck(text: str = TEXT) -> Deck:
    more = {"picture": lambda _: picture(), "link": str}
    return Deck("Bài thử", "Dữ liệu thử.", text, COLOURS, "Nơi thử", drawing=picture(), **more)


@pytest.fixture(scope="module")
def made() -> Made:
    return Presentation(BytesIO(pptx_bytes(deck())))


def test_each_slide_has_its_layout_title_and_what_is_said(made: Made) -> None:
    shown = [
        (
            slide.slide_layout.name,
            slide.shapes.title.text if slide.shapes.title else "",
            slide.notes_slide.notes_text_frame.text if slide.has_notes_slide else "",
        )
        for slide in made.slides
    ]
    assert shown == [
        ("Trang bìa", "Bài thử", "Lời mở."),
        ("Tiêu đề và chữ", "Việc đầu", "Nói thêm (trang)."),
        ("Chữ lớn", "Con số", ""),
        ("Mở phần", "Phần hai", ""),
        ("Tiêu đề và chữ", "Bảng", ""),
        ("Hình lớn", "Hình", ""),
        ("Chữ và hình", "Hình và chữ", "[1] Ghi chú thử."),
    ]


def test_who_does_not_see_it_hears_titles_pictures_and_vietnamese(made: Made) -> None:
    for slide in made.slides:
        root = slide._element  # noqa: SLF001 - languages and descriptions
        assert {each.get("lang") for each in root.iter(f"{A}rPr")} == {"vi-VN"}
        assert {each.get("descr") for each in root.iter("{*}pic//{*}cNvPr")} <= {"Cái vòi"}
        titles = [s for s in slide.placeholders if s.placeholder_format.idx == 0]
        assert [title.has_text_frame and bool(title.text_frame.text) for title in titles] == [True]
    assert made.core_properties.language == "vi-VN"


def test_letters_are_read_from_the_last_row(made: Made) -> None:
    """But for credits and the foot, which nobody in the last row needs."""
    sizes = {
        run.font.size.pt
        for slide in made.slides
        for shape in slide.shapes
        if shape.has_text_frame
        for paragraph in shape.text_frame.paragraphs
        for run in paragraph.runs
        if run.font.size
    }
    assert {size for size in sizes if size < LEAST_LETTERS} == {14}
    master = etree.tostring(made.slide_master._element)  # noqa: SLF001
    assert b'sz="1400"' in master
    (large,) = made.slides[2].placeholders[1].text_frame.paragraphs[0].runs
    assert (large.text, large.font.size.pt if large.font.size else 0) == ("20%", 88)


def test_the_fuller_a_slide_is_the_smaller_are_its_letters() -> None:
    sizes = {n: slides_of("## Việc\n\n" + "- việc thử\n" * n)[1].letters for n in range(1, 12)}
    assert sizes == {
        **dict.fromkeys(range(1, 8), 32), 8: 28, **dict.fromkeys(range(9, 12), LEAST_LETTERS),
    }  # fmt: skip
    assert [most for _, most in LETTERS] == [7, 8, 10]


def test_the_same_text_gives_the_same_bytes_that_are_open_xml(
    open_xml_errors: Callable[..., list[object]],
) -> None:
    assert (data := pptx_bytes(deck())) == pptx_bytes(deck())
    assert open_xml_errors(data, ".pptx") == []


def test_without_brand_drawing_and_summary() -> None:
    data = pptx_bytes(Deck("Bài thử", "", "## Việc\n\n> Chỉ nói.", {}))
    cover, words = Presentation(BytesIO(data)).slides
    assert [shape.text_frame.text for shape in cover.shapes if shape.has_text_frame] == ["Bài thử"]
    assert words.slide_layout.name == "Mở phần"
