"""The drafts of `loa desk`, and what is known of the workspace while somebody types."""

import os
from errno import ENOENT
from pathlib import Path
from threading import Lock, RLock
from typing import TYPE_CHECKING

from generator.cli.console import _
from generator.cli.draft_checks import DraftChecks

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.adapters.draft_folder import FolderDrafts
    from generator.app.check import CheckReport
    from generator.cli.workplace import Workplace
    from generator.desk.needs import DraftChange, SaveReport
    from generator.model.draft import Draft
    from generator.model.revision import Version


_SEEN = 400
"""Texts that browsers may still have, so that what is typed into them finds its place."""

_MOST_SEEN = 4_000_000
"""Characters of all of them."""


class DraftRoom:
    """The texts that are being written in a workspace; one change of them at a time."""

    def __init__(self, root: Path, here: "Workplace") -> None:
        """Nothing is read before somebody asks."""
        self._root, self._here, self._lock = root, here, RLock()
        self._folders: dict[Path | None, FolderDrafts] = {}
        self._seen: dict[tuple[str, str], Draft] = {}
        self._memory = Lock()
        self._checks = DraftChecks(here)

    @property
    def _drafts(self) -> "FolderDrafts":
        """Those of whoever acts: each account has its own."""
        from generator.adapters.draft_folder import FolderDrafts
        from generator.cli.account_data import account_data

        folder = account_data()
        if folder not in self._folders:
            self._folders[folder] = FolderDrafts(self._root, folder)
        return self._folders[folder]

    def last_report(self) -> "CheckReport":
        """Everything as it was looked at last."""
        return self._here.last_report()

    def look(self) -> "CheckReport":
        """Everything, as it is now."""
        return self._here.look()

    def data(self, path: str) -> bytes | None:
        """What is in a file now.

        Raises:
            OSError: the folder of the workspace has gone.
        """
        if not self._root.is_dir():
            raise FileNotFoundError(ENOENT, os.strerror(ENOENT), str(self._root))
        return self._here.data(path)

    def draft(self, path: str) -> "Draft | None":
        """The draft of a file, else one in which nothing is typed; None of what is no text."""
        from generator.model.draft import Draft

        data, kept = self.data(path), self._drafts.get(path)
        if kept:
            self._remember(kept)
            now = self._going_on(kept, data)
        elif data is None or b"\0" in data:
            return None
        else:
            try:
                now = Draft(path, data, data.decode())
            except UnicodeDecodeError:
                return None
        self._remember(now)
        return now

    def _going_on(self, draft: "Draft", data: bytes | None) -> "Draft":
        """A draft with what others have written into its file meanwhile, at other places."""
        from generator.app.draft_edits import rebase

        now = rebase(draft, data) if draft.base != data else None
        if now is None:
            return draft
        if now.is_saved:
            self._drafts.drop(draft.path)
        else:
            self._drafts.put(now)
        return now

    def _seen_as(self, draft: "Draft", seal: str) -> "Draft | None":
        """The draft that a browser has seen: this one, or one of those before it."""
        return draft if draft.seal == seal else self._seen.get((draft.path, seal))

    def _remember(self, draft: "Draft") -> None:
        with self._memory:
            self._seen.pop((draft.path, draft.seal), None)
            self._seen[draft.path, draft.seal] = draft
            while len(self._seen) > 1 and self._has_too_many():
                self._seen.pop(next(iter(self._seen)))

    def _has_too_many(self) -> bool:
        texts = self._seen.values()
        return len(texts) > _SEEN or sum(len(each.text) for each in texts) > _MOST_SEEN

    def draft_before(self, path: str, seal: str) -> "Draft | None":
        """The draft of a file as a browser saw it, as far as that is remembered."""
        return self._seen.get((path, seal))

    def change(
        self, path: str, seal: str, edit: "Callable[[Draft], Draft]", *, by_letters: bool = False
    ) -> "DraftChange":
        """Change the draft that was seen, by its seal.

        What is locked by an approval stays as it is; what was typed lies in the history.

        Raises:
            NotEditableError: lines of the author would have to go; nothing is changed.
        """
        from contextlib import suppress

        from generator.app.draft_edits import join_edits, lock_of
        from generator.desk.needs import DraftChange
        from generator.source.edits import NotEditableError

        with self._lock:
            draft = self.draft(path)
            seen = self._seen_as(draft, seal) if draft else None
            if draft is None or seen is None:
                return DraftChange(draft, was_seen=False)
            if lock_of(draft, self._here.last_report()):
                with suppress(NotEditableError):
                    self.keep(path, edit(seen).text)
                return DraftChange(draft, was_seen=True)
            typed = edit(seen)
            changed: Draft | None = typed
            if seen is not draft:
                changed = join_edits(seen, typed, draft, by_letters=by_letters)
            if changed is None:
                return DraftChange(draft, was_seen=False)
            self._remember(typed)
            self._remember(changed)
            if changed.is_saved:
                self._drafts.drop(path)
            elif changed != draft:
                self._drafts.put(changed)
            return DraftChange(changed, was_seen=True, alone=typed)

    def check(self, draft: "Draft") -> "CheckReport":
        """What is found with a draft in the place of its file; the folder is not looked at again.

        Of a file beside `content/` all is looked at.
        """
        return self._checks.of(draft, self._here.last_report())

    def save(self, path: str, seal: str) -> "SaveReport":
        """Write the draft that was seen, unless it would stop a build; then there is none."""
        from generator.app.draft_edits import saving
        from generator.desk.needs import SaveReport

        with self._lock:
            draft = self.draft(path)
            if draft is None or draft.seal != seal:
                return SaveReport(is_written=False, conflicts=(path,))
            last = self._here.last_report()
            checked = self._checks.of(draft, last)
            outcome = saving(draft, last, checked)
            if outcome.changeset is None:
                return SaveReport(is_written=False, findings=tuple(outcome.findings))
            if not outcome.changeset.revisions:
                self._drafts.drop(path)
                return SaveReport(is_written=True)
            saved = self._here.write_draft(outcome.changeset, path, checked, last)
            if saved.is_written:
                self._drafts.drop(path)
                self._checks.go_on(path, checked, self._here.last_report())
            return saved

    def drop(self, path: str, seal: str) -> bool:
        """Forget the draft that was seen; what was typed is kept in the history all the same."""
        from generator.app.draft_edits import dropping

        with self._lock:
            draft = self._drafts.get(path)
            if draft is not None and draft.seal != seal:
                return False
            if draft is not None and not draft.is_saved:
                self._here.keep(dropping(draft))
            self._drafts.drop(path)
            return True

    def versions(self, path: str, most: int) -> "list[Version]":
        """The last versions of a file, wherever it lay then."""
        from generator.adapters.history import SqliteHistory

        return SqliteHistory(self._root).versions(most, path)

    def changes_at(self, path: str, most: int) -> "list[Version]":
        """The last changes of whatever lay at a path."""
        from generator.adapters.history import SqliteHistory

        return SqliteHistory(self._root).changes_at(path, most)

    def keep(self, path: str, text: str) -> None:
        """Keep in the history what was typed and is not taken."""
        from generator.app.draft_edits import dropping

        draft = self.draft(path)
        if draft and text and text.encode() != draft.base:
            self._here.keep(dropping(draft, text))

    def paths(self) -> list[str]:
        """The files of which there are drafts."""
        return self._drafts.paths()

    def troubles(self) -> tuple[str, ...]:
        """What is wrong with what keeps the drafts, in words."""
        return tuple(_(said).format_map(details) for said, details in self._drafts.troubles)
