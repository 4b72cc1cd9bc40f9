"""What moving a slot would bring, in words, before anybody does it; and what to choose then."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from generator.app.foresight import Foresight, at_hour
from generator.app.release import by_partner
from generator.catalogue import words
from generator.diagnostics import Diagnostic
from generator.model.piece import day_of
from generator.model.plan import Plan
from generator.model.plan_line import Item
from generator.planning.deadlines import WORDS, Deadline, is_done
from generator.planning.free_days import BEFORE_IT, fitting_days, neighbours
from generator.planning.release_history import latest, when_of
from generator.source.release_file import moment
from generator.vietnamese.dates import format_date, moment_in_words

_NEAR = timedelta(days=60)
"""A better day is sought so far before and after the one that is meant."""
_LATE = frozenset({"late", "missed", "not-recorded"})
"""Told of a whole line of the plan; of the item itself its own deadlines say it."""
_KNOWS = "To be told: {partner}, who was told {moment}."
_UNRELEASED = "Not released yet: {partners} learn of it with the timetable of quarter {quarter}."
_LOUD, _FINE, _NEWS = "warns", "fine", "tells"


@dataclass(frozen=True, slots=True)
class ForesightLine:
    """One thing that would be so; `sign` says whether it warns, is fine, or is news to somebody."""

    sign: str
    text: str


@dataclass(frozen=True, slots=True)
class DayChoice:
    """A button: the moment as it is typed, and what stands on it."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class ForesightView:
    """What is told of a day; the first of the `choices` is the best. None where it cannot be."""

    title: str
    lines: tuple[ForesightLine, ...]
    choices: tuple[DayChoice, ...] = ()
    advice: str = ""

    @property
    def is_fine(self) -> bool:
        """Whether nothing warns."""
        return bool(self.choices) and all(line.sign != _LOUD for line in self.lines)


def foresight_view(foresight: Foresight, item: Item, now: Plan) -> ForesightView:
    """What is told of an item that would be moved; `item` is it as it is `now`."""
    seen, after = foresight, foresight.after
    start = after.slot.start or now.today
    lines = (*_findings(seen), *_of_time(seen), *_of_partners(seen))
    title = _verb(seen, moment_in_words(start, weekday=True))
    if any(found.is_error for found in seen.findings):
        return ForesightView(title, lines)
    own = DayChoice(moment(start), title)
    best = _best(now, item, day_of(start)) if any(ln.sign == _LOUD for ln in lines) else None
    if best is None or best == start:
        return ForesightView(title, lines, (own,))
    better = DayChoice(moment(best), _verb(seen, _short(best)))
    anyway = DayChoice(moment(start), words("All the same {day}").format(day=_short(start)))
    told = words("{day} is the nearest day that suits its channel and the plan.")
    return ForesightView(title, lines, (better, anyway), told.format(day=format_date(day_of(best))))


def refusal_view(refusal: Diagnostic, titles: Plan) -> ForesightView:
    """Why something is not to be moved there."""
    named = in_titles(refusal, titles)
    why = ForesightLine(_LOUD, f"{named.message('vi')} {named.hint('vi')}")
    return ForesightView(words("This cannot be moved there"), (why,))


def in_titles(problem: Diagnostic, plan: Plan) -> Diagnostic:
    """A diagnostic that calls pieces by their titles."""
    titles = {key: title_of_item(item) for key, item in plan.items.items()}
    details = {name: titles.get(value, value) for name, value in problem.details.items()}
    return replace(problem, details=details)


def title_of_item(item: Item) -> str:
    """What people call it: its piece, else the line of the plan."""
    return item.piece.title if item.piece else item.title


def _verb(seen: Foresight, day: str) -> str:
    said = "Move to {day}" if seen.before and seen.before.slot.start else "Put on {day}"
    return words(said).format(day=day)


def _short(at: date | datetime) -> str:
    """«thứ Tư, 1/9/2021»."""
    return moment_in_words(day_of(at), weekday=True)


def _best(plan: Plan, item: Item, day: date) -> date | datetime | None:
    """The nearest other day that keeps to all rules, rather before than after."""
    around = (day + timedelta(days=step) for step in range(-_NEAR.days, _NEAR.days + 1))
    now = day_of(item.slot.start) if item.slot.start else None
    fits = (each for each in fitting_days(plan, item, around) if each != now)
    best = min(fits, key=lambda each: (abs(each - day), each), default=None)
    return at_hour(item, plan, best) if best else None


def _findings(seen: Foresight) -> Iterator[ForesightLine]:
    """What `loa check` would tell anew."""
    told = (in_titles(each, seen.plan) for each in seen.findings if each.rule.code not in _LATE)
    for message in dict.fromkeys(each.message("vi") for each in told if not _is_release(each)):
        yield ForesightLine(_LOUD, message)


def _is_release(found: Diagnostic) -> bool:
    """What differs from a release is told with the names of those who received it."""
    return found.rule.code == "release-differs"


def _of_time(seen: Foresight) -> Iterator[ForesightLine]:
    """Lead times, the quarter, and how far the next ones of the channel are."""
    due = [each for each in seen.deadlines if each.kind in BEFORE_IT]
    yield from (_deadline(seen.plan, each) for each in due if not is_done(each, seen.plan))
    before, after = seen.before.slot.quarter if seen.before else None, seen.after.slot.quarter
    if before and after and before != after:
        told = words("From quarter {before} to quarter {after}.")
        yield ForesightLine(_NEWS, told.format(before=before, after=after))
    gaps = neighbours(seen.plan, seen.after)
    if seen.after.slot.start and any(gaps):
        yield ForesightLine(_FINE, _gaps(day_of(seen.after.slot.start), *gaps))


def _deadline(plan: Plan, deadline: Deadline) -> ForesightLine:
    name, days = words(WORDS[deadline.kind]), (deadline.day - plan.today).days
    if days < 0:
        late = words("{name} {day}: {count} days ago.")
        shown = late.format(name=name, day=format_date(deadline.day), count=-days)
        return ForesightLine(_LOUD, shown)
    told = words("{name} {day}, {count} days from now.")
    return ForesightLine(_FINE, told.format(name=name, day=format_date(deadline.day), count=days))


def _gaps(day: date, before: date | None, after: date | None) -> str:
    if before and after:
        told = words("{before} days after the one before, {after} days before the next.")
        return told.format(before=(day - before).days, after=(after - day).days)
    if before:
        return words("{count} days after the one before.").format(count=(day - before).days)
    return words("{count} days before the next.").format(count=(after - day).days if after else 0)


def _of_partners(seen: Foresight) -> Iterator[ForesightLine]:
    """Who has to be told, since the quarter is released; else who is told when it is."""
    for partner, mine in by_partner(seen.plan, seen.changes):
        was = next((each.before for each in mine if each.before), None)
        told = (
            words("To be told: {partner}, who was told {moment}.")
            if was
            else words("To be told: {partner}.")
        )
        yield ForesightLine(_NEWS, told.format(partner=partner, moment=when_of(was)))
    item, quarter = seen.after, seen.after.slot.quarter
    names = _names(seen.plan, item)
    is_released = (item.campaign.id, quarter) in latest(seen.plan.releases)
    if names and quarter and not is_released:
        told = words(
            "Not released yet: {partners} learn of it with the timetable of quarter {quarter}."
        )
        yield ForesightLine(_FINE, told.format(partners=", ".join(names), quarter=quarter))


def _names(plan: Plan, item: Item) -> list[str]:
    """Those who are told of it, but for whom the plan belongs to."""
    day = day_of(item.slot.start) if item.slot.start else plan.today
    known = plan.workspace.partners
    named = dict.fromkeys((item.partner, *item.activity.also))
    return [
        known[each].name_on(day).short or known[each].name_on(day).name
        for each in named
        if each in known and each != item.campaign.owner
    ]
