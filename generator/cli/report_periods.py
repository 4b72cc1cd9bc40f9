"""Of what time a report is: a quarter, half of a year, a year, all of the plan."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from generator.cli.console import _, quarter_in, refuse

if TYPE_CHECKING:
    from generator.model.campaign import Campaign
    from generator.planning.report_period import ReportPeriod


def period_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Of what time the report is; all of the plan if none is named."""
    for name, metavar, words in (
        ("--year", _("YEAR"), _("Of a year, where the plan has several.")),
        ("--half", "1|2", _("Of the first or last six months; 1/2021 names the year.")),
        ("--quarter", "II", _("Of a quarter; II/2021 names the year.")),
    ):
        function = click.option(name, metavar=metavar, help=words)(function)
    return function


def period_of_options(plan: "Campaign", options: dict[str, str | None]) -> "ReportPeriod":
    """The time that is asked for; all of the plan where none is."""
    from generator.model.quarter import Quarter
    from generator.planning.report_period import half_of, quarter_of, whole_of, year_of

    asked = {name: text for name, text in options.items() if text}
    if len(asked) > 1:
        refuse("Name only one of --quarter, --half and --year.")
    if text := asked.get("quarter"):
        year, number = quarter_in(text)
        return quarter_of(Quarter(_year(plan, year), number))
    if text := asked.get("half"):
        number_text, _slash, year_text = text.partition("/")
        if number_text not in {"1", "2"} or not (year_text.isdecimal() or not _slash):
            refuse("“{value}” is no half of a year; write 1 or 1/2021.", value=text)
        return half_of(_year(plan, int(year_text) if year_text else None), int(number_text))
    if text := asked.get("year"):
        if not text.isdecimal():
            refuse("“{value}” is no year; write 2021.", value=text)
        return year_of(plan, _year(plan, int(text)))
    return whole_of(plan)


def _year(plan: "Campaign", wanted: int | None) -> int:
    """A year of the plan; that of the plan where none is named."""
    from generator.planning.report_period import years_of

    years = years_of(plan)
    if wanted is None and len(years) > 1:
        refuse("The plan has several years; name one of them: {years}.", years=_shown(years))
    if wanted is not None and wanted not in years:
        refuse("The plan has no year {year}; it has: {years}.", year=wanted, years=_shown(years))
    return wanted or years[0]


def _shown(years: range) -> str:
    return f"{years[0]}–{years[-1]}" if len(years) > 1 else str(years[0])
