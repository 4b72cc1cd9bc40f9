"""What the desk needs from the world; the command gives it, tests fake it."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from generator.app.check import CheckReport
from generator.app.editing.edit_kinds import Edit, MoveSlot, PlanSlot
from generator.app.foresight import Foresight
from generator.diagnostics import Diagnostic
from generator.model.draft import Draft
from generator.model.quarter import Quarter
from generator.model.revision import Version
from generator.model.word_copy import WordCopy


@dataclass(frozen=True, slots=True)
class SaveReport:
    """What became of edits: written, or refused for `findings`, or for `conflicts`.

    Conflicts are files that somebody had changed; findings of what is written are new warnings.
    `files` are those that changed, `troubles` messages about the history.
    """

    is_written: bool
    files: tuple[str, ...] = ()
    findings: tuple[Diagnostic, ...] = ()
    conflicts: tuple[str, ...] = ()
    troubles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DraftChange:
    """A draft after an edit; of none there is None.

    `was_seen` says whether the edit was of a draft that is known, and could be joined with what
    others have typed since; `alone` is the draft as it would be without that.
    """

    draft: Draft | None
    was_seen: bool
    alone: Draft | None = None

    @property
    def has_others(self) -> bool:
        """Whether words of others are in it that were not seen."""
        alone, now = self.alone, self.draft
        return alone is not None and now is not None and alone.text != now.text


class PackOffice(Protocol):
    """What partners are sent."""

    def make_pack(self, partner: str, quarter: Quarter) -> SaveReport:
        """Make the pack of a partner for a quarter, as `loa pack` does."""

    def pack(self, partner: str, quarter: Quarter) -> bytes | None:
        """The pack that was made last; None where there is none."""


class Office(PackOffice, Protocol):
    """The workspace as the desk sees it."""

    def place(self) -> str:
        """The folder in which it lies; nothing where others than its owner are shown it."""

    def look(self) -> CheckReport:
        """Everything, as it is now."""

    def data(self, path: str) -> bytes | None:
        """What is in a file now."""

    def alone(self) -> AbstractContextManager[object]:
        """Nobody else of the office changes anything meanwhile.

        What is chosen of what is seen, such as a free number, is chosen still when it is written.
        """

    def edit(self, edits: Sequence[Edit]) -> SaveReport:
        """Make edits, all or none."""

    def foresee(self, edit: MoveSlot | PlanSlot) -> Foresight | Diagnostic:
        """What moving a slot would bring, as all was looked at last; or why it cannot be moved."""

    def versions(self, most: int) -> list[Version]:
        """The last changes, the newest first."""

    def take_back(self, number: int) -> SaveReport:
        """Take a change back."""


class DraftOffice(Protocol):
    """The texts that are being written, and what is known of the workspace meanwhile."""

    def last_report(self) -> CheckReport:
        """Everything as it was looked at last."""

    def look(self) -> CheckReport:
        """Everything, as it is now."""

    def data(self, path: str) -> bytes | None:
        """What is in a file now."""

    def draft(self, path: str) -> Draft | None:
        """The draft of a file, else one in which nothing is typed; None of what is no text."""

    def change(
        self, path: str, seal: str, edit: Callable[[Draft], Draft], *, by_letters: bool = False
    ) -> DraftChange:
        """Change the draft that was seen, by its seal, unless an approval locks it.

        With what was typed since it is joined `by_letters` where a machine mends.
        """

    def draft_before(self, path: str, seal: str) -> Draft | None:
        """The draft of a file as a browser saw it, as far as that is remembered."""

    def check(self, draft: Draft) -> CheckReport:
        """What is found with a draft in the place of its file."""

    def save(self, path: str, seal: str) -> SaveReport:
        """Write the draft that was seen, unless it would stop a build."""

    def versions(self, path: str, most: int) -> list[Version]:
        """The last versions of a file, the newest first, wherever it lay then."""

    def changes_at(self, path: str, most: int) -> list[Version]:
        """The last changes of whatever lay at a path, the newest first."""

    def keep(self, path: str, text: str) -> None:
        """Keep in the history what was typed and is not taken."""

    def paths(self) -> list[str]:
        """The files of which there are drafts."""

    def drop(self, path: str, seal: str) -> bool:
        """Forget the draft that was seen."""

    def troubles(self) -> tuple[str, ...]:
        """What is wrong with what keeps the drafts, in words."""


class WordOffice(Protocol):
    """The Word documents that came to the desk and left it."""

    def now(self) -> datetime:
        """The moment at which something comes or leaves."""

    def put(self, path: str, copy: WordCopy) -> None:
        """Keep a document of the piece at a path; of none yet, in a place of who brought it."""

    def copies(self, path: str) -> list[WordCopy]:
        """Those of a piece, the newest first."""

    def drop(self, path: str, key: str) -> None:
        """It is kept no more."""


class ResultOffice(Protocol):
    """What readers will see of a draft."""

    def show(self, draft: Draft) -> str:
        """Show a draft from now on; the path of its page, nothing of what cannot be read."""

    def page(self, path: str) -> str:
        """A page of the site, by its folder; nothing where there is none."""

    def file(self, path: str) -> bytes | None:
        """A picture, style sheet or proof of the site."""

    def proof(self, draft: Draft) -> bytes | list[Diagnostic]:
        """The proof of a printed piece, or what keeps it from being drawn."""
