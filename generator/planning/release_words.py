"""What each release told, and its changes in words: the same for partners, readers and the desk."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from generator.catalogue import words
from generator.model.plan import Plan
from generator.model.quarter import Quarter
from generator.model.release import Release
from generator.planning.release_history import (
    Kind,
    ReleaseChange,
    changes,
    history,
    in_order,
    when_of,
)

_SENTENCES: Mapping[Kind, str] = {
    "new": "New: {what}, {after}",
    "moved": "Moved: {what}, from {before} to {after}",
    "leaves": "Leaves the quarter: {what}, {before}; {after} is planned, not yet released",
    "cancelled": "Cancelled: {what}, {before}",
    "changed": "Changed: {what}, {after}: number or partner",
    "text": "Changed text: {what}, {after}",
}
_NO_NEW_DAY = "Leaves the quarter: {what}, {before}; no new day is released yet"


def change_in_words(change: ReleaseChange, what: str) -> str:
    """A change as its readers are told of it; `what` is the line in words."""
    has_no_day = change.after is None or change.after.at is None
    return words(
        _NO_NEW_DAY if change.kind == "leaves" and has_no_day else _SENTENCES[change.kind],
        what=what,
        before=when_of(change.before),
        after=when_of(change.after),
    )


def changes_of(plan: Plan, release: Release) -> list[ReleaseChange]:
    """What a release told beside those before it, in public facts.

    What it dropped left the quarter where the next release that lists it, or else the public
    calendar, has it in another; the day there was not released, and is not told.
    """
    every = in_order(plan.releases)
    at = every.index(release)
    told = changes(history(every[:at]), release.campaign, release.of, release.slots)
    listed = {slot.id for slot in release.slots}
    kept = {*_elsewhere(plan, every[at + 1 :], release.of)} - listed
    return [
        replace(each, kind="leaves") if each.kind == "cancelled" and each.id in kept else each
        for each in told
    ]


def _elsewhere(plan: Plan, later: Iterable[Release], quarter: Quarter) -> Iterator[str]:
    """What came to stand in other quarters."""
    found = {event.id: event.slot.quarter for event in plan.events if not event.is_cancelled}
    for release in reversed([*later]):
        found.update((slot.id, release.of) for slot in release.slots)
    return (identity for identity, of in found.items() if of and of != quarter)
