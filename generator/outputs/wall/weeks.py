"""Where everything stands among the weeks of a quarter: bars over days, titles in or beside them.

Lengths are millimetres from the upper left corner of the field of days.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from generator.model.quarter import Quarter
from generator.press.widths import line_width

DAYS = 7
COLUMN = 36.2
"""The width of a day."""
LANE = 7.0
"""From one bar to the next below it."""
HEAD = 9.6
"""What the number of a day takes above the first bar."""
EM = 5.43
"""Of titles: capitals of 4 mm, read from a metre."""
LABEL = 4.6
"""The em of what is said in a bar: what it is."""
_INSET, _GAP, _PAD, _BETWEEN, _STRIPE = 0.8, 1.6, 2.2, 3.0, 1.6
_MOST_LINES = 3
_MOST_LANES = 12
_WIDTH = DAYS * COLUMN


@dataclass(frozen=True, slots=True)
class Stretch:
    """What is shown from a first to a last day, both included.

    `label` says what it is; without one its title begins in the bar, as names of holidays do.
    """

    first: date
    last: date
    label: str
    title: str
    tone: str


@dataclass(frozen=True, slots=True)
class DayBar:
    """The part of a span in one week: its bar in a lane, and the words in it or beside it.

    `lines` stand from `at` on, or end there where `is_before`; `is_open` to the left and right
    where it goes on.
    """

    lane: int
    x: float
    width: float
    tone: str
    is_open: tuple[bool, bool]
    label: str
    shrunk: float
    lines: tuple[str, ...]
    at: float
    is_before: bool = False
    is_inside: bool = False


@dataclass(frozen=True, slots=True)
class Week:
    """A row: its days, None those of other quarters; what did not fit is counted in `left`."""

    days: tuple[date | None, ...]
    marks: tuple[DayBar, ...]
    left: int
    y: float = 0.0
    height: float = 0.0

    @property
    def least(self) -> float:
        """The least height that its marks need."""
        lanes = [mark.lane + max(1, len(mark.lines)) for mark in self.marks]
        return HEAD + LANE * (max(lanes, default=0) + (self.left > 0))


def weeks_of(quarter: Quarter, spans: Iterable[Stretch], room: float) -> list[Week]:
    """The rows of a quarter in a field `room` high; busy ones are higher, too busy ones cut."""
    shown = sorted(spans, key=lambda s: (s.first, s.first - s.last, s.title))
    every = [_whole(quarter, monday, shown) for monday in _mondays(quarter)]
    most = [_MOST_LANES] * len(every)
    weeks = [_cut(week, _MOST_LANES) for week in every]
    while sum(week.least for week in weeks) > room:
        at = max(range(len(weeks)), key=lambda n: weeks[n].least)
        most[at] -= 1
        weeks[at] = _cut(every[at], most[at])
    return _stretched(weeks, room)


def _mondays(quarter: Quarter) -> Iterator[date]:
    monday = quarter.first_day - timedelta(days=quarter.first_day.weekday())
    while monday <= quarter.last_day:
        yield monday
        monday += timedelta(days=DAYS)


def _stretched(weeks: Sequence[Week], room: float) -> list[Week]:
    """All as high as each other, as far as the busy ones leave room for that."""
    height, free, left = 0.0, room, sorted((week.least for week in weeks), reverse=True)
    for at, least in enumerate(left):
        height = free / (len(left) - at)
        if least <= height:
            break
        free -= least
    y, found = 0.0, []
    for week in weeks:
        high = max(week.least, height)
        found.append(replace(week, y=round(y, 2), height=round(high, 2)))
        y += high
    return found


def _whole(quarter: Quarter, monday: date, spans: Iterable[Stretch]) -> Week:
    """A row with all its marks, each still in the first lane."""
    every = [monday + timedelta(days=step) for step in range(DAYS)]
    days = [day for day in every if Quarter.of(day) == quarter]
    mine = (span for span in spans if span.first <= days[-1] and span.last >= days[0])
    shown = tuple(day if day in days else None for day in every)
    return Week(shown, tuple(_mark(span, days) for span in mine), 0)


def _cut(week: Week, most: int) -> Week:
    """The row with as many of its marks as find room in so many lanes."""
    taken: list[list[tuple[float, float]]] = [[] for _ in range(most)]
    lanes = [(mark, _lane(mark, taken)) for mark in week.marks]
    marks = tuple(replace(mark, lane=lane) for mark, lane in lanes if lane is not None)
    return replace(week, marks=marks, left=len(lanes) - len(marks))


def _lane(mark: DayBar, taken: Sequence[list[tuple[float, float]]]) -> int | None:
    """The first lane in which it touches nothing, now taken; None where there is none."""
    depth = max(1, len(mark.lines))
    begin, end = _reach(mark)
    for lane in range(len(taken) - depth + 1):
        rows = taken[lane : lane + depth]
        if all(end <= a or b <= begin for row in rows for a, b in row):
            for row in rows:
                row.append((begin, end))
            return lane
    return None


def _reach(mark: DayBar) -> tuple[float, float]:
    """From where to where nothing else may stand beside it."""
    width = max((_wide(line) for line in mark.lines), default=0.0) + _BETWEEN
    begin = mark.at - width if mark.is_before else mark.at
    return min(mark.x, begin), max(mark.x + mark.width, begin + width)


def _mark(span: Stretch, days: Sequence[date]) -> DayBar:
    """What of a span lies in these days of one week, and its words."""
    first, last = max(span.first, days[0]), min(span.last, days[-1])
    goes_on = span.first < first, span.last > last
    x = first.weekday() * COLUMN + (0 if goes_on[0] else _INSET)
    end = (last.weekday() + 1) * COLUMN - (0 if goes_on[1] else _INSET)
    label = line_width(span.label, 700) * LABEL
    lead = _PAD + (label + _BETWEEN if label else 0.0)
    shrunk = min(1.0, (end - x - 2 * _PAD) / label) if label else 1.0
    bar = DayBar(0, x, end - x, span.tone, goes_on, span.label, shrunk, (), x + lead)
    if x + lead + _wide(span.title) + _PAD <= end:
        return replace(bar, lines=(span.title,), is_inside=True)
    if goes_on[0] and Quarter.of(span.first) == Quarter.of(first):
        return bar  # its title stands where it begins
    return _named(bar, span.title) if span.label else _striped(bar, span.title)


def _named(bar: DayBar, title: str) -> DayBar:
    """With the title that its bar does not hold: behind it or before it, or in several lines."""
    begins, stops = bar.x + bar.width + _GAP, bar.x - _GAP
    if _wide(title) <= _WIDTH - begins or (_wide(title) > stops and _WIDTH - begins >= stops):
        return replace(bar, lines=_broken(title, _WIDTH - begins), at=begins)
    return replace(bar, lines=_broken(title, stops), at=stops, is_before=True)


def _striped(bar: DayBar, title: str) -> DayBar:
    """A name that is longer than its days: a stripe at its beginning, or at its end."""
    end = bar.x + bar.width
    begins, stops = bar.x + _STRIPE + _GAP, end - _STRIPE - _GAP
    if _wide(title) <= _WIDTH - begins or _WIDTH - begins >= stops:
        lines = _broken(title, _WIDTH - begins)
        return replace(bar, width=_STRIPE, lines=lines, at=begins)
    lines = _broken(title, stops)
    return replace(bar, x=end - _STRIPE, width=_STRIPE, lines=lines, at=stops, is_before=True)


def _wide(text: str) -> float:
    return line_width(text, 600) * EM


def _broken(text: str, room: float) -> tuple[str, ...]:
    """In lines that are no longer than there is room; what is too long for all of them is cut."""
    lines: list[str] = []
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and _wide(longer) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    if len(lines) <= _MOST_LINES:
        return tuple(lines)
    return (*lines[: _MOST_LINES - 1], lines[_MOST_LINES - 1].rpartition(" ")[0] + "…")
