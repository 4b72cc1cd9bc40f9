"""A new file that passes `check`, for an editor to fill in."""

import posixpath
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import count

from generator.model import addresses
from generator.model.medium import Medium
from generator.model.names import LONGEST_ID, is_reserved
from generator.model.plan import ActivityLine, Plan
from generator.model.plan_line import Item
from generator.model.quarter import Quarter
from generator.planning.release_history import in_time
from generator.planning.visibility import start_of
from generator.source.entries import KeyEntry, with_entry
from generator.text.links import links_of
from generator.text.starters import starter_file
from generator.vietnamese.slugs import slugify

LONGEST = LONGEST_ID - 12
"""An id made of a title has at most so many characters; it ends with a whole syllable."""


@dataclass(frozen=True, slots=True)
class PieceRequest:
    """What the editor asked for; empty means "choose for me". `body` is Markdown.

    Whoever asks in a form has fields for what is to come: `has_form` leaves out what may be.
    """

    medium: Medium
    title: str = ""
    campaign: str = ""
    activity: str = ""
    body: str = ""
    has_form: bool = False


class NoActivityError(Exception):
    """No campaign promises what was asked for; `activities` are activities of the same medium."""

    def __init__(self, medium: Medium, activities: tuple[str, ...]) -> None:
        super().__init__(medium.name)
        self.known = activities


def scaffold(plan: Plan, request: PieceRequest) -> tuple[str, str]:
    """The path of the new file and its text.

    Raises:
        NoActivityError: no plan promises such a piece.
    """
    medium = request.medium
    title = " ".join(request.title.split())
    values = {"campaign": "", "activity": "", "quarter": ""}
    if medium.placing == "none":
        names = _names(_short(slugify(title)) or medium.name)
        identity = next(filter(_free(plan, medium), names))
    else:
        line = _promise(plan, request)
        quarter, identity = _next(plan, medium, line)
        values = {
            "campaign": line.campaign.id,
            "activity": line.activity.id,
            "quarter": str(quarter),
        }
    path = _path(medium, identity)
    text = starter_file(medium, title, request.body, id=identity, **values)
    if request.has_form:
        text = with_entry(path, text, KeyEntry(("summary",), None))
    return path, text


def _promise(plan: Plan, wanted: PieceRequest) -> ActivityLine:
    """The newest campaign's first activity of the medium, or the one that was named."""
    fitting = [line for line in plan.lines if line.activity.medium == wanted.medium.name]
    fitting.sort(key=lambda line: (-line.campaign.period, line.campaign.id))
    for line in fitting:
        if wanted.campaign in {"", line.campaign.id} and wanted.activity in {"", line.activity.id}:
            return line
    known = tuple(f"{line.activity.id} ({line.campaign.id})" for line in fitting)
    raise NoActivityError(wanted.medium, known)


def open_slots(plan: Plan, line: ActivityLine) -> list[Item]:
    """The slots of an activity that need a piece: they have none, and nothing tells them done.

    Those to come are first, the next of them before all; then those that were missed, the last of
    them first: it may most easily be made up for. What was aired without a piece needs none.
    """
    mine = (item for item in plan.items.values() if item.activity is line.activity)
    waiting = [item for item in mine if item.piece is None and not item.is_recorded]
    waiting.sort(key=lambda item: in_time(item.slot, item.id))
    dated = [item for item in waiting if item.slot.last_day]
    to_come = [item for item in dated if not is_missed(plan, item)]
    missed = [item for item in dated if is_missed(plan, item)]
    return [*to_come, *reversed(missed), *(item for item in waiting if not item.slot.last_day)]


def is_missed(plan: Plan, item: Item) -> bool:
    """Whether the moment or the days of a slot are over."""
    start, last = item.slot.start, item.slot.last_day
    if isinstance(start, datetime):
        return start_of(start) < plan.as_of
    return last is not None and last < plan.today


def _next(plan: Plan, medium: Medium, line: ActivityLine) -> tuple[Quarter, str]:
    """The quarter and the id of a new piece: those of the next slot that waits for one, if any."""
    is_free = _free(plan, medium)
    for item in open_slots(plan, line):
        if item.slot.quarter and is_free(item.id):
            return item.slot.quarter, item.id
    quarter = _next_quarter(line, plan.today)
    return quarter, next(filter(is_free, _numbered(medium, line, quarter)))


def _next_quarter(line: ActivityLine, today: date) -> Quarter:
    """The first that still lacks a piece, or else of the plan; those that are over come last."""
    stated = [quarter for quarter in line.tallies if quarter]
    lacking = [q for q in stated if line.tallies[q].planned < (line.tallies[q].promised or 0)]
    ahead = [q for q in (*lacking, *stated) if q.last_day >= today]
    return next(iter((*ahead, *lacking, *stated)), Quarter(line.campaign.period, 1))


def _numbered(medium: Medium, line: ActivityLine, quarter: Quarter) -> Iterator[str]:
    """«phat-thanh-2021-2-1» for what is aired or printed, «bang-ron-2021-1» for what hangs."""
    base = f"{_short(line.activity.id)}-{quarter.year}"
    base += f"-{quarter.number}" if medium.placing == "moment" else ""
    return (f"{base}-{number}" for number in count(1))


def _names(base: str) -> Iterator[str]:
    """The base itself, then with numbers from 2."""
    yield base
    yield from (f"{base}-{number}" for number in count(2))


def _free(plan: Plan, medium: Medium) -> Callable[[str], bool]:
    """Tells whether a name is no id, no file and no address yet."""
    workspace, links = plan.workspace, links_of(plan)
    ids = set(workspace.pieces) | workspace.broken_ids
    files = set(links.pieces) | workspace.broken_files
    urls = {addresses.url(page) for page in (*links.pages.values(), *links.result_paths)}
    return lambda name: (
        name not in ids
        and not is_reserved(name)
        and _path(medium, name) not in files
        and f"{posixpath.join(medium.section, name)}/" not in urls
    )


def _path(medium: Medium, identity: str) -> str:
    return posixpath.join("content", medium.section, f"{identity}.md")


def _short(slug: str) -> str:
    return slug if len(slug) <= LONGEST else slug[: LONGEST + 1].rpartition("-")[0]
