"""A run list: what to print and where each piece hangs, of a campaign's quarter."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from itertools import groupby

from generator.catalogue import words
from generator.model.palette import look
from generator.model.quarter import Quarter
from generator.outputs.print.piece_files import PieceFiles
from generator.press.binding import binding_in_words
from generator.press.folds import leaves_in_words


@dataclass(frozen=True, slots=True)
class Point:
    """Where copies of a file hang: place, district, count, from when to when.

    Where nobody has named a place or a count, they are «–» and 0.
    """

    place: str
    district: str
    copies: int
    when: str
    is_proposed: bool


@dataclass(frozen=True, slots=True)
class RunListRow:
    """A sheet to print: what, how many, on what, where copies hang; `back` is its other side."""

    piece: PieceFiles
    points: tuple[Point, ...]
    back: PieceFiles | None = None

    @property
    def sides(self) -> tuple[PieceFiles, ...]:
        """The files of the sheet, one a side."""
        return (self.piece, self.back) if self.back else (self.piece,)

    @property
    def size(self) -> str:
        """The finished size; of a sheet, that it has two sides, and how it is folded."""
        artwork = self.piece.rendering.order.artwork
        if artwork.book:
            return ", ".join((str(artwork.book.page), *binding_in_words(artwork.book)))
        both = words("printed on both sides") if self.back else ""
        return ", ".join(filter(None, (str(artwork.trim), both, leaves_in_words(artwork))))

    @property
    def digests(self) -> str:
        """The short digests of these."""
        return ", ".join(each.rendering.order.short_digest for each in self.sides)

    @property
    def copies(self) -> int:
        """How many are to be printed; 0 where nobody has said it."""
        return self.piece.rendering.copies


@dataclass(frozen=True, slots=True)
class RunList:
    """A campaign's quarter.

    `lacks` is what must still be found out before anything is printed; `look` is that of the brand.
    """

    campaign: str
    title: str
    quarter: Quarter | None
    rows: tuple[RunListRow, ...]
    lacks: tuple[str, ...] = ()
    look: Mapping[str, str] = field(default_factory=partial(look, None))

    @property
    def name(self) -> str:
        """For the file's name: «quy-2-2021»."""
        quarter = self.quarter
        return f"quy-{quarter.number}-{quarter.year}" if quarter else "chua-ro-quy"

    @property
    def groups(self) -> Iterator[tuple[str, list[RunListRow]]]:
        """The rows by medium, under its name."""
        for medium, group in groupby(self.rows, lambda row: row.piece.rendering.medium.plural):
            yield words(medium), list(group)

    @property
    def totals(self) -> list[tuple[str, int]]:
        """Copies by medium, where anybody named them; and of all, where there are several."""
        every = ((label, sum(row.copies for row in group)) for label, group in self.groups)
        sums = [(label, count) for label, count in every if count]
        whole = (words("Total"), sum(count for _, count in sums))
        return [*sums, whole] if len(sums) > 1 else sums
