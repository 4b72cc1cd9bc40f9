"""What is to be printed: one distinct rendering of a piece."""

from dataclasses import dataclass, field

from generator.model.sizes import Size

DEFAULT_BLEED = 20.0
"""Millimetres beyond the trim on each side, where the printer names none: large-format practice."""

DEFAULT_SAFE = 50.0
"""Millimetres inside the trim that hems and eyelets may take, where the printer names none."""


@dataclass(frozen=True, slots=True)
class Strip:
    """The part of a piece that belongs to its sponsor: per cent of the area, at which side.

    `logo` is the name of a picture for the template.
    """

    share: float
    at: str
    logo: str = ""


@dataclass(frozen=True, slots=True)
class Artwork:
    """One distinct rendering of a piece (ma-két) at true size; all lengths in millimetres.

    `texts` are (slot, text) pairs as authored, «|» where the author breaks a line. `letter` is the
    least height of the slogan's capitals. `link` goes into the QR code; none without it.
    `illustration` names a drawing of the templates. `copies` equal prints hang of this file.
    """

    piece: str
    template: str
    trim: Size
    texts: tuple[tuple[str, str], ...]
    title: str
    letter: float
    bleed: float = DEFAULT_BLEED
    safe: float = DEFAULT_SAFE
    capitals: bool = False
    link: str = ""
    illustration: str = ""
    sponsor: Strip | None = None
    phrases: tuple[str, ...] = field(default=(), repr=False)
    copies: int = 1


@dataclass(frozen=True, slots=True)
class Imprint:
    """Who answers for a printed piece: the responsible body, its address and its contact line.

    `link` is the absolute address of the piece's page.
    """

    body: str
    address: str = ""
    contact: str = ""
    link: str = ""

    @property
    def texts(self) -> tuple[tuple[str, str], ...]:
        """The slots that every template has for it."""
        return (("body", self.body), ("address", self.address), ("contact", self.contact))
