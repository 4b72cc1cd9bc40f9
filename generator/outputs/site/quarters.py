"""The calendar of a quarter: one page with all of its lines, of which a reader chooses a part."""

from collections.abc import Iterator

from generator.catalogue import words
from generator.media import media
from generator.model import addresses
from generator.model.artifact import Artifact, ready
from generator.model.plan import ActivityLine
from generator.model.plan_line import Item
from generator.model.quarter import Quarter
from generator.outputs import Context
from generator.outputs.site import jsonld
from generator.outputs.site.calendar import WEEK, bar_of, name_of, once, shown_forms
from generator.outputs.site.last_change import changed_events
from generator.outputs.site.months import Months
from generator.outputs.site.page import Link, body, crumbs, link, page, telling
from generator.outputs.site.parts import Parts, QuarterPart, parts_of, style
from generator.outputs.site.redirects import redirect
from generator.outputs.site.slot_wording import disclaimer, without_mark, wording
from generator.outputs.site.subscribe import subscribe
from generator.planning.activity_forms import form_of
from generator.planning.agenda import code_of
from generator.planning.site_counts import shown_mark


def pages(context: Context) -> Iterator[Artifact]:
    """Every quarter in which something is promised or planned; its parts had pages of their own."""
    most = 0
    for quarter in context.plan.quarters:
        events = context.plan.events_in(quarter)
        parts = parts_of(context, quarter, events)
        most = max(most, len(parts.parts))
        yield _page(context, quarter, events, parts)
        for part in parts.parts:
            former = addresses.part_of_quarter(quarter, part.name)
            target = f"{addresses.quarter(quarter)}#{part.name}"
            yield redirect(context, former, target, f"{_title(quarter)}: {part.title}")
    yield ready(addresses.PARTS_STYLE, style(most))


def _page(context: Context, quarter: Quarter, events: list[Item], parts: Parts) -> Artifact:
    path, title, quarters = addresses.quarter(quarter), _title(quarter), context.plan.quarters
    return page(
        path,
        "calendar.html",
        title,
        _body(context, quarter, events, parts),
        description=telling(title, (event.title for event in events)),
        lead=once(events),
        breadcrumbs=crumbs(
            link(words("Publishing calendar"), addresses.CALENDAR),
            link(f"{words('Year')} {quarter.year}", addresses.year(quarter.year)),
            {"title": name_of(quarter)},
        ),
        section=[link(name_of(q), addresses.quarter(q), current=q == quarter) for q in quarters],
        section_title=words("Quarters"),
        feeds=[link(name_of(quarter), addresses.quarter_feed(quarter))],
        downloads=_downloads(quarter),
        styles=[addresses.PARTS_STYLE] if parts.parts else [],
        revised=changed_events(context.plan, events),
        data=jsonld.script_texts(*jsonld.entries(context.plan, events, path)),
        **_neighbours(quarter, quarters),
    )


def _body(context: Context, quarter: Quarter, events: list[Item], parts: Parts) -> str:
    path, first = addresses.quarter(quarter), quarter.first_day.month
    months = Months(context.workspace.holidays, events, path, parts)
    lines = [line for line in context.plan.lines if quarter in line.tallies]
    counted = [line for line in lines if line.activity.medium and line.activity.quantity]
    others = [line for line in lines if line not in counted]
    bars = ((line, line.tallies[quarter], parts.of_lines(line)) for line in counted)
    return body(
        "calendar.html",
        quarter=name_of(quarter),
        number=str(quarter),
        parts=[_choice(context, quarter, part) for part in parts.parts],
        groups=[{"title": words(group), "parts": mine} for group, mine in parts.groups()],
        months=[months.month(quarter.year, first + step) for step in range(3)],
        media=shown_forms(events),
        marked=months.special_days(quarter.year, range(first, first + 3)),
        rows=[_row(context, event, path, parts, disclaimer(events)) for event in events],
        promised=parts.of_lines(*lines),
        bars=[bar for each in bars if (bar := bar_of(*each))],
        others=parts.of_lines(*others),
        uncounted=[_uncounted(x, quarter, parts) for x in others],
        weekdays=WEEK,
        subscribe=subscribe(context, addresses.CALENDAR_FILE, words("Publishing calendar"), path),
    )


def _uncounted(line: ActivityLine, quarter: Quarter, parts: Parts) -> dict[str, object]:
    """A line of which no share can be held against what is done: how many have a day or quarter."""
    planned = line.tallies[quarter].planned
    count = f" ({words('planned')}: {planned})" if planned else ""
    return {"title": line.activity.title + count, "of": parts.of_lines(line)}


def _title(quarter: Quarter) -> str:
    return f"{words('Publishing calendar')} {name_of(quarter)}"


def _choice(context: Context, quarter: Quarter, part: QuarterPart) -> dict[str, object]:
    """A part as the page offers it: only the calendar file of a plan ends with the quarter."""
    named = _title(quarter) if part.group == "Plan" else words("Publishing calendar")
    path = addresses.quarter(quarter)
    return {
        "number": part.number,
        "name": part.name,
        "title": part.title,
        "subscribe": subscribe(context, part.file, f"{named}: {part.title}", path),
    }


def _neighbours(quarter: Quarter, quarters: list[Quarter]) -> dict[str, Link | None]:
    index = quarters.index(quarter)
    before = quarters[index - 1] if index else None
    after = quarters[index + 1] if index + 1 < len(quarters) else None
    return {
        "previous": link(name_of(before), addresses.quarter(before)) if before else None,
        "next": link(name_of(after), addresses.quarter(after)) if after else None,
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


def _row(context: Context, event: Item, path: str, parts: Parts, note: str) -> dict[str, object]:
    """A line of the table; `note` is what the page says once of all days and hours."""
    form, piece = form_of(event.medium), event.piece
    page_of = addresses.page(media()[piece.medium], piece) if piece else ""
    partner = context.workspace.partners.get(event.partner)
    quarter = event.slot.quarter
    return {
        "code": code_of(event),
        "of": parts.of(event),
        "medium": form,
        "name": event.title,
        "url": addresses.relative(page_of, path) if page_of else "",
        "when": without_mark(wording(event), note),
        "partner": partner.name_on(quarter.first_day).name if partner and quarter else "–",
        "units": event.units,
        "cancelled": event.is_cancelled,
        "state": _state(event),
    }


def _state(event: Item) -> tuple[str, str]:
    """The badge of an event: public readers learn that something is planned, not more."""
    if event.is_cancelled:
        return "cancelled", words("cancelled")
    return ("published", shown_mark(event.medium)) if event.piece else ("", words("planned"))
