"""The parts of a quarter that have pages of their own, so that choosing needs no script."""

from dataclasses import dataclass

from generator.catalogue import words
from generator.media import media
from generator.model import addresses
from generator.model.event import Event
from generator.model.quarter import Quarter
from generator.outputs import Context
from generator.outputs.site.page import Link


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a quarter that has a page of its own: a medium, a campaign or a partner.

    `name` is the last part of its address, `group` the msgid of what it is one of, `file` the ICS
    file of the same events.
    """

    name: str
    group: str
    title: str
    file: str
    events: list[Event]

    def page(self, quarter: Quarter) -> str:
        """Its page; the part without a name is the whole quarter."""
        if not self.name:
            return addresses.quarter(quarter)
        return addresses.part_of_quarter(quarter, self.name)


def parts_of(context: Context, quarter: Quarter, events: list[Event]) -> list[Part]:
    """The parts of a quarter; a group with a single member is no choice and has none."""
    workspace = context.plan.workspace
    found = []
    for medium in media().values():
        if mine := [event for event in events if event.medium == medium.name]:
            file, name = addresses.medium_calendar(medium), medium.section or medium.name
            found.append(Part(name, "Medium", words(medium.plural), file, mine))
    for identity in sorted({event.campaign.id for event in events}):
        mine = [event for event in events if event.campaign.id == identity]
        title = f"{words('Plan')} {mine[0].campaign.period}"
        file = addresses.campaign_calendar(identity, quarter)
        found.append(Part(f"ke-hoach-{identity}", "Plan", title, file, mine))
    for identity in sorted({event.partner for event in events} & set(workspace.partners)):
        mine = [event for event in events if event.partner == identity]
        named = workspace.partners[identity].name_on(quarter.first_day)
        file = addresses.partner_calendar(identity)
        title = named.short or named.name
        found.append(Part(f"don-vi-{identity}", "Partner", title, file, mine))
    groups = [part.group for part in found]
    return [part for part in found if groups.count(part.group) > 1]


def filters(quarter: Quarter, parts: list[Part], current: Part, path: str) -> list[object]:
    """Groups of links, so that choosing needs no script: everything, then each part."""

    def choice(title: str, target: str, *, here: bool) -> Link:
        return {"title": title, "url": addresses.relative(target, path), "current": here}

    everything = choice(words("Everything"), addresses.quarter(quarter), here=not current.name)
    groups = [
        {
            "title": words(group),
            "links": [
                choice(part.title, part.page(quarter), here=part.name == current.name)
                for part in parts
                if part.group == group
            ],
        }
        for group in dict.fromkeys(part.group for part in parts)
    ]
    return [{"title": "", "links": [everything]}, *groups] if groups else []
