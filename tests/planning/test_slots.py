"""Days inside a quarter: by the channel's rules, never on a holiday, never moving a pin."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.media import media
from generator.model.piece import day_of
from generator.model.quarter import Quarter
from generator.model.workspace import Workspace
from generator.planning.deadlines import deadlines_of, outstanding
from generator.planning.expand import expand
from generator.planning.items import items_of, line_of, slot_of
from generator.planning.slots import MOST_A_YEAR, natural, propose
from generator.planning.working_days import days_off
from generator.vietnamese.dates import HANOI

Thu = Any
Make = Callable[..., Any]

PLACING = {medium.name: medium.placing for medium in media().values()}
WEDNESDAYS = [date(2021, 4, 7) + timedelta(days=7 * week) for week in range(38)]


MARCH = date(2021, 3, 17)


def proposed(workspace: Workspace, today: date = MARCH) -> dict[str, date | datetime | None]:
    found, _ = propose(workspace, items_of(workspace), PLACING, today)
    return {proposal.slot.id: proposal.slot.at for proposal in found}


def test_a_whole_year(thu: Thu) -> None:
    slots = proposed(thu.workspace())
    assert slots == {
        "loa-2021-2-1": thu.at(19, 5, 6, 30),
        "loa-2021-3-1": thu.at(18, 8, 6, 30),
        "loa-2021-4-1": thu.at(27, 10, 6, 30),
        "loa-2021-4-2": thu.at(8, 12, 6, 30),
        "bao-2021-2-1": date(2021, 4, 13),
        "bao-2021-2-2": date(2021, 5, 18),
        "bao-2021-2-3": date(2021, 6, 15),
        "bao-2021-3-1": date(2021, 7, 13),
        "bao-2021-3-2": date(2021, 8, 17),
        "bao-2021-3-3": date(2021, 9, 14),
        "bao-2021-4-1": date(2021, 10, 19),
        "bao-2021-4-2": date(2021, 11, 16),
        "bao-2021-4-3": date(2021, 12, 14),
    }


def test_every_proposal_is_marked(thu: Thu) -> None:
    workspace = thu.workspace()
    found, _ = propose(workspace, items_of(workspace), PLACING, MARCH)
    assert {proposal.slot.basis for proposal in found} == {"proposed"}


def test_a_holiday_is_avoided(thu: Thu) -> None:
    workspace = thu.workspace(plan=thu.plan_text.replace("[II, III, IV]", "[II]", 1))
    days = {day_of(at) for at in proposed(workspace).values() if at}
    assert date(2021, 4, 21) in days_off(workspace.holidays, 2021)  # a Wednesday
    assert not days & set(days_off(workspace.holidays, 2021))


def test_no_room_leaves_the_quarter_without_a_day(thu: Thu) -> None:
    workspace = thu.workspace(plan=thu.plan_text.replace("04 chương trình", "40 chương trình"))
    slots = proposed(workspace)
    mine = [at for identity, at in slots.items() if identity.startswith("loa-2021-2")]
    assert len(mine) == 13
    assert None in mine


def test_a_piece_wishes_the_day_on_which_the_site_shows_it(thu: Thu) -> None:
    story = thu.piece(
        "bao-2021-2-2", "quarter: II", "publish_on: 8/6/2021", medium="newspaper", activity="bao"
    )
    assert proposed(thu.workspace([story]))["bao-2021-2-2"] == date(2021, 6, 8)


def test_what_is_written_is_never_moved_and_a_second_time_nothing_is_proposed(thu: Thu) -> None:
    lines = []
    for identity, start in proposed(thu.workspace()).items():
        if identity.startswith("loa"):
            lines.append(f"      - {{id: {identity}, at: {start:%d/%m/%Y %H:%M}}}")
    plan = thu.plan_text.replace(
        "    partner: dai-thu\n", "    partner: dai-thu\n    slots:\n" + "\n".join(lines) + "\n"
    )
    again = proposed(thu.workspace(plan=plan))
    assert not [identity for identity in again if identity.startswith("loa")]


@settings(max_examples=25)
@given(st.sets(st.sampled_from(WEDNESDAYS), max_size=4))
def test_pins_stay_gaps_hold_and_the_quota_is_met(thu: Thu, pins: set[date]) -> None:
    pieces = [
        thu.piece(f"pin-{number}", f"slot: {day:%d/%m/%Y} 06:30")
        for number, day in enumerate(sorted(pins))
    ]
    workspace = thu.workspace(pieces)
    slots = {key: at for key, at in proposed(workspace).items() if key.startswith("loa")}
    assert not set(slots) & {piece.id for piece in pieces}
    assert len(slots) + len(pins) == 4
    days = sorted(day_of(at) for at in slots.values() if at)
    for day in days:
        assert day.weekday() == 2
        assert day not in days_off(workspace.holidays, 2021)
        assert all(abs((day - other).days) >= 14 for other in pins)
    assert all((b - a).days >= 14 for a, b in pairwise(days))
    for identity, at in slots.items():
        assert at is None or Quarter.of(day_of(at)) == Quarter(2021, int(identity.split("-")[2]))


@settings(max_examples=15)
@given(st.sampled_from(WEDNESDAYS))
def test_another_activity_moves_nothing(thu: Thu, day: date) -> None:
    story = thu.piece("x", f"slot: {day:%d/%m/%Y}", medium="newspaper", activity="bao")
    before, after = proposed(thu.workspace()), proposed(thu.workspace([story]))
    mine = [key for key in before if key.startswith("loa")]
    assert [before[key] for key in mine] == [after[key] for key in mine]


def test_people_count_ten_after_two() -> None:
    assert sorted(["a-10", "a-2", "a-1"], key=natural) == ["a-1", "a-2", "a-10"]


def days(slots: dict[str, date | datetime | None]) -> list[date]:
    return sorted(day_of(at) for at in slots.values() if at)


def test_no_day_is_past_or_too_near_for_its_text(thu: Thu) -> None:
    slots = proposed(thu.workspace(), date(2021, 5, 20))
    assert {key: at for key, at in slots.items() if "-2021-2-" in key} == {
        "loa-2021-2-1": thu.at(16, 6, 6, 30),
        "bao-2021-2-1": date(2021, 6, 1),
        "bao-2021-2-2": date(2021, 6, 15),
        "bao-2021-2-3": date(2021, 6, 22),
    }
    assert len(slots) == 13
    late = proposed(thu.workspace(), date(2021, 6, 16))  # text is due seven days before
    assert [at for at in days(late) if at < date(2021, 7, 1)] == [
        date(2021, 6, 29),
        date(2021, 6, 30),
    ]


def test_what_was_missed_in_a_quarter_goes_to_those_that_are_left(thu: Thu) -> None:
    slots = proposed(thu.workspace(), date(2021, 7, 10))
    assert [name for name in slots if name.startswith("loa")] == [
        "loa-2021-3-1",
        "loa-2021-3-2",
        "loa-2021-4-1",
        "loa-2021-4-2",
    ]
    assert min(days(slots)) > date(2021, 7, 17)


def test_nothing_is_proposed_on_the_day_of_the_report_or_after_it(thu: Thu) -> None:
    plan = thu.plan_text.replace("owner:", "report_due: 20/10/2021\nowner:")
    slots = proposed(thu.workspace(plan=plan), date(2021, 10, 1))
    assert days(slots)
    assert max(days(slots)) < date(2021, 10, 20)


def test_a_year_that_is_over_has_no_room_and_says_for_how_many(thu: Thu) -> None:
    workspace = thu.workspace()
    found, unplaced = propose(workspace, items_of(workspace), PLACING, date(2022, 1, 1))
    assert found == []
    assert [(item.activity.id, item.units) for item in unplaced] == [("loa", 4), ("bao", 9)]


@settings(max_examples=60)
@given(
    st.dates(date(2020, 12, 1), date(2021, 12, 31)), st.dates(date(2021, 4, 1), date(2022, 2, 1))
)
def test_a_fresh_proposal_is_never_late_and_never_behind_the_report(
    thu: Thu, today: date, report: date
) -> None:
    plan = thu.plan_text.replace("owner:", f"report_due: {report:%d/%m/%Y}\nowner:")
    workspace = thu.workspace(plan=plan)
    found, unplaced = propose(workspace, items_of(workspace), PLACING, today)
    assert all(
        today < day_of(p.slot.at) < report and day_of(p.slot.at) <= date(2021, 12, 31)
        for p in found
        if p.slot.at
    )
    placed = sum(p.slot.units for p in found)
    assert placed + sum(item.units for item in unplaced) == 13
    items = {
        p.slot.id: line_of(p.slot, p.campaign, p.activity, slot_of(p.slot, p.campaign), "dai-thu")
        for p in found
    }
    now = datetime.combine(today, datetime.min.time(), HANOI)
    expanded = replace(expand(workspace, now), items=items)
    late = outstanding(deadlines_of(expanded), expanded)
    assert [d for d in late if d.item in items] == []


def test_thousands_are_given_their_slots(thu: Thu) -> None:
    """As many as a year has room for, in one channel that is soon full."""
    plan = thu.plan_text.replace("04 chương trình", f"{MOST_A_YEAR} chương trình")
    slots, unplaced = propose(thu.workspace(plan=plan), {}, PLACING, date(2021, 1, 1))
    radio = [slot for slot in slots if slot.activity.id == "loa"]
    assert (len(radio), len({slot.slot.id for slot in radio}), unplaced) == (2000, 2000, [])
