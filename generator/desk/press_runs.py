"""The run list of a plan in a quarter as a screen shows it: how many of what go where."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.catalogue import words
from generator.desk.piece_views import handle_of
from generator.desk.press_list import rank_of
from generator.desk.press_piece import HangingRow
from generator.model.plan import Plan
from generator.model.plan_line import Entry
from generator.model.quarter import Quarter
from generator.outputs.print.runlist import RunList, RunListRow
from generator.press.orders import READY, printed_pieces
from generator.vietnamese.numbers import format_number


@dataclass(frozen=True, slots=True)
class RunChoice:
    """A plan's quarter of which there is a run list."""

    campaign: str
    quarter: Quarter | None
    title: str

    @property
    def name(self) -> str:
        """As addresses have it."""
        return f"{self.campaign}_{self.quarter or ''}".replace("/", "-")

    def takes(self, entry: Entry) -> bool:
        """Whether a printed piece belongs to it."""
        return (entry.campaign.id, entry.slot.quarter) == (self.campaign, self.quarter)


@dataclass(frozen=True, slots=True)
class RunRow:
    """A file to print, with the places of its copies."""

    handle: str
    kind: str
    title: str
    size: str
    copies: str
    places: tuple[HangingRow, ...]


def run_choices(plan: Plan) -> list[RunChoice]:
    """All of them, the last first."""
    found = {
        (entry.campaign.id, entry.slot.quarter): entry.campaign.title
        for entry, *_ in printed_pieces(plan)
    }
    choices = [
        RunChoice(campaign, quarter, f"{title}, {_when(quarter)}")
        for (campaign, quarter), title in found.items()
    ]
    choices.sort(key=lambda each: each.title)
    return sorted(choices, key=lambda each: rank_of(each.quarter), reverse=True)


def run_rows(run_list: RunList) -> list[RunRow]:
    """Each file of the list."""
    return [_row(label, row) for label, group in run_list.groups for row in group]


def run_totals(run_list: RunList) -> list[tuple[str, str]]:
    """Copies by kind, and of all."""
    return [(label, format_number(count)) for label, count in run_list.totals]


def unready(entries: Iterable[Entry]) -> list[tuple[str, str]]:
    """Handle and title of the pieces that are in no list yet, since they are being written."""
    return [
        (handle_of(each.piece.file), each.piece.title)
        for each in entries
        if each.piece.status not in READY
    ]


def _when(quarter: Quarter | None) -> str:
    return quarter.name if quarter else words("No quarter")


def _row(label: str, row: RunListRow) -> RunRow:
    piece = row.piece.piece
    places = tuple(
        HangingRow(
            point.place, point.district, format_number(point.copies), point.when, point.is_proposed
        )
        for point in row.points
    )
    size, copies = str(piece.size), format_number(row.copies)
    return RunRow(handle_of(piece.file), label, piece.title, size, copies, places)
