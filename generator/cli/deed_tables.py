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
    for heading in (_("Stated in the plan"), _("Planned"), _("Ready"), _("Done"), _("Proved")):
        made.add_column(heading, justify="right")
    for line in board.lines:
        for index, row in enumerate(_rows(board, line)):
            made.add_row("" if index else line.activity.title, *row)
    return made


def _rows(board: "Board", line: "BoardLine") -> Iterator[list[str]]:
    """A row for each quarter in which there is anything, and one for the whole."""
    from generator.planning.board_words import plan_words, whole_of
    from generator.planning.quarter_shares import quarter_plan

    told = {q: each for q, each in line.quarters.items() if q is not None and each.says_anything}
    for quarter, each in told.items() if len(told) > 1 else ():
        stated = quarter_plan(line.activity, each.tally.promised)
        yield [str(quarter), stated, *_counts(line, each)]
    whole = whole_of(board.campaign)
    yield [whole, plan_words(line.activity), *_counts(line, line.total)]


def _counts(line: "BoardLine", figures: "DeedFigures") -> list[str]:
    from generator.planning.board_words import column_figure
    from generator.vietnamese.numbers import format_number

    counts = map(format_number, (figures.tally.planned, figures.tally.ready))
    deeds = (column_figure(line.activity, each) for each in (figures.done, figures.proof))
    return [*counts, *deeds]
