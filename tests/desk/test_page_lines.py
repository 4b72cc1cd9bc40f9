"""A file as people read it, line by line. Test data."""

from pathlib import Path

import pytest

from generator.cli.desk_workplace import Here
from generator.desk.page_lines import LABEL, TARGET, page_lines
from generator.desk.text_comparison import compare_lines
from generator.model.plan import Plan

HEAD = """---
id: cach-lam
medium: article
title: "Tắt đèn"
status: draft
topics: [Nước, Điện]
---

"""
BODY = """## Vì sao

Một câu **đậm**, *nghiêng*, ~~bỏ~~ và [tắt đèn](bang-ron.md).

- Một
- Hai
  1. Hai một

> Lời **ai**.

| Việc | Tiền |
|---|---|
| Rửa | 5 |

Có chú thích[^1].

[^1]: Ở đây.
"""
SHOWN = [
    "‹Mã: ›cach-lam",
    "‹Loại hình: ›Bài viết",
    "‹Tên bài: ›Tắt đèn",
    "‹Tình trạng: ›bản nháp",
    "‹Chủ đề: ›Nước, Điện",
    "‹Tiêu đề: ›Vì sao",
    "Một câu đậm, nghiêng, bỏ và tắt đèn‹ (→ Băng rôn thử)›.",
    "• Một",
    "• Hai",
    "  1. Hai một",
    "‹Trích dẫn: ›Lời ai.",
    "‹Bảng: ›Việc │ Tiền",
    "‹Bảng: ›Rửa │ 5",
    "Có chú thích [Chú thích 1].",
    "‹Chú thích 1: ›Ở đây.",
]


@pytest.fixture(scope="module")
def plan() -> Plan:
    return Here(Path(__file__).parents[1] / "examples/tiny").look().plan


def shown(text: str, plan: Plan) -> list[str]:
    quiet = {LABEL, TARGET}
    lines = page_lines("content/cach-lam.md", text, plan)
    return ["".join(f"‹{w}›" if look in quiet else w for w, look in line) for line in lines]


def test_a_file_is_shown_without_its_signs(plan: Plan) -> None:
    assert shown(HEAD + BODY, plan) == SHOWN


@pytest.mark.parametrize(
    ("old", "new", "differs"),
    [
        ("**đậm**", "đậm", [("đậm", "strong"), ("đậm", "")]),
        ("## Vì", "### Vì", [("Tiêu đề: ", LABEL), ("Tiêu đề nhỏ: ", LABEL)]),
        (
            "(bang-ron.md)",
            "(index.md)",
            [(" (→ Băng rôn thử)", TARGET), (" (→ Trang đầu)", TARGET)],
        ),
        ('"Tắt đèn"', "Tắt quạt", [("đèn", ""), ("quạt", "")]),
        ("[Nước, Điện]", "[Nước]", [(", Điện", "")]),
        ("| Rửa | 5 |", "| Rửa | 6 |", [("5", ""), ("6", "")]),
        ("- Một\n", "- Một\n- Rồi\n", [("• Rồi", "")]),
    ],
)
def test_what_differs_is_marked_in_words(
    plan: Plan, old: str, new: str, differs: list[tuple[str, str]]
) -> None:
    text = HEAD + BODY
    assert old in text
    sides = (page_lines("content/cach-lam.md", t, plan) for t in (text, text.replace(old, new)))
    rows = [row for row in compare_lines(*sides) if not row.is_same]
    parts = [part for row in rows for side in (row.before, row.after) for part in side or ()]
    assert [(part.text, part.look) for part in parts if part.differs] == differs
