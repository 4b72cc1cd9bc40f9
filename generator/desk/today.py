"""What is to be done today, and what was changed of late."""

from dataclasses import dataclass
from datetime import date, timedelta

from generator.catalogue import words
from generator.desk.piece_views import about, handle_of, sign, when_of
from generator.model.campaign import Campaign
from generator.model.piece import Piece
from generator.model.plan import Plan
from generator.model.revision import Version
from generator.planning.deadlines import WORDS
from generator.planning.tasks import Task, running, tasks_of, title_of
from generator.vietnamese.dates import HANOI, format_date, moment_in_words

AHEAD = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of what is to be done; `handle` leads to its piece, where there is one.

    `activity` is the line of the plan for which a piece can be begun, as `campaign/activity`.
    """

    sign: str
    title: str
    about: str
    due: str
    left: str
    who: str
    is_late: bool = False
    handle: str = ""
    activity: str = ""
    button: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Lines under one heading."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """One of the last changes; only what is written can be taken back."""

    number: int
    when: str
    what: str
    is_saved: bool


def groups(plan: Plan) -> list[Group]:
    """What is late, due in fourteen days, and waiting for approval; a group without lines too."""
    today = _today(plan)
    found = [(c, task) for c in running(plan) for task in tasks_of(plan, c)]
    found.sort(key=lambda pair: pair[1].day)
    late = (pair for pair in found if pair[1].day < today)
    soon = (pair for pair in found if today <= pair[1].day <= today + AHEAD)
    waiting = (p for p in plan.workspace.pieces.values() if p.status == "ready")
    return [
        Group(words("Late"), tuple(_line(plan, *pair) for pair in late)),
        Group(words("In the next 14 days"), tuple(_line(plan, *pair) for pair in soon)),
        Group(words("Waiting for approval"), tuple(_waiting(plan, p) for p in waiting)),
    ]


def today_in_words(plan: Plan) -> str:
    """«thứ Hai, 2/8/2021»."""
    return moment_in_words(_today(plan), weekday=True)


def change(version: Version) -> Change:
    """A version in words."""
    what = words(version.changeset.why).format(about=version.changeset.about)
    when = moment_in_words(version.when.replace(second=0, microsecond=0))
    return Change(version.number, when, what, version.is_saved)


def _today(plan: Plan) -> date:
    """The day that it is in Vietnam."""
    return plan.as_of.astimezone(HANOI).date()


def _line(plan: Plan, campaign: Campaign, task: Task) -> Line:
    piece = plan.workspace.pieces.get(task.item)
    is_plan = task.kind == "plan"
    what = words("To be planned") if task.kind == "plan" else words(WORDS[task.kind])
    days = (task.day - _today(plan)).days
    is_late = days < 0
    item = plan.items.get(task.item)
    begins = item is not None and piece is None and item.activity.medium is not None
    return Line(
        "late" if is_late else sign(piece) if piece else "unwritten",
        title_of(task, plan, campaign),
        campaign.title if is_plan else about(piece, plan) if piece else campaign.title,
        f"{what} {format_date(task.day)}",
        _left(days),
        _partner(plan, task),
        is_late,
        handle_of(piece.file) if piece else "",
        f"{campaign.id}/{item.activity.id}" if begins and item else "",
        words("Open") if piece else words("Begin the piece") if begins else "",
    )


def _left(days: int) -> str:
    if days == 0:
        return words("today")
    return (words("{count} days late") if days < 0 else words("{count} days left")).format(
        count=abs(days)
    )


def _partner(plan: Plan, task: Task) -> str:
    partner = plan.workspace.partners.get(task.who)
    named = partner.name_on(task.day) if partner else None
    return (named.short or named.name) if named else ""


def _waiting(plan: Plan, piece: Piece) -> Line:
    return Line(
        "waiting",
        piece.title,
        about(piece, plan),
        when_of(piece, plan),
        "",
        "",
        handle=handle_of(piece.file),
        button=words("Read and approve"),
    )
