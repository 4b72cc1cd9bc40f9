"""Pieces as the desk shows them: the list of all, one of them, what is wrong with its file."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.app.check import CheckReport
from generator.catalogue import words
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


@dataclass(frozen=True, slots=True)
class Row:
    """A piece in the list of all; `problems` counts what loa check tells of its file."""

    handle: str
    sign: str
    title: str
    about: str
    when: str
    state: str
    problems: int


@dataclass(frozen=True, slots=True)
class Filter:
    """What the list is narrowed to; nothing where all is meant."""

    medium: str = ""
    status: str = ""
    text: str = ""

    def takes(self, piece: Piece) -> bool:
        """Whether a piece belongs to it; words are compared without marks and capitals."""
        sought = fold(self.text)
        named = (piece.title, piece.id, *piece.labels)
        return (
            self.medium in {"", piece.medium}
            and self.status in {"", piece.status}
            and any(sought in fold(name) for name in named)
        )


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


def rows(report: CheckReport, choice: Filter) -> list[Row]:
    """The pieces of a filter by title, those with problems and all others alike."""
    plan = report.plan
    found = [p for p in plan.workspace.pieces.values() if choice.takes(p)]
    return [
        Row(
            handle_of(piece.file),
            sign(piece),
            piece.title,
            about(piece, plan),
            when_of(piece, plan),
            state(piece),
            len(report.of([piece.file])),
        )
        for piece in sorted(found, key=lambda piece: (fold(piece.title), piece.id))
    ]


def unread(report: CheckReport) -> list[Row]:
    """Files that hold a piece which cannot be read: they can be opened and mended all the same."""
    paths = sorted(report.plan.workspace.unread)
    return [
        Row(handle_of(p), "late", p, "", "", words("cannot be read"), len(report.of([p])))
        for p in paths
    ]


def paths(report: CheckReport) -> dict[str, str]:
    """Every file that a browser may ask for, by its handle."""
    known = {piece.file for piece in report.plan.workspace.pieces.values()}
    known |= {found.where.path for found in report.diagnostics if _is_text(found)}
    return {handle_of(path): path for path in known | report.plan.workspace.unread}


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
    """What is wrong with a file: where, what, and what to do; `example` is what to type."""

    is_error: bool
    place: str
    message: str
    advice: str
    example: str


def problem(diagnostic: Diagnostic) -> Problem:
    """A diagnostic in Vietnamese."""
    advice, _, example = diagnostic.hint("vi").partition("\n")
    line = (
        words("line {number}").format(number=diagnostic.where.line) if diagnostic.where.line else ""
    )
    return Problem(diagnostic.is_error, line, diagnostic.message("vi"), advice, example)


def promises(plan: Plan) -> list[tuple[str, str]]:
    """The lines of plans for which a piece can be begun, of the newest plan first, by name."""
    lines = [line for line in plan.lines if line.activity.medium in media()]
    lines.sort(key=lambda line: -line.campaign.period)
    return [
        (
            f"{line.campaign.id}/{line.activity.id}",
            f"{line.activity.title} ({line.campaign.period})",
        )
        for line in lines
    ]


def medium_of(plan: Plan, campaign: str, activity: str) -> str:
    """The medium that a line of a plan asks for; of none a page of its own."""
    if not campaign:
        return next(name for name, medium in media().items() if medium.placing == "none")
    known = (line for line in plan.lines if line.campaign.id == campaign)
    return next((ln.activity.medium or "" for ln in known if ln.activity.id == activity), "")


def choices(plan: Plan) -> Iterable[tuple[str, str]]:
    """The kinds of pieces that there are, by name."""
    there = {piece.medium for piece in plan.workspace.pieces.values()}
    return [(name, words(medium.plural)) for name, medium in media().items() if name in there]
