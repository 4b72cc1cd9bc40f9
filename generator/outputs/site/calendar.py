"""The publishing calendar people look at: an index and a page a year; the rest is `quarters.py`."""

from collections.abc import Iterable, Iterator

from generator.catalogue import words
from generator.model import addresses
from generator.model.artifact import Artifact
from generator.model.medium import Medium
from generator.model.plan import ActivityLine, Tally
from generator.model.plan_line import Item
from generator.model.quarter import Quarter
from generator.outputs import Context
from generator.outputs.site.last_change import changed_events
from generator.outputs.site.months import Months
from generator.outputs.site.page import body, crumbs, link, page
from generator.outputs.site.slot_wording import disclaimer
from generator.outputs.site.subscribe import subscribe
from generator.planning.activity_forms import Form, forms
from generator.planning.site_counts import is_printed, shown_in_words
from generator.vietnamese.dates import WEEKDAYS, WEEKDAYS_SHORT

WEEK = list(zip(WEEKDAYS, WEEKDAYS_SHORT, strict=True))


def pages(context: Context) -> Iterator[Artifact]:
    """The index, and every year in which something is promised or planned."""
    quarters = context.plan.quarters
    yield _index(context, quarters)
    for year in sorted({quarter.year for quarter in quarters}):
        yield _year(context, year, [quarter for quarter in quarters if quarter.year == year])


def _index(context: Context, quarters: list[Quarter]) -> Artifact:
    title = words("Publishing calendar")
    return page(
        addresses.CALENDAR,
        "listing.html",
        title,
        body(
            "calendar-index.html",
            cards=[_summary(context, quarter) for quarter in quarters],
            years=[_year_link(year) for year in sorted({quarter.year for quarter in quarters})],
            subscribe=subscribe(context, addresses.CALENDAR_FILE, title, addresses.CALENDAR),
        ),
        breadcrumbs=crumbs({"title": title}),
        feeds=[link(words("Changes of the calendar"), addresses.CHANGES)],
        revised=changed_events(context.plan, context.plan.events),
    )


def _year(context: Context, year: int, quarters: list[Quarter]) -> Artifact:
    path = addresses.year(year)
    events = [e for e in context.plan.events if e.slot.quarter and e.slot.quarter.year == year]
    lines = [line for line in context.plan.lines if line.campaign.period == year]
    months = Months(context.workspace.holidays, events, path)
    content = body(
        "calendar-year.html",
        months=[months.month(year, month) for month in range(1, 13)],
        media=shown_forms(events),
        marked=months.special_days(year, range(1, 13)),
        bars=[bar for line in lines if line.activity.medium and (bar := bar_of(line, line.total))],
        weekdays=WEEK,
        subscribe=subscribe(context, addresses.CALENDAR_FILE, words("Publishing calendar"), path),
    )
    return page(
        path,
        "calendar.html",
        f"{words('Publishing calendar')} {year}",
        content,
        lead=once(events),
        breadcrumbs=crumbs(
            link(words("Publishing calendar"), addresses.CALENDAR),
            {"title": f"{words('Year')} {year}"},
        ),
        section=[link(name_of(quarter), addresses.quarter(quarter)) for quarter in quarters],
        section_title=words("Quarters"),
        revised=changed_events(context.plan, events),
    )


def once(events: Iterable[Item]) -> str:
    """What the page says once of its days and hours."""
    said = disclaimer(events)
    return words(said) if said else ""


def bar_of(line: ActivityLine, tally: Tally, parts: str | None = None) -> dict[str, object] | None:
    """Promised as outline, done as fill; widths in per cent of what was promised.

    `parts` are those of the page to which the line belongs.
    """
    quantity = line.activity.quantity
    if quantity is None or not tally.promised:
        return None
    least = "≥ " if quantity.is_lower_bound else ""
    unit, is_year = quantity.unit.partition("/")[0], tally.promised == quantity.value
    counts = {name: getattr(tally, name) for name in ("planned", "ready", "published")}
    widths = {
        name: f"{min(100.0, 100 * count / tally.promised):g}" for name, count in counts.items()
    }
    return {
        "title": line.activity.title,
        "promised": str(quantity) if is_year else f"{least}{tally.promised} {unit}",
        "shown": shown_in_words(line, tally),
        "widths": widths | ({"published": "0"} if is_printed(line.activity.medium) else {}),
        "of": parts,
        **counts,
    }


def _summary(context: Context, quarter: Quarter) -> dict[str, object]:
    events = context.plan.events_in(quarter)
    alive = [event for event in events if not event.is_cancelled]
    return {
        "title": name_of(quarter),
        "year": quarter.year,
        "url": addresses.relative(addresses.quarter(quarter), addresses.CALENDAR),
        "planned": len(alive),
        "published": sum(event.piece is not None for event in alive),
    }


def _year_link(year: int) -> dict[str, str]:
    target = addresses.relative(addresses.year(year), addresses.CALENDAR)
    return {"title": f"{words('Year')} {year}", "url": target}


def shown_forms(events: list[Item]) -> list[Form]:
    """The media whose pieces have days, and in which other forms something of these happens."""
    found = {event.medium for event in events}
    return [form for form in forms() if isinstance(form, Medium) or form.name in found]


def name_of(quarter: Quarter) -> str:
    """«Quý II/2021»."""
    return quarter.name
