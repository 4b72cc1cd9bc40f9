"""A release (bản phát hành lịch): the timetable of a quarter as partners received it, frozen."""

from datetime import date, datetime

from pydantic import PrivateAttr

from generator.model.fields import Code, Copies, Day, Id, Moment, QuarterRef
from generator.model.quarter import Quarter
from generator.model.record import Record


class ReleasedSlot(Record):
    """Released slot: a slot as it was released."""

    id: Id
    """Id: the id of the piece or of the planned slot.
    Example: phat-thanh-2021-2-1
    Effect: the piece of this id goes out then."""
    activity: Id
    """Activity: the id of the line of the plan.
    Example: phat-thanh
    Effect: which line of the plan it is counted in."""
    medium: Id
    """Medium: the medium of the piece.
    Example: radio
    Effect: how the calendar calls it."""
    partner: Id | None = None
    """Partner: the id of the partner that was told.
    Example: dai-vi-du
    Effect: whose calendar has it."""
    at: Moment | None = None
    """Moment: the moment, or the first day.
    Example: 12/5/2021 06:30
    Effect: the time that partners were told."""
    until: Day | None = None
    """Last day: the day on which it is over.
    Example: 19/5/2021
    Effect: the last day that partners were told."""
    units: Copies = 1
    """Units: how much of the promised quantity it is for.
    Example: 1
    Effect: in papers and calendars."""
    title: Code = ""
    """Title: the title, if readers could see it by then.
    Example: Cái vòi nước giữa giờ nghỉ trưa
    Effect: what loa diff tells of a change of it."""
    text: Code = ""
    """Fingerprint: a fingerprint of the words of the piece.
    Example: dau-vi-du
    Effect: what loa diff tells of a change of the words."""

    @property
    def public_facts(self) -> tuple[date | datetime | None, date | None, str | None, int]:
        """What partners and readers were told of it, beside words."""
        return self.at, self.until, self.partner, self.units


class Release(Record):
    """Release: a quarter as partners received it, frozen; loa release writes it."""

    campaign: Id
    """Plan: the id of the plan.
    Example: sxsh-2021
    Effect: whose lines of the calendar are released."""
    quarter: QuarterRef
    """Quarter: the quarter that is released.
    Example: II/2021
    Effect: times of this quarter are taken from here, whatever other files say."""
    number: Copies
    """Number: the number of the release within its quarter.
    Example: 1
    Effect: the last one counts; papers name it."""
    released_on: Moment
    """Moment: when it was released.
    Example: 1/4/2021 08:00
    Effect: from then on lines of the calendar are certain, no longer proposals."""
    slots: tuple[ReleasedSlot, ...] = ()
    """Slots: the slots as they were released.
    Effect: calendars, papers and pages show these times."""
    digest: Code = ""
    """Digest: a checksum of the file above it.
    Example: sha256-vi-du
    Effect: loa check tells a release that was edited by hand."""

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
