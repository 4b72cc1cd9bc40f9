"""The calendar for a wall: where bars and titles stand, without setting type."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations
from random import Random

import pytest

from generator.model.quarter import Quarter
from generator.outputs.wall.weeks import COLUMN, DAYS, LANE, DayBar, Stretch, Week, weeks_of
from generator.press.widths import line_width

QUARTER = Quarter(2021, 3)
ROOM = 289.0
TITLE = "Mở cửa kho lạnh là mở ví"
LONG = "Mùn cưa và nước rửa, hai nghề một bài toán"


def span(first: str, last: str = "", title: str = TITLE, label: str = "Báo chí") -> Stretch:
    day = date.fromisoformat(f"2021-{first}")
    return Stretch(day, date.fromisoformat(f"2021-{last}") if last else day, label, title, "la")


def marks(*spans: Stretch) -> list[DayBar]:
    return [mark for week in weeks_of(QUARTER, spans, ROOM) for mark in week.marks]


def test_all_days_of_a_quarter_stand_in_rows_that_fill_the_field() -> None:
    weeks = weeks_of(QUARTER, [], ROOM)
    days = [day for week in weeks for day in week.days if day]
    assert days == [date(2021, 7, 1) + timedelta(days=n) for n in range(92)]
    assert weeks[0].days[3] == date(2021, 7, 1)
    assert weeks[-1].y + weeks[-1].height == pytest.approx(ROOM, abs=0.1)
    assert len({week.height for week in weeks}) == 1


def test_a_bar_is_as_long_as_its_days_and_goes_on_in_the_next_week() -> None:
    first, second = marks(span("07-15", "07-20"))
    assert (first.x, first.x + first.width) == pytest.approx((3 * COLUMN + 0.8, DAYS * COLUMN))
    assert (second.x, second.x + second.width) == pytest.approx((0, 2 * COLUMN - 0.8))
    assert (first.is_open, second.is_open) == ((False, True), (True, False))
    assert first.lines == (TITLE,)
    assert second.lines == ()  # it stands where the bar begins


def test_what_goes_beyond_the_quarter_is_open_there() -> None:
    (mark,) = marks(span("09-28", "10-12"))
    assert mark.is_open == (False, True)
    assert mark.x + mark.width == pytest.approx(4 * COLUMN)
    (mark,) = marks(span("06-20", "07-02"))
    assert mark.is_open == (True, False)
    assert mark.lines == (TITLE,)  # nobody has read it above


def test_a_title_stands_behind_a_short_bar_or_before_it() -> None:
    (tuesday,), (sunday,) = marks(span("07-13")), marks(span("07-18"))
    assert (tuesday.is_before, sunday.is_before) == (False, True)
    assert tuesday.at > tuesday.x + tuesday.width
    assert sunday.at < sunday.x


def test_a_title_that_fits_nowhere_is_broken_and_at_last_cut() -> None:
    (mark,) = marks(span("07-14", title=f"{LONG}, {LONG}"))
    assert len(mark.lines) == 2
    (mark,) = marks(span("07-14", title=" ".join([LONG] * 5)))
    assert len(mark.lines) == 3
    assert mark.lines[-1].endswith("…")


def test_a_holiday_longer_than_its_days_has_a_stripe() -> None:
    (held,) = marks(span("09-02", "09-03", "Quốc khánh", ""))
    (longer,) = marks(span("09-03", title="Ngày Quốc tế Lao động (nghỉ bù)", label=""))
    assert held.is_inside
    assert longer.width < COLUMN / 10


def crowd(seed: int, count: int) -> list[Stretch]:
    random = Random(seed)  # noqa: S311 - no secret
    found = []
    for number in range(count):
        first = date(2021, 6, 20) + timedelta(days=random.randrange(110))
        last = first + timedelta(days=random.choice((0, 0, 0, 3, 14)))
        title = LONG[: random.randrange(5, len(LONG))] * random.choice((1, 1, 4))
        found.append(Stretch(first, last, random.choice(("Báo", "")), f"{number} {title}", "la"))
    return found


@pytest.mark.parametrize(("seed", "count"), [(1, 12), (2, 40), (3, 200)])
def test_nothing_touches_anything_else(seed: int, count: int) -> None:
    spans = crowd(seed, count)
    weeks = weeks_of(QUARTER, spans, ROOM)
    assert weeks[-1].y + weeks[-1].height == pytest.approx(ROOM, abs=0.2)
    for week in weeks:
        for one, other in combinations(map(extent, week.marks), 2):
            apart = one[1] <= other[0] or other[1] <= one[0] or one[3] <= other[2]
            assert apart or other[3] <= one[2], (one, other)
        for begin, end, _, below in map(extent, week.marks):
            assert begin >= -0.01
            assert end <= DAYS * COLUMN + 0.01
            assert below * LANE < week.height
        shown = sum(touches(week, each) for each in spans)
        assert shown == len(week.marks) + week.left  # what is left out is counted


def extent(mark: DayBar) -> tuple[float, float, int, int]:
    widest = max((line_width(line, 600) * 5.43 for line in mark.lines), default=0)
    begin = mark.at - widest if mark.is_before else mark.at
    left, right = min(mark.x, begin), max(mark.x + mark.width, begin + widest)
    return left, right, mark.lane, mark.lane + max(1, len(mark.lines))


def touches(week: Week, each: Stretch) -> bool:
    days = [day for day in week.days if day]
    return each.first <= days[-1] and each.last >= days[0]


def test_busy_weeks_are_higher_and_the_rest_alike() -> None:
    busy = [replace(span("07-13"), title=f"{n} {TITLE}") for n in range(4)]
    weeks = weeks_of(QUARTER, busy, ROOM)
    heights = [week.height for week in weeks]
    assert heights[2] > heights[0]
    assert len(set(heights)) == 2
