"""What the rooms of evidence and of the report need from the world beside the workspace."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from generator.app.check import CheckReport
from generator.app.evidence_import import TableImport
from generator.app.evidence_table import Values
from generator.diagnostics import Diagnostic, Refusal
from generator.model.attachment import AttachmentFacts
from generator.model.column import Column
from generator.model.deed_report import Report
from generator.model.plan import Plan
from generator.text.imported.foreign_table import ForeignTable


@dataclass(frozen=True, slots=True)
class ReceivedFile:
    """A file that was dropped and is no evidence yet; `key` is the SHA-256 of its bytes."""

    key: str
    name: str
    size: int
    facts: AttachmentFacts


@dataclass(frozen=True, slots=True)
class ReceivedTable:
    """A table that was dropped and is not imported yet."""

    key: str
    table: ForeignTable


class ProofOffice(Protocol):
    """Files that wait to become evidence, and what is known of those that are."""

    def last_report(self) -> CheckReport:
        """Everything as it was looked at last: pictures of a screen are of what it shows."""

    def waiting_count(self) -> int:
        """How many files were dropped and are no evidence yet."""

    def waiting_files(self, most: int) -> list[ReceivedFile]:
        """The first so many files that were dropped, in that order."""

    def receive(self, name: str, data: bytes) -> ReceivedFile | Refusal | None:
        """Keep a file that can be proof, by what is in it; or why it cannot.

        None where so many wait that no more are kept.

        Raises:
            OSError: the disk is full, or the system refuses.
        """

    def received_data(self, key: str) -> bytes | None:
        """The bytes of a file that was dropped."""

    def forget(self, keys: Collection[str]) -> None:
        """Files that were dropped are evidence now, or are none."""

    def alike(self, files: Sequence[ReceivedFile]) -> Mapping[str, str]:
        """Of each photograph that shows what another one shows, by its key, that other one.

        That is the id of a piece of evidence, or the key of a file that was dropped before it.
        """

    def receive_table(self, name: str, data: bytes) -> ReceivedTable | Refusal | None:
        """Keep a table until it is imported; or why it cannot be read."""

    def received_table(self, key: str) -> ReceivedTable | None:
        """A table that was dropped."""

    def read_rows(
        self, campaign: str, table: ForeignTable, columns: Mapping[str, Column], same: Values
    ) -> TableImport:
        """What the rows of a table come to."""


@dataclass(frozen=True, slots=True)
class ReportState:
    """What lies on disk of a report: its `files` with their sizes in bytes, and if it is frozen.

    They say what the report says; `has_others` where files lie there of which nothing tells that.
    A `is_damaged` one was changed after it was frozen.
    """

    files: Mapping[str, int]
    frozen_on: datetime | None = None
    is_damaged: bool = False
    has_others: bool = False

    @property
    def is_frozen(self) -> bool:
        """Whether it is kept as it was sent, damaged or not."""
        return self.frozen_on is not None or self.is_damaged


@dataclass(frozen=True, slots=True)
class ReportOutcome:
    """Why a report was not made or frozen; nothing where it was."""

    findings: tuple[Diagnostic, ...] = ()
    troubles: tuple[str, ...] = ()

    @property
    def is_done(self) -> bool:
        """Whether the files are there now."""
        return not (self.findings or self.troubles)


class ReportOffice(Protocol):
    """The files of reports, and those that are frozen."""

    def state(self, report: Report) -> ReportState:
        """What is there of it."""

    def frozen(self, report: Report) -> Report | None:
        """The report of the same plan and period as it was frozen; None where none is."""

    def make(self, report: Report) -> ReportOutcome:
        """Write its files; those of a frozen one as they were frozen."""

    def freeze(self, report: Report, plan: Plan) -> ReportOutcome:
        """Keep it as it is sent, with the evidence of the plan that it is of; write its files."""

    def differences(self, report: Report) -> list[tuple[str, bool]]:
        """All that differs from what was frozen, in words, and whether that is wrong."""

    def file(self, report: Report, name: str) -> bytes | None:
        """One of its files that are there; of whatever is no name of ours None."""
