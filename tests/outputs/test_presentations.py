"""Slides lie beside their page, with pictures and notes, as soon as readers see the piece."""

from datetime import datetime
from io import BytesIO
from pathlib import Path

from pptx import Presentation

from generator import testing
from generator.adapters.files import FolderFiles
from generator.model.artifact import Audience
from generator.vietnamese.dates import HANOI

TINY = testing.in_memory(FolderFiles(Path(__file__).parents[1] / "examples/tiny"))
PLAN = "campaigns/thu/plan.yml"
ACTIVITY = "  - {id: viec, title: Tài liệu lớp, medium: slides, quarters: [II], source: https://thu.example.org/ke-hoach}\n"
PIECE = """\
---
id: chieu
medium: slides
campaign: thu
activity: viec
title: Bài chiếu thử
summary: Dữ liệu thử của bài chiếu.
quarter: II/2021
publish_on: 10/5/2021
basis: proposed
status: approved
approved_by: Người thử
approved_on: 1/4/2021
---

## Việc thử

- Khóa vòi

> Nói chậm.
"""


def slides(day: int) -> dict[str, bytes]:
    plan = TINY.texts[PLAN].decode() + ACTIVITY
    files = TINY.plus({PLAN: plan, "content/chieu.md": PIECE})
    here = testing.memory_world(files, datetime(2021, 5, day, tzinfo=HANOI))
    made = testing.artifacts(here, "presentations")["presentations"]
    assert {each.audience for each in made} <= {Audience.PUBLIC}
    return {each.path: each.bytes() for each in made}


def test_they_are_there_when_the_piece_is_seen() -> None:
    assert slides(9) == {}
    ((path, data),) = slides(10).items()
    assert path == "bai-trinh-chieu/tep/chieu.pptx"
    cover, shown = Presentation(BytesIO(data)).slides
    assert cover.shapes.title is not None
    assert cover.shapes.title.text == "Bài chiếu thử"
    assert shown.notes_slide.notes_text_frame is not None
    assert shown.notes_slide.notes_text_frame.text == "Nói chậm."
