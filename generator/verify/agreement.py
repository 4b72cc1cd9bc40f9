"""One truth: each event has the same day, hour and title in every result that shows it."""

import io
import re
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic, Location, Rule
from generator.model import addresses
from generator.model.event import Event
from generator.model.quarter import Quarter
from generator.model.uid import uid_of
from generator.planning.agenda import AgendaLine, agenda, code_of
from generator.text.ics import read_events
from generator.verify import Produced
from generator.vietnamese.dates import HANOI

if TYPE_CHECKING:
    from icalendar import Component

DISAGREES = Rule(
    "results-disagree",
    "This result says otherwise than the timetable of “{title}”: {shown} instead of {expected}.",
    "Report it: this is a fault of loa, the last good site stays.",
)
MISSING = "–"

Facts = tuple[str, str]
"""A start, as ISO writes it ("" without a day), and a title."""


def verify(produced: Produced) -> Iterable[Diagnostic]:
    """Every page, ICS file, workbook and wall calendar of every quarter, read again."""
    plan = produced.plan
    for quarter in plan.quarters:
        events = [event for event in plan.events if event.slot.quarter == quarter]
        yield from _pages(produced, quarter, events)
        path = addresses.workbook(quarter)
        if path in produced.files:
            read = dict(_workbook(produced.files[path]()))
            yield from _compared(path, events, read)
        yield from _wall(produced, quarter, events)
    for path, content in produced.files.items():
        if path.startswith("lich/") and path.endswith(".ics"):
            yield from _calendar(path, content, plan.events)


def _compared(
    path: str, events: Iterable[Event], read: Mapping[str, Facts]
) -> Iterator[Diagnostic]:
    """What was read against what should be there, and nothing beside it."""
    expected = {code_of(event): _facts(event) for event in events}
    for code in sorted(expected.keys() | read.keys()):
        wanted, shown = expected.get(code), read.get(code)
        if wanted != shown:
            title = (wanted or shown or ("", ""))[1]
            yield DISAGREES.at(
                Location(path), title=title, shown=_said(shown), expected=_said(wanted)
            )


def _facts(event: Event) -> Facts:
    return _iso(event.slot.start), _plain(event.title)


def _iso(start: object) -> str:
    if isinstance(start, datetime):
        return start.astimezone(HANOI).isoformat()
    return start.isoformat() if isinstance(start, date) else ""


def _said(facts: Facts | None) -> str:
    return " ".join(facts).strip() if facts else MISSING


def _plain(text: str) -> str:
    return " ".join(text.split())


def _pages(produced: Produced, quarter: Quarter, events: list[Event]) -> Iterator[Diagnostic]:
    """The page of the quarter shows all of its events, a page of a part only some of them."""
    whole = addresses.url(addresses.quarter(quarter))
    known = {code_of(event): event for event in events}
    for path, content in produced.files.items():
        if path.startswith(whole) and path.endswith("index.html"):
            rows = _Rows()
            rows.feed(content().decode("utf-8", "replace"))
            shown = events
            if path != f"{whole}index.html":
                shown = [event for code, event in known.items() if code in rows.found]
            yield from _compared(path, shown, rows.found)


class _Rows(HTMLParser):
    """The rows of a page's table: code, moment, title."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: dict[str, Facts] = {}
        self._code = self._moment = self._title = ""
        self._in_title = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A row begins with its anchor; its heading holds the title, `time` the moment."""
        values = dict(attrs)
        if tag == "tr" and (values.get("id") or "").startswith("muc-"):
            self._code = (values.get("id") or "").removeprefix("muc-")
            self._moment = self._title = ""
        elif tag == "time" and self._code:
            self._moment = values.get("datetime") or ""
        elif tag in {"a", "span"} and self._code and not self._title:
            self._in_title = "dot" not in (values.get("class") or "")

    def handle_data(self, data: str) -> None:
        """The words of the title."""
        if self._in_title:
            self._title += data

    def handle_endtag(self, tag: str) -> None:
        """A row ends."""
        if tag in {"a", "span"}:
            self._in_title = False
        elif tag == "tr" and self._code:
            self.found[self._code] = (self._moment, _plain(self._title))
            self._code = ""


def _workbook(data: bytes) -> Iterator[tuple[str, Facts]]:
    from openpyxl import load_workbook

    sheet = load_workbook(io.BytesIO(data), read_only=True).worksheets[0]
    for row in sheet.iter_rows(min_row=3, values_only=True):
        day, _, hour, _, title, *_, code = row
        yield str(code), (_moment(day, str(hour or "")), _plain(str(title)))


def _moment(day: object, hour: str) -> str:
    """A day and «6 giờ 30» as ISO writes them."""
    if not isinstance(day, datetime):
        return ""
    figures = [int(figure) for figure in re.findall(r"\d+", hour)]
    if not figures:
        return day.date().isoformat()
    return day.replace(hour=figures[0], minute=(*figures, 0)[1], tzinfo=HANOI).isoformat()


def _wall(produced: Produced, quarter: Quarter, events: list[Event]) -> Iterator[Diagnostic]:
    """The PDF's text holds, for each event, its day and hour followed by its title."""
    path = addresses.wall_calendar(quarter)
    if path not in produced.files:
        return
    text = _letters(_pdf_text(produced.files[path]()))
    lines = agenda(produced.plan.workspace, events)
    for line in lines:
        wanted = re.compile(_pattern(line))
        if not wanted.search(text):
            expected = " ".join(part for part in (line.day, line.time) if part)
            yield DISAGREES.at(
                Location(path), title=line.title, shown=MISSING, expected=expected or MISSING
            )


def _pattern(line: AgendaLine) -> str:
    """The day, perhaps the last day and the weekday, the hour, perhaps a mark, then the title."""
    head = re.escape(_letters(line.day)) + r"(?:–[\d/]+)?" if line.day else ""
    middle = re.escape(_letters(f",{line.weekday}")) if line.weekday else ""
    hour = re.escape(_letters(f",{line.time}")) if line.time else ""
    mark = re.escape(_letters(f"({line.mark})")) if line.mark else ""
    return f"{head}{middle}{hour}{mark}{re.escape(_letters(line.title))}"


def _letters(text: str) -> str:
    """Without the white space that line breaks leave."""
    return re.sub(r"[\s\u00ad\ufffe]+", "", text)


def _pdf_text(data: bytes) -> str:
    import pypdfium2

    with pypdfium2.PdfDocument(data) as document:
        pages = [page.get_textpage().get_text_range() for page in document]
    return "".join(pages)


def _calendar(
    path: str, content: Callable[[], bytes], events: Iterable[Event]
) -> Iterator[Diagnostic]:
    """Every event of an ICS file by its UID; its summary holds the title."""
    known = {uid_of(event.id): event for event in events}
    try:
        found_events = read_events(content())
    except ValueError:  # told by the rules of calendars
        return
    if path == addresses.CALENDAR_FILE:
        shown_ids = {str(found.get("UID")) for found in found_events}
        yield from _lost(path, known, shown_ids)
    for found in found_events:
        if "DTSTART" not in found:
            continue
        event = known.get(str(found.get("UID")))
        shown = (_days(found), _plain(str(found.get("SUMMARY"))))
        if event is None:
            yield DISAGREES.at(Location(path), title=shown[1], shown=shown[0], expected=MISSING)
        elif shown[0] != _span(event) or _plain(event.title) not in shown[1]:
            yield DISAGREES.at(
                Location(path),
                title=event.title,
                shown=" ".join(shown),
                expected=_said((_span(event), event.title)),
            )


def _lost(path: str, known: Mapping[str, Event], shown: Container[str]) -> Iterator[Diagnostic]:
    """The calendar of everything lacks nothing that has a day or a quarter."""
    for uid, event in known.items():
        if event.first_day is not None and uid not in shown:
            expected = _said((_span(event), event.title))
            yield DISAGREES.at(Location(path), title=event.title, shown=MISSING, expected=expected)


def _days(found: "Component") -> str:
    """When an ICS event begins; of days also the last one, the day before it ends."""
    start = found.decoded("DTSTART")
    if isinstance(start, datetime):
        return _iso(_zoned(start))
    end = found.decoded("DTEND") if "DTEND" in found else start + timedelta(days=1)
    return f"{_iso(start)}/{_iso(end - timedelta(days=1))}"


def _span(event: Event) -> str:
    """The same of an event; what has only a quarter lasts all of it."""
    last = event.last_day
    return _iso(event.first_day) + (f"/{_iso(last)}" if last else "")


def _zoned(moment: object) -> object:
    """Our files have one zone; whatever a parser makes of its name, the clock's face is meant."""
    return moment.replace(tzinfo=HANOI) if isinstance(moment, datetime) else moment
