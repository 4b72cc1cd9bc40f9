"""Whom a plan names, in its keys and in its words, and who of them is called otherwise by then."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from generator.app.editing.plan_changes import KEPT_FACTS, PlanCopy
from generator.model.campaign import Campaign
from generator.model.partner import DatedName, Partner
from generator.model.place import Place
from generator.model.plan_document import Fact
from generator.model.record import Record
from generator.planning.body_ends import BodyEnd, body_ends
from generator.planning.succession import holds, last_day

_SORT = re.compile(r"^(?:thành phố|thị xã|thị trấn|huyện|quận|tỉnh) ")
_WORDS = ("title", "audience", "group", "text", "place", "as_printed")
_GROUPS = ("objectives", "facts", "responsibilities", "activities", "sessions")


@dataclass(frozen=True, slots=True)
class EndedBody:
    """A body that is there no more: its name, its last day, who follows it, who names it."""

    id: str
    name: str
    last: date | None
    follower: str
    where: tuple[str, ...]


def bodies_that_end(copy: PlanCopy) -> Iterator[EndedBody]:
    """The bodies that the plan names and that are there no more by the end of the new years."""
    found: dict[str, list[str]] = {}
    for where, identity in _bodies(copy.campaign):
        if identity in copy.partners and (
            copy.successor(identity) != identity or _is_over(copy, identity)
        ):
            found.setdefault(identity, []).append(where)
    for identity, named in found.items():
        partner = copy.partners[identity]
        last, name = partner.names[-1].name, ""
        if over := _is_over(copy, identity):
            yield EndedBody(identity, last, over.until, _as_called(last, over), tuple(named))
            continue
        if follower := _follower(copy, partner):
            name = follower.name
        yield EndedBody(identity, last, last_day(partner), name, tuple(named))


def old_names(copy: PlanCopy, places: Iterable[Place]) -> list[tuple[str, str]]:
    """Names that hold no more by then, the longest first, each with the one that holds then."""
    day, found, current = copy.shift.ends_on, dict[str, str](), set[str]()
    named: list[Partner | Place] = [*places, *copy.partners.values()]
    for each in named:
        now = holds(each, day)
        current |= {now.name, now.short} if now else set()
        then = now or (_follower(copy, each) if isinstance(each, Partner) else None)
        for name in each.names:
            if not name.holds_on(day):
                found.setdefault(name.name, then.name if then else "")
                found.setdefault(name.short, then.short if then else "")
    known = ((word, now) for word, now in found.items() if word and word not in current)
    return sorted(known, key=lambda each: (-len(each[0]), each[0]))


def name_form(name: str) -> re.Pattern[str]:
    """A name however its capitals and «khu công nghiệp» (KCN) are typed; of one word as it is."""
    if " " not in name:
        return re.compile(re.escape(name))
    parts = re.split(r"khu công nghiệp|KCN", name, flags=re.IGNORECASE)
    return re.compile("(?:khu công nghiệp|KCN)".join(map(re.escape, parts)), re.IGNORECASE)


def gone_places(copy: PlanCopy, places: Iterable[Place]) -> list[str]:
    """Short forms of places that are no more by then: «Tp. Hòa Thử», «Hòa Thử»."""
    day, known = copy.shift.ends_on, [*places]
    held = {_proper(now.name) for each in known if (now := holds(each, day))}
    ended = (name.name for each in known if not holds(each, day) for name in each.names)
    return sorted({_proper(name) for name in ended} - held, key=lambda each: (-len(each), each))


def _proper(name: str) -> str:
    """The name of a place without what sort of place it is."""
    return _SORT.sub("", name)


def is_city_by_then(copy: PlanCopy, places: Iterable[Place]) -> bool:
    """Whether a province of the workspace is a city by the end of the new years."""
    day = copy.shift.ends_on
    return any(
        (now := holds(each, day))
        and now.name.startswith("thành phố ")
        and any(name.name.startswith("tỉnh ") for name in each.names)
        for each in places
    )


def plan_texts(plan: Record, place: str = "") -> Iterator[tuple[str, str]]:
    """What a plan says in words, and where: of what is not copied nothing."""
    for key in _WORDS:
        if text := getattr(plan, key, ""):
            yield place or key, str(text)
    for key in _GROUPS:
        for each in getattr(plan, key, ()):
            if not isinstance(each, Fact) or each.what in KEPT_FACTS:
                yield from plan_texts(each, str(getattr(each, "id", None) or place or key))


def _is_over(copy: PlanCopy, identity: str) -> BodyEnd | None:
    """Why a body is no more by then of which the workspace has no last day."""
    partner = copy.partners[identity]
    if copy.successor(identity) != identity:
        return None
    found = body_ends(partner.names[-1].name, copy.shift.ends_on)
    return next((body for _, body in found), None)


def _as_called(name: str, body: BodyEnd) -> str:
    """«Sở Nông nghiệp và Môi trường» of a Sở."""
    return f"{name.split(maxsplit=1)[0]} {body.follower}" if body.follower else ""


def _follower(copy: PlanCopy, partner: Partner) -> DatedName | None:
    other = copy.partners.get(copy.successor(partner.id) or "")
    return holds(other, copy.shift.ends_on) if other else None


def _bodies(plan: Campaign) -> Iterator[tuple[str, str]]:
    yield from ((key, getattr(plan, key)) for key in ("owner", "issuer") if getattr(plan, key))
    yield from (("responsibilities", duty.body) for duty in plan.responsibilities)
    for activity in plan.activities:
        named = (activity.partner, activity.responsible, *activity.also)
        more = (session.partner for session in activity.sessions)
        yield from ((activity.id, each) for each in (*named, *more) if each)
