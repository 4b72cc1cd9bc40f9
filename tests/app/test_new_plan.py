"""A plan for other years: its shape is copied, nothing is guessed. 2027 is there only in tests."""

from datetime import datetime
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.adapters.files import FolderFiles
from generator.app.check import CheckReport, CheckScope, check
from generator.app.editing import Outcome, apply
from generator.app.editing.edit_kinds import NewPlan
from generator.app.editing.new_plan import (
    NOT_LATER,
    OTHER_LENGTH,
    PERIOD_TAKEN,
    PLAN_ID_FORM,
    PLAN_ID_TAKEN,
    SLOT_ID_TAKEN,
    UNREADABLE,
    decisions_for,
    draft_text,
    plan_copy,
)
from generator.app.editing.plan_changes import PlanCopy
from generator.app.editing.plan_decisions import decisions_of
from generator.checks.references import UNKNOWN
from generator.diagnostics import Rule
from generator.model.holidays import HolidayFile
from generator.model.partner import PartnerFile
from generator.planning.issue import without_drafts
from generator.planning.year_shift import YearShift
from generator.testing import MemoryFiles, campaign, in_memory, record
from generator.vietnamese.dates import HANOI

ROOT = Path(__file__).parents[2]
NOW = datetime(2026, 11, 29, tzinfo=HANOI)
SMALL = """\
# legal_basis:
objectives:
  - {text: Mục tiêu, target: 5%, by: 2027, source: chưa có}
responsibilities:
  - {id: bao-cao, kind: unit-report, due: 28/2/2027, body: het, text: Báo cáo, source: chưa có, \
basis: proposed}
activities:
  - id: lop
    title: Lớp
    kind: session
    quantity: 2 lớp
    partner: giua
    also: [moi]
    source: chưa có
    sessions:
      - {id: lop-2027-1, at: 28/2/2027 08:00, until: 2/3/2027, place: Hội trường, basis: proposed}
      - id: lop-hai-2027
        quarter: IV/2027
        basis: proposed
  - {id: bai, title: Bài, medium: newspaper, quarters: [I], source: chưa có, notes: []}
"""


@cache
def real() -> MemoryFiles:
    """The real plans and lists, without their pieces."""
    every = in_memory(FolderFiles(ROOT)).texts
    kept = ("campaigns/", "mkdocs.yml", "assets/brand.yml", "content/index.md")
    return MemoryFiles({path: data for path, data in every.items() if path.startswith(kept)})


@cache
def looked_at(files: int) -> CheckReport:
    del files
    return check(real(), NOW)


def began(edit: NewPlan, files: MemoryFiles | None = None) -> Outcome:
    known = files or real()
    report = check(known, NOW) if files else looked_at(0)
    return apply([edit], known, report, CheckScope(NOW))


def text_of(edit: NewPlan, files: MemoryFiles | None = None) -> str:
    done = began(edit, files)
    assert done.changeset, [found.message("en") for found in done.findings]
    (only,) = done.changeset.revisions
    assert only.before is None
    return (only.after or b"").decode()


def with_plan(files: MemoryFiles, text: str) -> MemoryFiles:
    identity = campaign(text).id
    return files.plus({f"campaigns/{identity}/plan.yml": text})


def asked(edit: NewPlan) -> list[str]:
    plan = looked_at(0).plan
    return [each.about for each in decisions_for(plan_copy(edit, plan), plan)]


ALWAYS = ["title", "source", "issued_on"]


@pytest.mark.parametrize(
    ("edit", "questions"),
    [
        (
            NewPlan("dong-nai-2022", 2027, 2027),
            [
                *(*ALWAYS, "owner", "legal_basis", "budget", "report_due", "quantity", "quarters"),
                *("holidays", "“Ban quản lý các KCN”", "“tỉnh Đồng Nai”", "“Biên Hòa”"),
                "“phòng Kinh tế/Kinh tế hạ tầng các huyện, thành phố”",
                *("“các huyện, thị”", "“các huyện thị”", "“tỉnh”"),
            ],
        ),
        (
            NewPlan("dong-nai-2021", 2027, 2027),
            [
                *(*ALWAYS, "legal_basis", "budget", "report_due", "facts", "quantity", "quarters"),
                *("slots", "holidays", "so-tai-nguyen-moi-truong-dong-nai", "bao-dong-nai"),
                *("dai-ptth-dong-nai", "ubnd-cap-huyen", "dai-phat-thanh-cap-huyen"),
                "“Đài phát thanh các huyện, thành phố Long Khánh và thành phố Biên Hòa”",
                "“Đài Phát thanh - Truyền hình Đồng Nai”",
                *("“UBND các huyện, thành phố”", "“thành phố Long Khánh”"),
                *("“Ban quản lý các KCN”", "“thành phố Biên Hòa”", "“tỉnh Đồng Nai”"),
                *("“Báo Đồng Nai”", "“Long Khánh”", "“Biên Hòa”"),
                "“phòng Kinh tế/Kinh tế hạ tầng các huyện, thành phố”",
                *("“các huyện”", "“các huyện, thị”", "“tỉnh”", "results", "text"),
            ],
        ),
        (
            NewPlan("dong-nai-2019", 2027, 2027),
            [
                *(*ALWAYS, "owner", "legal_basis", "budget", "report_due", "quantity", "quarters"),
                *("holidays", "dai-ptth-dong-nai", "“tỉnh Đồng Nai”", "“các huyện”", "“tỉnh”"),
            ],
        ),
        (
            NewPlan("dong-nai-2016-2020", 2026, 2030),
            [
                *(*ALWAYS, "owner", "legal_basis", "budget", "report_due", "quarters", "holidays"),
                *("dai-phat-thanh-cap-huyen", "dai-ptth-dong-nai"),
                "“Đài phát thanh các huyện, thành phố Long Khánh và thành phố Biên Hòa”",
                *("“Ban quản lý các khu công nghiệp Đồng Nai”", "“thành phố Long Khánh”"),
                *("“thành phố Biên Hòa”", "“tỉnh Đồng Nai”"),
                *("“các huyện”", "“huyện, thành phố”", "“tỉnh”", "results", "text"),
            ],
        ),
        (
            NewPlan("binh-duong-2016-2020", 2026, 2030),
            [
                *(*ALWAYS, "legal_basis", "budget", "report_due", "objectives", "quarters"),
                *("holidays", "“Ban quản lý các KCN”", "“tỉnh Bình Dương”", "“Bình Dương”"),
                *("“các huyện, thị xã, thành phố”", "“phòng Kinh tế”", "“tỉnh”"),
                *("results", "text"),
            ],
        ),
    ],
    ids=lambda value: value.campaign if isinstance(value, NewPlan) else "",
)
def test_what_cannot_be_known_is_asked(edit: NewPlan, questions: list[str]) -> None:
    assert asked(edit) == questions
    made = campaign(text_of(edit))
    assert [each.about for each in made.decisions] == questions
    assert (made.budget, made.legal_basis, made.source, made.issued_on) == (None, (), None, None)


def test_the_shape_is_copied() -> None:
    old = looked_at(0).plan.workspace.campaigns["dong-nai-2021"]
    new = campaign(text_of(NewPlan("dong-nai-2021", 2027, 2027)))
    kept = {"id", "kind", "medium", "title", "group", "text", "quantity", "size", "quarters"}
    kept |= {"audience", "place"}
    assert [each.model_dump(include=kept) for each in new.activities] == [
        each.model_dump(include=kept) for each in old.activities
    ]
    assert [each.text for each in new.objectives] == [each.text for each in old.objectives]
    duties = [(each.id, each.kind, each.text) for each in old.responsibilities]
    assert [(each.id, each.kind, each.text) for each in new.responsibilities] == duties
    recipients = old.facts_of("purpose", "addressee", "recipient")
    assert [each.as_printed for each in new.facts] == [each.as_printed for each in recipients]


def test_bodies_are_those_of_the_new_years_and_days_are_proposals() -> None:
    new = campaign(text_of(NewPlan("dong-nai-2021", 2027, 2027)))
    lines = {each.id: each for each in new.activities}
    assert (lines["phat-thanh"].partner, lines["phat-thanh"].also) == ("bao-va-ptth-dong-nai", ())
    bodies = {each.body for each in new.responsibilities}
    assert bodies.isdisjoint({"bao-dong-nai", "dai-ptth-dong-nai"})
    assert "ubnd-cap-huyen" in bodies  # nobody is known to follow: the duty is not lost
    slots = [slot for each in new.activities for slot in each.slots]
    assert {slot.basis for slot in slots} == {"proposed"}
    assert all(slot.at and slot.at.year == 2027 for slot in slots)
    early = campaign(text_of(NewPlan("dong-nai-2021", 2024, 2024)))
    assert {each.id: each.partner for each in early.activities}["bao-dong-nai"] == "bao-dong-nai"


def test_remarks_order_and_marks_stay() -> None:
    text = text_of(NewPlan("dong-nai-2021", 2027, 2027))
    assert "tránh những tuần" not in text
    assert "bản gốc" not in text
    assert '      - {id: bao-dong-nai-2027-2-1, at: "11/5/2027", basis: proposed}\n' in text
    old = real().texts["campaigns/dong-nai-2021/plan.yml"].decode()
    marked = old.replace("  - id: pano\n", "  # bảng lớn\n  - id: pano   # ngoài trời\n")
    again = text_of(NewPlan("dong-nai-2021", 2027, 2027), with_plan(real(), marked))
    assert again == text.replace("  - id: pano\n", "  # bảng lớn\n  - id: pano   # ngoài trời\n")


PLAN = """\
id: thu-2024
title: Kế hoạch thử năm 2024
period: 2024
owner: cu
issuer: het
report_due: 20/12/2024
budget: 5 đồng
legal_basis: [{cite: Luật, source: x:1}]
objectives:
  - {text: Mục tiêu, target: 5%, by: 2024, source: x:1}
responsibilities:
  - {id: bao-cao, kind: unit-report, due: 29/2/2024, body: het, text: Báo cáo, source: x:1}
activities:
  - id: lop
    title: Lớp
    kind: session
    quantity: 2 lớp
    partner: cu
    also: [het, moi, cu]
    source: x:1
    sessions:
      - {id: lop-2024-1, at: 29/2/2024 08:00, until: 2/3/2024, partner: het, place: Hội trường}
      - id: lop-hai
        quarter: IV/2024
  - {id: bai, title: Bài, medium: newspaper, quarters: [I], source: x:1, notes: [], also: [het]}
"""
BODIES = """\
partners:
  - {id: cu, kind: radio, names: [{name: Cũ, to: 30/6/2025}], successor: giua}
  - {id: giua, kind: radio, names: [{name: Giữa, from: 1/7/2025, to: 1/1/2028}], successor: moi}
  - {id: moi, kind: radio, names: [{name: Mới}]}
  - {id: het, kind: radio, names: [{name: Hết, to: 30/6/2025}]}
"""


def drafted(text: str, year: int) -> str:
    """A small plan copied into a year."""
    plan, bodies = campaign(text), record(PartnerFile, BODIES).partners
    shift = YearShift.of(plan, year)
    copy = PlanCopy(plan, shift, shift.identity(plan.id), {each.id: each for each in bodies})
    return draft_text(copy, text, decisions_of(copy, (), HolidayFile()))


@settings(max_examples=25)
@given(st.integers(2025, 2034), st.integers(1, 9))
def test_by_way_of_another_year_it_is_the_same(year: int, more: int) -> None:
    there = campaign(drafted(PLAN, year + more))
    by_way = campaign(drafted(drafted(PLAN, year), year + more))
    assert by_way.model_dump(exclude={"decisions"}) == there.model_dump(exclude={"decisions"})
    assert {each.about for each in by_way.decisions} >= {each.about for each in there.decisions}


def test_a_small_plan_in_whole() -> None:
    text = drafted(PLAN, 2027)
    assert text[text.index("\n# legal_basis:") + 1 :] == SMALL
    assert "Ngày 29/2 thành 28/2: lop-2024-1." in text


def test_nothing_of_a_draft_is_public() -> None:
    text = text_of(NewPlan("dong-nai-2022", 2027, 2027))
    plan = check(with_plan(real(), text), NOW).plan
    assert "dong-nai-2027" in plan.workspace.campaigns
    seen = without_drafts(plan)
    assert "dong-nai-2027" not in seen.workspace.campaigns
    assert [line for line in seen.lines if line.campaign.id == "dong-nai-2027"] == []
    decided = campaign(text[: text.index("\ndecisions:")] + text[text.index("\nobjectives:") :])
    assert (decided.is_draft, len(decided.without_document)) == (True, 17)
    assert campaign(text.replace("chưa có", "x:1")).is_draft  # something is still to be decided


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("activities:", "decisions: [{about: budget, ask: Bao nhiêu?}]\nactivities:"),
        ("source: https://thu.example.org/ke-hoach", "source: Chưa có"),
    ],
)
def test_an_approved_piece_waits_for_the_plan_to_be_decided(old: str, new: str) -> None:
    files, path = in_memory(FolderFiles(ROOT / "tests/examples/tiny")), "campaigns/thu/plan.yml"
    assert "bang-ron-thu-1" in check(files, NOW).plan.visible
    report = check(files.with_edits(path, (old, new)), NOW)
    assert "bang-ron-thu-1" not in report.plan.visible
    assert report.errors == []


def codes(done: Outcome) -> list[Rule]:
    assert done.changeset is None
    return [found.rule for found in done.findings]


@pytest.mark.parametrize(
    ("edit", "rule", "step"),
    [
        (NewPlan("dong-nai", 2027, 2027), UNKNOWN["campaign"], "dong-nai-2021"),
        (NewPlan("dong-nai-2021", 2022, 2022), PERIOD_TAKEN, "campaigns/dong-nai-2022/plan.yml"),
        (NewPlan("dong-nai-2021", 2021, 2021), NOT_LATER, "2023"),
        (NewPlan("dong-nai-2021", 2019, 2019), NOT_LATER, "2023"),
        (NewPlan("dong-nai-2021", 2027, 2031), OTHER_LENGTH, "2027"),
        (NewPlan("dong-nai-2016-2020", 2027, 2027), OTHER_LENGTH, "2027-2031"),
        (NewPlan("dong-nai-2016-2020", 2018, 2022), NOT_LATER, "2021-2025"),
        (NewPlan("dong-nai-2021", 2027, 2027, "Năm 2027"), PLAN_ID_FORM, "dong-nai-2027"),
        (NewPlan("dong-nai-2021", 2027, 2027, "con"), PLAN_ID_FORM, "dong-nai-2027"),
        (NewPlan("dong-nai-2021", 2027, 2027, "dong-nai-2019"), PLAN_ID_TAKEN, "dong-nai-2027"),
    ],
)
def test_refusals(edit: NewPlan, rule: Rule, step: str) -> None:
    done = began(edit)
    assert codes(done) == [rule]
    assert step in done.findings[0].hint("vi")


def test_ids_of_slots_that_are_taken_and_plans_that_cannot_be_read() -> None:
    old = real().texts["campaigns/dong-nai-2021/plan.yml"].decode()
    other = old.replace("id: dong-nai-2021\n", "id: khac\nshort: khác\n").replace(
        "-2021-", "-2027-"
    )
    edit = NewPlan("dong-nai-2021", 2027, 2027)
    assert codes(began(edit, with_plan(real(), other))) == [SLOT_ID_TAKEN]
    broken = real().with_edits("campaigns/dong-nai-2021/plan.yml", ("period: 2021", "period: x"))
    assert codes(began(edit, broken)) == [UNREADABLE]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_line_ends_and_a_byte_order_mark(end: str) -> None:
    path = "campaigns/dong-nai-2022/plan.yml"
    saved = "\ufeff" + real().texts[path].decode().replace("\n", end)
    text = text_of(NewPlan("dong-nai-2022", 2027, 2027), real().plus({path: saved}))
    assert text.replace(end, "\n") == text_of(NewPlan("dong-nai-2022", 2027, 2027))
    assert text.count("\n") == text.count(end)
