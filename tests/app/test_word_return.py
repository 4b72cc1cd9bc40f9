"""A text goes out to Word and comes back: what was changed there, and nothing else, is changed."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as Made
from PIL import Image

from generator.app.word_exchange import word_of
from generator.app.word_return import (
    BlockChange,
    FieldChange,
    WordChanges,
    WordReturn,
    with_changes,
)
from generator.text.imported import read_word
from tests.text.test_round_trip import office, resaved

__all__ = ["office"]
PATH = "content/bao-chi/bai-thu.md"
TEXT = """\
---
id: bai-thu
medium: newspaper   # của chúng tôi
title: Bài thử
standfirst: Sapo thử.
---

Đoạn đầu có [một bài khác](../phat-thanh/bai.md#muc) và **chữ đậm**[^a].

::: nhạc cắt 5 giây
Nhạc tươi, gọn.
:::

**PTV 1:** Kính chào quý vị.

![Xưởng nhuộm](../../assets/anh/xuong.png)

*Chú thích của hình.*

- một
- hai

| Việc | Tiền |
|---|---|
| Khóa vòi | 5 |

[^a]: Ghi chú đầu.
"""


def photograph(colour: str = "navy") -> bytes:
    target = io.BytesIO()
    Image.new("RGB", (640, 400), colour).save(target, "PNG")
    return target.getvalue()


Write = Callable[[Made], object]


def changes_of(text: str, *writes: Write, now: str = "") -> WordChanges:
    """What somebody has changed in Word."""
    data = word_of(PATH, text, lambda _: photograph())
    document, target = Document(io.BytesIO(data)), io.BytesIO()
    for write in writes:
        write(document)
    document.save(target)
    drafts = (read_word("bai.docx", each)[0] for each in (data, target.getvalue()))
    return WordReturn(PATH, text, *drafts).changes(now or text, {"title", "standfirst"})


def come_back(text: str, *writes: Write, now: str = "") -> tuple[str, list[object], list[str]]:
    """The text with all that was changed; what that was; and which places both have changed."""
    found = changes_of(text, *writes, now=now)
    done, refused = with_changes(PATH, now or text, found.changes)
    assert refused == []
    shared = [
        "shared" for each in found.changes if isinstance(each, BlockChange) and each.is_shared
    ]
    return done, list(found.changes), shared


def typed(old: str, new: str) -> Write:
    """Words of one run become others."""

    def write(document: Made) -> None:
        cells = (c for t in document.tables for row in t.rows for c in row.cells)
        paragraphs = [*document.paragraphs, *(p for cell in cells for p in cell.paragraphs)]
        run = next(r for p in paragraphs for r in p.runs if old in r.text)
        run.text = run.text.replace(old, new)

    return write


def paragraph(document: Made, words: str) -> "object":
    return next(p for p in document.paragraphs if words in p.text)


def added(below: str, words: str) -> Write:
    def write(document: Made) -> None:
        there = next(p for p in document.paragraphs if below in p.text)
        following = there._p.getnext()  # noqa: SLF001
        made = document.add_paragraph(words, style=there.style)
        following.addprevious(made._p)  # noqa: SLF001

    return write


def removed(words: str) -> Write:
    def write(document: Made) -> None:
        there = next(p for p in document.paragraphs if words in p.text)._p  # noqa: SLF001
        there.getparent().remove(there)

    return write


@pytest.mark.parametrize(
    ("write", "old", "new"),
    [
        (typed("Đoạn đầu có", "Đoạn này có"), "Đoạn đầu có", "Đoạn này có"),
        (typed("chữ đậm", "chữ rất đậm"), "**chữ đậm**", "**chữ rất đậm**"),
        (typed("Nhạc tươi, gọn.", "Nhạc buồn."), "Nhạc tươi, gọn.", "Nhạc buồn."),
        (typed("Kính chào quý vị.", "Kính chào bà con."), "chào quý vị", "chào bà con"),
        (
            typed("Chú thích của hình.", "Chú thích khác."),
            "*Chú thích của hình.*",
            "*Chú thích khác.*",
        ),
        (typed("hai", "ba"), "- hai", "- ba"),
        (typed("Khóa vòi", "Khóa van"), "| Khóa vòi | 5 |", "| Khóa van | 5 |"),
        (added("Kính chào", "Thêm một đoạn."), "quý vị.\n", "quý vị.\n\nThêm một đoạn.\n"),
        (removed("Kính chào"), "**PTV 1:** Kính chào quý vị.\n\n", ""),
        (typed("Bài thử", "Bài hay"), "title: Bài thử", "title: Bài hay"),
        (typed("Sapo thử.", "Sapo: hay."), "standfirst: Sapo thử.", 'standfirst: "Sapo: hay."'),
    ],
)
def test_one_change_in_word_changes_its_lines_alone(write: Write, old: str, new: str) -> None:
    assert old in TEXT
    done, changes, shared = come_back(TEXT, write)
    assert (done, len(changes), shared) == (TEXT.replace(old, new, 1), 1, [])


def test_the_label_of_a_cue_is_told_where_it_is_another_one_in_word() -> None:
    label = "Nhạc cắt (5 giây)"
    changed = changes_of(TEXT, typed("Nhạc cắt", "Nhạc nền"))
    assert (changed.changes, changed.labels) == ((), ((label, "Nhạc nền (5 giây)"),))
    assert changes_of(TEXT, removed(label)).labels == ((label, ""),)
    assert changes_of(TEXT, removed(label), removed("Nhạc tươi, gọn.")).labels == ()
    assert changes_of(TEXT, typed("Nhạc tươi, gọn.", "Nhạc vui.")).labels == ()


def test_what_nobody_touched_is_no_change() -> None:
    assert come_back(TEXT) == (TEXT, [], [])


def test_what_was_written_here_since_stays() -> None:
    now = TEXT.replace("- một", "- một trăm") + "\nĐoạn viết ở đây.\n"
    done, _, shared = come_back(TEXT, typed("Kính chào quý vị.", "Kính chào bà con."), now=now)
    assert (done, shared) == (now.replace("chào quý vị", "chào bà con"), [])


def test_the_same_place_changed_here_and_in_word_is_told() -> None:
    now = TEXT.replace("chào quý vị", "chào các bạn")
    done, _, shared = come_back(TEXT, typed("Kính chào quý vị.", "Kính chào bà con."), now=now)
    assert (done, shared) == (now.replace("chào các bạn", "chào bà con"), ["shared"])


def test_several_changes_are_all_in_it() -> None:
    writes = (typed("Đoạn đầu", "Đoạn một"), added("Kính chào", "Một."), typed("Tiền", "Đồng"))
    done, changes, _ = come_back(TEXT, *writes)
    meant = TEXT.replace("Đoạn đầu", "Đoạn một").replace("quý vị.\n", "quý vị.\n\nMột.\n")
    assert (done, len(changes)) == (meant.replace("| Tiền |", "| Đồng |"), 3)


def test_a_picture_that_is_new_is_handed_over_and_the_old_one_keeps_its_file() -> None:
    def write(document: Made) -> None:
        there = next(p for p in document.paragraphs if "Kính chào" in p.text)
        made = document.add_paragraph()
        made.add_run().add_picture(io.BytesIO(photograph("maroon")))
        there._p.addnext(made._p)  # noqa: SLF001

    data = word_of(PATH, TEXT, lambda _: photograph())
    document, target = Document(io.BytesIO(data)), io.BytesIO()
    write(document)
    document.save(target)
    drafts = (read_word("bai.docx", each)[0] for each in (data, target.getvalue()))
    found = WordReturn(PATH, TEXT, *drafts).changes(TEXT, ())
    done, _ = with_changes(PATH, TEXT, found.changes)
    (name,) = found.pictures
    assert done == TEXT.replace("quý vị.\n", f"quý vị.\n\n![]({name})\n")
    assert Image.open(io.BytesIO(found.pictures[name].data)).getpixel((0, 0)) == (128, 0, 0)


def test_a_field_that_the_record_has_not_is_not_asked_for() -> None:
    data = word_of(PATH, TEXT, lambda _: None)
    document, target = Document(io.BytesIO(data)), io.BytesIO()
    typed("Bài thử", "Bài hay")(document)
    typed("Sapo thử.", "Sapo hay.")(document)
    document.save(target)
    drafts = (read_word("bai.docx", each)[0] for each in (data, target.getvalue()))
    found = WordReturn(PATH, TEXT, *drafts).changes(TEXT, {"title"})
    assert found.changes == (FieldChange("title", "Bài thử", "Bài hay"),)


def test_no_note_of_a_camera_leaves_the_house() -> None:
    target, exif = io.BytesIO(), Image.Exif()
    exif.get_ifd(0x8825)[1] = "N"
    exif[0x010F] = "Máy ảnh"
    Image.new("RGB", (640, 400)).save(target, "JPEG", exif=exif)
    data = word_of(PATH, TEXT, lambda _: target.getvalue())
    (shown,) = read_word("bai.docx", data)[0].pictures
    assert dict(Image.open(io.BytesIO(shown.data)).getexif()) == {}


def test_another_program_saves_it_anew_and_one_change_is_one(office: Path, tmp_path: Path) -> None:
    """LibreOffice writes every part of a document otherwise than we do."""
    data = word_of(PATH, TEXT, lambda _: photograph())
    document, target = Document(io.BytesIO(data)), io.BytesIO()
    typed("Kính chào quý vị.", "Kính chào bà con.")(document)
    document.save(target)
    again = resaved(office, tmp_path, target.getvalue())[0]
    drafts = (read_word("bai.docx", each)[0] for each in (data, again))
    found = WordReturn(PATH, TEXT, *drafts).changes(TEXT, {"title", "standfirst"})
    done, refused = with_changes(PATH, TEXT, found.changes)
    assert (done, refused) == (TEXT.replace("chào quý vị", "chào bà con"), [])
    assert dict(found.pictures) == {}
