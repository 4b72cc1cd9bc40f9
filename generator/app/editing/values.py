"""Edits of single values, and of the text of a piece."""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from functools import partial

from generator.app.editing.edit_kinds import Correct, ReplaceBody, ReplaceText, SetValue
from generator.app.overlay import Overlay
from generator.diagnostics import Diagnostic
from generator.model.plan import Plan
from generator.source.edits import normal_form, with_body, with_text
from generator.source.entries import KeyEntry, Route, value_at, value_text, with_entry, with_item
from generator.vietnamese.dates import HANOI, format_date


def set_value(edit: SetValue, overlay: Overlay, plan: Plan, now: datetime) -> Iterable[Diagnostic]:
    """One key of a piece."""
    del plan, now
    write(overlay, edit.piece, KeyEntry((edit.key,), edit.value))
    return ()


def replace_body(
    edit: ReplaceBody, overlay: Overlay, plan: Plan, now: datetime
) -> Iterable[Diagnostic]:
    """The text below the data."""
    del plan, now
    overlay.put(edit.piece, with_body(edit.piece, overlay.text(edit.piece), edit.text))
    return ()


def replace_text(
    edit: ReplaceText, overlay: Overlay, plan: Plan, now: datetime
) -> Iterable[Diagnostic]:
    """All of a file."""
    del plan, now
    overlay.put(edit.piece, with_text(overlay.text(edit.piece), edit.text))
    return ()


def correct(edit: Correct, overlay: Overlay, plan: Plan, now: datetime) -> Iterable[Diagnostic]:
    """A correction at the end of those that there are."""
    del plan
    overlay.put(edit.piece, with_correction(edit, overlay.text(edit.piece), now))
    return ()


def with_correction(edit: Correct, text: str, now: datetime) -> str:
    """The text of a file with a correction of today.

    Raises:
        NotEditableError: lines of the author would have to go.
    """
    words = value_text(unicodedata.normalize(normal_form(text), edit.text), inside=True)
    item = f"{{on: {format_date(now.astimezone(HANOI).date())}, text: {words}}}"
    return with_item(edit.piece, text, ("corrections",), item)


def write(overlay: Overlay, path: str, entry: KeyEntry) -> None:
    """Put a value into a file, in the normal form that the file is written in.

    Raises:
        NotEditableError: lines of its author would have to go.
    """
    text, value = overlay.text(path), entry.value
    form = partial(unicodedata.normalize, normal_form(text))
    if isinstance(value, tuple):
        value = tuple(map(form, value))
    given = replace(entry, value=form(value) if isinstance(value, str) else value)
    overlay.put(path, with_entry(path, text, replace(given, note=form(entry.note))))


def planned_slots(plan: Plan, identity: str) -> Iterator[tuple[str, Route]]:
    """The slots of plans that have an id: the file, and the way to that id in it."""
    for campaign in plan.workspace.campaigns.values():
        for line, activity in enumerate(campaign.activities):
            for key, slots in (("slots", activity.slots), ("sessions", activity.sessions)):
                for number, slot in enumerate(slots):
                    if slot.id == identity:
                        route: Route = ("activities", line, key, number, "id")
                        yield campaign.where().path, route


def is_written(overlay: Overlay, path: str, route: Route, value: str) -> bool:
    """Whether a value stands where it is thought to: a list may hold what was left out."""
    return value_at(path, overlay.text(path), route) == value
