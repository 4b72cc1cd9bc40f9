"""What kinds of evidence are called, and in words what one piece of it still lacks as proof."""

from collections.abc import Mapping, Sequence

from generator.catalogue import words
from generator.model.evidence import Evidence, EvidenceKind, EvidenceStage
from generator.model.workspace import Workspace
from generator.planning.evidence_targets import is_own, is_proof, is_verified

_SHOWN = 5  # ids that a sentence lists
KINDS: Mapping[EvidenceKind, str] = {
    "aired": "slip of a broadcast",
    "clipping": "clipping",
    "photograph": "photograph",
    "attendance": "attendance list",
    "delivery": "record of delivery",
    "acceptance": "record of acceptance",
    "unit-report": "report of a unit",
    "contract": "contract",
    "invoice": "invoice",
    "payment": "receipt of a payment",
    "document": "document",
}
"""What each kind is called (msgids)."""
STAGES: Mapping[EvidenceStage, str] = {
    "printed": "printed",
    "delivered": "delivered",
    "hung": "hung",
    "done": "done",
    "taken_down": "taken down again",
}
"""What each stage is called (msgids)."""


def proof_words(workspace: Workspace, evidence: Evidence) -> str:
    """Whether a piece of evidence proves what it tells, or the first thing that it lacks."""
    is_it = is_proof(workspace, evidence)
    return words("is proof") if is_it else lack_words(workspace, evidence)


def lack_words(workspace: Workspace, evidence: Evidence) -> str:
    """The first thing that a piece of evidence lacks, which is no proof."""
    if workspace.attachments.get(evidence.attachment) is None:
        return words("no file yet")
    if not evidence.verified_by:
        return words("not verified yet")
    if is_own(workspace, evidence):
        return words("verified by its sender")
    is_somebody = is_verified(workspace, evidence)
    return words("its file was changed since" if is_somebody else "verified by nobody known")


def id_list(evidence: Sequence[Evidence]) -> str:
    """The ids of some pieces of evidence, as far as a sentence bears them."""
    ids = [each.id for each in evidence]
    return ", ".join(ids[:_SHOWN]) + ("…" if len(ids) > _SHOWN else "")
