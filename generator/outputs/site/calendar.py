"""The publishing calendar people look at: an index, a page a year, a quarter and its parts."""

from collections.abc import Iterator

from generator.catalogue import words
from generator.media import media
from generator.model import addresses
from generator.model.artifact import Artifact
from generator.model.event import Event
from generator.model.plan import Line, Tally
from generator.model.quarter import Quarter
from generator.outputs import Context
from generator.outputs.site import jsonld
from generator.outputs.site.changed import changed_events
from generator.outputs.site.months import Months
from generator.outputs.site.page import Link, body, crumbs, link, page, telling
from generator.outputs.site.parts import Part, filters, parts_of
from generator.outputs.site.slots import told
from generator.outputs.site.subscribe import subscribe
from generator.planning.agenda import code_of
from generator.vietnamese.dates import WEEKDAYS, WEEKDAYS_SHORT, format_quarter

PROPOSED = (
    "Days and hours marked “proposed” are ours, not yet the schedule of any station, newspaper "
    "or printer. The plan states quarters only."
)
WEEK = list(zip(WEEKDAYS, WEEKDAYS_SHORT, strict=True))


def pages(context: Context) -> Iterator[Artifact]:
    """The index, every year, and every quarter in which something is promised or planned."""
    quarters = context.plan.quarters
    yield _index(context, quarters)
    for year in sorted({quarter.year for quarter in quarters}):
        yield _year(context, year, [quarter for quarter in quarters if quarter.year == year])
    for quarter in quarters:
        events = [event for event in context.plan.events if event.slot.quarter == quarter]
        parts = parts_of(context, quarter, events)
        whole = Part("", "", "", addresses.CALENDAR_FILE, events)
        for part in (whole, *parts):
            yield _quarter(context, quarter, quarters, parts, part)


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
    months = Months(context.plan.workspace.holidays, events, path)
    content = body(
        "calendar-year.html",
        months=[months.month(year, month) for month in range(1, 13)],
        media=_shown_media(),
        marked=months.marked(year, range(1, 13)),
        bars=[bar for line in lines if line.activity.medium and (bar := bar_of(line, line.total))],
        weekdays=WEEK,
        subscribe=subscribe(context, addresses.CALENDAR_FILE, words("Publishing calendar"), path),
    )
    return page(
        path,
        "calendar.html",
        f"{words('Publishing calendar')} {year}",
        content,
        lead=words(PROPOSED),
        breadcrumbs=crumbs(
            link(words("Publishing calendar"), addresses.CALENDAR),
            {"title": f"{words('Year')} {year}"},
        ),
        section=[link(_name(quarter), addresses.quarter(quarter)) for quarter in quarters],
        section_title=words("Quarters"),
        revised=changed_events(context.plan, events),
    )


def _quarter(
    context: Context, quarter: Quarter, quarters: list[Quarter], parts: list[Part], part: Part
) -> Artifact:
    path = part.page(quarter)
    lines = [line for line in context.plan.lines if quarter in line.tallies and _fits(line, part)]
    counted = [line for line in lines if line.activity.medium and line.activity.quantity]
    months = Months(context.plan.workspace.holidays, part.events, path)
    first = quarter.first_day.month
    title = f"{words('Publishing calendar')} {_name(quarter)}"
    title += f": {part.title}" if part.title else ""
    content = body(
        "calendar.html",
        quarter=_name(quarter),
        number=str(quarter),
        filters=filters(quarter, parts, part, path),
        months=[months.month(quarter.year, first + step) for step in range(3)],
        media=_shown_media(),
        marked=months.marked(quarter.year, range(first, first + 3)),
        rows=[_row(context, event, path) for event in part.events],
        bars=[bar for line in counted if (bar := bar_of(line, line.tallies[quarter]))],
        uncounted=[line.activity.title for line in lines if line not in counted],
        weekdays=WEEK,
        subscribe=subscribe(context, part.file, _named(part, title), path),
    )
    return page(
        path,
        "calendar.html",
        title,
        content,
        description=telling(title, (event.title for event in part.events)),
        lead=words(PROPOSED),
        breadcrumbs=_crumbs(quarter, part),
        section=[
            link(_name(q), addresses.quarter(q), current=q == quarter and not part.name)
            for q in quarters
        ],
        section_title=words("Quarters"),
        feeds=[link(_name(quarter), addresses.quarter_feed(quarter))],
        downloads=_downloads(quarter),
        revised=changed_events(context.plan, part.events),
        data=[] if part.name else jsonld.written(*jsonld.entries(context.plan, part.events, path)),
        **({} if part.name else _neighbours(quarter, quarters)),
    )


def _named(part: Part, title: str) -> str:
    """What a subscriber's calendar is called: only that of a plan ends with the quarter."""
    if part.group == "Plan":
        return title
    return words("Publishing calendar") + (f": {part.title}" if part.title else "")


def _fits(line: Line, part: Part) -> bool:
    """Whether a line of the plan belongs to the part that a page shows."""
    if not part.name:
        return True
    same = {(event.campaign.id, event.medium) for event in part.events}
    return (line.campaign.id, line.activity.medium) in same


def _crumbs(quarter: Quarter, part: Part) -> list[Link]:
    up = [
        link(words("Publishing calendar"), addresses.CALENDAR),
        link(f"{words('Year')} {quarter.year}", addresses.year(quarter.year)),
    ]
    if part.name:
        up.append(link(_name(quarter), addresses.quarter(quarter)))
    return crumbs(*up, {"title": part.title or _name(quarter)})


def _neighbours(quarter: Quarter, quarters: list[Quarter]) -> dict[str, Link | None]:
    index = quarters.index(quarter)
    before = quarters[index - 1] if index else None
    after = quarters[index + 1] if index + 1 < len(quarters) else None
    return {
        "previous": link(_name(before), addresses.quarter(before)) if before else None,
        "next": link(_name(after), addresses.quarter(after)) if after else None,
    }


def _downloads(quarter: Quarter) -> list[Link]:
    return [
        link(
            words("Wall calendar to print"),
            addresses.wall_calendar(quarter),
            note=words("PDF, A3"),
        ),
        link(words("Table"), addresses.workbook(quarter), note="XLSX (Excel, LibreOffice)"),
    ]


def bar_of(line: Line, tally: Tally) -> dict[str, object] | None:
    """Promised as outline, done as fill; widths in per cent of what was promised."""
    quantity = line.activity.quantity
    if quantity is None or not tally.promised:
        return None
    least = "≥ " if quantity.is_lower_bound else ""
    parts = {name: getattr(tally, name) for name in ("planned", "ready", "published")}
    widths = {
        name: f"{min(100.0, 100 * count / tally.promised):g}" for name, count in parts.items()
    }
    return {
        "title": line.activity.title,
        "promised": f"{least}{tally.promised}",
        "unit": quantity.unit.split("/")[0],
        "widths": widths,
        **parts,
    }


def _summary(context: Context, quarter: Quarter) -> dict[str, object]:
    events = [event for event in context.plan.events if event.slot.quarter == quarter]
    alive = [event for event in events if not event.cancelled]
    return {
        "title": _name(quarter),
        "year": quarter.year,
        "url": addresses.relative(addresses.quarter(quarter), addresses.CALENDAR),
        "planned": len(alive),
        "published": sum(event.piece is not None for event in alive),
    }


def _year_link(year: int) -> dict[str, str]:
    target = addresses.relative(addresses.year(year), addresses.CALENDAR)
    return {"title": f"{words('Year')} {year}", "url": target}


def _shown_media() -> list[object]:
    return [medium for medium in media().values() if medium.placing != "none"]


def _name(quarter: Quarter) -> str:
    return format_quarter(quarter.year, quarter.number)


def _row(context: Context, event: Event, path: str) -> dict[str, object]:
    medium = media()[event.medium]
    page_of = addresses.page(medium, event.piece) if event.piece else ""
    partner = context.plan.workspace.partners.get(event.partner)
    quarter = event.slot.quarter
    return {
        "anchor": anchor(event),
        "medium_name": medium.name,
        "name": event.title,
        "url": addresses.relative(page_of, path) if page_of else "",
        "when": told(event),
        "partner": partner.name_on(quarter.first_day).name if partner and quarter else "–",
        "units": event.units,
        "cancelled": event.cancelled,
        "state": _state(event),
    }


def anchor(event: Event) -> str:
    """An anchor that tells nothing of a hidden piece and stays when others come and go."""
    return f"muc-{code_of(event)}"


def _state(event: Event) -> tuple[str, str]:
    """The badge of an event: public readers learn that something is planned, not more."""
    if event.cancelled:
        return "cancelled", words("cancelled")
    return ("published", words("published")) if event.piece else ("", words("planned"))
