"""All that is printed, as pictures: narrowed by filters, page by page."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from generator.catalogue import words
from generator.desk.piece_list import EXAMPLE
from generator.desk.piece_views import SIGNS, about, handle_of, sign
from generator.media import media
from generator.model.plan import Plan
from generator.model.plan_line import Entry
from generator.model.printed_piece import PrintedPiece
from generator.model.quarter import Quarter
from generator.press.orders import printed_pieces
from generator.press.previews import reasons
from generator.vietnamese.numbers import format_number
from generator.vietnamese.text import fold

MOST = 24
"""Cards of a page."""
PRINTABLE, STAMPED = "in", "xem"
"""States of the filter beside those of pieces: it may be printed; it bears the stamp BẢN XEM."""
SAMPLES = {
    "draft": "The sample is not sent for approval yet",
    "ready": "The sample waits for approval",
    "approved": "The sample is approved",
    "withdrawn": "Withdrawn",
}
"""How far the approval of the sample is, by the state of the piece (msgids)."""


@dataclass(frozen=True, slots=True)
class Card:
    """A printed piece among all; `is_stamped` says that it must not be printed yet."""

    handle: str
    title: str
    about: str
    facts: str
    when: str
    sign: str
    state: str
    is_stamped: bool


@dataclass(frozen=True, slots=True)
class PressFilter:
    """What the list is narrowed to, nothing where all is meant; its page.

    `activity` is that of a plan, as `campaign/activity`.
    """

    medium: str = ""
    activity: str = ""
    quarter: str = ""
    state: str = ""
    page: int = 1

    @classmethod
    def of(cls, query: Mapping[str, str]) -> "PressFilter":
        """From an address; whatever is no number is the first page."""
        page = query.get("trang", "1")
        number = int(page) if page.isascii() and page.isdecimal() and len(page) < 6 else 1  # noqa: PLR2004
        medium, activity, quarter, state = (
            query.get(key, "") for key in ("loai", "viec", "quy", "tinh")
        )
        return cls(medium, activity, quarter, state, max(number, 1))

    def address(self, page: int) -> str:
        """Of another page of the same list."""
        values = {
            "loai": self.medium,
            "viec": self.activity,
            "quy": self.quarter,
            "tinh": self.state,
            "trang": str(page) if page > 1 else "",
        }
        return "/ma-ket?" + urlencode({key: value for key, value in values.items() if value})


@dataclass(frozen=True, slots=True)
class PressPage:
    """A page of the list: `count` cards in all; the addresses of the pages around, if any."""

    cards: tuple[Card, ...]
    count: int
    before: str
    after: str


def press_page(plan: Plan, choice: PressFilter) -> PressPage:
    """The printed pieces of a filter, those of the last quarter first."""
    found = [each for each in printed_pieces(plan) if _takes(choice, each[0], plan)]
    found.sort(key=lambda each: (each[1].order, fold(each[2].title), each[2].id))
    found.sort(key=lambda each: rank_of(each[0].slot.quarter), reverse=True)
    pages = max((len(found) + MOST - 1) // MOST, 1)
    chosen = replace(choice, page=min(choice.page, pages))
    shown = found[(chosen.page - 1) * MOST : chosen.page * MOST]
    return PressPage(
        tuple(_card(plan, entry, piece) for entry, _, piece in shown),
        len(found),
        chosen.address(chosen.page - 1) if chosen.page > 1 else "",
        chosen.address(chosen.page + 1) if chosen.page < pages else "",
    )


def kinds(plan: Plan) -> list[tuple[str, str]]:
    """The kinds of printed pieces that there are, by name."""
    there = {medium.name for _, medium, _ in printed_pieces(plan)}
    return [(name, words(each.plural)) for name, each in media().items() if name in there]


def activities(plan: Plan) -> list[tuple[str, str]]:
    """The lines of plans that have printed pieces, as their filter names them."""
    several = len({entry.campaign.id for entry, _, _ in printed_pieces(plan)}) > 1
    found = {
        _activity(entry): entry.activity.title + (f" ({entry.campaign.period})" if several else "")
        for entry, _, _ in printed_pieces(plan)
    }
    return list(found.items())


def quarters(plan: Plan) -> list[str]:
    """Those in which something is to hang, the last first."""
    found = {entry.slot.quarter for entry, _, _ in printed_pieces(plan) if entry.slot.quarter}
    return [str(quarter) for quarter in sorted(found, reverse=True)]


def states() -> list[tuple[str, str]]:
    """How far a sample can be, and whether the piece may be printed."""
    return [
        *((state, words(SAMPLES[state])) for state in SIGNS),
        (EXAMPLE, words("only an example of an approval")),
        (PRINTABLE, words("may be printed")),
        (STAMPED, words("bears the stamp BẢN XEM")),
    ]


def sample_state(piece: PrintedPiece) -> str:
    """How far the approval of its sample is."""
    return (
        words("only an example of an approval")
        if piece.is_example
        else words(SAMPLES[piece.status])
    )


def is_stamped(plan: Plan, entry: Entry) -> bool:
    """Whether it must not be printed as it is."""
    return bool(reasons(plan.workspace, entry.campaign, entry.activity, entry.piece))


def size_in_words(piece: PrintedPiece) -> str:
    """«6 × 0,8 m, 100 cái, 4 nơi»."""
    places = len({placement.place for placement in piece.placements})
    hung = words("{count} places").format(count=format_number(places))
    copies = words("{count} copies").format(count=format_number(piece.units))
    counted = (copies,) if piece.is_counted else ()
    return ", ".join((str(piece.size), *counted, *((hung,) if places else ())))


def _takes(choice: PressFilter, entry: Entry, plan: Plan) -> bool:
    piece = entry.piece
    return (
        choice.medium in {"", piece.medium}
        and choice.activity in {"", _activity(entry)}
        and choice.quarter in {"", str(entry.slot.quarter or "")}
        and (not choice.state or choice.state in _states(entry, plan))
    )


def _states(entry: Entry, plan: Plan) -> Iterable[str]:
    piece = entry.piece
    yield "ready" if piece.is_example else piece.status
    if piece.is_example:
        yield EXAMPLE
    yield STAMPED if is_stamped(plan, entry) else PRINTABLE


def _activity(entry: Entry) -> str:
    return f"{entry.campaign.id}/{entry.activity.id}"


def rank_of(quarter: Quarter | None) -> tuple[int, int]:
    """By which quarters are sorted; what has none comes before all."""
    return (quarter.year, quarter.number) if quarter else (0, 0)


def _card(plan: Plan, entry: Entry, piece: PrintedPiece) -> Card:
    return Card(
        handle_of(piece.file),
        piece.title,
        about(piece, plan),
        size_in_words(piece),
        entry.slot.quarter.name if entry.slot.quarter else "",
        sign(piece),
        sample_state(piece),
        is_stamped(plan, entry),
    )
