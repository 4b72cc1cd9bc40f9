"""Organisations that take part, and the channels through which they speak."""

from datetime import date
from typing import Literal

from pydantic import Field

from generator.model.fields import Clock, Day, Days, Id, Ref, SourceRef, Text, Weekday
from generator.model.piece import Basis
from generator.model.record import Record
from generator.model.space import Space
from generator.model.unknown import Unknown


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


class Rules(Record):
    """When a channel takes pieces (quy tắc của kênh); all lengths in days.

    `weekdays` and `time` say when it goes out (any day where none is named), `gap` how far two
    pieces of one campaign must lie apart, `script` and `artwork` how long before its slot the text
    or the artwork must be there, `hanging` how long a banner hangs.
    """

    weekdays: tuple[Weekday, ...] = Field((), min_length=1)
    time: Clock | None = None
    gap: Days = 1
    script: Days | None = None
    artwork: Days | None = None
    hanging: Days | None = None
    basis: Basis = "proposed"
    source: SourceRef | None = None


class Channel(Record):
    """An outlet of a partner (kênh); `space` is what a paper gives a story."""

    id: Id
    medium: Ref
    name: Text
    rules: Rules | None = None
    space: Space | None = None
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
    unknown: tuple[Unknown, ...] = ()
    website: Text = ""
    website_source: SourceRef | None = None
    successor: Ref | None = None
    channels: tuple[Channel, ...] = ()
    source: SourceRef | None = None
    note: Text = ""

    def name_on(self, day: date) -> DatedName:
        """The name on a day; the last one written where none is dated for it."""
        return next((name for name in self.names if name.holds_on(day)), self.names[-1])


class PartnerFile(Record):
    """`campaigns/partners.yml`."""

    partners: tuple[Partner, ...] = ()
