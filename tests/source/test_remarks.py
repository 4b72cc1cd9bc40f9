"""What YAML drops behind a value: remarks are the author's, the end of a title is not."""

import pytest

from generator.diagnostics import Diagnostic
from generator.source.document import document
from generator.source.frontmatter import (
    MOST_LINES,
    MOST_SIGNS,
    TOO_MANY_LINES,
    TOO_MANY_SIGNS,
    Split,
    split,
)
from generator.source.yaml_nodes import read_yaml


@pytest.mark.parametrize(
    ("line", "cut"),
    [
        ("title: Tiết kiệm #1 điện", "#1 điện"),
        ("title: Bài # 2", "# 2"),
        ("title: #sxsh", "#sxsh"),
        ("- một #hai", "#hai"),
        ("status: draft # nháp", ""),
        ("status: draft   # draft | ready", ""),
        ("quarters: [II, III] #3", ""),
        ('title: "Tiết kiệm #1" #2', ""),
        ("title: Tiết kiệm#1", ""),
        ("# title: #1", ""),
        ("status: draft #--- hết", ""),
        ("quantity: 10 kỳ   # 3/3/4", ""),
        ("quantity: 10 kỳ #3/3/4", "#3/3/4"),
    ],
)
def test_what_is_dropped_behind_a_value(line: str, cut: str) -> None:
    _, found = read_yaml(document("thu.yml", line))
    assert [item.details["cut"] for item in found] == ([cut] if cut else [])
    whole = line.partition(": ")[2] == cut
    assert [item.is_error for item in found] == ([whole] if cut else [])


def test_brackets_that_nothing_closes() -> None:
    head = "---\nid: a\n---\n\n"
    many = "[" * (MOST_SIGNS // 2 + 1) + "\n"
    told = split(document("a.md", head + "Một.\n\n" + many + many))
    assert told == TOO_MANY_SIGNS.at(
        document("a.md", "\n" * 6 + many).at(6), sign="[", most="1.000"
    )
    assert isinstance(split(document("a.md", f"{head}{many}\n{many}")), Split)
    assert isinstance(split(document("a.md", head + "[a](b) " * 5000)), Split)


@pytest.mark.parametrize("text", ["`", "*a", "_a", "~~a", "<a", "&", "\\", "{", "^", "[a](", "!["])
def test_a_paragraph_full_of_signs_is_refused(text: str) -> None:
    """Each costs a reader of Markdown the square of their number."""
    body = f"{text} " * (MOST_SIGNS + 1)
    told = split(document("a.md", f"---\nid: a\n---\n\n{body}\n"))
    assert isinstance(told, Diagnostic)
    assert told.rule.code == "too-many-signs"


@pytest.mark.parametrize(
    "line", ["- **a** và `b`\n", "1. **a**: *b*\n", "| **a** | *b* |\n", "**a** và *b*\n\n"]
)
def test_a_long_list_or_table_has_as_many_signs_as_it_needs(line: str) -> None:
    text = f"---\nid: a\n---\n\n{line * MOST_SIGNS}"
    assert isinstance(split(document("a.md", text)), Split)


def test_rows_without_outer_lines_are_read_each_by_itself() -> None:
    rows = "a | b\n--- | ---\n" + "**a** | *b*\n" * MOST_SIGNS
    assert isinstance(split(document("a.md", f"---\nid: a\n---\n\n{rows}")), Split)


def test_a_text_has_so_many_lines() -> None:
    head = "---\nid: a\n---\n"
    told = split(document("a.md", head + "\n" * MOST_LINES))
    assert told == TOO_MANY_LINES.at(document("a.md", "\n" * 10_005).at(10_003), most="10.000")
    assert isinstance(split(document("a.md", head + "a\n" * (MOST_LINES - 1))), Split)
