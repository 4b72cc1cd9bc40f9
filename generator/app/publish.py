"""Publish what is due: build only when the last results are no longer right."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from generator.app.build import Built, build
from generator.ports import Progress, World

Reason = Literal["first", "time", "input", "asked"]


@dataclass(frozen=True, slots=True)
class Published:
    """What was done and why, or nothing; `next` is when there will be a reason again.

    `appeared` and `gone` are the ids of pieces that readers see now and did not before, or the
    other way round; `coming` are those that appear next.
    """

    built: Built | None
    reason: Reason | None
    next: datetime | None
    appeared: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    coming: tuple[str, ...] = ()


def publish_due(world: World, now: datetime, progress: Progress) -> Published:
    """Build if there are no results, if their time has passed, or if a file has changed.

    Everything that was missed appears at once: visibility is a matter of `now` alone. To call it
    again does nothing.
    """
    world.results.recover()
    reason, until = why(world, now)
    if reason is None:
        return Published(None, None, until, coming=_ids(world, "next"))
    return publish(world, now, progress, reason)


def publish(world: World, now: datetime, progress: Progress, reason: Reason = "asked") -> Published:
    """Build in any case, and compare what readers see with what they saw."""
    world.results.recover()
    before = set(_ids(world, "shown"))
    built = build(world, (), now, progress)
    plan = built.checked.plan
    if built.blocking:
        return Published(built, reason, plan.valid_until)
    after = set(plan.visible)
    coming = sorted(key for key, moment in plan.appears.items() if moment == plan.valid_until)
    appeared, gone = tuple(sorted(after - before)), tuple(sorted(before - after))
    return Published(built, reason, plan.valid_until, appeared, gone, tuple(coming))


def _ids(world: World, key: str) -> tuple[str, ...]:
    return tuple(world.results.edition()[key].split())


def why(world: World, now: datetime) -> tuple[Reason | None, datetime | None]:
    """Why a build is needed, if it is, and until when the last results are right."""
    edition = world.results.edition()
    until = datetime.fromisoformat(edition["valid_until"]) if edition.get("valid_until") else None
    if not edition.get("inputs"):
        return "first", until
    if edition["inputs"] != world.files.fingerprint():
        return "input", until
    return ("time", until) if until is not None and until <= now else (None, until)
