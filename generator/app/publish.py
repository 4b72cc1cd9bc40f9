"""Publish what is due: build only when the last results are no longer right."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from generator.app.build import Built, build
from generator.ports import Progress, World

Reason = Literal["first", "time", "input", "asked"]


@dataclass(frozen=True, slots=True)
class Published:
    """What was done and why, or nothing; `next` is when there will be a reason again."""

    built: Built | None
    reason: Reason | None
    next: datetime | None


def publish_due(world: World, now: datetime, progress: Progress) -> Published:
    """Build if there are no results, if their time has passed, or if a file has changed.

    Everything that was missed appears at once: visibility is a matter of `now` alone. To call it
    again does nothing.
    """
    world.results.recover()
    reason, until = why(world, now)
    if reason is None:
        return Published(None, None, until)
    built = build(world, (), now, progress)
    return Published(built, reason, built.checked.plan.valid_until)


def why(world: World, now: datetime) -> tuple[Reason | None, datetime | None]:
    """Why a build is needed, if it is, and until when the last results are right."""
    edition = world.results.edition()
    until = datetime.fromisoformat(edition["valid_until"]) if edition.get("valid_until") else None
    if not edition.get("inputs"):
        return "first", until
    if edition["inputs"] != world.files.fingerprint():
        return "input", until
    return ("time", until) if until is not None and until <= now else (None, until)
