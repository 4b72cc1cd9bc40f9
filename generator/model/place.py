"""Places with permanent ids and dated names: what a district was called on the day in question."""

from datetime import date
from typing import Literal

from pydantic import Field

from generator.model.fields import Code, Day, Degrees, Id, Label, Ref, SourceRef
from generator.model.partner import DatedName
from generator.model.record import Record


class Parent(Record):
    """Lies in: the place that another lies in, for a period."""

    place: Ref
    """Place: the id of the place above.
    Example: tinh-mau
    Effect: {district} in print."""
    since: Day | None = Field(None, alias="from")
    """First day: the day from which it lies there.
    Example: 1/7/2025
    Effect: decides what holds on which day."""
    until: Day | None = Field(None, alias="to")
    """Last day: the last day on which it lay there.
    Example: 30/6/2025
    Effect: decides what holds on which day."""

    def holds_on(self, day: date) -> bool:
        """Whether it was the parent on a day."""
        return (self.since or day) <= day <= (self.until or day)


class Position(Record):
    """Position: a point in degrees (WGS 84), with its source."""

    lat: Degrees
    """Latitude: degrees to the north.
    Example: 10.95
    Effect: where the event of the calendar is."""
    lon: Degrees
    """Longitude: degrees to the east.
    Example: 106.82
    Effect: where the event of the calendar is."""
    source: SourceRef
    """Source: the document and the line, or the page, that say it.
    Example: https://example.org/ban-do
    Effect: kept in the file, for whoever checks it."""


class Place(Record):
    """Place: a district, an industrial park or another place."""

    id: Id
    """Id: the permanent name of the place.
    Example: xa-mau
    Effect: placements name it; print files of one place bear it."""
    kind: Literal["province", "district", "industrial-park", "industrial-cluster", "site"]
    """Kind: province, district, industrial park, industrial cluster or another site.
    Example: district
    Effect: kept in the file only."""
    names: tuple[DatedName, ...] = Field(min_length=1)
    """Names: its names, each with its days where they are known.
    Effect: pages and print name it as it was called on the day in question."""
    parents: tuple[Parent, ...] = ()
    """Lies in: the places that it lay in, each with its days.
    Effect: below the name of the place on the page of a piece; {district} in print."""
    aliases: tuple[Label, ...] = ()
    """Other names: how people write it otherwise.
    Example: [Xã Mẫu]
    Effect: messages know which place is meant."""
    position: Position | None = None
    """Position: the point on the map.
    Effect: where the event of the calendar is, for maps; loa check tells what lies outside of
    Vietnam."""
    confidence: Literal["sourced", "high", "medium"] = "sourced"
    """Confidence: how sure we are of it: sourced, high or medium.
    Example: sourced
    Effect: on the page of a piece; where it lies bears “chưa chắc” if that is only medium."""
    source: SourceRef | None = None
    """Source: the document and the line, or the page, that say it.
    Example: https://example.org/dia-danh
    Effect: kept in the file, for whoever checks it."""
    note: Code = ""
    """Note: what whoever edits this file should know.
    Example: Ngày đổi tên chưa có nguồn.
    Effect: kept in the file only."""

    def name_on(self, day: date) -> str:
        """The name on a day; the last one written where none is dated for it."""
        return next((name.name for name in self.names if name.holds_on(day)), self.names[-1].name)

    def parent_on(self, day: date) -> str | None:
        """The id of the place that it lay in on a day."""
        return next((parent.place for parent in self.parents if parent.holds_on(day)), None)


class PlaceFile(Record):
    """Places: every place that pieces name."""

    places: tuple[Place, ...] = ()
    """Places: a group for each.
    Effect: what placements name must be here."""
