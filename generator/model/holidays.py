"""Days on which nothing is published, and days worth publishing for: `campaigns/holidays.yml`."""

from pydantic import Field

from generator.model.fields import Day, DayOfYear, SourceRef, Text
from generator.model.record import Record


class DayOff(Record):
    """Days off that are decided each year (ngày nghỉ), both ends included."""

    since: Day = Field(alias="from")
    until: Day | None = Field(None, alias="to")
    name: Text
    source: SourceRef | None = None


class WorkDay(Record):
    """A day that is worked although the calendar says otherwise (làm bù)."""

    on: Day
    name: Text = ""
    source: SourceRef | None = None


class GreenDay(Record):
    """A day for the environment (ngày môi trường): `every` year, or `on` one day."""

    every: DayOfYear | None = None
    on: Day | None = None
    name: Text
    source: SourceRef | None = None


class HolidayFile(Record):
    """What the general calendar does not know."""

    days_off: tuple[DayOff, ...] = ()
    work_days: tuple[WorkDay, ...] = ()
    green_days: tuple[GreenDay, ...] = ()
