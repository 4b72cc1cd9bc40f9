"""A campaign that was carried out: `tests/examples/deeds`, from its evidence to its figures."""

from collections import Counter
from pathlib import Path
from typing import get_args

import pytest

from generator.adapters.files import FolderFiles
from generator.app.check import CheckReport, CheckScope, check
from generator.model.amount import in_words
from generator.model.evidence import EvidenceKind, EvidenceStage
from generator.planning.board import board_of
from generator.planning.visibility import start_of
from generator.vietnamese.dates import read_date

ROOT = Path(__file__).parents[2] / "tests/examples/deeds"
AUTUMN = start_of(read_date("1/10/2021"))


@pytest.fixture(scope="module")
def report() -> CheckReport:
    return check(FolderFiles(ROOT), AUTUMN, None, CheckScope(AUTUMN))


def test_its_evidence_is_right_and_of_every_kind(report: CheckReport) -> None:
    """Nothing is told but what the test does without: texts of pieces, a profile of colours."""
    assert {each.rule.code for each in report.diagnostics} == {"late", "printer-without-profile"}
    evidence = report.plan.workspace.evidence.values()
    kinds = Counter(each.kind for each in evidence)
    assert [kind for kind in get_args(EvidenceKind) if kinds[kind] < 2] == []
    assert {each.stage for each in evidence} == {*get_args(EvidenceStage)}
    attached = report.plan.workspace.attachments
    assert {each.attachment for each in evidence} - {""} == {*attached}


def test_its_figures_follow_from_its_evidence(report: CheckReport) -> None:
    board = board_of(report.plan, report.plan.workspace.campaigns["thu-2021"])
    figures = {
        line.activity.id: (in_words(line.total.done), in_words(line.total.proof))
        for line in board.lines
    }
    assert figures == {
        "phat-thanh": ("3 chương trình, 21 phút", "2 chương trình, 14 phút"),
        "bao": ("2 kỳ", "2 kỳ"),
        "bang-ron": ("4 cái", "2 cái"),
        "lop": ("2 lớp, khoảng 98 người", "2 lớp, khoảng 98 người"),
        "chuyen-san": ("", ""),
        "tu-van": ("5 cơ sở", "5 cơ sở"),
    }
