"""The tables of `loa status`."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.cli.console import _

if TYPE_CHECKING:
    from rich.table import Table

    from generator.planning.board import Board, BoardLine, DeedFigures


def figures(board: "Board") -> "Table":
    """Promised, planned, ready, done and proved, by quarter."""
    from generator.cli.tables import blank_table

    made = blank_table(_("Activity"), _("Quarter"))
    for heading in (_("Promised"), _("Planned"), _("Ready"), _("Done"), _("Proved")):
        made.add_column(heading, justify="right")
    for line in board.lines:
        for index, row in enumerate(_rows(board, line)):
            made.add_row("" if index else line.activity.title, *row)
    return made


def _rows(board: "Board", line: "BoardLine") -> Iterator[list[str]]:
    """A row for each quarter in which there is anything, and one for the whole."""
    told = {q: each for q, each in line.quarters.items() if q is not None and _says(each)}
    for quarter, each in told.items() if len(told) > 1 else ():
        yield [str(quarter), *_cells(line, each)]
    yield [f"{_('Year')} {board.campaign.period}", *_cells(line, line.total)]


def _says(figures: "DeedFigures") -> bool:
    tally = figures.tally
    return bool(tally.promised or tally.planned or figures.done)


def _cells(line: "BoardLine", figures: "DeedFigures") -> list[str]:
    from generator.planning.board_words import figure
    from generator.vietnamese.numbers import format_number

    quantity, tally = line.activity.quantity, figures.tally
    least = "≥ " if quantity and quantity.is_lower_bound else ""
    promised = "–" if tally.promised is None else least + format_number(tally.promised)
    counts = map(format_number, (tally.planned, tally.ready))
    return [promised, *counts, figure(figures.done), figure(figures.proof)]
