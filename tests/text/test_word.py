"""Word documents from the tree: styles, lists, tables, pictures, and the same bytes."""

import re
import zipfile
from collections.abc import Callable
from io import BytesIO

from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from generator.model.body import Body
from generator.model.piece import Piece
from generator.text.picture_use import pictures_of
from generator.text.tree import tree
from generator.text.word import WordPicture, blank, docx_bytes, line, printable, write
from generator.text.word.margins import foot, head

MARKDOWN = """\
Đoạn **đậm**, *nghiêng*, ~~bỏ~~ và [liên kết](https://thu.example.org/a?b=1&c=2). A & B < C {{x}}

![Ảnh thử](a.png)

*Chú thích của ảnh.*

## Tiêu đề phụ

- một
- hai

  đoạn tiếp
  1. con
- ba

3. ba
4. bốn

> lời trích

| A | B |
|---|--:|
| 1 | 2 |

---

### Nhỏ

1. lại một[^1]

Nhắc lại[^1].

[^1]: Ghi chú có [liên kết](https://thu.example.org/) và ~~chữ bỏ~~.

    Đoạn hai của ghi chú.
"""


def picture(width: int = 40, height: int = 30) -> bytes:
    target = BytesIO()
    Image.new("RGB", (width, height), (10, 120, 80)).save(target, "PNG")
    return target.getvalue()


def made(markdown: str = MARKDOWN, title: str = "Tít & < {{") -> bytes:
    document = blank(title, author="Sở Thử nghiệm")
    head(document, "Đầu trang")
    foot(document, "Chân trang")
    line(document, title, "Tít")
    write(
        document,
        tree(markdown).children,
        picture=lambda _: WordPicture(picture(), "Ảnh thử", "anh.png", 80),
        link=lambda href: href,
    )
    return docx_bytes(document)


def rows(data: bytes) -> list[tuple[str, str]]:
    document = Document(BytesIO(data))
    return [(p.style.name, p.text) for p in document.paragraphs if p.style]


def test_each_block_has_its_style() -> None:
    assert rows(made()) == [
        ("Tít", "Tít & < {{"),
        ("Nội dung", "Đoạn đậm, nghiêng, bỏ và liên kết. A & B < C {{x}}"),
        ("Ảnh", ""),
        ("Chú thích", "Chú thích của ảnh."),
        ("Tiêu đề phụ", "Tiêu đề phụ"),
        ("Danh sách", "một"),
        ("Danh sách", "hai"),
        ("Danh sách", "đoạn tiếp"),
        ("Danh sách", "con"),
        ("Danh sách", "ba"),
        ("Danh sách", "ba"),
        ("Danh sách", "bốn"),
        ("Trích dẫn", "lời trích"),
        ("Ô bảng", ""),
        ("Ảnh", "* * *"),
        ("Tiêu đề nhỏ", "Nhỏ"),
        ("Danh sách", "lại một"),
        ("Nội dung", "Nhắc lại1."),
    ]


def test_a_note_stands_below_the_page_and_word_counts_it() -> None:
    with zipfile.ZipFile(BytesIO(made())) as archive:
        text, notes, links = (
            archive.read(f"word/{name}").decode()
            for name in ("document.xml", "footnotes.xml", "_rels/footnotes.xml.rels")
        )
    assert text.count('<w:footnoteReference w:id="1"/>') == 1
    note = notes.partition('<w:footnote w:id="1">')[2]
    assert re.findall(r"<w:t[^>]*>([^<]*)", note) == [
        *(" ", "Ghi chú có ", "liên kết", " và ", "chữ bỏ", ".", "Đoạn hai của ghi chú.")
    ]
    assert note.count("<w:footnoteRef/>") == note.count("<w:strike/>") == 1
    assert "https://thu.example.org/" in links


def test_lists_count_by_themselves() -> None:
    document = Document(BytesIO(made()))
    marks = [
        tuple(p.xpath(f"string({path})") for path in (".", "*//w:numId/@w:val", "*//w:ilvl/@w:val"))
        for p in document.element.body.xpath("./w:p[w:pPr/w:numPr]")
    ]
    assert marks == [
        ("một", "1", "0"),
        ("hai", "1", "0"),
        ("con", "2", "1"),
        ("ba", "1", "0"),
        ("ba", "3", "0"),
        ("bốn", "3", "0"),
        ("lại một", "4", "0"),
    ]


def test_the_page_is_a4_and_the_language_vietnamese() -> None:
    document = Document(BytesIO(made()))
    section = document.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert document.core_properties.language == "vi-VN"
    with zipfile.ZipFile(BytesIO(made())) as archive:
        styles = archive.read("word/styles.xml").decode()
        whole = b"".join(archive.read(name) for name in archive.namelist())
    assert 'w:lang w:val="vi-VN"' in styles
    assert "en-US" not in styles
    assert b"python-docx" not in whole


def test_a_picture_says_what_it_shows() -> None:
    document = Document(BytesIO(made()))
    (properties,) = document.element.xpath("//wp:docPr")
    assert (properties.get("descr"), properties.get("name")) == ("Ảnh thử", "anh.png")
    assert round(document.inline_shapes[0].width.mm) == 80


def test_a_tall_picture_stays_on_its_page() -> None:
    document = blank("Thử")
    shown = WordPicture(picture(30, 300), "Cao", "cao.png", 160)
    write(document, tree("![Cao](a.png)").children, picture=lambda _: shown)
    shape = document.inline_shapes[0]
    assert (round(shape.width.mm), round(shape.height.mm)) == (15, 150)


def test_the_same_content_gives_the_same_bytes() -> None:
    assert made() == made()
    with zipfile.ZipFile(BytesIO(made())) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        names = archive.namelist()
    assert names == ["[Content_Types].xml", *sorted(names[1:])]


def test_pictures_are_found_wherever_they_stand_but_in_code() -> None:
    piece = Piece.model_validate({"id": "thu", "medium": "article", "title": "Thử"})
    piece.read_from(
        "content/thu.md", Body("    ![x](a.png)\n\n# ![y](b.png)\n\n|![z](c.png)|\n|-|")
    )
    assert [picture.file for picture in pictures_of(piece)] == ["content/b.png", "content/c.png"]


@settings(max_examples=15)
@given(st.text(), st.text())
def test_any_text_can_be_written(title: str, words: str) -> None:
    document = blank(title, author=title)
    line(document, words, "Nội dung")
    text = Document(BytesIO(docx_bytes(document))).paragraphs[0].text
    assert text == printable(words).replace("\r\n", "\n").replace("\r", "\n")


def test_a_validator_of_open_xml_finds_nothing_wrong(
    open_xml_errors: Callable[[bytes], list[object]],
) -> None:
    assert open_xml_errors(made()) == []


def test_a_title_longer_than_a_property_is_cut_between_words() -> None:
    title = blank("một tiêu đề " * 40).core_properties.title
    assert title == f"{('một tiêu đề ' * 21).strip()}…"
