"""Which part of the calendar is looked at, as its address says."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from urllib.parse import urlencode

from generator.catalogue import words
from generator.model.quarter import Quarter

MONTH, QUARTER, LIST = "thang", "quy", "danh-sach"
_NAMES = {MONTH: "Month", QUARTER: "Quarter of the year", LIST: "List"}


@dataclass(frozen=True, slots=True)
class CalendarChoice:
    """A month or a quarter around a day, as a grid or as a list."""

    form: str
    day: date

    @classmethod
    def of(cls, query: Mapping[str, str], today: date) -> "CalendarChoice":
        """From an address; whatever is no form or no day is the month of today."""
        form = query.get("xem", "")
        try:
            day = date.fromisoformat(query.get("ngay", ""))
        except ValueError:
            day = today
        is_near = abs(day.year - today.year) < 100  # noqa: PLR2004 - beyond, nobody plans
        return cls(form if form in _NAMES else MONTH, day if is_near else today)

    @property
    def first(self) -> date:
        """Its first day."""
        return self.day.replace(day=1) if self.form == MONTH else self.quarter.first_day

    @property
    def last(self) -> date:
        """Its last day."""
        if self.form != MONTH:
            return self.quarter.last_day
        return (self.first + timedelta(days=31)).replace(day=1) - timedelta(days=1)

    @property
    def quarter(self) -> Quarter:
        """The quarter in which its day lies."""
        return Quarter.of(self.day)

    @property
    def title(self) -> str:
        """«Tháng 8/2021», «Quý III/2021»."""
        if self.form != MONTH:
            return self.quarter.name
        name = words("Month {number}").format(number=self.day.month)
        return f"{name}/{self.day.year}"

    @property
    def before(self) -> "CalendarChoice":
        """The month or quarter before it."""
        return replace(self, day=(self.first - timedelta(days=1)).replace(day=1))

    @property
    def after(self) -> "CalendarChoice":
        """The month or quarter after it."""
        return replace(self, day=self.last + timedelta(days=1))

    @property
    def forms(self) -> list[tuple[str, str, bool]]:
        """Each way to look at it: its name, its address, whether it is this one."""
        return [
            (words(name), replace(self, form=form).address(), form == self.form)
            for form, name in _NAMES.items()
        ]

    def holding(self, day: date) -> "CalendarChoice":
        """The same, if a day can be seen in it, else what is around that day."""
        week = timedelta(days=6)
        is_seen = self.first - week <= day <= self.last + week
        return self if is_seen else replace(self, day=day)

    def address(self, **more: str) -> str:
        """Where it is shown, with what else is chosen."""
        values = {"xem": self.form, "ngay": self.day.isoformat(), **more}
        return "/lich?" + urlencode({key: value for key, value in values.items() if value})
