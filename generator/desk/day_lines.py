"""Lines of the screen «Hôm nay»: what is to be done, under which heading."""

from dataclasses import dataclass
from datetime import date

from generator.model.plan import Plan


@dataclass(frozen=True, slots=True)
class Line:
    """A line of what is to be done, with its `button`.

    `link` is where it leads; where there is none, `activity` is the line of the plan for which a
    piece is begun, as `campaign/activity`. `handle` leads to its piece, where there is one.
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
    link: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Lines under one heading, of `count`; without any, `empty` says so, and what comes next."""

    title: str
    count: int
    lines: tuple[Line, ...]
    empty: str
    more: str = ""
    more_link: str = ""


def partner_name(plan: Plan, who: str, day: date) -> str:
    """What a partner is called on a day; nothing of what is none."""
    partner = plan.workspace.partners.get(who)
    named = partner.name_on(day) if partner else None
    return (named.short or named.name) if named else ""
