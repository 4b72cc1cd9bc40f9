"""The publishing calendar people look at: a page a quarter, and their index."""

from calendar import Calendar
from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.catalogue import words
from generator.media import media
from generator.model import addresses
from generator.model.artifact import Artifact, digest_of
from generator.model.piece import day_of
from generator.model.plan import Entry, Line, Tally
from generator.model.quarter import Quarter
from generator.outputs import Context
from generator.outputs.site.page import body, crumbs, link, page
from generator.outputs.site.slots import when
from generator.vietnamese.dates import WEEKDAYS, WEEKDAYS_SHORT

if TYPE_CHECKING:
    from datetime import date

_WEEKS = Calendar(firstweekday=0)
PROPOSED = (
    "Days and hours marked “proposed” are ours, not yet the schedule of any station, newspaper "
    "or printer. The plan states quarters only."
)


def pages(context: Context) -> Iterator[Artifact]:
    """The index and every quarter in which something is promised or planned."""
    quarters = context.plan.quarters
    title = words("Publishing calendar")
    cards = [_summary(context, quarter) for quarter in quarters]
    yield page(
        addresses.CALENDAR,
        "listing.html",
        title,
        body(
            "calendar-index.html",
            cards=cards,
            file=addresses.relative(addresses.CALENDAR_FILE, addresses.CALENDAR),
        ),
        breadcrumbs=crumbs({"title": title}),
        downloads=[_file()],
    )
    for index, quarter in enumerate(quarters):
        yield _quarter(context, quarter, quarters, index)


def _quarter(context: Context, quarter: Quarter, quarters: list[Quarter], index: int) -> Artifact:
    path = addresses.quarter(quarter)
    entries = [entry for entry in context.plan.timetable if entry.slot.quarter == quarter]
    lines = [line for line in context.plan.lines if quarter in line.tallies]
    content = body(
        "calendar.html",
        quarter=quarter,
        months=[_month(year_month, entries) for year_month in _months(quarter)],
        media=[medium for medium in media().values() if medium.placing != "none"],
        rows=[_row(context, entry, path) for entry in entries],
        bars=[bar for line in lines if (bar := bar_of(line, line.tallies[quarter]))],
        uncounted=[line.activity.title for line in lines if line.activity.quantity is None],
        weekdays=list(zip(WEEKDAYS, WEEKDAYS_SHORT, strict=True)),
    )
    before = quarters[index - 1] if index else None
    after = quarters[index + 1] if index + 1 < len(quarters) else None
    return page(
        path,
        "calendar.html",
        f"Lịch Quý {quarter}",
        content,
        lead=words(PROPOSED),
        breadcrumbs=crumbs(
            link(words("Publishing calendar"), addresses.CALENDAR), {"title": f"Quý {quarter}"}
        ),
        section=[link(f"Quý {q}", addresses.quarter(q), current=q == quarter) for q in quarters],
        section_title=words("Quarters"),
        downloads=[_file()],
        previous=link(f"Lịch Quý {before}", addresses.quarter(before)) if before else None,
        next=link(f"Lịch Quý {after}", addresses.quarter(after)) if after else None,
    )


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
    entries = [entry for entry in context.plan.timetable if entry.slot.quarter == quarter]
    return {
        "title": f"Quý {quarter}",
        "year": quarter.year,
        "url": addresses.relative(addresses.quarter(quarter), addresses.CALENDAR),
        "planned": len(entries),
        "published": sum(entry.visible for entry in entries),
    }


def _months(quarter: Quarter) -> list[tuple[int, int]]:
    first = quarter.first_day.month
    return [(quarter.year, first + step) for step in range(3)]


def _month(year_month: tuple[int, int], entries: list[Entry]) -> dict[str, object]:
    year, month = year_month
    days: dict[date, list[dict[str, str]]] = {}
    for entry in entries:
        if entry.slot.start is not None and entry.piece.status != "draft":
            days.setdefault(day_of(entry.slot.start), []).append(_dot(entry))
    weeks = [
        [(day, days.get(day, [])) if day.month == month else None for day in week]
        for week in _WEEKS.monthdatescalendar(year, month)
    ]
    return {"title": f"Tháng {month}/{year}", "weeks": weeks}


def _dot(entry: Entry) -> dict[str, str]:
    return {"anchor": _anchor(entry), "medium": entry.piece.medium, "label": _name(entry)}


def _row(context: Context, entry: Entry, path: str) -> dict[str, object]:
    medium = media()[entry.piece.medium]
    target = addresses.relative(addresses.page(medium, entry.piece), path)
    partner = context.plan.workspace.partners.get(
        entry.piece.partner or entry.activity.partner or ""
    )
    day = entry.slot.quarter.first_day if entry.slot.quarter else None
    return {
        "anchor": _anchor(entry),
        "medium_name": medium.name,
        "name": _name(entry),
        "url": target if entry.visible else "",
        "when": when(entry),
        "partner": partner.name_on(day).name if partner and day else "–",
        "units": entry.piece.units,
        "state": _state(entry),
    }


def _anchor(entry: Entry) -> str:
    """An anchor that tells nothing of a hidden piece and stays when others come and go."""
    return f"muc-{digest_of(entry.piece.id)[:8]}"


def _name(entry: Entry) -> str:
    return entry.piece.title if entry.visible else entry.activity.title


def _state(entry: Entry) -> tuple[str, str]:
    """The badge of an entry: public readers learn that something is planned, not more."""
    return ("published", words("published")) if entry.visible else ("", words("planned"))


def _file() -> dict[str, object]:
    return link(
        words("Calendar for your phone"),
        addresses.CALENDAR_FILE,
        note=words("ICS, kept up to date"),
    )
