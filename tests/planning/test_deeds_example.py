"""A campaign that was carried out: `tests/examples/deeds`, from its evidence to its figures."""

import re
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest

from generator.adapters.files import FolderFiles
from generator.app.board_record import board_record
from generator.app.check import CheckReport, CheckScope, check
from generator.app.reporting.report_lacks import lacking_sentences
from generator.app.reporting.report_sections import duty_rows
from generator.app.reporting.template_values import values_of
from generator.model.amount import in_words
from generator.model.evidence import EvidenceKind, EvidenceStage
from generator.planning.board import board_of
from generator.planning.board_words import sentences
from generator.planning.expand import expand
from generator.planning.quarter_shares import quarter_plan, shares_note
from generator.planning.report_figures import report_of
from generator.planning.report_period import whole_of
from generator.planning.tasks import tasks_of
from generator.planning.visibility import start_of
from generator.vietnamese.dates import read_date

ROOT = Path(__file__).parents[2] / "tests/examples/deeds"
AUTUMN = start_of(read_date("1/10/2021"))


@pytest.fixture(scope="module")
def report() -> CheckReport:
    return check(FolderFiles(ROOT), AUTUMN, None, CheckScope(AUTUMN))


def test_its_evidence_is_right_and_of_every_kind(report: CheckReport) -> None:
    """Nothing is told but what the test does without, a profile: what was aired is not late."""
    assert {each.rule.code for each in report.diagnostics} == {"printer-without-profile"}
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


def test_what_lacks_is_told_by_all_alike(report: CheckReport) -> None:
    """A duty without evidence, money without a file, what hangs in part: by whoever shows them."""
    space = report.plan.workspace
    known = {key: each for key, each in space.evidence.items() if key != "mc-2021-0020"}
    plan = expand(replace(space, evidence=known), start_of(read_date("11/12/2021")))
    campaign = plan.workspace.campaigns["thu-2021"]
    board = board_of(plan, campaign)
    made = report_of(plan, board, whole_of(campaign), {})
    overdue = (
        "Quá hạn 10/12/2021 mà chưa có minh chứng: Phòng Kinh tế huyện A: Báo cáo kết quả về Sở"
    )
    paid = (
        "32.000.000 đồng, trong đó 12.000.000 đồng có minh chứng, 20.000.000 đồng chưa có minh "
        "chứng"
    )
    said = [*sentences(plan.workspace, board)]
    assert {overdue, f"Đã chi: {paid}"} <= {*said}
    partner = next(each for each in said if each.startswith("Sở Thử nghiệm"))
    assert partner == (
        "Sở Thử nghiệm: 3 việc, 1 sẵn sàng, 2 đã làm, 2 có minh chứng, 1 làm một phần, "
        "1 có minh chứng một phần"
    )
    assert [t.day for t in tasks_of(plan, campaign) if t.kind == "unit-report"] == [
        read_date("10/12/2021")
    ]
    (duty, _whole) = board_record(board)["duty_states"]
    assert (duty["is_overdue"], duty["evidence"]) == (True, [])
    lacking = [*lacking_sentences(made)]
    assert {overdue, f"Đã thanh toán: {paid}"} <= {*lacking}
    assert values_of(made)["tong_da_chi"] == paid


def test_what_is_in_part_is_called_by_its_day_where_its_title_says_no_more(
    report: CheckReport,
) -> None:
    space = report.plan.workspace
    campaign = space.campaigns["thu-2021"]
    in_part = (
        "1/6/2021 – 10/6/2021: làm một phần, có minh chứng một phần (đã làm 4/6, có minh chứng 2/6)"
    )
    board = board_of(report.plan, campaign)
    said = [*sentences(space, board)]
    assert [each for each in said if "làm một phần, có" in each] == [f"Băng rôn thử: {in_part}"]
    lines = report_of(report.plan, board, whole_of(campaign), {}).lines
    assert [each for line in lines for each in line.in_part] == [in_part]
    ids = {*report.plan.items, *space.pieces}
    assert [each for each in said if ids & {*re.findall(r"[\w-]+", each)}] == []


def test_a_duty_that_was_done_after_its_day_is_called_late_by_all(report: CheckReport) -> None:
    space = report.plan.workspace
    sent = space.evidence["mc-2021-0020"].model_copy(update={"on": read_date("13/12/2021")})
    known = {**space.evidence, sent.id: sent}
    plan = expand(replace(space, evidence=known), start_of(read_date("20/12/2021")))
    campaign = plan.workspace.campaigns["thu-2021"]
    board = board_of(plan, campaign)
    late = "Làm ngày 13/12/2021, trễ 3 ngày: Phòng Kinh tế huyện A: Báo cáo kết quả về Sở"
    assert late in [*sentences(plan.workspace, board)]
    (duty, _whole) = board_record(board)["duty_states"]
    assert (duty["is_overdue"], duty["days_late"]) == (False, 3)
    (row,) = duty_rows(report_of(plan, board, whole_of(campaign), {}))
    assert row[-1] == "mc-2021-0020; làm trễ 3 ngày"


def test_what_was_aired_is_not_late_and_what_is_done_needs_no_day(report: CheckReport) -> None:
    space = report.plan.workspace
    plan = expand(space, start_of(read_date("11/12/2021")))
    due = {task.item for task in tasks_of(plan, plan.workspace.campaigns["thu-2021"])}
    assert due.isdisjoint({"phat-1", "phat-2", "phat-3", "bao-1", "bao-2", "lop-1", "tu-van"})
    assert {"phat-4", "bao-3", "lop"} <= due
    before = expand(space, start_of(read_date("13/5/2021")))
    assert ("thu-2021", "phat-2") not in before.deeds


def test_a_quarter_of_which_the_plan_states_nothing_is_in_brackets(report: CheckReport) -> None:
    board = board_of(report.plan, report.plan.workspace.campaigns["thu-2021"])
    shown = [
        [quarter_plan(line.activity, each.tally.promised) for each in line.quarters.values()]
        for line in board.lines[:3]
    ]
    assert shown == [["(1)", "(1)", "(2)"], ["(1)", "(1)", "(1)"], ["6"]]
    assert shares_note([board.lines[0].activity]) != ""
    assert not shares_note([board.lines[2].activity])
