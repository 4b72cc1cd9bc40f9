"""The parts of a quarter: one page shows all of them, or that which its address names (`#pano`)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from generator.catalogue import words
from generator.model import addresses
from generator.model.plan import ActivityLine
from generator.model.plan_line import Item
from generator.model.quarter import Quarter
from generator.outputs import Context
from generator.planning.activity_forms import forms


@dataclass(frozen=True, slots=True)
class QuarterPart:
    """A part of a quarter: a medium, a campaign or a partner.

    `number` is what the page calls it, from 1; `name` its anchor there, `group` the msgid of what
    it is one of, `file` the ICS file of the same events.
    """

    number: int
    name: str
    group: str
    title: str
    file: str
    events: list[Item]


@dataclass(frozen=True)
class Parts:
    """The parts of a page. What belongs to some of them names them in `data-of`."""

    parts: tuple[QuarterPart, ...] = ()

    def of(self, *events: Item) -> str | None:
        """The parts to which some of these events belong, by number; None without any choice."""
        return self._named(event.id for event in events)

    def of_lines(self, *lines: ActivityLine) -> str | None:
        """The same of lines of the plan: parts with an event of their campaign and form."""
        return self._named((line.campaign.id, line.activity.form) for line in lines)

    def groups(self) -> list[tuple[str, list[QuarterPart]]]:
        """The parts by what they are."""
        return [(group, list(mine)) for group, mine in groupby(self.parts, lambda it: it.group)]

    def _named(self, keys: Iterable[object]) -> str | None:
        found = {number for key in keys for number in self._numbers.get(key, ())}
        return " ".join(map(str, sorted(found))) if self.parts else None

    @cached_property
    def _numbers(self) -> Mapping[object, set[int]]:
        found: dict[object, set[int]] = {}
        for part in self.parts:
            for event in part.events:
                for key in (event.id, (event.campaign.id, event.medium)):
                    found.setdefault(key, set()).add(part.number)
        return found


def parts_of(context: Context, quarter: Quarter, events: list[Item]) -> Parts:
    """The parts of a quarter; a group with a single member is no choice and has none."""
    workspace = context.workspace
    found: list[tuple[str, str, str, str, list[Item]]] = []
    for form in forms():
        if mine := [event for event in events if event.medium == form.name]:
            file, name = addresses.medium_calendar(form), form.section or form.name
            found.append((name, "Medium", words(form.plural), file, mine))
    for identity in sorted({event.campaign.id for event in events}):
        mine = [event for event in events if event.campaign.id == identity]
        title = f"{words('Plan')} {mine[0].campaign.short_name}"
        file = addresses.campaign_calendar(identity, quarter)
        found.append((f"ke-hoach-{identity}", "Plan", title, file, mine))
    for identity in sorted({event.partner for event in events} & set(workspace.partners)):
        mine = [event for event in events if event.partner == identity]
        named = workspace.partners[identity].name_on(quarter.first_day)
        file = addresses.partner_calendar(identity)
        found.append((f"don-vi-{identity}", "Partner", named.short or named.name, file, mine))
    groups = [group for _, group, *_ in found]
    chosen = (values for values in found if groups.count(values[1]) > 1)
    return Parts(tuple(QuarterPart(number, *values) for number, values in enumerate(chosen, 1)))


_CHOSEN = (
    "--pill: var(--field); --pill-edge: var(--field); "
    "--pill-text: var(--field-text); --pill-mark: inline"
)
_RULES = (
    (".filters [data-part='{n}']", _CHOSEN),
    (".parted [data-of]:not([data-of~='{n}'])", "display: none"),
    (".parted a:not([data-of~='{n}']) + .bare", "display: inline"),
    (".parted [data-only='{n}']", "display: block"),
)


def style(count: int) -> str:
    """The styles that show one part of up to `count`; what all parts share is in `site.css`.

    The anchors stand before what they change, since not every browser in use knows `:has()`.
    https://www.w3.org/TR/selectors-4/#the-target-pseudo
    """
    numbers = range(1, count + 1)
    rules = (
        (",\n".join(f".part--{n}:target ~ {what.format(n=n)}" for n in numbers), said)
        for what, said in _RULES
    )
    return "".join(f"{which} {{ {said}; }}\n" for which, said in rules if which)
