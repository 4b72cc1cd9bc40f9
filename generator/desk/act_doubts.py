"""What a person is told before a button acts; whoever presses again has read it."""

import posixpath
from collections.abc import Mapping

from generator.app.check import CheckReport
from generator.app.editing.approvals import CHANGED_SINCE, is_approved
from generator.app.editing.edit_kinds import Correct
from generator.app.editing.renaming import is_released
from generator.catalogue import words
from generator.desk.needs import DraftOffice, SaveReport
from generator.desk.next_state import once_corrected, once_sent
from generator.diagnostics import Location
from generator.model.draft import Draft
from generator.model.plan import Plan
from generator.text.outline import outline

_SEEN = (
    "Readers have seen this piece: those who follow the feeds and calendars meet it as a new one. "
    "Its old address goes on leading to it."
)

_RELEASED = (
    "Partners have this piece in the calendar that was released: with the next release it is "
    "cancelled for them, and a new one comes in its place."
)


def _is_unread(draft: Draft | None, seal: str) -> bool:
    """Whether a text is another one than the screen showed; who approves answers for each word.

    A form that does not say what its screen showed has shown nothing.
    """
    return draft is not None and draft.seal != seal


def doubts(
    office: DraftOffice, path: str, before: CheckReport, form: Mapping[str, str]
) -> SaveReport | None:
    """Why nothing is done yet; None where nothing is to be told, or it was told."""
    asked = "" if form.get("biet") else form.get("viec")
    if asked == "rut":
        return SaveReport(is_written=False, troubles=(_ends(before.plan, path),))
    mine = [each for each in before.plan.workspace.pieces.values() if each.file == path]
    asks_for_approval = form.get("viec") == "duyet" and not any(map(is_approved, mine))
    if asks_for_approval and _is_unread(office.draft(path), form.get("dau", "")):
        return SaveReport(is_written=False, findings=(CHANGED_SINCE.at(Location(path)),))
    if asked == "doiten" and (known := _known_to(before.plan, path)):
        return SaveReport(is_written=False, troubles=(words(known),))
    draft = office.draft(path) if asked in {"gui", "dinh"} else None
    if draft is None or not draft.is_saved:
        return None
    correction = Correct(path, " ".join(form.get("ten", "").split()))
    found = (
        once_sent(office, draft, before)
        if asked == "gui"
        else (once_corrected(office, draft, before, correction))
    )
    return SaveReport(is_written=False, findings=tuple(found)) if found else None


def is_unread(refusal: SaveReport) -> bool:
    """Whether an edit was refused since somebody has changed the piece: it is to be read first."""
    return any(each.rule.code == CHANGED_SINCE.code for each in refusal.findings)


def _known_to(plan: Plan, path: str) -> str:
    """What another name means to those who know a piece by this one; nothing where nobody does."""
    if any(each.file == path for each in plan.visible.values()):
        return _SEEN
    mine = (key for key, each in plan.workspace.pieces.items() if each.file == path)
    return _RELEASED if any(is_released(plan, path, key) for key in mine) else ""


def _ends(plan: Plan, path: str) -> str:
    """What withdrawing a piece means for its readers."""
    leading = _leading_to(plan, path)
    told = words("Other pieces lead readers here: {titles}.").format(titles=", ".join(leading))
    alone = words("No other piece leads readers here.")
    gone = words("Its page goes, and those who follow the feeds are told.")
    return f"{gone} {told if leading else alone}"


def _leading_to(plan: Plan, path: str) -> list[str]:
    """The titles of the pieces that link to a file and are not withdrawn themselves."""
    name, titles = posixpath.basename(path), list[str]()
    for piece in plan.workspace.pieces.values():
        if piece.file == path or piece.status == "withdrawn" or name not in piece.body.text:
            continue
        folder = posixpath.dirname(piece.file)
        links = (each.text.partition("#")[0] for each in outline(piece.body.text).links)
        if any(posixpath.normpath(posixpath.join(folder, each)) == path for each in links):
            titles.append(f"“{piece.title}”")
    return titles
