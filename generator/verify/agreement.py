"""One truth: each event has the same day, hour and title in every result that shows it."""

import io
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta
from functools import partial
from html.parser import HTMLParser

from generator.diagnostics import Diagnostic, Location, Rule
from generator.model import addresses
from generator.model.artifact import digest_of
from generator.model.memory import Memory
from generator.model.plan_line import Item
from generator.model.uid import uid_of
from generator.planning.agenda import AgendaLine, agenda, code_of
from generator.text.ics_reader import EventText, events_of, read_event
from generator.verify import NextSite
from generator.vietnamese.dates import HANOI

DISAGREES = Rule(
    "results-disagree",
    "This result says otherwise than the timetable of “{title}”: {shown} instead of {expected}.",
    "Report it: this is a fault of loa, the last good site stays.",
)
MISSING = "–"

Facts = tuple[str, str]
"""A start, as ISO writes it ("" without a day), and a title."""


Fault = tuple[str, str, str]
"""The title of an event, what a result says of it and what it should say."""


def verify(site: NextSite) -> Iterable[Diagnostic]:
    """Every page, ICS file, workbook and wall calendar of every quarter, read again."""
    for path, expected, find in _files(site):
        data = site.files[path]()
        key, found = digest_of(path, data, expected), partial(_listed, find, data)
        for title, shown, wanted in site.memory.read("agreement", key, found):
            yield DISAGREES.at(Location(path), title=title, shown=shown, expected=wanted)


def _files(site: NextSite) -> Iterator[tuple[str, str, Callable[[bytes], Iterator[Fault]]]]:
    """Every file with what it should say, and what finds where it says otherwise."""
    plan = site.plan
    for quarter in plan.quarters:
        events = plan.events_in(quarter)
        page = f"{addresses.url(addresses.quarter(quarter))}index.html"
        known = {code_of(event): _facts(event) for event in events}
        if page in site.files:
            yield page, repr(known), partial(_page, known)
        if (path := addresses.workbook(quarter)) in site.files:
            yield path, repr(known), partial(_workbook, known)
        if (path := addresses.wall_calendar(quarter)) in site.files:
            lines = agenda(plan.workspace, events)
            yield path, repr(lines), partial(_wall, lines)
    dated = {uid_of(e.id): (_span(e), e.title) for e in plan.events if e.first_day is not None}
    for path in site.calendars:
        is_all = path == addresses.CALENDAR_FILE
        yield path, repr(dated), partial(_calendar, site.memory, dated, is_all=is_all)


def _listed(find: Callable[[bytes], Iterator[Fault]], data: bytes) -> list[Fault]:
    return list(find(data))


def _compared(known: Mapping[str, Facts], read: Mapping[str, Facts]) -> Iterator[Fault]:
    """What was read against what should be there, and nothing beside it."""
    for code in sorted(known.keys() | read.keys()):
        wanted, shown = known.get(code), read.get(code)
        if wanted != shown:
            yield (wanted or shown or ("", ""))[1], _said(shown), _said(wanted)


def _facts(event: Item) -> Facts:
    return _iso(event.slot.start), _plain(event.title)


def _iso(start: object) -> str:
    if isinstance(start, datetime):
        return start.astimezone(HANOI).isoformat()
    return start.isoformat() if isinstance(start, date) else ""


def _said(facts: Facts | None) -> str:
    return " ".join(facts).strip() if facts else MISSING


def _plain(text: str) -> str:
    return " ".join(text.split())


def _page(known: Mapping[str, Facts], data: bytes) -> Iterator[Fault]:
    rows = _Rows()
    rows.feed(data.decode("utf-8", "replace"))
    return _compared(known, rows.found)


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


def _workbook(known: Mapping[str, Facts], data: bytes) -> Iterator[Fault]:
    from openpyxl import load_workbook

    sheet = load_workbook(io.BytesIO(data), read_only=True).worksheets[0]
    found: dict[str, Facts] = {}
    for day, _, hour, _, title, *_, code in sheet.iter_rows(min_row=3, values_only=True):
        found[str(code)] = (_moment(day, str(hour or "")), _plain(str(title)))
    return _compared(known, found)


def _moment(day: object, hour: str) -> str:
    """A day and «6 giờ 30» as ISO writes them."""
    if not isinstance(day, datetime):
        return ""
    figures = [int(figure) for figure in re.findall(r"\d+", hour)]
    if not figures:
        return day.date().isoformat()
    return day.replace(hour=figures[0], minute=(*figures, 0)[1], tzinfo=HANOI).isoformat()


def _wall(lines: Iterable[AgendaLine], data: bytes) -> Iterator[Fault]:
    """The PDF's text holds, for each event, its day and hour followed by its title."""
    text = _letters(_pdf_text(data))
    for line in lines:
        if not re.search(_pattern(line), text):
            yield line.title, MISSING, line.when or MISSING


def _pattern(line: AgendaLine) -> str:
    """The moment, perhaps a mark, then the title."""
    return re.escape(_letters(f"{line.timing}{line.title}"))


def _letters(text: str) -> str:
    """Without the white space that line breaks leave."""
    return re.sub(r"[\s\u00ad\ufffe]+", "", text)


def _pdf_text(data: bytes) -> str:
    import pypdfium2

    with pypdfium2.PdfDocument(data) as document:
        pages = [page.get_textpage().get_text_range() for page in document]
    return "".join(pages)


def _calendar(
    memory: Memory, known: Mapping[str, Facts], data: bytes, *, is_all: bool
) -> Iterator[Fault]:
    """Every event of an ICS file by its UID; its summary holds the title."""
    told = memory.read("told by a calendar", data, partial(_all_told, memory, data))
    if told is None:  # told by the rules of calendars
        return
    lost = known.keys() - {uid for uid, *_ in told} if is_all else ()
    for uid in sorted(lost):
        yield known[uid][1], MISSING, _said(known[uid])
    for uid, days, summary in told:
        if not days:  # told by the rules of calendars
            continue
        wanted = known.get(uid)
        if wanted is None:
            yield summary, days, MISSING
        elif days != wanted[0] or _plain(wanted[1]) not in summary:
            yield wanted[1], f"{days} {summary}", _said(wanted)


def _all_told(memory: Memory, data: bytes) -> list[tuple[str, str, str]] | None:
    """What the events of a file say; those that were read in another file are not read again."""
    try:
        return [memory.read("told", each, partial(_told, each)) for each in events_of(data)]
    except ValueError:
        return None


def _told(data: bytes) -> tuple[str, str, str]:
    """UID, days and summary of an event; no days where it has no start."""
    found = read_event(data)
    return found.uid, _days(found), _plain(found.summary)


def _days(found: EventText) -> str:
    """When an ICS event begins; of days also the last one, the day before it ends."""
    start = found.start
    if start is None or isinstance(start, datetime):
        return _iso(_zoned(start))
    end = found.end or start + timedelta(days=1)
    return f"{_iso(start)}/{_iso(end - timedelta(days=1))}"


def _span(event: Item) -> str:
    """The same of an event; what has only a quarter lasts all of it."""
    last = event.last_day
    return _iso(event.first_day) + (f"/{_iso(last)}" if last else "")


def _zoned(moment: object) -> object:
    """Our files have one zone; whatever a parser makes of its name, the clock's face is meant."""
    return moment.replace(tzinfo=HANOI) if isinstance(moment, datetime) else moment
