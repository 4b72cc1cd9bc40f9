"""What something in the workspace tells to be done: what lies in no file was never told."""

from generator.model.evidence import DONE_STAGES
from generator.model.workspace import Workspace
from generator.planning.evidence_targets import is_of_deed, valid_evidence


def deeds_of(workspace: Workspace) -> frozenset[tuple[str, str]]:
    """Campaign and id of each session, slot, activity and duty of which evidence says that.

    Whether anybody has verified it is another question (`deed_counts.py`).
    """
    return frozenset(
        (evidence.campaign, name)
        for evidence in valid_evidence(workspace)
        if evidence.stage in DONE_STAGES and is_of_deed(evidence)
        for name in evidence.of
    )
