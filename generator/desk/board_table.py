"""The room of the board: what of each activity is planned, done and proved, by quarter.

Every figure is a `Number` that leads to the list of what it counts (`figure_list.py`).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from generator.catalogue import words
from generator.desk.piece_views import handle_of
from generator.model.amount import Amounts
from generator.model.campaign import Activity, Campaign
from generator.model.plan import Plan
from generator.model.quarter import Quarter
from generator.planning.board import Board, BoardLine, DeedFigures
from generator.planning.board_words import (
    column_figure,
    figure,
    plan_words,
    whole_of,
)
from generator.planning.deadlines import runs
from generator.planning.quarter_shares import quarter_plan, shares_note
from generator.planning.tasks import running
from generator.vietnamese.numbers import format_number

COLUMNS = {
    "ke": "By the plan",
    "ngay": "With a day",
    "san": "Ready",
    "lam": "Done",
    "chung": "Proved",
}
"""The columns by their words in addresses, and what they are called (msgids)."""
_MOST_QUARTERS = 4
"""Of a plan of several years the quarters are chosen, not laid side by side."""
_NONE = DeedFigures()


@dataclass(frozen=True, slots=True)
class BoardChoice:
    """What an address asks of the board: a plan, a quarter of it, and the figure that is followed.

    `period` and `quarter` are such as «2021-2», empty for all of the plan.
    """

    campaign: str = ""
    period: str = ""
    activity: str = ""
    column: str = ""
    quarter: str = ""
    page: int = 1

    @classmethod
    def of(cls, query: Mapping[str, str]) -> "BoardChoice":
        """From an address."""
        plan, period, activity, column, quarter = (
            query.get(key, "") for key in ("ke", "ky", "viec", "cot", "quy")
        )
        page = query.get("trang", "1")
        is_number = page.isascii() and page.isdecimal() and len(page) < 6  # noqa: PLR2004
        number = max(1, int(page)) if is_number else 1
        return cls(plan, period, activity, column, quarter, number)

    @property
    def address(self) -> str:
        """Where that is seen; of a figure, where its list begins."""
        page = str(self.page) if self.page > 1 else ""
        values = (self.campaign, self.period, self.activity, self.column, self.quarter, page)
        named = zip(("ke", "ky", "viec", "cot", "quy", "trang"), values, strict=True)
        place = "#so" if self.activity else ""
        return f"/bang?{urlencode({key: value for key, value in named if value})}{place}"


@dataclass(frozen=True, slots=True)
class Number:
    """A figure and where its list is, nowhere where it counts nothing; `label` names it."""

    text: str
    label: str
    link: str = ""
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class QuarterBar:
    """Widths of a hundred: what the plan states, what has a day, what is done and proved."""

    quantity: float
    planned: float
    done: float
    proof: float


@dataclass(frozen=True, slots=True)
class QuarterCell:
    """A quarter of an activity; without a `bar` nothing is stated, planned or done in it."""

    name: str
    number: Number
    bar: QuarterBar | None


@dataclass(frozen=True, slots=True)
class BoardRow:
    """An activity: what its plan states in words, its figures by column, its quarters."""

    title: str
    quantity: str
    numbers: tuple[Number, ...]
    quarters: tuple[QuarterCell, ...]


@dataclass(frozen=True, slots=True)
class BoardTable:
    """The board of a plan: `periods` are links, each with whether it is the chosen one."""

    columns: tuple[str, ...]
    quarters: tuple[str, ...]
    periods: tuple[tuple[str, str, bool], ...]
    rows: tuple[BoardRow, ...]
    note: str = ""


def chosen_campaign(plan: Plan, handle: str) -> Campaign | None:
    """The plan that is asked for; else one that runs, the last one, or none where none is."""
    every = campaigns_of(plan)
    asked = next((each for each in every if campaign_handle(each) == handle), None)
    return asked or next(iter([*reversed(running(plan)), *every]), None)


def campaigns_of(plan: Plan) -> list[Campaign]:
    """The plans, the newest first, those that are over last."""
    every = sorted(plan.workspace.campaigns.values(), key=lambda each: (-each.period, each.id))
    return sorted(every, key=lambda each: not runs(each, plan.today))


def campaign_handle(campaign: Campaign) -> str:
    """By which a browser asks for a plan."""
    return handle_of(campaign.where().path)


def quarter_key(quarter: Quarter | None) -> str:
    """«2021-2» in addresses."""
    return f"{quarter.year}-{quarter.number}" if quarter else ""


def quarters_of(board: Board) -> list[Quarter]:
    """Those in which something is stated, planned or done."""
    found = (q for line in board.lines for q, each in line.quarters.items() if each.says_anything)
    return sorted({quarter for quarter in found if quarter})


def figures_in(line: BoardLine, quarter: str) -> DeedFigures:
    """The figures of a quarter by its key; of all of the plan without one."""
    if not quarter:
        return line.total
    named = {quarter_key(each): figures for each, figures in line.quarters.items() if each}
    return named.get(quarter, _NONE)


def board_table(board: Board, choice: BoardChoice) -> BoardTable:
    """The board, with the figure that is followed."""
    quarters = quarters_of(board)
    choice = replace(choice, campaign=campaign_handle(board.campaign))
    if choice.period not in map(quarter_key, quarters):
        choice = replace(choice, period="")
    shown = quarters if len(quarters) <= _MOST_QUARTERS else []
    return BoardTable(
        tuple(map(words, COLUMNS.values())),
        tuple(each.name for each in shown),
        tuple(_periods(board, quarters, choice)),
        tuple(_row(line, choice, shown) for line in board.lines),
        shares_note(line.activity for line in board.lines) if shown or choice.period else "",
    )


def _periods(
    board: Board, quarters: Sequence[Quarter], choice: BoardChoice
) -> Iterator[tuple[str, str, bool]]:
    at = replace(choice, activity="", column="", quarter="", page=1)
    yield whole_of(board.campaign), replace(at, period="").address, not choice.period
    for each in quarters:
        key = quarter_key(each)
        yield each.name, replace(at, period=key).address, choice.period == key


def _row(line: BoardLine, choice: BoardChoice, quarters: Sequence[Quarter]) -> BoardRow:
    activity = line.activity
    figures = figures_in(line, choice.period)
    numbers = (
        _number(choice, activity, column, choice.period, text)
        for column, text in zip(COLUMNS, texts(activity, figures, choice.period), strict=True)
    )
    whole = max((_largest(line, each) for each in quarters), default=0)
    cells = tuple(_cell(line, choice, each, whole) for each in quarters)
    return BoardRow(activity.title, plan_words(activity), tuple(numbers), cells)


def texts(activity: Activity, figures: DeedFigures, quarter: str) -> Iterator[str]:
    """The figures of an activity, column by column; a dash where nothing is told."""
    tally, quantity = figures.tally, activity.quantity
    if quarter:
        yield quarter_plan(activity, tally.promised)
    else:
        yield " ".join((*quantity.qualifiers, quantity.as_printed)) if quantity else "–"
    yield format_number(tally.planned)
    yield format_number(tally.ready)
    yield column_figure(activity, figures.done)
    yield column_figure(activity, figures.proof)


def _number(
    choice: BoardChoice, activity: Activity, column: str, quarter: str, text: str
) -> Number:
    own = (activity.id, column, quarter)
    link = replace(choice, activity=own[0], column=column, quarter=quarter, page=1).address
    is_open = own == (choice.activity, choice.column, choice.quarter)
    label = f"{activity.title}, {words(COLUMNS[column])}"
    return Number(text, label, "" if text in {"–", "0"} else link, is_open)


def _cell(line: BoardLine, choice: BoardChoice, quarter: Quarter, whole: int) -> QuarterCell:
    key = quarter_key(quarter)
    figures = figures_in(line, key)
    promised = figures.tally.promised
    done = figure(figures.done)
    stated = "" if promised is None else quarter_plan(line.activity, promised)
    text = f"{done} / {stated}" if stated else done
    column = "lam" if figures.done else "ngay" if figures.tally.planned else "ke"
    number = _number(choice, line.activity, column, key, text)
    if not figures.says_anything:
        return QuarterCell(quarter.name, replace(number, link=""), None)
    bar = _bar(figures, whole)
    return QuarterCell(quarter.name, replace(number, label=f"{number.label}, {quarter.name}"), bar)


def _largest(line: BoardLine, quarter: Quarter) -> int:
    figures = figures_in(line, quarter_key(quarter))
    return max(figures.tally.promised or 0, figures.tally.planned, _count(figures.done))


def _count(figures: Amounts) -> int:
    """In the unit of the plan."""
    return int(figures[0].number or 0) if figures else 0


def _bar(figures: DeedFigures, whole: int) -> QuarterBar | None:
    counts = (
        figures.tally.promised or 0,
        figures.tally.planned,
        _count(figures.done),
        _count(figures.proof),
    )
    return QuarterBar(*(round(100 * each / whole, 1) for each in counts)) if whole else None
