"""What is to be printed: one distinct rendering of a piece."""

from dataclasses import dataclass, field

from generator.model.sizes import Size
from generator.model.viewing import least_letter

DEFAULT_BLEED = 20.0
"""Millimetres beyond the trim on each side, where the printer names none: large-format practice."""

DEFAULT_SAFE = 50.0
"""Millimetres inside the trim that hems and eyelets may take, where the printer names none."""

ANSWERS = "Đơn vị thực hiện: {body}"
"""The line that names who answers for a piece (Luật Quảng cáo 2012, điều 27 khoản 2)."""

IMPRINT = frozenset({"programme", "sender", "body", "address", "contact"})
"""The slots of the imprint: names as they are, which hold no field of a place."""


@dataclass(frozen=True, slots=True)
class Strip:
    """The part of a piece that belongs to its sponsor: per cent of the area, at which side.

    `logo` is the name of a picture for the template.
    """

    share: float
    at: str
    logo: str = ""


@dataclass(frozen=True, slots=True)
class BoundPages:
    """The pages of a bound piece: their size, how many lie between its covers, how thick they are.

    `spine` is their thickness in millimetres, 0 where they are stapled through the fold: there is
    no spine then. `text` is what they are set from, as one JSON text (`press/book_text.py`).
    `sheet` is the thickness of a sheet of their paper, in millimetres, 0 where nobody knows it.
    """

    page: Size
    count: int
    spine: float = 0.0
    is_glued: bool = False
    sheet: float = 0.0
    text: str = field(default="", repr=False)

    @property
    def cover(self) -> Size:
        """The cover laid flat: back, spine, front."""
        return Size(round(2 * self.page.width + self.spine, 2), self.page.height)

    @property
    def leaves(self) -> tuple[float, ...]:
        """The widths of back, spine and front."""
        return self.page.width, self.spine, self.page.width


@dataclass(frozen=True, slots=True)
class Artwork:
    """One distinct rendering of a piece (ma-két) at true size; all lengths in millimetres.

    `texts` are (slot, text) pairs as authored, «|» where the author breaks a line. `viewed_from` is
    from where all is read that is no small print, `letter` the least height of its capitals.
    `link` goes into the QR code; none without it. `field` names the brand's colour behind it all.
    `layout` is what a template of one's own says of its layout; others are asked themselves.
    `illustration` names a drawing of the templates. `copies` equal prints hang of this file. `side`
    counts those of a sheet that is printed on both from 1; 0 is a piece as a whole. Of one that
    is bound, a `book`, the first is its cover, the second all of its pages; one of these alone has
    a `number`.
    """

    piece: str
    template: str
    trim: Size
    texts: tuple[tuple[str, str], ...]
    title: str
    viewed_from: float
    bleed: float = DEFAULT_BLEED
    safe: float = DEFAULT_SAFE
    capitals: bool = False
    link: str = ""
    illustration: str = ""
    sponsor: Strip | None = None
    phrases: tuple[str, ...] = field(default=(), repr=False)
    copies: int = 1
    field: str = "la"
    layout: str = ""
    side: int = 0
    book: BoundPages | None = None
    number: int = 0

    @property
    def pages(self) -> int:
        """How many pages it has: one, but for the inside of a bound piece."""
        return self.book.count if self.book and self.side > 1 and not self.number else 1

    @property
    def known_size(self) -> Size:
        """The size by which people know it: of a bound piece that of its page."""
        return self.book.page if self.book else self.trim

    @property
    def letter(self) -> float:
        """The least height of a capital that can be read from where the piece is seen."""
        return least_letter(self.viewed_from)


@dataclass(frozen=True, slots=True)
class Imprint:
    """Whose a printed piece is, and who answers for it.

    The emblem stands beside `programme`, the name of the whole campaign, and is no authority's.
    The responsible `body` is named apart from it, in a line that says so, with its `address`; both
    are empty where nobody is known. `link` is the absolute address of the page to which the QR code
    leads, `contact` that of its site as one types it; both are empty where nobody could open it.
    """

    programme: str
    body: str = ""
    address: str = ""
    contact: str = ""
    link: str = ""

    @property
    def texts(self) -> tuple[tuple[str, str], ...]:
        """The slots that every template has for it."""
        body = ANSWERS.format(body=self.body) if self.body else ""
        return (
            ("programme", self.programme),
            ("body", body),
            ("address", self.address),
            ("contact", self.contact),
        )
