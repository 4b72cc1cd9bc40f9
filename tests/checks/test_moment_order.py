"""Whatever leaves the one order of moments is told once, at what is wrong."""

from collections.abc import Iterable
from datetime import date, datetime

import pytest

from generator.checks.moment_order import ORDER, StatedMoment, is_before, out_of_order
from generator.diagnostics import Location
from generator.model.record import Positions, Record
from generator.vietnamese.dates import HANOI

DAY, NEXT = date(2021, 5, 5), date(2021, 5, 6)
MORNING, EVENING = (datetime(2021, 5, 5, hour, tzinfo=HANOI) for hour in (6, 17))
KINDS = ("basis", "issued_on", "approved_on", "embargo", "publish_on", "slot", "withdrawn_on")


def moment(kind: str, at: date) -> StatedMoment:
    return StatedMoment(kind, at, RECORD, (kind,))


def placed(paths: Iterable[str]) -> Record:
    record = Record()
    places = {(path,): Location("bai.md", line) for line, path in enumerate(paths, 1)}
    record.locate(Positions(places, ()))
    return record


RECORD = placed(KINDS)


def told(**at: date) -> list[tuple[str, int]]:
    found = out_of_order(moment(kind, day) for kind, day in at.items())
    return [(each.rule.code, each.where.line) for each in found]


@pytest.mark.parametrize(("before", "after"), [(one, other) for one, other, _ in ORDER])
def test_of_each_pair_only_the_reverse_is_told(before: str, after: str) -> None:
    record = placed(("a", "b"))
    right = [StatedMoment(before, DAY, record, ("a",)), StatedMoment(after, NEXT, record, ("b",))]
    wrong = [StatedMoment(before, NEXT, record, ("a",)), StatedMoment(after, DAY, record, ("b",))]
    assert [*out_of_order(right)] == []
    assert len([*out_of_order(wrong)]) == 1


def test_hours_count_only_where_both_are_known() -> None:
    cases = [(MORNING, EVENING), (EVENING, MORNING), (DAY, EVENING), (EVENING, DAY), (DAY, NEXT)]
    assert [is_before(*case) for case in cases] == [True, False, False, False, True]


def test_one_moment_that_is_wrong_is_told_once_for_all_that_it_leaves() -> None:
    assert told(issued_on=DAY, slot=date(2021, 2, 3)) == [("slot-before-plan", 6)]
    late = {"approved_on": date(2022, 5, 5), "embargo": DAY, "publish_on": DAY, "slot": DAY}
    assert told(**late) == [("approved-after-slot", 3)]
    early = {"issued_on": DAY, "approved_on": NEXT, "slot": date(2020, 5, 7)}
    assert told(**early) == [("slot-before-plan", 6)]
