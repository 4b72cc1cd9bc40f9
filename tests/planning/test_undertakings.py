"""What publishes nothing is planned, due and late as all else is. All of it is test data."""

from datetime import date
from typing import Any

from generator.checks import Subject
from generator.checks.lateness import check
from generator.model.plan import Plan
from generator.planning import expand as expanding
from generator.planning.activity_forms import placings
from generator.planning.agenda import agenda
from generator.planning.expand import expand
from generator.planning.slots import propose
from generator.planning.tasks import tasks_of, title_of
from generator.text.links import links_of

Thu = Any
PLAN = """\
id: thu
title: Kế hoạch thử
period: 2021
owner: so-thu
issued_on: 17/3/2021
activities:
  - id: lop
    title: Lớp thử
    kind: session
    quantity: dự kiến 03 lớp/năm
    size: khoảng 50 người/lớp
    quarters: [II, III]
    responsible: so-thu
    source: https://a.example.org
    sessions:
      - id: lop-1
        title: lớp thứ nhất
        at: 12/5/2021 08:00
        place: hội trường thử
        capacity: khoảng 50 người
        partner: dai-thu
        basis: proposed
  - id: mo-hinh
    title: Mô hình thử
    kind: model
    quarters: [II]
    source: https://a.example.org
    slots: [{id: mo-hinh-1, at: 3/5/2021, until: 20/5/2021, basis: source}]
  - id: web
    title: Trang web thử
    kind: upkeep
    quarters: [II]
    source: https://a.example.org
  - id: khao-sat
    title: Khảo sát thử
    quarters: [II]
    source: https://a.example.org
responsibilities:
  - {id: bao-cao, kind: unit-report, body: bao-thu, text: Báo cáo thử, due: 10/6/2021,
     source: "https://a.example.org"}
  - {kind: final-review, body: so-thu, text: Tổng kết thử, source: "https://a.example.org"}
  - {id: nop, body: so-thu, text: Nộp thử, due: 12/6/2021, source: "https://a.example.org"}
"""


def plan_of(thu: Thu, month: int, day: int = 1) -> Plan:
    return expand(thu.workspace(plan=PLAN), thu.at(day, month))


def subject(plan: Plan) -> Subject:
    return Subject(plan, links_of(plan))


def told(plan: Plan) -> list[tuple[object, ...]]:
    campaign = plan.workspace.campaigns["thu"]
    found = tasks_of(plan, campaign)
    return [(t.day, t.kind, title_of(t, plan, campaign), t.who, t.lacking) for t in found]


def test_what_is_to_come_and_what_is_late(thu: Thu) -> None:
    assert told(plan_of(thu, 5)) == [
        (date(2021, 5, 12), "hold", "Lớp thử: lớp thứ nhất", "dai-thu", 0),
        (date(2021, 5, 20), "finish", "Mô hình thử", "", 0),
    ]
    assert told(plan_of(thu, 7)) == [
        (date(2021, 5, 12), "hold", "Lớp thử: lớp thứ nhất", "dai-thu", 0),
        (date(2021, 5, 20), "finish", "Mô hình thử", "", 0),
        (date(2021, 6, 10), "unit-report", "Báo cáo thử", "bao-thu", 0),
        (date(2021, 6, 12), "duty", "Nộp thử", "so-thu", 0),
        (date(2021, 6, 30), "plan", "Khảo sát thử", "", 1),
        (date(2021, 6, 30), "finish", "Trang web thử", "", 0),
        (date(2021, 9, 30), "plan", "Lớp thử", "so-thu", 2),
    ]


def test_check_tells_what_nothing_says_to_be_done(thu: Thu) -> None:
    def codes(month: int) -> list[tuple[str, int]]:
        found = check(subject(plan_of(thu, month)))
        return sorted((each.rule.code, each.where.line) for each in found)

    assert codes(5) == []
    assert codes(7) == [
        ("duty-late", 39),
        ("duty-late", 42),
        ("not-recorded", 7),
        ("not-recorded", 23),
        ("not-recorded", 29),
    ]


def test_what_is_recorded_is_late_no_more(thu: Thu, monkeypatch: Any) -> None:  # noqa: ANN401
    done = {("thu", each) for each in ("lop-1", "mo-hinh-1", "web", "bao-cao", "nop")}
    monkeypatch.setattr(expanding, "deeds_of", lambda *_: done)
    plan = plan_of(thu, 7)
    assert [lacking for *_, lacking in told(plan)] == [1, 2]
    assert list(check(subject(plan))) == []


def test_the_calendar_has_it_with_its_partner_and_hides_nothing(thu: Thu) -> None:
    plan = plan_of(thu, 5)
    found = agenda(plan.workspace, plan.events)
    assert [(line.when, line.title, line.medium, line.partner, line.mark) for line in found] == [
        ("thứ Hai, 3/5/2021 – 20/5/2021", "Mô hình thử", "model", "", "đã lên lịch"),
        ("thứ Tư, 12/5/2021, 8 giờ", "Lớp thử: lớp thứ nhất", "session", "Thử", "đề xuất"),
    ]


def test_slots_are_proposed_for_it_as_for_what_is_aired(thu: Thu) -> None:
    plan = plan_of(thu, 4)
    found, left = propose(plan.workspace, plan.items, placings(), plan.today)
    assert [(each.activity.id, each.slot.id, str(each.slot.quarter)) for each in found] == [
        ("lop", "lop-2021-3-1", "III/2021"),
        ("lop", "lop-2021-3-2", "III/2021"),
    ]
    assert left == []
