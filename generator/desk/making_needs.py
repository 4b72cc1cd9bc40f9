"""What the rooms of print and of building need from the world beside the workspace."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol

from generator.app.inspection import Inspection
from generator.app.publish import Publication
from generator.diagnostics import Diagnostic
from generator.model.build_record import BuildRecord
from generator.model.edition import Edition
from generator.model.quarter import Quarter
from generator.outputs.print.runlist import RunList

Task = Literal["site", "due", "print"]
"""What can be made in the background: everything, everything if it is due, what is printed."""


@dataclass(frozen=True, slots=True)
class Making:
    """What is being made in the background, or was made last; nothing was where `task` is empty.

    `piece` is the id of the only one whose files are made; `step` says in words what is going on,
    `done` of `total`. What went wrong: `findings`, and `troubles` in words.
    """

    task: Task | Literal[""] = ""
    piece: str = ""
    is_running: bool = False
    step: str = ""
    done: int = 0
    total: int = 0
    end: datetime | None = None
    findings: tuple[Diagnostic, ...] = ()
    troubles: tuple[str, ...] = ()
    publication: Publication | None = None

    @property
    def has_failed(self) -> bool:
        """Whether nothing was made."""
        return not self.is_running and bool(self.findings or self.troubles)


class Workshop(Protocol):
    """Makes results in the background, one thing at a time."""

    def last(self) -> Making:
        """What is being made, or was made last."""

    def begin(self, task: Task, piece: str = "") -> bool:
        """Begin, unless something is being made."""

    def watch(self, *, is_on: bool) -> None:
        """Whether to build by itself when something is due, as long as the desk is open."""

    @property
    def is_watching(self) -> bool:
        """Whether it builds by itself."""


@dataclass(frozen=True, slots=True)
class PrintFile:
    """A file for the print shop that is made and right; `what` says what it is for (a msgid)."""

    key: str
    name: str
    what: str
    size: int


class PressOffice(Protocol):
    """Proofs of printed pieces, what preflight says, and the files that are made of them."""

    def picture(self, identity: str, *, is_small: bool = False) -> bytes | None:
        """The proof of a piece as PNG; None where it cannot be drawn."""

    def inspection(self, identity: str) -> Inspection:
        """What preflight says of it now."""

    def files(self, identity: str) -> tuple[PrintFile, ...]:
        """Its files that are made and still right."""

    def run_list(self, campaign: str, quarter: Quarter | None) -> RunList | None:
        """What is to be printed of a plan in a quarter, and where it hangs."""

    def run_list_files(self, campaign: str, quarter: Quarter | None) -> tuple[PrintFile, ...]:
        """The files of that list that are made and still right."""

    def data(self, key: str) -> tuple[str, bytes] | None:
        """Name and bytes of one of the files that were listed."""


class SiteOffice(Protocol):
    """The site that was built last."""

    def edition(self) -> Edition | None:
        """What is recorded of it; None where there is no site."""

    def builds(self) -> tuple[BuildRecord, ...]:
        """What was built from the desk, the last first."""

    def digests(self) -> Mapping[str, str]:
        """Names what is in each file of the workspace now."""

    def file(self, path: str) -> bytes | None:
        """A file of it, by its path; of whatever leads elsewhere None."""


class MakingOffices(Protocol):
    """All of it."""

    @property
    def workshop(self) -> Workshop:
        """What makes results in the background."""

    @property
    def presses(self) -> PressOffice:
        """What is known of printed pieces."""

    @property
    def site(self) -> SiteOffice:
        """The site that was built last."""
