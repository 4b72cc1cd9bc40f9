"""The list of all pieces, narrowed by filters, page by page."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlencode

from generator.app.check import CheckReport
from generator.catalogue import words
from generator.desk.piece_views import SIGNS, about, handle_of, sign, state, when_of
from generator.media import media
from generator.model.piece import Piece, day_of
from generator.model.plan import Plan
from generator.model.quarter import Quarter
from generator.vietnamese.text import fold

MOST = 60
"""Rows of a page."""
EXAMPLE, TROUBLED = "mau", "loi"
"""States of the filter beside those of pieces: an example of an approval; something to look at."""


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
    """What the list is narrowed to, nothing where all is meant; its order, and its page."""

    medium: str = ""
    status: str = ""
    text: str = ""
    quarter: str = ""
    by_day: bool = False
    page: int = 1

    @classmethod
    def of(cls, query: Mapping[str, str]) -> "Filter":
        """From an address; whatever is no number is the first page."""
        page = query.get("trang", "1")
        number = int(page) if page.isascii() and page.isdecimal() and len(page) < 6 else 1  # noqa: PLR2004
        return cls(
            query.get("loai", ""),
            query.get("tinh", ""),
            query.get("tim", ""),
            query.get("quy", ""),
            query.get("xep") == "ngay",
            max(number, 1),
        )

    def address(self, page: int) -> str:
        """Of another page of the same list."""
        values = {
            "tim": self.text,
            "loai": self.medium,
            "tinh": self.status,
            "quy": self.quarter,
            "xep": "ngay" if self.by_day else "",
            "trang": str(page) if page > 1 else "",
        }
        return "/bai?" + urlencode({key: value for key, value in values.items() if value})


@dataclass(frozen=True, slots=True)
class PieceList:
    """A page of the list: `count` rows in all; the addresses of the pages around, if any."""

    rows: tuple[Row, ...]
    count: int
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class PieceEntry:
    """A piece with what it is found by; `terms` without marks and capitals."""

    piece: Piece
    terms: str
    states: frozenset[str]
    quarter: str
    day: date | None
    problems: int


@dataclass(frozen=True, slots=True)
class PieceIndex:
    """All pieces by title, and what they can be narrowed to: the same whoever asks for which."""

    pieces: tuple[PieceEntry, ...]
    media: Sequence[tuple[str, str]]
    quarters: Sequence[str]


def piece_index(report: CheckReport) -> PieceIndex:
    """Those with problems and all others alike."""
    plan, troubles = report.plan, _troubles(report)
    pieces = sorted(plan.workspace.pieces.values(), key=lambda p: (fold(p.title), p.id))
    listed = tuple(_listed(piece, plan, troubles) for piece in pieces)
    return PieceIndex(listed, kinds(plan), quarters(plan))


def piece_list(index: PieceIndex, plan: Plan, choice: Filter) -> PieceList:
    """The pieces of a filter by title or by day."""
    sought = fold(choice.text).split()
    found = [each for each in index.pieces if _takes(choice, sought, each)]
    if choice.by_day:
        found.sort(key=lambda each: each.day or date.min, reverse=True)
    pages = max((len(found) + MOST - 1) // MOST, 1)
    chosen = replace(choice, page=min(choice.page, pages))
    shown = found[(chosen.page - 1) * MOST : chosen.page * MOST]
    return PieceList(
        tuple(_row(each, plan) for each in shown),
        len(found),
        chosen.address(chosen.page - 1) if chosen.page > 1 else "",
        chosen.address(chosen.page + 1) if chosen.page < pages else "",
    )


def kinds(plan: Plan) -> list[tuple[str, str]]:
    """The kinds of pieces that there are, by name."""
    there = {piece.medium for piece in plan.workspace.pieces.values()}
    return [(name, words(medium.plural)) for name, medium in media().items() if name in there]


def states() -> list[tuple[str, str]]:
    """How far a piece can be, and what else makes it one to be looked for."""
    return [
        *((state, words(state)) for state in SIGNS),
        (EXAMPLE, words("only an example of an approval")),
        (TROUBLED, words("something to look at")),
    ]


def quarters(plan: Plan) -> list[str]:
    """Those in which something is to happen, the last first."""
    found = {item.slot.quarter for item in plan.items.values() if item.slot.quarter}
    return [str(quarter) for quarter in sorted(found, reverse=True)]


def _listed(piece: Piece, plan: Plan, troubles: Mapping[str, int]) -> PieceEntry:
    return PieceEntry(
        piece,
        fold(" ".join((piece.title, piece.id, *piece.labels))),
        frozenset(_states(piece, troubles)),
        _quarter(piece, plan),
        piece_day(piece, plan),
        troubles.get(piece.file, 0),
    )


def _takes(choice: Filter, sought: Sequence[str], each: PieceEntry) -> bool:
    """Whether a piece belongs to it; each word is sought without marks and capitals."""
    return (
        choice.medium in {"", each.piece.medium}
        and (not choice.status or choice.status in each.states)
        and choice.quarter in {"", each.quarter}
        and all(word in each.terms for word in sought)
    )


def _states(piece: Piece, troubles: Mapping[str, int]) -> Iterable[str]:
    if piece.is_example:
        yield EXAMPLE
    yield "ready" if piece.is_example else piece.status
    if troubles.get(piece.file):
        yield TROUBLED


def _quarter(piece: Piece, plan: Plan) -> str:
    item = plan.items.get(piece.id)
    if item and item.slot.quarter:
        return str(item.slot.quarter)
    day = piece_day(piece, plan)
    return str(Quarter.of(day)) if day else ""


def piece_day(piece: Piece, plan: Plan) -> date | None:
    """The day on which it is aired, printed, hung or published, as far as that is known."""
    item = plan.items.get(piece.id)
    start = item.slot.start if item else piece.publish_on
    return day_of(start) if start else None


def _troubles(report: CheckReport) -> dict[str, int]:
    counts: dict[str, int] = {}
    for found in report.diagnostics:
        counts[found.where.path] = counts.get(found.where.path, 0) + 1
    return counts


def _row(each: PieceEntry, plan: Plan) -> Row:
    piece = each.piece
    return Row(
        handle_of(piece.file),
        sign(piece),
        piece.title,
        about(piece, plan),
        when_of(piece, plan),
        state(piece),
        each.problems,
    )
