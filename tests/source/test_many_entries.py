"""Values of a file otherwise, all at once: what is not meant stays as it was typed."""

import pytest

from generator.source.edits import NotEditableError
from generator.source.entries import Route
from generator.source.many_entries import NewValue, RemarkLine, rewrite

TEXT = """\
# Của tệp cũ.
id: a-2021
title: "Năm 2021"   # như in

# Các phần dưới đây.
budget: 5 đồng

notes:
  # về ghi chú
  - {id: X1, text: x}

list:
  - name: 'một'       # giữ
    source: s:1       # dòng 1
    also: [b, c]
    # năm 2021 thôi
    slots:
      - {id: l-2021, at: "1/2/2021", until: 3/2/2021}
      - id: m
        at: 4/5/2021
  - name: hai
  - name: ba
"""
VALUES: dict[Route, NewValue] = {
    ("id",): "a-2027",
    ("title",): "Năm 2027",
    ("budget",): RemarkLine("# budget:"),
    ("notes",): None,
    ("list", 0, "source"): "chưa có",
    ("list", 0, "also", 0): None,
    ("list", 0, "also", 1): "d",
    ("list", 0, "slots", 0, "id"): "l-2027",
    ("list", 0, "slots", 0, "until"): None,
    ("list", 0, "slots", 0, "basis"): "proposed",
    ("list", 0, "slots", 1, "at"): "4/5/2027",
    ("list", 0, "slots", 1, "basis"): "proposed",
    ("list", 1): None,
}
DONE = """\
id: a-2027
title: "Năm 2027"

# budget:

list:
  - name: 'một'       # giữ
    source: chưa có
    also: [d]
    slots:
      - {id: l-2027, at: "1/2/2021", basis: proposed}
      - id: m
        at: 4/5/2027
        basis: proposed
  - name: ba
"""


def is_stale(remark: str) -> bool:
    return "2021" in remark


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_all_at_once(end: str) -> None:
    text = TEXT.replace("\n", end)
    assert rewrite("plan.yml", text, VALUES, is_stale) == DONE.replace("\n", end)


def test_nothing_changes_nothing() -> None:
    assert rewrite("plan.yml", TEXT, {}, lambda _: False) == TEXT


def test_a_remark_within_a_text_is_none() -> None:
    text = 'a: "x # 2021"\nb: |\n  y # 2021\nc: z#2021 # 2021\n'
    kept = 'a: "x # 2021"\nb: |\n  y # 2021\nc: z#2021\n'
    assert rewrite("plan.yml", text, {}, is_stale) == kept


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("- a\n- b\n", {(0,): None}),
        ("list:\n  - source: x\n", {("list", 0, "source"): None}),
        ("list:\n  - {id: a, # đây\n     at: b}\n", {("list", 0, "id"): "c"}),
        ("id:\n", {("id",): "a"}),
        ("{id: a}\n", {("id",): "b"}),
    ],
)
def test_lines_of_the_author_never_go_unasked(text: str, values: dict[Route, NewValue]) -> None:
    with pytest.raises(NotEditableError):
        rewrite("plan.yml", text, values, is_stale)
