"""The time that a report tells of: a quarter, half of a year, a year, all of a plan."""

from dataclasses import dataclass
from datetime import date, timedelta

from generator.catalogue import words
from generator.model.campaign import Campaign
from generator.model.quarter import Quarter


@dataclass(frozen=True, slots=True)
class ReportPeriod:
    """From a day to a day; `key` names it in paths: «2021-quy-2»."""

    first: date
    last: date
    name: str
    key: str
    is_part: bool
    """Whether the plan goes on beyond it, or began before."""

    @property
    def after(self) -> date:
        """The day on which it is over."""
        return self.last + timedelta(days=1)


def whole_of(campaign: Campaign) -> ReportPeriod:
    """All years of a plan."""
    begins = campaign.begins or campaign.period
    days = date(begins, 1, 1), date(campaign.period, 12, 31)
    if begins == campaign.period:
        name = words("year {year}", year=begins)
        return ReportPeriod(*days, name, str(begins), is_part=False)
    name = words("years {begins}-{ends}", begins=begins, ends=campaign.period)
    return ReportPeriod(*days, name, f"{begins}-{campaign.period}", is_part=False)


def quarter_of(quarter: Quarter) -> ReportPeriod:
    """A quarter."""
    days = quarter.first_day, quarter.last_day
    name = quarter.name.replace("/", words(" of the year "))
    return ReportPeriod(*days, name, f"{quarter.year}-quy-{quarter.number}", is_part=True)


def half_of(year: int, number: int) -> ReportPeriod:
    """The first or second six months of a year."""
    first = Quarter(year, 1 if number == 1 else 3)
    message = "first six months of {year}" if number == 1 else "last six months of {year}"
    days = first.first_day, first.next.last_day
    return ReportPeriod(*days, words(message, year=year), f"{year}-nua-{number}", is_part=True)


def year_of(campaign: Campaign, year: int) -> ReportPeriod:
    """A year of a plan, which is all of it where it has no other."""
    days = date(year, 1, 1), date(year, 12, 31)
    is_part = (campaign.begins or campaign.period) < campaign.period
    return ReportPeriod(*days, words("year {year}", year=year), str(year), is_part=is_part)


def period_of(campaign: Campaign, key: str) -> ReportPeriod | None:
    """The period of a plan that has a key; None where it has none such."""
    years = years_of(campaign)
    found = [whole_of(campaign), *(year_of(campaign, year) for year in years)]
    found += [half_of(year, number) for year in years for number in (1, 2)]
    found += [quarter_of(Quarter(year, number)) for year in years for number in range(1, 5)]
    return next((each for each in found if each.key == key), None)


def years_of(campaign: Campaign) -> range:
    """The years that a report of a plan may be about."""
    return range(campaign.begins or campaign.period, campaign.period + 1)
