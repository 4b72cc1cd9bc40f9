"""Freeze a quarter's timetable as a numbered release, and tell what it changes for whom."""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from generator.catalogue import words
from generator.model.artifact import digest_of
from generator.model.partner import Partner
from generator.model.piece import day_of
from generator.model.plan import Plan
from generator.model.quarter import Quarter
from generator.model.release import Release
from generator.planning.items import activity_of
from generator.planning.release_history import (
    ReleaseChange,
    changes,
    elsewhere,
    freeze,
    history,
    latest,
)
from generator.planning.release_words import change_in_words
from generator.planning.visibility import start_of
from generator.source.release_file import release_text


@dataclass(frozen=True, slots=True)
class ReleaseDraft:
    """A release that could be made: its file and what it changes. Nothing changes: no file."""

    release: Release
    path: str
    text: str
    changes: list[ReleaseChange]

    @property
    def is_new(self) -> bool:
        """Whether it is the quarter's first, or tells anything new."""
        return self.release.number == 1 or bool(self.changes)

    @property
    def mark(self) -> str:
        """Tells what would be released from what it was when somebody looked."""
        slots = (slot.model_dump_json() for slot in self.release.slots)
        return digest_of(str(self.release.number), *slots)


class TooEarlyError(Exception):
    """A release cannot be older than the one before it, which is of the moment `last`."""

    def __init__(self, last: datetime) -> None:
        super().__init__(last)
        self.last = last


def prepare(plan: Plan, campaign: str, quarter: Quarter, now: datetime) -> ReleaseDraft:
    """The next release of a quarter.

    Raises:
        TooEarlyError: the last one was made at this moment or later.
    """
    releases = plan.releases
    last = latest(releases).get((campaign, quarter))
    moments = [start_of(r.released_on) for r in plan.workspace.releases if r.campaign == campaign]
    now = now.replace(microsecond=0)
    if moments and max(moments) >= now:
        raise TooEarlyError(max(moments))
    items = plan.items_of(campaign)
    slots = freeze(items, plan.visible, quarter)
    release = Release.model_construct(
        campaign=campaign,
        quarter=quarter,
        number=last.number + 1 if last else 1,
        released_on=now,
        slots=slots,
        digest="",
    )
    folder = posixpath.dirname(plan.workspace.campaigns[campaign].where().path)
    path = f"{folder}/releases/{quarter.year}-{quarter.number}-{release.number}.yml"
    others = elsewhere(items, plan.visible, quarter)
    told = changes(history(releases), campaign, quarter, slots, others)
    return ReleaseDraft(release, path, release_text(release), told)


def pending(plan: Plan) -> Iterator[tuple[Release, list[ReleaseChange]]]:
    """Each release that holds, with what the files have changed since."""
    states = history(plan.releases)
    for (campaign, quarter), release in sorted(latest(plan.releases).items()):
        items = plan.items_of(campaign)
        slots = freeze(items, plan.visible, quarter)
        others = elsewhere(items, plan.visible, quarter)
        yield release, changes(states, campaign, quarter, slots, others)


def name_of(release: Release) -> str:
    """«Quý III/2021, bản 2»."""
    return words("Quarter {quarter}, release {number}", quarter=release.of, number=release.number)


def by_partner(
    plan: Plan, changes: list[ReleaseChange]
) -> Iterator[tuple[str, list[ReleaseChange]]]:
    """The changes of each partner, by its name; of those with whom a line is shared as well."""
    every = [*changes, *_shared(plan, changes)]
    for identity in sorted({change.partner for change in every}):
        partner = plan.workspace.partners.get(identity)
        mine = [change for change in every if change.partner == identity]
        yield _name(partner, mine) if partner else identity or words("nobody named"), mine


def _shared(plan: Plan, changes: list[ReleaseChange]) -> Iterator[ReleaseChange]:
    """What bodies hear that air or print the same."""
    for change in changes:
        item = plan.items.get(change.id)
        for each in item.activity.also if item else ():
            if each in plan.workspace.partners:
                yield replace(change, partner=each)


def sentence(plan: Plan, campaign: str, change: ReleaseChange, name: str = "") -> str:
    """A change in words, for the people of a partner; `name` instead of line and id of the plan."""
    slot = change.after or change.before
    record = plan.workspace.campaigns.get(campaign)
    activity = activity_of(record, slot.activity) if slot else None
    what = name or f"{activity.title if activity else change.id} ({change.id})"
    return change_in_words(change, what)


def _name(partner: Partner, mine: list[ReleaseChange]) -> str:
    slot = mine[0].after or mine[0].before
    day = day_of(slot.at) if slot and slot.at is not None else None
    quarter = mine[0].quarter
    day = day or (quarter.first_day if quarter else None)
    return partner.name_on(day).name if day else partner.names[-1].name
