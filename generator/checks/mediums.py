"""Pieces are of the medium of their activity."""

from collections.abc import Iterable, Iterator

from generator.checks import Subject
from generator.diagnostics import Diagnostic, Rule
from generator.media import media
from generator.model.campaign import Activity, Campaign
from generator.model.piece import Deliverable
from generator.model.workspace import Workspace
from generator.source.piece_file import WRONG_MEDIUM
from generator.source.replacement_lines import instead

MEDIUM_OF_PIECES = Rule(
    "medium-of-pieces",
    "The activity “{activity}” is of the medium {expected}, but its {count} pieces are {medium}.",
    "Type:\n{typed}",
)
NO_MEDIUM = MEDIUM_OF_PIECES.with_hint("Add below this line:\n{added}")


def check(subject: Subject) -> Iterable[Diagnostic]:
    """Every activity of every plan."""
    workspace = subject.workspace
    for campaign in workspace.campaigns.values():
        for activity in campaign.activities:
            if not activity.medium or activity.medium in media():  # else it is told already
                yield from _media(workspace, campaign, activity)


def _media(workspace: Workspace, campaign: Campaign, activity: Activity) -> Iterator[Diagnostic]:
    """Pieces of another medium than their activity; where all agree, the plan is blamed."""
    mine = [
        piece
        for piece in workspace.pieces.values()
        if isinstance(piece, Deliverable)
        and (piece.campaign, piece.activity) == (campaign.id, activity.id)
    ]
    others = [piece for piece in mine if piece.medium != activity.medium]
    details = {"activity": activity.id, "expected": activity.medium or "–"}
    if len(others) > 1 and len(others) == len(mine) and len({p.medium for p in mine}) == 1:
        yield _blamed(activity, others[0].medium, details | {"count": str(len(others))})
        return
    for piece in others:
        yield WRONG_MEDIUM.at(piece.where("activity"), medium=piece.medium, **details)


def _blamed(activity: Activity, medium: str, details: dict[str, str]) -> Diagnostic:
    where = activity.where("medium" if activity.medium else "id")
    if activity.medium:
        typed = instead(where, medium)
        return MEDIUM_OF_PIECES.at(where, medium=medium, typed=typed, **details)
    indent = " " * (activity.where().column - 1)
    return NO_MEDIUM.at(where, medium=medium, added=f"{indent}medium: {medium}", **details)
