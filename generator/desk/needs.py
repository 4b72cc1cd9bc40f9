"""What the desk needs from the world; the command gives it, tests fake it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from generator.app.check import CheckReport
from generator.app.editing.edit_kinds import Edit
from generator.diagnostics import Diagnostic
from generator.model.revision import Version


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


class Office(Protocol):
    """The workspace as the desk sees it."""

    def look(self) -> CheckReport:
        """Everything, as it is now."""

    def data(self, path: str) -> bytes | None:
        """What is in a file now."""

    def edit(self, edits: Sequence[Edit]) -> SaveReport:
        """Make edits, all or none."""

    def versions(self, most: int) -> list[Version]:
        """The last changes, the newest first."""

    def take_back(self, number: int) -> SaveReport:
        """Take a change back."""
