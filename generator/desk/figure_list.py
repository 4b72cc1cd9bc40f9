"""What a figure of the board counts: the pieces and days, and the evidence with what each adds."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.catalogue import words
from generator.desk.board_table import COLUMNS, BoardChoice, Number, figures_in, texts
from generator.desk.evidence_rows import EvidenceView, evidence_row, item_title
from generator.desk.piece_views import handle_of
from generator.model.amount import Amount, Amounts
from generator.model.plan import Plan
from generator.model.plan_line import Item
from generator.planning.board import Board, BoardLine, DeedFigures
from generator.planning.board_words import (
    column_figure,
    completion_words,
    figures_in_words,
    line_sentences,
    plan_words,
)
from generator.planning.deed_counts import EvidenceUse, count, unit_of
from generator.planning.source_names import SourceNames
from generator.vietnamese.numbers import format_number

MOST = 24
"""Pieces of evidence, and things, that a page of the list shows."""
_OF_DEEDS = frozenset({"lam", "chung"})
_AtPlace = tuple[Amounts, int]


@dataclass(frozen=True, slots=True)
class ThingRow:
    """A piece or a day of the plan in a list; `units` says how many where that is not one."""

    title: str
    when: str
    sign: str
    state: str
    handle: str
    units: str


@dataclass(frozen=True, slots=True)
class FigureList:
    """The list behind a figure; `sentences` say what it means, `add` leads to new evidence.

    `places` are what it is at each place, which `of_places` says in words. `before` and `after` are
    the pages around, if any.
    """

    title: str
    figure: str
    about: str
    sentences: tuple[str, ...]
    places: tuple[Number, ...]
    of_places: str
    things: tuple[ThingRow, ...]
    evidence: tuple[EvidenceView, ...]
    before: str = ""
    after: str = ""


def figure_list(plan: Plan, board: Board, choice: BoardChoice) -> FigureList | None:
    """The list of the figure that is followed; None where none is, or there is no such one."""
    named = (each for each in board.lines if each.activity.id == choice.activity)
    line = next(named, None) if choice.column in COLUMNS else None
    if line is None:
        return None
    figures = figures_in(line, choice.quarter)
    named_texts = dict(zip(COLUMNS, texts(line.activity, figures, choice.quarter), strict=True))
    is_of_deeds = choice.column in _OF_DEEDS
    places = _places(line, choice)
    uses = _uses(figures, choice.column) if is_of_deeds else []
    things = _things(figures, choice.column)
    pages = range(0, max(len(uses), len(things), 1), MOST)
    page = min(choice.page, len(pages))
    shown = slice((page - 1) * MOST, page * MOST)
    return FigureList(
        line.activity.title,
        f"{words(COLUMNS[choice.column])}: {named_texts[choice.column]}",
        _quarter_name(line, choice.quarter),
        tuple(_sentences(plan, board, line, figures, choice)),
        tuple(_place(plan, line, *each) for each in places.items()),
        _of_places(choice, places),
        tuple(_thing(each, line) for each in things[shown]),
        tuple(_evidence(plan, line, figures, uses, shown)),
        replace(choice, page=page - 1).address if page > 1 else "",
        replace(choice, page=page + 1).address if page < len(pages) else "",
    )


def _quarter_name(line: BoardLine, key: str) -> str:
    named = (each for each in line.quarters if each and f"{each.year}-{each.number}" == key)
    quarter = next(named, None)
    return quarter.name if quarter else ""


def _sentences(
    plan: Plan, board: Board, line: BoardLine, figures: DeedFigures, choice: BoardChoice
) -> Iterator[str]:
    if choice.column == "ke":
        source = SourceNames(plan.workspace.documents).words(str(line.activity.source))
        yield words("The plan says: {what}.", what=plan_words(line.activity))
        yield words("Source: {source}", source=source)
        if choice.quarter:
            yield words("The plan states no figure of a quarter: its own is shared out evenly.")
    elif choice.column in _OF_DEEDS:
        said = figures_in_words(figures) if choice.quarter else line_sentences(board, line)
        yield from (f"{each[:1].upper()}{each[1:]}." for each in said)


def _uses(figures: DeedFigures, column: str) -> list[EvidenceUse]:
    """The evidence that a figure counts, the last first."""
    found = [use for use in figures.uses if use.is_proof or column != "chung"]
    return sorted(found, key=lambda use: (use.evidence.on.isoformat(), use.evidence.id))[::-1]


def _things(figures: DeedFigures, column: str) -> list[Item]:
    """The pieces and days that a figure counts; those that are done, where deeds are."""
    if column in _OF_DEEDS:
        known = {use.target.item.id for use in _uses(figures, column) if use.target.item}
        return [item for item in figures.items if item.id in known]
    return [item for item in figures.items if column != "san" or item.is_ready]


def _thing(item: Item, line: BoardLine) -> ThingRow:
    units = words("{count} copies", count=format_number(item.units)) if item.units > 1 else ""
    sign, state = _state(item, line)
    return ThingRow(
        item_title(item),
        item.slot.in_words(),
        sign,
        state,
        handle_of(item.piece.file) if item.piece else "",
        units,
    )


def _state(item: Item, line: BoardLine) -> tuple[str, str]:
    """How far a thing is: the sign, and the words."""
    if deed := line.deeds.get(item.id):
        return "approved" if deed.is_proof else "waiting", completion_words(deed)
    is_ready = bool(item.piece) and item.is_ready
    return ("writing", words("ready")) if is_ready else ("unwritten", words("planned"))


def _evidence(
    plan: Plan, line: BoardLine, figures: DeedFigures, uses: Sequence[EvidenceUse], shown: slice
) -> list[EvidenceView]:
    """Those of a page, each with what it adds: all together are the figure."""
    unit = figures.done[0].unit if figures.done else unit_of(line.activity)
    found = count(uses, line.activity, unit)
    parts = {id(use): amount for use, amount in found.parts} if found else {}
    return [evidence_row(plan, use.evidence, _adds(parts.get(id(use)))) for use in uses[shown]]


def _adds(amount: Amount | None) -> str:
    """«+ 1 chương trình»; of what is told otherwise by another one that it is counted there."""
    return f"+ {amount}" if amount else words("counted by others")


def _places(line: BoardLine, choice: BoardChoice) -> dict[str, _AtPlace]:
    """What the figure is at each place, and how many are to hang there; a quarter has none."""
    if choice.column not in _OF_DEEDS or choice.quarter:
        return {}
    every = (
        (key, (each.proof if choice.column == "chung" else each.done, each.tally.planned))
        for key, each in line.places.items()
    )
    return {key: each for key, each in every if any(each)}


def _of_places(choice: BoardChoice, places: Mapping[str, _AtPlace]) -> str:
    """What the figures at the places are; nothing where there is none."""
    if not places:
        return ""
    column = words(COLUMNS[choice.column])
    if any(planned for _, planned in places.values()):
        return words("{column} at each place / as the piece says", column=column)
    return words("{column} at each place", column=column)


def _place(plan: Plan, line: BoardLine, identity: str, at: _AtPlace) -> Number:
    """A place by its name; of a piece that is withdrawn nothing is to hang there any more."""
    figures, planned = at
    place = plan.workspace.places.get(identity)
    name = place.name_on(plan.today) if place else words("another place")
    text = column_figure(line.activity, figures)
    return Number(f"{text} / {format_number(planned)}" if planned else text, name)
