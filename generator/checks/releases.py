"""Releases are whole, and the files still say what partners were told."""

import posixpath
from collections.abc import Iterable, Iterator

from generator.checks import Subject
from generator.diagnostics import Diagnostic, Location, Rule, warning
from generator.model.plan import Plan
from generator.model.release import Release
from generator.planning.release_history import ReleaseChange, changes, freeze, history, latest
from generator.planning.visibility import start_of

TWICE = Rule(
    "release-number-twice",
    "The release {number} of quarter {quarter} exists twice: {first} is one already.",
    "Keep the one that partners received, and delete the other.",
)
GAP = Rule(
    "release-missing",
    "The release {missing} of quarter {quarter} is missing.",
    "Restore its file: the history of changes is computed from all releases.",
)
BAD_NAME = Rule(
    "release-name",
    "This release belongs at {path}.",
    "Restore the name that loa release gave the file.",
)
BACKWARDS = Rule(
    "release-order",
    "This release is not later than the one before it.",
    "Restore the file as loa release wrote it.",
)
UNRELEASED_CHANGE = warning(
    "release-differs",
    "“{id}” is no longer what partners were told by release {number} of quarter {quarter}.",
    "See what changes with loa diff; tell the partners with: loa release {campaign} {quarter}",
)
WITHDRAWN = warning(
    "withdrawn-in-release",
    "The piece is withdrawn, but release {number} of quarter {quarter} still announces it.",
    "Tell the partners: loa release {campaign} {quarter}",
)


def check(subject: Subject) -> Iterable[Diagnostic]:
    """The files of the releases, then the difference between the plan and the latest ones."""
    plan = subject.plan
    found = [*_series(plan), *_names(plan)]
    yield from found
    if not found:
        yield from _differences(plan)


def _series(plan: Plan) -> Iterator[Diagnostic]:
    known: dict[tuple[str, object], dict[int, Release]] = {}
    for release in sorted(plan.workspace.releases, key=lambda r: (r.number, r.file)):
        mine = known.setdefault((release.campaign, release.of), {})
        details = {"quarter": release.of, "number": release.number}
        before = mine.get(release.number - 1)
        if first := mine.get(release.number):
            yield TWICE.at(release.where("number"), first=first.file, **details)
        elif release.number > 1 and before is None:
            yield GAP.at(release.where("number"), missing=release.number - 1, **details)
        elif before and start_of(before.released_on) >= start_of(release.released_on):
            yield BACKWARDS.at(release.where("released_on"))
        mine.setdefault(release.number, release)


def _names(plan: Plan) -> Iterator[Diagnostic]:
    for release in plan.workspace.releases:
        campaign = plan.workspace.campaigns.get(release.campaign)
        path = campaign.where().path if campaign else f"campaigns/{release.campaign}/plan.yml"
        folder = posixpath.dirname(path)
        wanted = f"{folder}/releases/{release.of.year}-{release.of.number}-{release.number}.yml"
        if release.file != wanted:
            yield BAD_NAME.at(Location(release.file), path=wanted)


def _differences(plan: Plan) -> Iterator[Diagnostic]:
    """What the files say otherwise; of what cannot be read nobody knows what it says."""
    broken = plan.workspace.broken_ids
    states = history(plan.releases)
    for (campaign, quarter), release in latest(plan.releases).items():
        items = plan.items_of(campaign)
        told = changes(states, campaign, quarter, freeze(items, plan.visible, quarter))
        known = () if campaign in broken else told
        yield from (_told(plan, release, c) for c in known if c.id not in broken)


def _told(plan: Plan, release: Release, change: ReleaseChange) -> Diagnostic:
    piece = plan.workspace.pieces.get(change.id)
    details = {
        "id": change.id,
        "number": release.number,
        "quarter": release.of,
        "campaign": release.campaign,
    }
    if piece and piece.status == "withdrawn":
        return WITHDRAWN.at(piece.where("status"), **details)
    return UNRELEASED_CHANGE.at(_place(plan, release, change), **details)


def _place(plan: Plan, release: Release, change: ReleaseChange) -> Location:
    """Where the author would look: the piece, the slot of the plan, else the plan."""
    piece = plan.workspace.pieces.get(change.id)
    if piece:
        return piece.where("slot" if getattr(piece, "slot", None) is not None else "id")
    campaign = plan.workspace.campaigns.get(release.campaign)
    activities = campaign.activities if campaign else ()
    held = (slot for activity in activities for slot in activity.slots if slot.id == change.id)
    slot = next(held, None)
    if slot:
        return slot.where("id")
    return campaign.where("activities") if campaign else Location(release.file)
