"""What the rooms of the desk need of the workspace in which they work."""

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from generator.app.check import CheckReport, CheckScope
    from generator.app.overlay import Overlay
    from generator.desk.needs import SaveReport
    from generator.model.draft import Draft
    from generator.model.memory import Memory
    from generator.model.revision import Changeset
    from generator.ports import Files


class Workplace(Protocol):
    """The workspace in which something is done; `memory` is what was found out of it."""

    memory: "Memory"

    def last_report(self) -> "CheckReport":
        """Everything as it was looked at last."""

    def look(self) -> "CheckReport":
        """Everything, as it is now."""

    def files(self) -> "Files":
        """The files as they are now."""

    def check_scope(self) -> "CheckScope":
        """What a check knows beside the files."""

    def data(self, path: str) -> bytes | None:
        """What is in a file now."""

    def with_text(self, draft: "Draft") -> "Overlay":
        """The files as they are now, with a draft in the place of its file."""

    def write(self, changeset: "Changeset") -> "SaveReport":
        """Write it, or say who or what stands in the way."""

    def write_draft(
        self, changeset: "Changeset", path: str, report: "CheckReport", last: "CheckReport"
    ) -> "SaveReport":
        """The same of a draft; what was found of it, after the `last` look, holds for its file."""

    def keep(self, changeset: "Changeset") -> None:
        """Keep in the history what was never written."""
