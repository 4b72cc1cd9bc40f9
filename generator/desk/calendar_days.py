"""The calendar as values: the days of a month or a quarter, what happens on each, and the shelf."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from generator.app.editing.moving import holding
from generator.catalogue import words
from generator.desk.calendar_choice import CalendarChoice
from generator.desk.piece_views import handle_of, sign, state
from generator.model.piece import day_of
from generator.model.plan import ActivityLine, Plan
from generator.model.plan_line import Item
from generator.model.quarter import Quarter
from generator.model.release import ReleasedSlot
from generator.planning.activity_forms import form_of, placings
from generator.planning.deadlines import WORDS, Deadline, deadlines_of
from generator.planning.free_days import BEFORE_IT
from generator.planning.release_history import ReleaseState, history, when_of
from generator.planning.tasks import missing_slots
from generator.planning.working_days import days_off, green_days
from generator.vietnamese.dates import HANOI, WEEKDAYS_SHORT, format_date, moment_in_words

_TOLD = BEFORE_IT | {"take-down"}
"""Deadlines that stand on their days beside what happens there."""


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """What happens on a day, or waits for one.

    `handle` names it to whoever moves it; `stays` says why it cannot be moved. `hour` and `about`
    say what it is, `note` what else is to be known; `link` leads to its piece, where there is one.
    """

    handle: str
    sign: str
    title: str
    about: str
    state: str
    hour: str = ""
    note: str = ""
    link: str = ""
    stays: str = ""


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """A day: `name` is how the grid calls it, `is_outside` whether it belongs to another month.

    `is_free` says that what is being moved would keep to all rules on it.
    """

    day: date
    name: str
    is_outside: bool
    is_today: bool
    is_over: bool
    holiday: str
    occasion: str
    entries: tuple[CalendarEntry, ...]
    tasks: tuple[str, ...]
    is_free: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether nothing is to be told of it."""
        return not (self.entries or self.tasks or self.holiday or self.is_today or self.is_free)

    @property
    def weekday(self) -> str:
        """«T4»."""
        return WEEKDAYS_SHORT[self.day.weekday()]

    @property
    def in_words(self) -> str:
        """«thứ Tư, 11/8/2021»."""
        return moment_in_words(self.day, weekday=True)


@dataclass(frozen=True, slots=True)
class CalendarFacts:
    """What all days of a plan share, looked up once."""

    plan: Plan
    entries: Mapping[date, list[CalendarEntry]]
    tasks: Mapping[date, list[str]]
    free: frozenset[date] = field(default_factory=frozenset)


def weeks(plan: Plan, choice: CalendarChoice, free: frozenset[date]) -> list[list[CalendarDay]]:
    """The whole weeks in which a month or a quarter lies."""
    first = choice.first - timedelta(days=choice.first.weekday())
    days = [first + timedelta(days=step) for step in range((choice.last - first).days + 1)]
    days += [days[-1] + timedelta(days=step) for step in range(1, 7 - days[-1].weekday())]
    facts = CalendarFacts(plan, _entries(plan, days), _tasks(plan), free)
    every = [_day(facts, day, choice) for day in days]
    return [every[start : start + 7] for start in range(0, len(every), 7)]


def shelf(plan: Plan, quarter: Quarter) -> list[CalendarEntry]:
    """What is promised for a year and has no day: pieces and slots, then lines with too few.

    Those of the quarter that is looked at come first.
    """
    year = quarter.year
    waiting = [item for item in plan.items.values() if item.slot.start is None]
    mine = [item for item in waiting if _is_of(item.campaign.period, item.campaign.begins, year)]
    mine.sort(key=lambda i: (i.slot.quarter != quarter, str(i.slot.quarter or ""), i.id))
    lines = (ln for ln in plan.lines if _is_of(ln.campaign.period, ln.campaign.begins, year))
    return [
        *(_waiting(item) for item in mine),
        *(_lacking(line) for line in lines if missing_slots(line)),
    ]


def handle_of_item(identity: str) -> str:
    """By which a browser names a slot."""
    return handle_of(f"slot {identity}")


def handle_of_line(campaign: str, activity: str) -> str:
    """By which a browser names a line of a plan."""
    return handle_of(f"line {campaign}/{activity}")


def item_of_handle(plan: Plan, handle: str) -> Item | ActivityLine | None:
    """The slot or the line that a browser names."""
    known = (item for item in plan.items.values() if handle_of_item(item.id) == handle)
    item = next(known, None)
    lines = (ln for ln in plan.lines if handle_of_line(ln.campaign.id, ln.activity.id) == handle)
    return item or next((line for line in lines if line.activity.form in placings()), None)


def _is_of(period: int, begins: int | None, year: int) -> bool:
    return (begins or period) <= year <= period


def _day(facts: CalendarFacts, day: date, choice: CalendarChoice) -> CalendarDay:
    plan = facts.plan
    holidays = plan.workspace.holidays
    is_first = day.day == 1 or (day.weekday() == 0 and day < choice.first + timedelta(days=1))
    return CalendarDay(
        day,
        f"{day.day}/{day.month}" if is_first else str(day.day),
        not choice.first <= day <= choice.last,
        day == plan.today,
        day < plan.today,
        days_off(holidays, day.year).get(day, ""),
        green_days(holidays, day.year).get(day, ""),
        tuple(facts.entries.get(day, ())),
        tuple(facts.tasks.get(day, ())),
        day in facts.free,
    )


def _entries(plan: Plan, days: list[date]) -> dict[date, list[CalendarEntry]]:
    found: dict[date, list[CalendarEntry]] = {day: [] for day in days}
    states = history(plan.releases)
    for item in sorted(plan.items.values(), key=_place):
        if item.slot.start is not None and (day := day_of(item.slot.start)) in found:
            found[day].append(_entry(item, states.get(item.id)))
    return found


def _place(item: Item) -> tuple[str, str, str]:
    start = item.slot.start
    hour = start.astimezone(HANOI).strftime("%H:%M") if isinstance(start, datetime) else ""
    return hour, item.medium, item.id


def _entry(item: Item, state_of: ReleaseState | None) -> CalendarEntry:
    piece, start = item.piece, item.slot.start
    keeps = holding(item)
    return CalendarEntry(
        handle_of_item(item.id),
        sign(piece) if piece else "approved" if item.is_recorded else "unwritten",
        piece.title if piece else item.title,
        words(form_of(item.medium).singular),
        _state(item),
        f"{start.astimezone(HANOI):%H:%M}" if isinstance(start, datetime) else "",
        "; ".join(_notes(item, state_of)),
        f"/bai/{handle_of(piece.file)}" if piece else "",
        f"{keeps.message('vi')} {keeps.hint('vi')}" if keeps else "",
    )


def _state(item: Item) -> str:
    if item.piece:
        return state(item.piece)
    return words("not written") if item.activity.medium else words("planned")


def _notes(item: Item, released: ReleaseState | None) -> Iterator[str]:
    if item.slot.until and item.slot.start and item.slot.until != day_of(item.slot.start):
        yield words("until {day}").format(day=format_date(item.slot.until))
    if released and not released.is_cancelled and _differs(item, released.slot):
        yield words("partners were told {moment}").format(moment=when_of(released.slot))


def _differs(item: Item, slot: ReleasedSlot) -> bool:
    return item.slot.start != slot.at


def _tasks(plan: Plan) -> dict[date, list[str]]:
    found: dict[date, list[str]] = {}
    for each in deadlines_of(plan):
        if each.kind in _TOLD:
            found.setdefault(each.day, []).append(_task(plan, each))
    return found


def _task(plan: Plan, deadline: Deadline) -> str:
    piece = plan.workspace.pieces.get(deadline.item)
    return f"{words(WORDS[deadline.kind])}: {piece.title if piece else deadline.title}"


def _waiting(item: Item) -> CalendarEntry:
    quarter = item.slot.quarter
    when = quarter.name if quarter else words("neither day nor quarter")
    entry = _entry(item, None)
    return CalendarEntry(
        entry.handle,
        entry.sign,
        entry.title,
        f"{entry.about}, {when}",
        entry.state,
        link=entry.link,
        stays=entry.stays,
    )


def _lacking(line: ActivityLine) -> CalendarEntry:
    """A line of a plan of which something has no slot yet."""
    activity, quantity = line.activity, line.activity.quantity
    amount = str(quantity) if quantity else ""
    there = words("{count} have a day").format(count=line.total.planned)
    about = ", ".join(filter(None, (amount, _quarters(line), there if line.total.planned else "")))
    kind = words(form_of(activity.form).singular)
    return CalendarEntry(
        handle_of_line(line.campaign.id, activity.id), "unwritten", activity.title, about, kind
    )


def _quarters(line: ActivityLine) -> str:
    names = [str(q).partition("/")[0] for q in line.tallies if q]
    return words("quarter {names}").format(names=", ".join(names)) if names else ""
