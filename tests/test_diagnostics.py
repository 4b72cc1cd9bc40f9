"""The three renderings of a diagnostic, and carets that stand under what they mean."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics import (
    Location,
    Rule,
    Severity,
    in_order,
    render_github,
    render_json,
    render_text,
)
from generator.source.document import document

RULE = Rule("test-rule", "“{value}” is odd.", "Write {near}: 100 % sure.")
MILD = Rule("mild-rule", "It is odd.", "Leave it.", Severity.WARNING)
TITLE = document("content/bài.md", "---\ntitle: Bài thử\n").at(1, 7, 7)


def test_text_is_place_message_excerpt_and_next_step() -> None:
    assert render_text([RULE.at(TITLE, value="Bài thử", near="Bài")], "en") == (
        "content/bài.md:2:8: error[test-rule]: “Bài thử” is odd.\n"
        "    2 │ title: Bài thử\n"
        "      │        ^^^^^^^\n"
        "    → Next step: Write Bài: 100 % sure.\n\n"
    )


def test_text_in_colour() -> None:
    found = [RULE.at(Location("a.md"), value="x", near="y"), MILD.at(Location("a.md"))]
    assert render_text(found, "en", colour=True) == (
        "\x1b[1ma.md\x1b[0m: \x1b[31merror\x1b[0m[test-rule]: “x” is odd.\n"
        "    → Next step: Write y: 100 % sure.\n\n"
        "\x1b[1ma.md\x1b[0m: \x1b[33mwarning\x1b[0m[mild-rule]: It is odd.\n"
        "    → Next step: Leave it.\n\n"
    )


def test_github_escapes_what_would_end_the_annotation() -> None:
    where = Location("a,b:c.md", 3, 4)
    assert render_github([RULE.at(where, value="1\r\n::error::2%", near="x")], "en") == (
        "::error file=a%2Cb%3Ac.md,line=3,col=4,title=test-rule::"
        "“1%0D%0A::error::2%25” is odd. Write x: 100 %25 sure.\n"
    )
    assert render_github([MILD.at(Location("a.md"))], "en") == (
        "::warning file=a.md,line=1,col=1,title=mild-rule::It is odd. Leave it.\n"
    )


def test_json_is_a_list_for_programs() -> None:
    text = render_json([RULE.at(TITLE, value="Bài", near='"')], "en")
    assert json.loads(text) == [
        {
            "path": "content/bài.md",
            "line": 2,
            "column": 8,
            "code": "test-rule",
            "severity": "error",
            "message": "“Bài” is odd.",
            "hint": 'Write ": 100 % sure.',
        }
    ]
    assert render_json([], "en") == "[]\n"


def test_an_author_s_word_is_never_translated() -> None:
    assert RULE.at(TITLE, value="error", near="warning").message("vi").count("error") == 1


@pytest.mark.parametrize(
    ("line", "word", "shown", "caret"),
    [
        ("title: \tx", "x", "title: ·x", "        ^"),
        ("a\u200bb: x", "x", "a·b: x", "     ^"),
        ("名前: x", "x", "名前: x", "      ^"),
        ("Bài: x".replace("à", "a\u0300"), "x", "Bài: x".replace("à", "a\u0300"), "     ^"),
        ("😀👍\ufe0f: ab", "ab", "😀👍\ufe0f: ab", "      ^^"),
        ("x" * 200 + "y" + "z" * 200, "y", "x" * 60 + "y" + "z" * 39, " " * 60 + "^"),
        ("a" * 200 + "b" * 300, "b" * 300, "a" * 60 + "b" * 40, " " * 60 + "^" * 40),
    ],
)
def test_the_caret_stands_under_the_value(line: str, word: str, shown: str, caret: str) -> None:
    where = document("a.md", line).at(0, line.index(word), len(word))
    excerpt = render_text([MILD.at(where)], "en").split("\n")[1:3]
    assert excerpt == [f"    1 │ {shown}", f"      │ {caret}"]


def test_columns_count_utf16_units_as_editors_do() -> None:
    where = document("a.md", "😀 Bài").at(0, 2, 3)
    assert (where.column, where.width) == (4, 3)


def test_order_is_by_file_and_place_and_nothing_is_told_twice() -> None:
    a, b, c = (MILD.at(Location(*place)) for place in (("a", 2, 9), ("a", 10, 1), ("b", 1, 1)))
    assert in_order([c, b, a, b]) == [a, b, c]


@given(st.text(max_size=80), st.integers(0, 90), st.integers(0, 90))
def test_any_line_can_be_shown(line: str, column: int, width: int) -> None:
    where = document("a.md", line).at(0, column, width)
    text = render_text([MILD.at(where)], "en")
    assert text.startswith("a.md:1:")
    assert text.endswith("    → Next step: Leave it.\n\n")


def test_what_drives_a_terminal_is_not_written_to_it() -> None:
    rule = Rule("some-code", "“{value}” is wrong.", "Mend it.")
    shown = render_text([rule.at(Location("a\x1b[31m\n.md"), value="\x07b")], "en")
    assert shown == "a·[31m·.md: error[some-code]: “·b” is wrong.\n    → Next step: Mend it.\n\n"
