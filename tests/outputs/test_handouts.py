"""Handouts lie beside their page; what is right in a test only the trainer's copy tells."""

from datetime import datetime
from io import BytesIO
from pathlib import Path

from docx import Document

from generator import testing
from generator.adapters.files import FolderFiles
from generator.model.artifact import Audience
from generator.vietnamese.dates import HANOI

TINY = testing.in_memory(FolderFiles(Path(__file__).parents[1] / "examples/tiny"))
PLAN = "campaigns/thu/plan.yml"
ACTIVITY = """\
  - {id: viec, title: Bài kiểm lớp, medium: handout, source: https://thu.example.org/a}
"""
PIECE = """\
---
id: kiem
medium: handout
campaign: thu
activity: viec
title: Bài kiểm thử
summary: Dữ liệu thử của bài kiểm.
quarter: II/2021
publish_on: 10/5/2021
basis: proposed
status: approved
approved_by: Ví dụ
approved_on: 1/4/2021
answers:
  - {question: 2, right: Đo lại, why: Để so hai con số.}
  - {question: 1, right: Hai lượt}
---

1. Trả tiền mấy lượt?
   - Một lượt
   - Hai lượt
2. Sửa xong làm gì?
   - Đo lại
   - Thôi
"""


def handouts(day: int) -> dict[tuple[str, Audience], list[str]]:
    plan = TINY.texts[PLAN].decode() + ACTIVITY
    files = TINY.plus({PLAN: plan, "content/kiem.md": PIECE})
    here = testing.memory_world(files, datetime(2021, 5, day, tzinfo=HANOI))
    made = testing.artifacts(here, "handouts")["handouts"]
    return {
        (each.path, each.audience): [p.text for p in Document(BytesIO(each.bytes())).paragraphs]
        for each in made
    }


def test_answers_are_in_the_trainers_copy_alone() -> None:
    assert handouts(9) == {}
    sheet = [
        "Bài kiểm thử",
        *("Trả tiền mấy lượt?", "Một lượt", "Hai lượt"),
        *("Sửa xong làm gì?", "Đo lại", "Thôi"),
    ]
    answers = ["Đáp án, chỉ dành cho người giảng", "1. Hai lượt", "2. Đo lại. Để so hai con số."]
    found = {where: [text for text in texts if text] for where, texts in handouts(10).items()}
    assert found == {
        ("phat-tay/tep/kiem.docx", Audience.PUBLIC): sheet,
        ("handouts/kiem-giang-vien.docx", Audience.INTERNAL): [*sheet, *answers],
    }
