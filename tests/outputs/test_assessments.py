"""The sheet of a self-assessment asks, on paper, all that its page asks."""

import re
import shutil
from datetime import datetime
from pathlib import Path

import pypdfium2

from generator.app.check import check
from generator.cli.world import world
from generator.outputs import Context
from generator.outputs.assessments import build
from generator.vietnamese.dates import HANOI

TINY = Path(__file__).parents[1] / "examples/tiny"
PIECE = """---
id: phieu
medium: article
title: Phiếu thử
status: {status}
approved_by: Người thử
approved_on: 1/4/2021
assessment:
  - title: Nước
    questions:
      - {{ask: Vòi có kín không?, advice: Vá lại., to: phieu.md, when: week}}
      - {{ask: Bể có nắp không?, advice: Đậy lại., to: phieu.md, when: today}}
  - title: Điện
    questions:
      - {{ask: Đèn có tắt không?, advice: Tắt đi., to: phieu.md, when: plan}}
---

Dữ liệu thử.
"""


def sheets(folder: Path, status: str) -> dict[str, bytes]:
    root = Path(shutil.copytree(TINY, folder / status))
    (root / "content/phieu.md").write_text(PIECE.format(status=status), encoding="utf-8")
    here = world(root)
    found = check(here.files, datetime(2021, 6, 1, tzinfo=HANOI))
    context = Context(found.plan, found.links, here.typesetter, here.workers, {})
    return {artifact.path: artifact.bytes() for artifact in build(context)}


def test_the_front_asks_and_the_back_says_what_to_do(tmp_path: Path) -> None:
    found = sheets(tmp_path, "approved")
    assert [*found] == ["phieu/phieu.pdf"]
    with pypdfium2.PdfDocument(found["phieu/phieu.pdf"]) as document:
        front, back = (page.get_textpage().get_text_range() for page in document)
    assert re.findall(r"(\d) ([^\d\n]+\?)", front) == [
        ("1", "Vòi có kín không?"),
        ("2", "Bể có nắp không?"),
        ("3", "Đèn có tắt không?"),
    ]
    assert re.findall(r"(\d) ?([^\d\n]+\.)", back) == [
        ("2", "Đậy lại."),
        ("1", "Vá lại."),
        ("3", "Tắt đi."),
    ]


def test_what_is_not_approved_has_none(tmp_path: Path) -> None:
    assert sheets(tmp_path, "draft") == {}
