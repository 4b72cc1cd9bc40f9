"""Publish what is due: build only when the last results are no longer right."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from generator.app.build import BuildOutcome, build
from generator.app.scope import Scope
from generator.model.edition import Edition
from generator.ports import Progress, World

Reason = Literal["first", "time", "input", "clock", "asked"]


@dataclass(frozen=True, slots=True)
class Publication:
    """What was done and why, or nothing; `next` is when there will be a reason again.

    `arrivals` and `departures` are the ids of pieces that readers see now and did not before, or
    the other way round; `coming` are those that appear next.
    """

    outcome: BuildOutcome | None
    reason: Reason | None
    next: datetime | None
    arrivals: tuple[str, ...] = ()
    departures: tuple[str, ...] = ()
    coming: tuple[str, ...] = ()


def publish_due(world: World, now: datetime, progress: Progress) -> Publication:
    """Build if there are no results, if their time has passed, or if a file has changed.

    Also if they are of a moment that has not come: a clock that ran ahead shows what must wait.
    Everything that was missed appears at once: visibility is a matter of `now` alone. To call it
    again does nothing.
    """
    edition = world.results.recover().edition
    reason = why(world, edition, now)
    if edition and reason is None:
        return Publication(None, None, edition.valid_until, coming=edition.coming)
    return publish(world, now, progress, reason or "first")


def publish(
    world: World, now: datetime, progress: Progress, reason: Reason = "asked"
) -> Publication:
    """Build in any case, and compare what readers see with what they saw."""
    last = world.results.recover().edition
    before = set(last.visible if last else ())
    built = build(world, Scope(), now, progress)
    plan = built.report.plan
    if built.blocking:
        return Publication(built, reason, plan.valid_until)
    after = set(plan.visible)
    coming = sorted(key for key, moment in plan.appears.items() if moment == plan.valid_until)
    appeared, gone = tuple(sorted(after - before)), tuple(sorted(before - after))
    return Publication(built, reason, plan.valid_until, appeared, gone, tuple(coming))


def why(world: World, edition: Edition | None, now: datetime) -> Reason | None:
    """Why a build is needed, if it is: the last edition is not of these files or this moment."""
    if edition is None or not edition.inputs:
        return "first"
    if edition.inputs != world.files.fingerprint():
        return "input"
    if now < edition.as_of:  # they show what has to wait
        return "clock"
    return "time" if edition.valid_until and edition.valid_until <= now else None
