"""What is to be done today, each with the one button that does it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from generator.app.authority import asks_for_approver
from generator.catalogue import words
from generator.desk.acting import may
from generator.desk.change_words import change_words
from generator.desk.day_lines import Group, Line, partner_name
from generator.desk.lacking_lines import lacking_lines
from generator.desk.piece_views import about, handle_of, sign, when_of
from generator.desk.title_words import titles_of
from generator.desk.unread_pieces import UnreadPiece
from generator.media import media
from generator.model.campaign import Campaign
from generator.model.person import Role
from generator.model.piece import Piece, day_of
from generator.model.plan import Plan
from generator.model.revision import Version
from generator.planning.deadlines import WORDS, Deadline, appearance_of, deadlines_of, is_done
from generator.planning.tasks import Task, running, tasks_of, title_of
from generator.vietnamese.dates import HANOI, format_date, moment_in_words

AHEAD = timedelta(days=14)
_GOING_OUT = frozenset({"hang", "publish"})
MOST_WAITING = 8
"""Lines of those that wait for approval; the list of all pieces shows the others."""


@dataclass(frozen=True, slots=True)
class Change:
    """One of the last changes, with what it did and whose it was.

    Only what is written can be taken back, and not by everybody what somebody answers for.
    """

    number: int
    when: str
    what: str
    details: str
    is_saved: bool
    who: str = ""
    is_open: bool = True


def groups(plan: Plan, unread: Mapping[str, UnreadPiece] | None = None) -> list[Group]:
    """What is late, due in fourteen days, and waiting for approval; a group without lines too.

    `unread` are files that cannot be read, by the items that they may be.
    """
    today = _today(plan)
    found = [(c, task) for c in running(plan) for task in tasks_of(plan, c)]
    lines = [(task.day, _line(plan, campaign, task, unread or {})) for campaign, task in found]
    known = {task.item for _, task in found if task.kind in _GOING_OUT}
    lines += [(day, _going_out(plan, p, day)) for p, day in _unapproved(plan) if p.id not in known]
    lines.sort(key=lambda pair: pair[0])
    late = [line for day, line in lines if day < today]
    soon = [line for day, line in lines if today <= day <= today + AHEAD]
    waiting = waiting_pieces(plan)
    shown = tuple(_waiting(plan, piece) for piece in waiting[:MOST_WAITING])
    told = {t.item for _, t in found if t.kind == "plan" and t.day <= today + AHEAD}
    lacking = lacking_lines(plan, told)
    more = words("See all {count} that wait for approval").format(count=len(waiting))
    found_groups = [
        Group(words("Late"), len(late), tuple(late), words("Nothing is late.")),
        Group(words("In the next 14 days"), len(soon), tuple(soon), _nothing_due(plan)),
        Group(
            words("Waiting for approval"),
            len(waiting),
            shown,
            words("No piece waits for approval."),
            more if len(waiting) > MOST_WAITING else "",
            "/bai?tinh=ready",
        ),
    ]
    if lacking:
        all_of_them = words("See all {count} lines that lack a slot").format(count=len(lacking))
        shown, is_cut = tuple(lacking[:MOST_WAITING]), len(lacking) > MOST_WAITING
        more = all_of_them if is_cut else ""
        title = words("Missing against the plan")
        found_groups.append(Group(title, len(lacking), shown, "", more, "/lich"))
    return found_groups


def _unapproved(plan: Plan) -> Iterator[tuple[Piece, date]]:
    """What goes out in fourteen days, in whichever plan or in none, and nobody has approved."""
    today = _today(plan)
    for piece in plan.workspace.pieces.values():
        is_open = piece.is_example or piece.status in {"draft", "ready"}
        if is_open and today <= (day := _first_day(plan, piece)) <= today + AHEAD:
            yield piece, day


def waiting_pieces(plan: Plan) -> list[Piece]:
    """Those that somebody is to approve, examples of approvals too: first what comes next."""
    pieces, today = plan.workspace.pieces.values(), _today(plan)
    found = [(_first_day(plan, p), p.id, p) for p in pieces if p.status == "ready" or p.is_example]
    return [piece for *_, piece in sorted(found, key=lambda it: (it[0] < today, it[0], it[1]))]


def summary(groups_of_today: list[Group]) -> str:
    """«3 việc quá hạn, 2 việc trong 14 ngày tới.»."""
    late, soon, *_ = (group.count for group in groups_of_today)
    if not late and not soon:
        return words("Nothing is late, or due in the next 14 days.")
    return words("{late} late, {soon} due in the next 14 days.").format(late=late, soon=soon)


def today_in_words(plan: Plan) -> str:
    """«thứ Hai, 2/8/2021»."""
    return moment_in_words(_today(plan), weekday=True)


def change(version: Version, plan: Plan) -> Change:
    """A version in words: pieces by their titles, and what was changed in them."""
    changes = version.changeset
    titles = (f"“{each}”" for each in titles_of(changes.about, changes.revisions, plan))
    what = words(changes.why).format(about=", ".join(titles))
    when = moment_in_words(version.when.replace(second=0, microsecond=0))
    details, is_saved = change_words(changes, plan), version.is_saved
    is_open = may(Role.APPROVES) or not asks_for_approver(changes.reverse(""))
    return Change(version.number, when, what, details, is_saved, version.who, is_open)


def _today(plan: Plan) -> date:
    """The day that it is in Vietnam."""
    return plan.as_of.astimezone(HANOI).date()


def _first_day(plan: Plan, piece: Piece) -> date:
    item = plan.items.get(piece.id)
    start = item.slot.start if item else piece.publish_on
    return day_of(start) if start else date.max


def _line(plan: Plan, campaign: Campaign, task: Task, unread: Mapping[str, UnreadPiece]) -> Line:
    piece, file = plan.workspace.pieces.get(task.item), unread.get(task.item)
    line = _of_task(plan, campaign, task, piece)
    if piece or file is None:
        return line
    return replace(
        line,
        title=file.title,
        about=words("the file cannot be read"),
        sign="late",
        handle=file.handle,
        activity="",
        button=words("Open the file"),
        link=f"/bai/{file.handle}",
    )


def _of_task(plan: Plan, campaign: Campaign, task: Task, piece: Piece | None) -> Line:
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
        partner_name(plan, task.who, task.day),
        is_late,
        handle_of(piece.file) if piece else "",
        f"{campaign.id}/{item.activity.id}" if begins and item else "",
        _button(piece) if piece else words("Begin the piece") if begins else _of_plan(task),
        _leads(piece) if piece else "" if begins else _to_plan(task, campaign),
    )


def _going_out(plan: Plan, piece: Piece, day: date) -> Line:
    """It is to be approved before it is aired, printed, hung or published."""
    item = plan.items.get(piece.id)
    return Line(
        sign(piece),
        piece.title,
        about(piece, plan),
        f"{words(_goes_out(piece))} {format_date(day)}",
        _left((day - _today(plan)).days),
        partner_name(plan, item.partner, day) if item else "",
        handle=handle_of(piece.file),
        button=_button(piece),
        link=_leads(piece),
    )


def _goes_out(piece: Piece) -> str:
    if media()[piece.medium].placing == "none":
        return "Goes onto the website"
    return WORDS[appearance_of(piece.medium)]


def _of_plan(task: Task) -> str:
    """What is to be done with the plan itself."""
    return words("Choose days") if task.kind == "plan" else words("Open the plan")


def _to_plan(task: Task, campaign: Campaign) -> str:
    handle = handle_of(campaign.where().path)
    return f"/ke-hoach/{handle}" if task.kind == "plan" else f"/bai/{handle}"


def _button(piece: Piece) -> str:
    """What the piece needs next."""
    if piece.status == "ready" or piece.is_example:
        return _to_approve()
    return words("Go on writing") if piece.status == "draft" else words("Open")


def _to_approve() -> str:
    return words("Read and approve") if may(Role.APPROVES) else words("Look")


def _leads(piece: Piece) -> str:
    place = "#duyet" if piece.status == "ready" or piece.is_example else ""
    return f"/bai/{handle_of(piece.file)}{place}"


def _left(days: int) -> str:
    if days == 0:
        return words("today")
    return (words("{count} days late") if days < 0 else words("{count} days left")).format(
        count=abs(days)
    )


def _waiting(plan: Plan, piece: Piece) -> Line:
    item = plan.items.get(piece.id)
    return Line(
        "waiting",
        piece.title,
        about(piece, plan),
        when_of(piece, plan),
        words("only an example of an approval") if piece.is_example else "",
        partner_name(plan, item.partner, _first_day(plan, piece)) if item else "",
        handle=handle_of(piece.file),
        button=_to_approve(),
        link=_leads(piece),
    )


def _nothing_due(plan: Plan) -> str:
    """That nothing is due, and what comes next."""
    coming = _next_deadline(plan)
    if coming is None:
        return words("Nothing is due in these days.")
    told = words("Nothing is due. Next: {what} {day}, {title}.")
    piece = plan.workspace.pieces.get(coming.item)
    title = piece.title if piece else coming.title
    return told.format(what=words(WORDS[coming.kind]), day=format_date(coming.day), title=title)


def _next_deadline(plan: Plan) -> Deadline | None:
    after = _today(plan) + AHEAD
    coming = (each for each in deadlines_of(plan) if each.day > after)
    return next((each for each in coming if not is_done(each, plan)), None)
