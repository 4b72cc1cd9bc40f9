"""What YAML drops behind a value: remarks are the author's, the end of a title is not."""

import pytest

from generator.source.document import document
from generator.source.frontmatter import MOST_BRACKETS, TANGLED, Split, split
from generator.source.nodes import read_yaml


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
    many = "[" * (MOST_BRACKETS // 2 + 1) + "\n"
    told = split(document("a.md", head + "Một.\n\n" + many + many))
    assert told == TANGLED.at(document("a.md", "\n" * 6 + many).at(6), most="1.000")
    assert isinstance(split(document("a.md", f"{head}{many}\n{many}")), Split)
    assert isinstance(split(document("a.md", head + "[a](b) " * 5000)), Split)
