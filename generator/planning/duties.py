"""What a plan has bodies do by a day, and whether evidence tells that they did.

The terminal, the pages for the office and the report take it from here; `loa plan` calls it late by
the same days and the same evidence (`deadlines.py`, `deed_records.py`).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from generator.catalogue import words
from generator.model.campaign import Campaign
from generator.model.evidence import DONE_STAGES, Evidence
from generator.model.piece import day_of
from generator.model.workspace import Workspace
from generator.planning.evidence_targets import is_of_deed, is_proof
from generator.planning.working_days import last_worked


@dataclass(frozen=True, slots=True)
class DutyState:
    """A duty as of a day: `evidence` shows that it was done, `proof` are those that prove it."""

    id: str
    body: str
    text: str
    due: date | None
    evidence: tuple[Evidence, ...]
    proof: tuple[Evidence, ...]
    is_overdue: bool

    @property
    def done_on(self) -> date | None:
        """The first day on which evidence tells that it was done."""
        return min((day_of(each.on) for each in self.evidence), default=None)

    @property
    def days_late(self) -> int:
        """How many days after its day it was done; 0 where it was in time, or is not done."""
        if self.due is None or self.done_on is None:
            return 0
        return max(0, (self.done_on - self.due).days)


def duties_of(
    workspace: Workspace, campaign: Campaign, evidence: Iterable[Evidence], today: date
) -> Iterator[DutyState]:
    """Duties with a day, or of which evidence tells something; the report on the plan comes last.

    `evidence` is what was known by `today`.
    """
    deeds = [each for each in evidence if is_of_deed(each) and each.stage in DONE_STAGES]
    for identity, body, text, due in _written(workspace, campaign):
        mine = tuple(each for each in deeds if identity and identity in each.of)
        if due or mine:
            is_overdue = due is not None and due < today and not mine
            proof = tuple(each for each in mine if is_proof(workspace, each))
            yield DutyState(identity, body, text, due, mine, proof, is_overdue)


def _written(
    workspace: Workspace, campaign: Campaign
) -> Iterator[tuple[str, str, str, date | None]]:
    for duty in campaign.responsibilities:
        yield duty.id or "", duty.body, duty.text, duty.due
    due = campaign.report_due
    last = last_worked(workspace.holidays, due - timedelta(days=1)) if due else None
    yield campaign.id, campaign.owner or "", words("Report on the plan"), last
