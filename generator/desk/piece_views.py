"""A piece as the desk shows it: what it is, how far it is, what is wrong with its file."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from generator.app.check import CheckReport
from generator.catalogue import words
from generator.desk.plan_paths import editable
from generator.desk.room_advice import ROOM_ADVICE, without_command
from generator.diagnostics import Diagnostic
from generator.media import media
from generator.model.artifact import digest_of
from generator.model.piece import Piece
from generator.model.plan import Plan
from generator.planning.items import activity_of
from generator.vietnamese.dates import format_date, moment_in_words
from generator.vietnamese.text import fold

SIGNS = {"draft": "writing", "ready": "waiting", "approved": "approved", "withdrawn": "withdrawn"}
"""The sign of each state: a ring that closes as the work is done."""


@lru_cache(100_000)
def handle_of(path: str) -> str:
    """By which a browser asks for a file: no path ever comes from one."""
    return digest_of(path)[:16]


def state(piece: Piece) -> str:
    """How far it is; an example of an approval is none."""
    return words("only an example of an approval") if piece.is_example else words(piece.status)


def sign(piece: Piece) -> str:
    """The sign of its state."""
    return SIGNS["ready" if piece.is_example else piece.status]


def about(piece: Piece, plan: Plan) -> str:
    """What it is, and to which line of the plan it belongs."""
    kind = words(media()[piece.medium].singular)
    campaign = plan.workspace.campaigns.get(getattr(piece, "campaign", ""))
    promise = activity_of(campaign, getattr(piece, "activity", ""))
    if promise is None:
        return kind
    return (
        promise.title if fold(promise.title).startswith(fold(kind)) else f"{kind}, {promise.title}"
    )


def when_of(piece: Piece, plan: Plan) -> str:
    """When it is aired, printed, hung or published, as far as that is known."""
    item = plan.items.get(piece.id)
    if item and item.slot.start:
        return moment_in_words(item.slot.start, item.slot.until)
    if item and item.slot.quarter:
        return words("Quarter {quarter}").format(quarter=item.slot.quarter)
    return moment_in_words(piece.publish_on) if piece.publish_on else ""


def paths(report: CheckReport) -> dict[str, str]:
    """Every file that a browser may ask for, by its handle."""
    known = {piece.file for piece in report.plan.workspace.pieces.values()}
    known |= {found.where.path for found in report.diagnostics if _is_text(found)}
    known |= report.plan.workspace.unread | editable(report)
    return {handle_of(path): path for path in known}


def _is_text(found: Diagnostic) -> bool:
    """A piece with the id of another is told, and is not among the pieces."""
    return found.rule.code == "duplicate-id" and found.where.path.endswith(".md")


def facts(piece: Piece, plan: Plan) -> Iterator[tuple[str, str]]:
    """What the office wants to know of a piece at one look."""
    yield words("Kind"), about(piece, plan)
    if when := when_of(piece, plan):
        yield words("When"), when
    if piece.approved_by:
        day = format_date(piece.approved_on) if piece.approved_on else ""
        yield words("Approved"), ", ".join(filter(None, (piece.approved_by, day)))
    if piece.author:
        yield words("Author"), piece.author


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a file: where, what, and what to do; `example` is what to type.

    `fields` are the keys and labels of the fields in which it is mended; `line` is that of the text
    where its place is one; `is_of_text` says that the advice stands in the view as text.
    """

    is_error: bool
    place: str
    message: str
    advice: str
    example: str
    fields: tuple[tuple[str, str], ...] = ()
    line: int = 0
    is_of_text: bool = False


def problem(diagnostic: Diagnostic) -> Problem:
    """A diagnostic in Vietnamese, with what to do about it in the rooms of the desk."""
    advice, _, example = diagnostic.hint("vi").partition("\n")
    if instead := ROOM_ADVICE.get(diagnostic.rule.code):
        advice = words(instead).format_map(diagnostic.details)
    line = (
        words("line {number}").format(number=diagnostic.where.line) if diagnostic.where.line else ""
    )
    message, number = diagnostic.message("vi"), diagnostic.where.line
    told = without_command(advice)
    return Problem(diagnostic.is_error, line, message, told, example, line=number)
