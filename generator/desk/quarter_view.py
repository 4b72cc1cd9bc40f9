"""The quarter at one look: for each kind of piece, what happens on which day."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from generator.catalogue import words
from generator.desk.piece_views import handle_of, sign, state
from generator.desk.unread_pieces import UnreadPiece
from generator.model.piece import day_of
from generator.model.plan import Plan
from generator.model.plan_line import Item
from generator.model.quarter import Quarter
from generator.planning.activity_forms import Form, forms
from generator.planning.working_days import days_off
from generator.vietnamese.dates import HANOI

Unread = Mapping[str, UnreadPiece]
_ROOM = 15
"""So many days of a line hold a short title."""
_NEAR = 3  # days
_SHORT = 20  # characters


@dataclass(frozen=True, slots=True)
class Mark:
    """What happens on a day; `column` counts the days of the quarter from 1.

    `label` stands beside it where there is room, before it where it `ends` the quarter; `title`
    says all; `days` is how long it hangs.
    """

    column: int
    sign: str
    label: str
    title: str
    link: str
    days: int = 0
    ends: bool = False


@dataclass(frozen=True, slots=True)
class MediumRow:
    """The marks of a kind of piece, by day."""

    name: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class QuarterView:
    """A quarter of the year; `months` are names with first column and number of days."""

    name: str
    days: int
    today: int
    today_in_words: str
    months: tuple[tuple[str, int, int], ...]
    days_off: tuple[tuple[int, str], ...]
    rows: tuple[MediumRow, ...]
    planned: int
    past: int


def quarter_view(plan: Plan, unread: Unread | None = None) -> QuarterView:
    """The quarter that it is now, with all that has a day in it.

    `unread` are files that cannot be read, by the items that they may be.
    """
    today = plan.as_of.astimezone(HANOI).date()
    quarter = Quarter.of(today)
    first, length = quarter.first_day, (quarter.last_day - quarter.first_day).days + 1
    found = [(day, item) for item in plan.items.values() if (day := _day(item, quarter))]
    marked = _rows(found, quarter, unread or {})
    rows = [MediumRow(words(form.plural), marks) for form, marks in marked]
    off = days_off(plan.workspace.holidays, quarter.year).items()
    return QuarterView(
        quarter.name,
        length,
        _column(today, first),
        f"{today.day}/{today.month}",
        tuple(_months(quarter)),
        tuple((_column(day, first), name) for day, name in off if _is_in(day, quarter)),
        tuple(rows),
        len(found),
        sum(day < today for day, _ in found),
    )


def _rows(
    found: list[tuple[date, Item]], quarter: Quarter, unread: Unread
) -> Iterator[tuple[Form, tuple[Mark, ...]]]:
    for form in forms():
        mine = [(day, item) for day, item in found if item.medium == form.name]
        if mine:
            yield form, tuple(_marks(_together(mine), quarter, unread))


def _together(found: list[tuple[date, Item]]) -> list[tuple[date, list[Item]]]:
    """What is so near to each other that a finger takes both is one mark."""
    marks: list[tuple[date, list[Item]]] = []
    for day, item in sorted(found, key=lambda pair: (pair[0], pair[1].id)):
        if marks and (day - marks[-1][0]).days < _NEAR:
            marks[-1][1].append(item)
        else:
            marks.append((day, [item]))
    return marks


def _marks(days: list[tuple[date, list[Item]]], quarter: Quarter, unread: Unread) -> Iterator[Mark]:
    columns = [_column(day, quarter.first_day) for day, _ in days]
    end, free = _column(quarter.last_day, quarter.first_day) + 1, 0
    for place, (day, items) in enumerate(days):
        column, after = columns[place], [*columns, end][place + 1]
        ends = after - column < _ROOM and column - free > _ROOM
        has_room = ends or after - column >= _ROOM
        free = column + (_ROOM if has_room and not ends else 1)
        label = f"{day.day}/{day.month} {_named(items)}" if has_room else ""
        yield Mark(
            column,
            _sign(items, unread),
            label,
            "; ".join(_told(item, unread) for item in items),
            _link(items, unread),
            min(_hanging(items[0]), end - column),
            ends,
        )


def _day(item: Item, quarter: Quarter) -> date | None:
    day = day_of(item.slot.start) if item.slot.start else None
    return day if day and _is_in(day, quarter) else None


def _is_in(day: date, quarter: Quarter) -> bool:
    return quarter.first_day <= day <= quarter.last_day


def _column(day: date, first: date) -> int:
    return (day - first).days + 1


def _months(quarter: Quarter) -> Iterator[tuple[str, int, int]]:
    for number in range(3):
        first = date(quarter.year, quarter.first_day.month + number, 1)
        last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
        name = words("Month {number}").format(number=first.month)
        yield name, _column(first, quarter.first_day), last.day


def _sign(items: list[Item], unread: Unread) -> str:
    signs = [
        sign(item.piece) if item.piece else "late" if item.id in unread else "unwritten"
        for item in items
    ]
    order = ("late", "unwritten", "writing", "waiting", "approved", "withdrawn")
    return min(signs, key=order.index)


def _named(items: list[Item]) -> str:
    """The beginning of a title, by whole words; of several how many."""
    if len(items) > 1:
        return words("{count} pieces").format(count=len(items))
    piece = items[0].piece
    title = (piece.title if piece else items[0].title).partition(":")[0].partition(",")[0]
    return title if len(title) <= _SHORT else title[: _SHORT + 1].rpartition(" ")[0]


def _told(item: Item, unread: Unread) -> str:
    title, how = item.title, words("not written") if item.activity.medium else words("planned")
    if item.piece:
        title, how = item.piece.title, state(item.piece)
    elif item.id in unread:
        title, how = unread[item.id].title, words("the file cannot be read")
    return f"{item.slot.in_words()}: {title}, {how}"


def _link(items: list[Item], unread: Unread) -> str:
    """The piece; of several the list of those of the quarter; of none where one is begun."""
    if not items[0].activity.medium:
        return "/ke-hoach"
    if len(items) > 1:
        return f"/bai?loai={items[0].activity.medium}&quy={items[0].slot.quarter}"
    piece, file = items[0].piece, unread.get(items[0].id)
    if piece is None and file:
        return f"/bai/{file.handle}"
    return f"/bai/{handle_of(piece.file)}" if piece else "/bai/moi"


def _hanging(item: Item) -> int:
    """So many days it hangs."""
    start, until = item.slot.start, item.slot.until
    if start is None or until is None:
        return 0
    return (until - day_of(start)).days + 1
