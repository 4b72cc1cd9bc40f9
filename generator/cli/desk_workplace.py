"""The workspace of this computer as the desk sees it."""

from errno import EACCES
from itertools import count
from pathlib import Path
from threading import RLock
from time import monotonic
from typing import TYPE_CHECKING

from generator.cli.console import _
from generator.cli.failures import REFUSALS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from generator.adapters.files import FolderFiles
    from generator.app.check import CheckReport, CheckScope
    from generator.app.editing.edit_kinds import Edit, MoveSlot, PlanSlot
    from generator.app.foresight import Foresight
    from generator.app.overlay import Overlay
    from generator.desk.needs import SaveReport
    from generator.diagnostics import Diagnostic
    from generator.model.draft import Draft
    from generator.model.quarter import Quarter
    from generator.model.revision import Changeset, Version

_FRESH = 1.0
"""Seconds; to look at a thousand files takes longer the more ask at the same time."""


class Here:
    """The workspace of this computer as the desk sees it; one change at a time."""

    def __init__(
        self, root: Path, as_of: "datetime | None" = None, *, is_shared: bool = False
    ) -> None:
        """Nothing is read before somebody asks; plans are seen `as_of` a moment, or as of now.

        Where it `is_shared` with others, what one of them saves is known to all as it was found
        while it was a draft; what it does to other files is looked at within the minute.
        """
        from generator.adapters.stamp_memory import StampMemory
        from generator.adapters.store import FolderStore
        from generator.adapters.text_store import StoredTexts
        from generator.model.memory import Memory, NearStore

        self._as_of, self._root, self._lock = as_of, root, RLock()
        self._store = FolderStore(root / "build")
        self.memory = Memory(NearStore(StoredTexts(self._store)))
        self._known: tuple[str, CheckReport] | None = None
        self._is_stale, self._stamps = False, StampMemory()
        self._is_shared, self._is_near, self._marks = is_shared, False, dict[str, str]()
        self._turns, self._looked, self._fresh_until = count(1), 0, 0.0

    def place(self) -> str:
        """The folder in which it lies, for whoever sits at its computer."""
        return "" if self._is_shared else str(self._root)

    def files(self) -> "FolderFiles":
        """The files of the workspace; those that are what they were are not read again."""
        from generator.adapters.files import FolderFiles

        return FolderFiles(self._root, self._stamps)

    def look(self) -> "CheckReport":
        """Everything as it is now; files that are as they were are not read again.

        Who had asked when a look began is answered by it: all who wait share the next one. What is
        changed here is seen at once; what others change beneath, where the desk is shared, in a
        second.
        """
        from generator.adapters.clock import SystemClock
        from generator.adapters.lock import make_whole
        from generator.app.check import check

        turn = next(self._turns)
        if known := self._seen_since(turn):
            return known
        with self._lock:
            if known := self._seen_since(turn):
                return known
            begun, began = next(self._turns), monotonic()
            make_whole(self._root)
            files, now = self.files(), self._as_of or SystemClock().now()
            marks, minute = files.digests(), f"{now.replace(second=0, microsecond=0)}"
            if self._known is None or (self._known[0], self._marks) != (minute, marks):
                self._known = minute, check(files, now, self.memory, self.check_scope())
                self._is_near = False
                self._store.save()  # and forgets nothing: what commands know is asked for there
            self._is_stale, self._marks = False, marks
            self._looked, self._fresh_until = begun, began + _FRESH if self._is_shared else 0.0
            return self._known[1]

    def _seen_since(self, turn: int) -> "CheckReport | None":
        """What was found by a look that began after `turn`, or is fresh enough."""
        known, is_stale = self._known, self._is_stale
        is_seen = self._looked > turn or monotonic() < self._fresh_until
        return known[1] if known and is_seen and not is_stale else None

    def last_report(self) -> "CheckReport":
        """Everything as it was looked at last; looked at again after an edit."""
        return self.look() if self._known is None or self._is_stale else self._known[1]

    def write_draft(
        self, changeset: "Changeset", path: str, report: "CheckReport", last: "CheckReport"
    ) -> "SaveReport":
        """Write a draft; what was found of it, after the `last` look, holds for its file now.

        The next look sees all else.
        """
        with self._lock:
            saved = self.write(changeset)
            if saved.is_written and self._known and self._known[1] is last:
                self._learn(report, path, changeset)
            return saved

    def _learn(self, report: "CheckReport", path: str, changeset: "Changeset") -> None:
        """Where nobody else works here, the next look finds the file changed, and looks at all."""
        from dataclasses import replace

        from generator.adapters.files import name_of
        from generator.diagnostics import in_order

        minute, last = self._known or ("", report)
        elsewhere = [found for found in last.diagnostics if found.where.path != path]
        found = in_order([*elsewhere, *report.of([path])])
        self._known = minute, replace(report, diagnostics=found)
        self._is_stale = False
        first, *others = changeset.revisions
        if self._is_shared and not others and first.path == path and first.after is not None:
            self._marks, self._is_near = {**self._marks, path: name_of(first.after)}, True

    def with_text(self, draft: "Draft") -> "Overlay":
        """The files as they are now, with a draft in the place of its file."""
        from generator.app.overlay import Overlay

        overlay = Overlay(self.files())
        overlay.put(draft.path, draft.text)
        return overlay

    def keep(self, changeset: "Changeset") -> None:
        """Keep in the history what was never written."""
        from generator.adapters.clock import SystemClock
        from generator.adapters.history import SqliteHistory
        from generator.cli.editing import user
        from generator.desk.acting import acting_name

        now = SystemClock().now()
        SqliteHistory(self._root).keep(changeset, acting_name(user()), now, is_saved=False)

    def data(self, path: str) -> bytes | None:
        """What is in a file now; None of what cannot be read."""
        from generator.adapters.saving import content_of

        try:
            return content_of(self._root, path)
        except OSError:
            return None

    def alone(self) -> RLock:
        """Nobody else changes anything through this desk in the meantime."""
        return self._lock

    def edit(self, edits: "Sequence[Edit]") -> "SaveReport":
        """Make edits, all or none."""
        from generator.app.editing import apply
        from generator.desk.needs import SaveReport

        with self._lock:
            if self._is_near:
                self._known = None
            self._fresh_until = 0.0
            files, checked = self.files(), self.look()
            outcome = apply(edits, files, checked, self.check_scope(), self.memory)
            if outcome.changeset is None:
                return SaveReport(is_written=False, findings=tuple(outcome.findings))
            if not outcome.changeset.revisions:
                return SaveReport(is_written=True)
            return self.write(outcome.changeset)

    def foresee(self, edit: "MoveSlot | PlanSlot") -> "Foresight | Diagnostic":
        """What moving a slot would bring, as all was looked at last.

        What readers have seen has no part in it.
        """
        from generator.adapters.clock import SystemClock
        from generator.app.check import CheckScope
        from generator.app.foresight import foresee

        with self._lock:
            return foresee(edit, self.last_report(), self.memory, CheckScope(SystemClock().now()))

    def make_pack(self, partner: str, quarter: "Quarter") -> "SaveReport":
        """Make the pack of a partner for a quarter."""
        from generator.cli.desk_packs import make_pack

        return make_pack(self._root, partner, quarter, self._as_of)

    def pack(self, partner: str, quarter: "Quarter") -> bytes | None:
        """The pack that was made last."""
        from generator.cli.desk_packs import pack_data

        return pack_data(self._root, partner, quarter)

    def versions(self, most: int) -> "list[Version]":
        """The last changes."""
        from generator.adapters.history import SqliteHistory

        return SqliteHistory(self._root).versions(most)

    def take_back(self, number: int) -> "SaveReport":
        """Take a change back, if it was written."""
        from generator.adapters.history import SqliteHistory
        from generator.cli.undo import reverse_of
        from generator.desk.needs import SaveReport

        version = SqliteHistory(self._root).version(number)
        if version is None or not version.is_saved:
            return SaveReport(is_written=False)
        with self._lock:
            reverse = reverse_of(version)
            if harm := self._harm(reverse):
                return SaveReport(is_written=False, findings=tuple(harm))
            return self.write(reverse)

    def _harm(self, reverse: "Changeset") -> "list[Diagnostic]":
        """What would stop a build afterwards; of files that are others now, nothing is written."""
        from generator.app.editing import reversal_harm

        if any(self.data(each.path) != each.before for each in reverse.revisions):
            return []
        return reversal_harm(reverse, self.files(), self.look(), self.check_scope(), self.memory)

    def brand(self) -> str:
        """The colours and the type of the workspace; nothing where it has no brand."""
        from generator.cli.programmes import brand_style

        return brand_style(self.last_report().plan.workspace.brand)

    def check_scope(self) -> "CheckScope":
        """What a check knows beside the files: the present, and what readers have seen."""
        from generator.adapters.clock import SystemClock
        from generator.adapters.disk import read_json
        from generator.app.check import CheckScope
        from generator.model.edition import Edition

        last = Edition.read(read_json(self._root / "dist" / "edition.json"))
        return CheckScope(SystemClock().now(), last)

    def write(self, changeset: "Changeset") -> "SaveReport":
        """Write it, or say who or what stands in the way."""
        from generator.adapters.history import SqliteHistory
        from generator.adapters.lock import BusyError, files_lock
        from generator.cli.editing import attempt, user
        from generator.desk.acting import acting_name
        from generator.desk.needs import SaveReport

        if refused := _beyond(changeset):
            return SaveReport(is_written=False, troubles=(refused,))
        history, self._is_stale = SqliteHistory(self._root), True
        try:
            with files_lock(self._root):
                changed, _number = attempt(self._root, changeset, history, acting_name(user()))
        except BusyError:
            return SaveReport(
                is_written=False, troubles=(_("Another loa is at work here; try again."),)
            )
        except OSError as error:
            reason = _(REFUSALS.get(error.errno or 0, REFUSALS[EACCES]))
            return SaveReport(is_written=False, troubles=(f"{reason[0].upper()}{reason[1:]}.",))
        told = tuple(_(message).format_map(details) for message, details in history.troubles)
        files = tuple(each.path for each in changeset.revisions if each.after is not None)
        return SaveReport(not changed, files, conflicts=tuple(changed), troubles=told)


def _beyond(changeset: "Changeset") -> str:
    """Why whoever acts may not change that; nothing where it may be."""
    from generator.app.authority import asks_for_approver
    from generator.desk.acting import account, may
    from generator.model.person import Role

    who = account()
    if who is None or may(Role.APPROVES) or not asks_for_approver(changeset):
        return ""
    return _("Only who approves may do this: {names}.", names=", ".join(who.approvers))
