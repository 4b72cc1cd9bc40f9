"""Places with permanent ids and dated names: what a district was called on the day in question."""

from datetime import date
from typing import Literal

from pydantic import Field

from generator.model.fields import Day, Degrees, Id, Label, Ref, SourceRef, Text
from generator.model.partner import DatedName
from generator.model.record import Record


class Parent(Record):
    """The place that another lies in, for a period."""

    place: Ref
    since: Day | None = Field(None, alias="from")
    until: Day | None = Field(None, alias="to")

    def holds_on(self, day: date) -> bool:
        """Whether it was the parent on a day."""
        return (self.since or day) <= day <= (self.until or day)


class Position(Record):
    """A point in degrees (WGS 84), with its source."""

    lat: Degrees
    lon: Degrees
    source: SourceRef


class Place(Record):
    """A district, an industrial park, … (địa điểm). `confidence` says how sure we are of it."""

    id: Id
    kind: Literal["province", "district", "industrial-park", "industrial-cluster", "site"]
    names: tuple[DatedName, ...] = Field(min_length=1)
    parents: tuple[Parent, ...] = ()
    aliases: tuple[Label, ...] = ()
    position: Position | None = None
    confidence: Literal["sourced", "high", "medium"] = "sourced"
    source: SourceRef | None = None
    note: Text = ""

    def name_on(self, day: date) -> str:
        """The name on a day; the last one written where none is dated for it."""
        return next((name.name for name in self.names if name.holds_on(day)), self.names[-1].name)

    def parent_on(self, day: date) -> str | None:
        """The id of the place that it lay in on a day."""
        return next((parent.place for parent in self.parents if parent.holds_on(day)), None)


class PlaceFile(Record):
    """`campaigns/places.yml`."""

    places: tuple[Place, ...] = ()
