"""Evidence is added with its file, verified by another than its sender, and never deleted."""

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from hashlib import sha256
from itertools import count

from generator.app.editing.edit_kinds import (
    AddEvidence,
    ImportEvidence,
    VerifyEvidence,
    WithdrawEvidence,
)
from generator.app.editing.values import write
from generator.app.overlay import Overlay
from generator.checks.evidence_private import PRIVATE_FILE
from generator.diagnostics import Diagnostic, Location, Refusal, Rule
from generator.model.evidence import Evidence
from generator.model.names import file_stem
from generator.model.plan import Plan
from generator.planning.evidence_targets import AT_PLACE
from generator.source.attached_file import examine
from generator.source.entries import KeyEntry, Route, value_at, value_text
from generator.source.strays import EVIDENCE
from generator.vietnamese.dates import HANOI, format_date
from generator.vietnamese.private_words import private_words

NO_SUCH_EVIDENCE = Rule(
    "evidence-unknown",
    "There is no evidence “{id}”.",
    "Write an id that stands in campaigns/…/evidence/, such as: {known}.",
)
VERIFIED_ALREADY = Rule(
    "evidence-verified-already",
    "{name} has verified this evidence already.",
    "Nothing is to be done.",
)
WITHDRAWN_EVIDENCE = Rule(
    "evidence-withdrawn-already",
    "This evidence was withdrawn on {day}: it counts no more.",
    "Add what is right as new evidence, with replaces: {id}.",
)
OTHER_EVIDENCE = Rule(
    "evidence-changed-since",
    "Somebody has changed this evidence since you opened it; here it is as it is now.",
    "Read it, then press once more.",
)
PRIVATE_NAME = PRIVATE_FILE.with_hint("Give the file a name without it, and add it again.")
_SHOWN = 12  # ids that a message lists
_ORDER = ("file", "digest", "size", "received_from", "verified_by")


def add_evidence(
    edit: AddEvidence, overlay: Overlay, plan: Plan, now: datetime
) -> Iterable[Diagnostic]:
    """A file of its own for the record, and what shows it beside that."""
    campaign = plan.workspace.campaigns[edit.campaign]
    folder = f"{posixpath.dirname(campaign.where().path)}/evidence"
    values = dict(edit.values)
    identity = str(values.pop("id", "")) or _free_id(plan, overlay, folder, now)
    if edit.name:
        found = examine(edit.name, edit.data)
        if isinstance(found, Refusal):
            return [found.at(Location(edit.name), file=posixpath.basename(edit.name))]
        name = posixpath.basename(edit.name)
        private = next(private_words(name, is_of_file=True), None)  # as given: slugged, «@» is lost
        if private:
            text, what = private
            return [PRIVATE_NAME.at(Location(edit.name), text=text, key="file", what=what)]
        path = _place(overlay, folder, edit)
        overlay.add(path, edit.data)
        kept = {"digest": sha256(edit.data).hexdigest(), "size": str(len(edit.data))}
        values |= {"file": posixpath.relpath(path, folder), **kept}
    overlay.add(f"{folder}/{identity}.yml", evidence_text({"id": identity, **values}))
    return ()


def import_evidence(
    edit: ImportEvidence, overlay: Overlay, plan: Plan, now: datetime
) -> Iterable[Diagnostic]:
    """The rows of a table, and what its columns mean."""
    del plan, now
    for path, text in edit.files.items():
        (overlay.add if EVIDENCE.fullmatch(path) else overlay.put)(path, text)
    return ()


def verify_evidence(
    edit: VerifyEvidence, overlay: Overlay, plan: Plan, now: datetime
) -> Iterable[Diagnostic]:
    """Name and day; whether that may be, the check tells."""
    known = plan.workspace.evidence.get(edit.evidence)
    if known is None:
        return [_unknown(plan, edit.evidence)]
    if known.withdrawn_on:
        return [_withdrawn(known)]
    if known.verified_by:
        return [VERIFIED_ALREADY.at(known.where("verified_by"), name=known.verified_by)]
    if edit.mark not in {None, known.mark}:
        return [OTHER_EVIDENCE.at(known.where("id"))]
    day = format_date(now.astimezone(HANOI).date())
    _write(overlay, known, {"verified_by": edit.by, "verified_on": day})
    return ()


def withdraw_evidence(
    edit: WithdrawEvidence, overlay: Overlay, plan: Plan, now: datetime
) -> Iterable[Diagnostic]:
    """The day, with the reason as a remark beside it; the file stays where it lies."""
    known = plan.workspace.evidence.get(edit.evidence)
    if known is None:
        return [_unknown(plan, edit.evidence)]
    if known.withdrawn_on:
        return [_withdrawn(known)]
    if edit.mark not in {None, known.mark}:
        return [OTHER_EVIDENCE.at(known.where("id"))]
    day = format_date(now.astimezone(HANOI).date())
    _write(overlay, known, {"withdrawn_on": day}, edit.reason)
    return ()


def follow_name(overlay: Overlay, plan: Plan, old: str, new: str) -> None:
    """Evidence of a piece that gets another id goes on naming it."""
    for known in plan.workspace.evidence.values():
        if any(_head(name) == old for name in known.of):
            route: Route = (*(() if known.index is None else (known.index,)), "of")
            value = value_at(known.record_file, overlay.text(known.record_file), route)
            names = (value,) if isinstance(value, str) else value or ()
            other = tuple(_renamed(name, old, new) for name in names)
            is_alone = isinstance(value, str) and len(other) == 1
            write(overlay, known.record_file, KeyEntry(route, other[0] if is_alone else other))


def _head(name: str) -> str:
    return name.partition(AT_PLACE)[0]


def _renamed(name: str, old: str, new: str) -> str:
    return new + name.removeprefix(old) if _head(name) == old else name


def evidence_text(values: Mapping[str, str | tuple[str, ...]]) -> str:
    """A record as its file has it, one key a line, in the order of the record."""
    keys = [key for key in Evidence.model_fields if values.get(key)]
    return "".join(f"{key}: {_typed(values[key])}\n" for key in keys)


def _typed(value: str | tuple[str, ...]) -> str:
    if isinstance(value, tuple) and len(value) == 1 and "," not in value[0]:
        return value_text(value) if " " in value[0] else value[0]
    return value_text(value)


def free_ids(plan: Plan, now: datetime) -> Iterator[str]:
    """«mc-2021-0007»: numbers of this year that no evidence has, nor what cannot be read."""
    year = now.astimezone(HANOI).year
    taken = plan.workspace.evidence.keys() | plan.workspace.broken_ids
    numbered = (f"mc-{year}-{number:04}" for number in count(len(plan.workspace.evidence) + 1))
    yield from (each for each in numbered if each not in taken)


def _free_id(plan: Plan, overlay: Overlay, folder: str, now: datetime) -> str:
    ids = free_ids(plan, now)
    return next(each for each in ids if not overlay.has(f"{folder}/{each}.yml"))


def _place(overlay: Overlay, folder: str, edit: AddEvidence) -> str:
    """Where its file lies: there already, or under a name that is free and every system bears."""
    if edit.name.startswith(f"{folder}/"):
        return edit.name
    stem, ending = posixpath.splitext(posixpath.basename(edit.name))
    base = f"{folder}/{file_stem(stem, 'tep')}"
    names = (f"{base}{mark}{ending.lower()}" for mark in _marks())
    return next(p for p in names if not overlay.has(p) or overlay.data(p) == edit.data)


def _marks() -> Iterator[str]:
    yield ""
    yield from (f"-{number}" for number in count(2))


def _write(overlay: Overlay, known: Evidence, values: Mapping[str, str], note: str = "") -> None:
    group: Route = () if known.index is None else (known.index,)
    for key, value in values.items():
        after = (*_ORDER, *values)
        write(overlay, known.record_file, KeyEntry((*group, key), value, after, note))


def _unknown(plan: Plan, identity: str) -> Diagnostic:
    known = sorted(plan.workspace.evidence)
    listed = ", ".join(known[:_SHOWN]) + ("…" if len(known) > _SHOWN else "")
    return NO_SUCH_EVIDENCE.at(Location(identity), id=identity, known=listed or "–")


def _withdrawn(known: Evidence) -> Diagnostic:
    day = format_date(known.withdrawn_on) if known.withdrawn_on else ""
    return WITHDRAWN_EVIDENCE.at(known.where("withdrawn_on"), day=day, id=known.id)
