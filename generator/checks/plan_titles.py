"""The title of a plan names its year, if it names any."""

import re
from collections.abc import Iterable
from typing import Final

from generator.checks import Subject
from generator.checks.other_years import wrong_periods
from generator.diagnostics import Diagnostic, warning

OTHER_YEAR = warning(
    "title-of-other-year",
    "The title names the year {year}, and period: is {period}.",
    "Look up which of the two is right, and write both alike.",
)
_YEAR: Final = re.compile(r"(?<![\d/.,–-])(?:19|20)\d\d(?![\d/.,–-])")


def check(subject: Subject) -> Iterable[Diagnostic]:
    """Every plan whose title has one year alone."""
    told = wrong_periods(subject.plan)
    for identity, campaign in subject.workspace.campaigns.items():
        if identity in told:
            continue
        years = set(map(int, _YEAR.findall(campaign.title)))
        first = campaign.begins or campaign.period
        if len(years) == 1 and not any(first <= year <= campaign.period for year in years):
            named = {"year": str(years.pop()), "period": str(campaign.period)}
            yield OTHER_YEAR.at(campaign.where("title"), **named)
