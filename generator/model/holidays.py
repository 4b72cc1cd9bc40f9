"""Days on which nothing is published, and days worth publishing for: `campaigns/holidays.yml`."""

from pydantic import Field

from generator.model.fields import Code, Day, DayOfYear, SourceRef, Text
from generator.model.record import Record


class DayOff(Record):
    """Days off: days off that are decided each year, both ends included."""

    since: Day = Field(alias="from")
    """First day: the first day off.
    Example: 10/2/2021
    Effect: no slot is proposed from this day on."""
    until: Day | None = Field(None, alias="to")
    """Last day: the last day off; without it there is only one.
    Example: 16/2/2021
    Effect: slots are proposed again after it."""
    name: Text
    """Name: what the days are called.
    Example: Nghỉ Tết Nguyên đán
    Effect: in the calendar of the site, on the wall sheet, and in messages about slots on these
    days."""
    source: SourceRef | None = None
    """Source: the document and the line, or the page, that say it.
    Example: https://example.org/thong-bao
    Effect: kept in the file, for whoever checks it."""


class WorkDay(Record):
    """Day of work: a day that is worked although the calendar says otherwise."""

    on: Day
    """Day: the day that is worked.
    Example: 20/2/2021
    Effect: counts as a working day for deadlines."""
    name: Code = ""
    """Name: what it makes up for.
    Example: Làm bù ngày nghỉ Tết
    Effect: kept in the file only."""
    source: SourceRef | None = None
    """Source: the document and the line, or the page, that say it.
    Example: https://example.org/thong-bao
    Effect: kept in the file, for whoever checks it."""


class GreenDay(Record):
    """Day for the environment: every year, or on one day."""

    every: DayOfYear | None = None
    """Every year: day and month.
    Example: 5/6
    Effect: marked in the calendar of each year."""
    on: Day | None = None
    """Day: one day alone.
    Example: 25/3/2021
    Effect: marked in the calendar of that year."""
    name: Text
    """Name: what the day is called.
    Example: Ngày Môi trường thế giới
    Effect: in the calendar of the site and on the wall sheet."""
    source: SourceRef | None = None
    """Source: the document and the line, or the page, that say it.
    Example: https://example.org/ngay-moi-truong
    Effect: kept in the file, for whoever checks it."""


class HolidayFile(Record):
    """Holidays: what the general calendar does not know.

    Public holidays by law are known without it.
    """

    days_off: tuple[DayOff, ...] = ()
    """Days off: days off that are decided each year.
    Effect: no slot is proposed then, deadlines move before them; marked in the calendar of the site
    and on the wall sheet."""
    work_days: tuple[WorkDay, ...] = ()
    """Days of work: days that are worked although the calendar says otherwise.
    Effect: deadlines may fall on them."""
    green_days: tuple[GreenDay, ...] = ()
    """Days for the environment: days worth publishing for.
    Effect: marked in the calendar of the site and on the wall sheet."""
