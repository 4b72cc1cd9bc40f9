"""What evidence called a piece before the piece was renamed: its former addresses keep the name."""

import posixpath
from collections.abc import Iterable, Iterator
from itertools import islice, product

from generator.media import media
from generator.model.piece import Deliverable
from generator.model.workspace import Workspace
from generator.planning.evidence_targets import AT_PLACE

_MOST = 4096
"""Ways to name the same pieces that are looked at: as many as there are of twelve renamed ones."""


def former_names(
    workspace: Workspace, campaign: str, names: tuple[str, ...]
) -> Iterator[tuple[str, ...]]:
    """What evidence that names pieces so may have said before they were renamed, each way once.

    `loa` leads the former address of a renamed piece to it, and lets evidence follow. A name that
    anything else has now, or to which two pieces lay claim, was that of no renamed one.
    """
    heads = [*dict.fromkeys(name.partition(AT_PLACE)[0] for name in names)]
    taken = _taken(workspace)
    choices = [(head, *_former(workspace, campaign, head, taken)) for head in heads]
    for chosen in islice(product(*choices), _MOST):
        before = dict(zip(heads, chosen, strict=True))
        yield tuple(_renamed(name, before) for name in names)


def _renamed(name: str, before: dict[str, str]) -> str:
    head, at, place = name.partition(AT_PLACE)
    return f"{before[head]}{at}{place}"


def _former(
    workspace: Workspace, campaign: str, identity: str, taken: Iterable[str]
) -> Iterator[str]:
    piece = workspace.pieces.get(identity)
    medium = media().get(piece.medium) if piece else None
    if isinstance(piece, Deliverable) and medium and piece.campaign == campaign:
        for alias in piece.aliases:
            folder, name = posixpath.split(alias)
            if folder == medium.section and name not in taken and _is_its_own(workspace, alias):
                yield name


def _is_its_own(workspace: Workspace, alias: str) -> bool:
    return sum(alias in piece.aliases for piece in workspace.pieces.values()) == 1


def _taken(workspace: Workspace) -> set[str]:
    """What evidence can name now, of whatever plan."""
    taken = {*workspace.pieces, *workspace.campaigns}
    for campaign in workspace.campaigns.values():
        taken |= {duty.id or "" for duty in campaign.responsibilities}
        for activity in campaign.activities:
            taken |= {activity.id, *(slot.id for slot in activity.days)}
    return taken
