"""What is said: pieces of content, and deliverables, the pieces that fulfil a promise."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Literal

from pydantic import Field, PrivateAttr

from generator.model.body import Body
from generator.model.fields import (
    Alias,
    Copies,
    Day,
    Id,
    Label,
    Moment,
    QuarterRef,
    Ref,
    Slug,
    SourceRef,
    Text,
)
from generator.model.gap import Gap
from generator.model.quarter import Quarter
from generator.model.record import Record
from generator.model.rights import Rights

Status = Literal["draft", "ready", "approved", "withdrawn"]
Basis = Literal["source", "proposed"]
Language = Literal["vi", "en"]
EXAMPLE = "ví dụ"
"""How an approval begins that nobody has given."""
Fixing = Literal["wall", "fence", "frame", "gate", "across-road", "power-pole", "signal", "tree"]
"""What a printed piece is fixed to; the last four are forbidden, and a rule says so."""


class Correction(Record):
    """A dated correction (đính chính) that readers see."""

    on: Day
    text: Text


class Picture(Record):
    """A picture of a piece: a file below `assets/`, its alternative text and its credit."""

    file: Text
    alt: Text
    caption: Text = ""
    credit: Text = ""


class Placement(Record):
    """A deliverable at a place: so many copies hung there (điểm treo).

    It hangs from `from` to `to`, both inclusive, on what `fixing` says. `arrow` and `distance` are
    for pieces that show the way to the place.
    """

    place: Ref
    copies: Copies = 1
    quarter: QuarterRef | None = None
    basis: Basis | None = None
    since: Day | None = Field(None, alias="from")
    until: Day | None = Field(None, alias="to")
    fixing: Fixing | None = None
    arrow: Literal["left", "right", "ahead"] | None = None
    distance: Text = ""


class Piece(Record):
    """Anything that an editor writes for the site. Its id is permanent: links hang on it.

    `withdrawn_on` is written only if readers had seen it: feeds then say that it is withdrawn.
    `industry` and `topics` are the labels under which readers find it; `lang` is the language that
    it is written in; `aliases` are its former addresses, which lead to it for ever. `to_fill` is
    what the office still puts into it.
    """

    id: Id
    medium: Id
    title: Text
    summary: Text = ""
    slug: Slug | None = None
    aliases: tuple[Alias, ...] = ()
    lang: Language = "vi"
    industry: Text = ""
    topics: tuple[Label, ...] = ()
    status: Status = "draft"
    approved_by: Text = ""
    approved_on: Day | None = None
    approval_number: Text = ""
    publish_on: Moment | None = None
    embargo: Moment | None = None
    revised_on: Day | None = None
    withdrawn_on: Day | None = None
    author: Text = ""
    basis: Basis | None = None
    sources: tuple[SourceRef, ...] = ()
    picture: Picture | None = None
    rights: tuple[Rights, ...] = ()
    corrections: tuple[Correction, ...] = ()
    to_fill: tuple[Gap, ...] = ()

    _body: Body = PrivateAttr(default_factory=Body)
    _file: str = PrivateAttr(default="")

    @property
    def body(self) -> Body:
        """The Markdown below the front matter."""
        return self._body

    @property
    def file(self) -> str:
        """The file it was read from, relative to the workspace."""
        return self._file

    def read_from(self, file: str, body: Body) -> None:
        """Remember the file and the body; done once, by the reader."""
        self._file, self._body = file, body

    def rights_of(self, file: str) -> Rights | None:
        """What the piece says of the rights of a picture."""
        return next((rights for rights in self.rights if rights.file == file), None)

    @property
    def is_example(self) -> bool:
        """Whether `approved_by` only shows where a name goes: «Ví dụ», nobody has approved it."""
        return self.status == "approved" and self.approved_by.casefold().startswith(EXAMPLE)

    @property
    def address(self) -> str:
        """The last part of its address: `slug`, or else the id; never the title."""
        return self.slug or self.id

    @property
    def labels(self) -> tuple[str, ...]:
        """Its industry and its topics, each once."""
        return tuple(dict.fromkeys(label for label in (self.industry, *self.topics) if label))

    def texts(self) -> Iterable[str]:
        """Every text of the piece that a reader may see before its body."""
        return (self.title, self.summary)


class Deliverable(Piece):
    """One thing that a plan promised (sản phẩm), in a slot or at places."""

    campaign: Ref
    activity: Ref
    slot: Moment | None = None
    quarter: QuarterRef | None = None
    partner: Ref | None = None
    placements: tuple[Placement, ...] = ()

    @property
    def units(self) -> int:
        """How much of the promised quantity it makes: the copies placed, or one."""
        return sum(placement.copies for placement in self.placements) or 1

    def quarter_in(self, year: int) -> Quarter | None:
        """Its quarter; a quarter without year is one of the campaign's year."""
        if self.slot is not None:
            return Quarter.of(day_of(self.slot))
        if self.quarter is None:
            return None
        return Quarter(self.quarter.year or year, self.quarter.number)


def day_of(moment: date | datetime) -> date:
    """The day of a moment, in Vietnam."""
    return moment.date() if isinstance(moment, datetime) else moment
