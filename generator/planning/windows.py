"""Which days of a quarter can still be used, and where in them something best lies."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from generator.model.campaign import Activity, Campaign
from generator.model.partner import Rules
from generator.model.quarter import Quarter
from generator.model.workspace import Workspace
from generator.planning.channels import LONGEST_HANGING, printing_days
from generator.planning.working_days import next_worked


@dataclass(frozen=True, slots=True)
class Window:
    """The days from `first` to `last`, both included; none when that comes before."""

    first: date
    last: date

    def __bool__(self) -> bool:
        return self.first <= self.last

    def __iter__(self) -> Iterator[date]:
        return (self.first + timedelta(days=step) for step in range(self.length))

    @property
    def length(self) -> int:
        """How many days there are."""
        return max(0, (self.last - self.first).days + 1)

    def targets(self, dates: list[date], number: int) -> list[date]:
        """The middles of equal parts in which nothing is fixed yet, for so many new ones."""
        inside = sorted(day for day in dates if self.first <= day <= self.last)
        parts = len(inside) + number
        free = set(range(parts))
        for day in inside:
            own = (day - self.first).days * parts // self.length
            free.discard(min(free, key=lambda part: (abs(part - own), part)))
        return [
            self.first + timedelta(days=(2 * part + 1) * self.length // (2 * parts))
            for part in sorted(free)
        ]


def window(  # noqa: PLR0913, PLR0917 - what a day depends on
    workspace: Workspace,
    campaign: Campaign,
    activity: Activity,
    rules: Rules | None,
    quarter: Quarter,
    today: date,
) -> Window:
    """The days of a quarter on which something can go out that nobody has begun by `today`.

    Not today or earlier, not before text or artwork could be there in time, not before the plan was
    made, and over before its report is due.
    """
    ahead = timedelta(days=_ahead(workspace, activity, rules))
    first = max(
        quarter.first_day,
        today + timedelta(days=1),
        next_worked(workspace.holidays, today) + ahead,
        campaign.issued_on + ahead if campaign.issued_on else quarter.first_day,
    )
    last = quarter.last_day
    if campaign.report_due:
        last = min(last, campaign.report_due - timedelta(days=max(1, hanging(rules))))
    return Window(first, last)


def hanging(rules: Rules | None) -> int:
    """Days that something hangs by the rules of its channel; 0 where they do not say."""
    return min(rules.hanging or 0, LONGEST_HANGING) if rules else 0


def _ahead(workspace: Workspace, activity: Activity, rules: Rules | None) -> int:
    """Days from the first deadline to the slot."""
    if rules is None:
        return 0
    printed = rules.artwork is not None
    artwork = (rules.artwork or 0) + printing_days(workspace, activity) if printed else 0
    return max(rules.script or 0, artwork)
