"""Organisations that take part, and the channels through which they speak."""

from datetime import date
from typing import Literal

from pydantic import Field

from generator.model.fields import (
    Basis,
    Clock,
    Code,
    Day,
    Days,
    Id,
    Ref,
    SourceRef,
    Text,
    WebAddress,
    Weekday,
)
from generator.model.record import Record
from generator.model.space import Space
from generator.model.unknown import Unknown


class DatedName(Record):
    """Name: a name and the days on which it holds."""

    name: Text
    """Name: the full name.
    Example: Sở Công Thương
    Effect: on pages, in letters and in print."""
    short: Text = ""
    """Short name: as people call it.
    Example: Sở Công Thương
    Effect: in tables and in letters, where the full name would be too long."""
    since: Day | None = Field(None, alias="from")
    """First day: the day from which it is called so.
    Example: 1/7/2025
    Effect: decides which name is used on which day."""
    until: Day | None = Field(None, alias="to")
    """Last day: the last day on which it was called so.
    Example: 30/6/2025
    Effect: decides which name is used on which day."""

    def holds_on(self, day: date) -> bool:
        """Whether this was the name on a day."""
        return (self.since is None or self.since <= day) and (
            self.until is None or day <= self.until
        )


class Rules(Record):
    """Rules: when a channel takes pieces."""

    weekdays: tuple[Weekday, ...] = Field((), min_length=1)
    """Weekdays: the days of the week on which it goes out; any day where none is named.
    Example: [T2, T4, T6]
    Effect: slots are proposed on these days; another day is told."""
    time: Clock | None = None
    """Hour: the hour at which it goes out.
    Example: 06:30
    Effect: the hour of proposed slots; another hour is told."""
    gap: Days = 1
    """Gap: how many days two pieces of a plan must lie apart.
    Example: 7
    Effect: slots are proposed no nearer; what is nearer is told."""
    script: Days | None = None
    """Text due: how many days before its slot the text must be there.
    Example: 5
    Effect: a deadline in loa plan and in the calendar of deadlines."""
    artwork: Days | None = None
    """Artwork due: how many days before its slot the artwork must be there.
    Example: 10
    Effect: a deadline in loa plan and in the calendar of deadlines."""
    hanging: Days | None = None
    """Days of hanging: how many days a piece hangs.
    Example: 15
    Effect: ends proposed slots; the day for taking down is told."""
    basis: Basis = "proposed"
    """Basis: whether a source says the rules (source) or we assume them (proposed).
    Example: proposed
    Effect: kept in the file, for whoever checks it."""
    source: SourceRef | None = None
    """Source: the document and the line, or the page, that say it.
    Example: https://example.org/lich-phat
    Effect: kept in the file, for whoever checks it."""


class Channel(Record):
    """Channel: an outlet of a partner."""

    id: Id
    """Id: the name of the channel.
    Example: song-phat-thanh
    Effect: what loa check and loa plan call it."""
    medium: Ref
    """Medium: what the channel takes.
    Example: radio
    Effect: activities of this medium and partner go by its rules."""
    name: Text
    """Name: what the channel is called.
    Example: FM 97,5 MHz
    Effect: at the head of scripts, as the place of events, and in messages."""
    rules: Rules | None = None
    """Rules: when the channel takes pieces.
    Effect: loa plan --propose keeps to them; loa check tells a slot that does not."""
    space: Space | None = None
    """Space: what the paper gives a story.
    Effect: lengths on the slip; loa check tells a story that does not fit."""
    note: Code = ""
    """Note: what whoever edits this file should know.
    Example: Giờ phát theo thông báo của đài.
    Effect: kept in the file only."""


class Partner(Record):
    """Partner: an organisation, with the names that it bore."""

    id: Id
    """Id: the permanent name of the partner.
    Example: dai-vi-du
    Effect: plans and pieces name it; its page, calendar and packs bear it."""
    kind: Literal[
        "authority",
        "radio",
        "newspaper",
        "management-board",
        "consultant",
        "district-authority",
    ]
    """Kind: authority, radio station, newspaper, management board, consultant or district
    authority.
    Example: authority
    Effect: under which heading the list of partners has it."""
    names: tuple[DatedName, ...] = Field(min_length=1)
    """Names: its names, each with its days where they are known.
    Effect: everything names it as it was called on the day in question."""
    address: Text = ""
    """Address: where its office is.
    Example: Số 1 đường Ví Dụ
    Effect: on its page and on print work for which it answers (Law on Advertising, article 27)."""
    address_source: SourceRef | None = None
    """Source of the address: the document and the line, or the page, that say it.
    Example: https://example.org/lien-he
    Effect: on its page."""
    unknown: tuple[Unknown, ...] = ()
    """Not known: what no source says about it yet, and why.
    Effect: loa check does not ask for it as a mistake; the run list says why it is missing."""
    website: WebAddress = ""
    """Website: its address on the web.
    Example: https://example.org/
    Effect: on its page, on slips, and for search engines."""
    website_source: SourceRef | None = None
    """Source of the website: the document and the line, or the page, that say it.
    Example: https://example.org/lien-he
    Effect: on its page."""
    successor: Ref | None = None
    """Successor: the id of the body that does its work now.
    Example: don-vi-moi
    Effect: its page leads there, and the other has a page too."""
    channels: tuple[Channel, ...] = ()
    """Channels: the outlets through which it speaks.
    Effect: when slots are proposed, which deadlines there are, what a paper can hold."""
    source: SourceRef | None = None
    """Source: the document and the line, or the page, that say it.
    Example: https://example.org/ke-hoach
    Effect: on its page."""
    note: Code = ""
    """Note: what whoever edits this file should know.
    Example: Ngày đổi tên chưa có nguồn.
    Effect: kept in the file only."""

    def name_on(self, day: date) -> DatedName:
        """The name on a day; the last one written where none is dated for it."""
        return next((name for name in self.names if name.holds_on(day)), self.names[-1])


class PartnerFile(Record):
    """Partners: everybody who takes part."""

    partners: tuple[Partner, ...] = ()
    """Partners: a group for each.
    Effect: each has a page; whom plans and pieces name must be here."""
