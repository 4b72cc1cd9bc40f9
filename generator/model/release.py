"""A release (bản phát hành lịch): the timetable of a quarter as partners received it, frozen."""

from datetime import date, datetime

from pydantic import PrivateAttr

from generator.model.fields import Copies, Day, Id, Moment, QuarterRef, Text
from generator.model.quarter import Quarter
from generator.model.record import Record


class ReleasedSlot(Record):
    """A slot as it was released; `title` is there if readers could see it by then.

    `text` is a fingerprint of the piece's words, so that a change of them can be told.
    """

    id: Id
    activity: Id
    medium: Id
    partner: Id | None = None
    at: Moment | None = None
    until: Day | None = None
    units: Copies = 1
    title: Text = ""
    text: Text = ""

    @property
    def told(self) -> tuple[date | datetime | None, date | None, str | None, int]:
        """What partners and readers were told of it, beside words."""
        return self.at, self.until, self.partner, self.units


class Release(Record):
    """A numbered release of a quarter; `digest` covers the file above it."""

    campaign: Id
    quarter: QuarterRef
    number: Copies
    released_on: Moment
    slots: tuple[ReleasedSlot, ...] = ()
    digest: Text = ""

    _file: str = PrivateAttr(default="")

    @property
    def file(self) -> str:
        """The file it was read from, relative to the workspace."""
        return self._file

    def read_from(self, file: str) -> None:
        """Remember the file; done once, by the reader."""
        self._file = file

    @property
    def of(self) -> Quarter:
        """The quarter, with its year."""
        return Quarter(self.quarter.year or 1, self.quarter.number)
