"""Organisations that take part, and the channels through which they speak."""

from datetime import date
from typing import Literal

from pydantic import Field

from generator.model.fields import Day, Id, SourceRef, Text
from generator.model.record import Record


class DatedName(Record):
    """A name and the days from which and up to which it holds (both inclusive)."""

    name: Text
    short: Text = ""
    since: Day | None = Field(None, alias="from")
    until: Day | None = Field(None, alias="to")

    def holds_on(self, day: date) -> bool:
        """Whether this was the name on a day."""
        return (self.since is None or self.since <= day) and (
            self.until is None or day <= self.until
        )


class Channel(Record):
    """An outlet of a partner (kênh)."""

    id: Id
    medium: Id
    name: Text
    note: Text = ""


class Partner(Record):
    """An organisation (đơn vị phối hợp), with the names it bore."""

    id: Id
    kind: Literal[
        "authority",
        "radio",
        "newspaper",
        "management-board",
        "consultant",
        "district-authority",
    ]
    names: tuple[DatedName, ...] = Field(min_length=1)
    address: Text = ""
    address_source: SourceRef | None = None
    website: Text = ""
    website_source: SourceRef | None = None
    successor: Id | None = None
    channels: tuple[Channel, ...] = ()
    source: SourceRef | None = None
    note: Text = ""

    def name_on(self, day: date) -> DatedName:
        """The name on a day; the last one written where none is dated for it."""
        return next((name for name in self.names if name.holds_on(day)), self.names[-1])


class PartnerFile(Record):
    """`campaigns/partners.yml`."""

    partners: tuple[Partner, ...] = ()
