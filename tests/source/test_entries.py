"""A key of a file's data is set, removed, lengthened; every other character stays. Test data."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.source.edits import NotEditableError, with_body
from generator.source.entries import KeyEntry, value_at, with_entry, with_item

PIECE = """\
---
id: bai-thu   # không đổi
title: 'Bài ''một'''
topics:
  - nước   # chú thích
  - điện
empty:
status: draft # đang viết
aliases: [cu]
picture: {file: a.png, alt: "Ảnh"}
words: |
  một
  hai

# chú thích cuối
---

Thân bài.
"""
PLAN = """\
activities:
  - id: a
    slots:
      - {id: x, quarter: II, at: "1/5/2021"}
      - id: y
"""


def changed(before: str, after: str) -> tuple[list[str], list[str]]:
    """The lines that only the one or the other has."""
    old, new = before.split("\n"), after.split("\n")
    return [line for line in old if line not in new], [line for line in new if line not in old]


@pytest.mark.parametrize(
    ("entry", "gone", "come"),
    [
        (KeyEntry(("status",), "ready"), "status: draft # đang viết", "status: ready # đang viết"),
        (KeyEntry(("title",), "Bài 'hai'"), "title: 'Bài ''một'''", "title: 'Bài ''hai'''"),
        (KeyEntry(("empty",), "Bài: hai"), "empty:", 'empty: "Bài: hai"'),
        (KeyEntry(("empty",), 'Nói: "ừ"'), "empty:", "empty: 'Nói: \"ừ\"'"),
        (KeyEntry(("empty",), ("a", "b, c")), "empty:", 'empty: [a, "b, c"]'),
        (KeyEntry(("empty",), "~"), "empty:", 'empty: "~"'),
        (KeyEntry(("empty",), None), "empty:", None),
        (KeyEntry(("aliases",), ("moi",)), "aliases: [cu]", "aliases: [moi]"),
        (
            KeyEntry(("picture", "alt"), "Ảnh, mới"),
            'picture: {file: a.png, alt: "Ảnh"}',
            'picture: {file: a.png, alt: "Ảnh, mới"}',
        ),
        (
            KeyEntry(("picture", "caption"), "Một, hai"),
            'picture: {file: a.png, alt: "Ảnh"}',
            'picture: {file: a.png, alt: "Ảnh", caption: "Một, hai"}',
        ),
        (
            KeyEntry(("picture", "file"), None),
            'picture: {file: a.png, alt: "Ảnh"}',
            'picture: {alt: "Ảnh"}',
        ),
        (
            KeyEntry(("approved_on",), "5/5/2021", ("title", "status"), "vì sao"),
            None,
            "approved_on: 5/5/2021  # vì sao",
        ),
    ],
)
@pytest.mark.parametrize("form", ["lf", "crlf", "bom", "nfd"])
def test_one_line_changes(entry: KeyEntry, gone: str | None, come: str | None, form: str) -> None:
    text = {
        "lf": PIECE,
        "crlf": PIECE.replace("\n", "\r\n"),
        "bom": "\ufeff" + PIECE,
        "nfd": unicodedata.normalize("NFD", PIECE),
    }[form]
    after = with_entry("content/bai.md", text, entry)
    end = "\r" if form == "crlf" else ""
    told = [[unicodedata.normalize("NFC", line) for line in part] for part in changed(text, after)]
    assert told == [[line + end for line in (gone,) if line], [c + end for c in (come,) if c]]


def test_a_list_grows_in_the_form_that_it_has() -> None:
    grown = with_item("content/bai.md", PIECE, ("topics",), "gió")
    assert grown == PIECE.replace("  - điện\n", "  - điện\n  - gió\n")
    assert with_item("content/bai.md", PIECE, ("aliases",), "xưa") == PIECE.replace(
        "[cu]", "[cu, xưa]"
    )
    new = with_item("content/bai.md", PIECE, ("corrections",), "{on: 1/1/2021, text: a}")
    assert new == PIECE.replace("  hai\n", "  hai\ncorrections:\n  - {on: 1/1/2021, text: a}\n")


def test_a_slot_of_a_plan_moves() -> None:
    route = ("activities", 0, "slots", 0)
    moved = with_entry("plan.yml", PLAN, KeyEntry((*route, "at"), "2/5/2021 06:30"))
    assert moved == PLAN.replace("1/5/2021", "2/5/2021 06:30")
    alone = with_entry("plan.yml", PLAN, KeyEntry((*route, "quarter"), None))
    assert alone == PLAN.replace(" quarter: II,", "")
    second = with_entry("plan.yml", PLAN, KeyEntry(("activities", 0, "slots", 1, "at"), "3/5/2021"))
    assert second == PLAN + "        at: 3/5/2021\n"
    assert value_at("plan.yml", second, ("activities", 0, "slots", 1, "at")) == "3/5/2021"


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        (PIECE, KeyEntry(("topics",), ("gió",))),  # a remark would go
        (PIECE.replace("title:", "id:"), KeyEntry(("id",), "khac")),  # which of the two?
        ("---\n[a]\n---\n", KeyEntry(("id",), "khac")),
        ("---\nid: [a\n---\n", KeyEntry(("id",), "khac")),
        ("Không có phần đầu.\n", KeyEntry(("id",), "khac")),
        ("", KeyEntry(("id",), "khac")),
        (PIECE, KeyEntry(("nothing", "here"), "x")),
        (PIECE, KeyEntry(("topics", 7, "x"), "x")),
    ],
)
def test_what_cannot_be_changed_without_loss_is_refused(text: str, entry: KeyEntry) -> None:
    with pytest.raises(NotEditableError):
        with_entry("content/bai.md", text, entry)


SHORT = "---\nid: a\ntitle: 'Bài'\nempty:\n---\n"


@settings(max_examples=50)
@given(
    st.text(st.characters(exclude_categories=("C", "Z")) | st.just(" "), min_size=1),
    st.sampled_from(["id", "title", "empty", "new"]),
)
def test_any_line_of_text_is_read_as_it_was_meant(words: str, key: str) -> None:
    text = with_entry("content/bai.md", SHORT, KeyEntry((key,), words))
    assert value_at("content/bai.md", text, (key,)) == words
    assert with_entry("content/bai.md", text, KeyEntry((key,), words)) == text
    several = (words, "z")
    text = with_entry("content/bai.md", SHORT, KeyEntry((key,), several))
    assert value_at("content/bai.md", text, (key,)) == several


def test_a_list_that_is_long_has_a_line_for_each_item() -> None:
    sources = ("http://a.example.org/default.aspx?page=faq&id=26", "001_e82b15026eeedf5f.txt:17")
    text = with_entry("content/bai.md", SHORT, KeyEntry(("sources",), sources))
    lines = "".join(f"  - {each}\n" for each in sources)
    assert text == SHORT.replace("empty:\n", f"empty:\nsources:\n{lines}")
    short = with_entry("content/bai.md", SHORT, KeyEntry(("topics",), ("Vì sao?", "Nước")))
    assert short == SHORT.replace("empty:\n", 'empty:\ntopics: ["Vì sao?", Nước]\n')


@settings(max_examples=50)
@given(st.lists(st.sampled_from(["a", "", "# b", "ế", "---", "::: nhạc"]), max_size=6))
def test_a_body_keeps_the_lines_that_are_in_both(lines: list[str]) -> None:
    saved = "\ufeff---\r\nid: a\r\n---\r\n\r\nMo\u0302\u0323t.\nHai.\r\n"
    body = "\n".join(["", "Một.", *lines, "Hai.", ""])
    after = with_body("content/a.md", saved, body)
    new = "".join(f"{line}\r\n" for line in lines)
    head, tail = saved.split("Hai.")
    assert unicodedata.normalize("NFC", after) == unicodedata.normalize(
        "NFC", head + new + "Hai." + tail
    )
    assert with_body("content/a.md", saved, "\nMột.\nHai.\n") == saved


LINES = "sources:\n  - a:1\n  # của năm ngoái\n  - 'b:2'  # xem lại\n  - c\nend: x\n"
LISTS = [
    (("a:1", "b:2", "c", "d: 4"), LINES.replace("  - c\n", '  - c\n  - "d: 4"\n')),
    (("a:1", "b:2"), LINES.replace("  - c\n", "")),
    (
        ("c", "a:1", "b:2"),
        "sources:\n  - c\n  - a:1\n  # của năm ngoái\n  - 'b:2'  # xem lại\nend: x\n",
    ),
]


@pytest.mark.parametrize("sign", ["\n", "\r\n"])
@pytest.mark.parametrize(("value", "written"), LISTS)
def test_what_stays_in_a_list_keeps_its_line(
    value: tuple[str, ...], written: str, sign: str
) -> None:
    before = LINES.replace("\n", sign)
    after = with_entry("campaigns/x.yml", before, KeyEntry(("sources",), value))
    assert after == written.replace("\n", sign)


def test_no_remark_goes_with_an_item() -> None:
    with pytest.raises(NotEditableError):
        with_entry("campaigns/x.yml", LINES, KeyEntry(("sources",), ("a:1", "c")))
