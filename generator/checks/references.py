"""Ids that name another record must name one that exists."""

import difflib
from collections.abc import Iterable, Iterator, Mapping

from generator.checks import Subject
from generator.diagnostics import Diagnostic, Location, Rule
from generator.media import media
from generator.model.campaign import Campaign
from generator.model.piece import Deliverable
from generator.model.workspace import Workspace

UNKNOWN = {
    kind: Rule(
        f"unknown-{kind}",
        f"There is no {kind} with the id “{{id}}”.",
        "Write the id of one that exists in {file}.",
    )
    for kind in ("campaign", "activity", "partner", "place", "medium", "document")
}
MISSPELT = {
    kind: Rule(rule.code, rule.message, "Did you mean “{near}”?") for kind, rule in UNKNOWN.items()
}
WRONG_MEDIUM = Rule(
    "medium-of-activity",
    "The activity “{activity}” is of the medium {expected}, but this piece is {medium}.",
    "Choose another activity of the plan, or another medium.",
)


def check(subject: Subject) -> Iterable[Diagnostic]:
    """Campaigns, activities, partners, places and source documents that are referred to."""
    workspace = subject.plan.workspace
    for campaign in workspace.campaigns.values():
        yield from _campaign(workspace, campaign)
    for piece in workspace.pieces.values():
        for index, source in enumerate(piece.sources):
            yield from _document(workspace, source, piece.where("sources", index))
        if isinstance(piece, Deliverable):
            yield from _deliverable(workspace, piece)
    for place in workspace.places.values():
        for index, parent in enumerate(place.parents):
            where = place.where("parents", index, "place")
            yield from _known(workspace, "place", parent.place, where)


def _campaign(workspace: Workspace, campaign: Campaign) -> Iterator[Diagnostic]:
    for key in ("owner", "issuer"):
        if getattr(campaign, key):
            yield from _known(workspace, "partner", getattr(campaign, key), campaign.where(key))
    for duty in campaign.responsibilities:
        yield from _known(workspace, "partner", duty.body, duty.where("body"))
    for activity in campaign.activities:
        for key in ("partner", "responsible"):
            if getattr(activity, key):
                yield from _known(workspace, "partner", getattr(activity, key), activity.where(key))
        if activity.medium and activity.medium not in media():
            yield _unknown("medium", activity.medium, activity.where("medium"), media(), "media")
        yield from _document(workspace, activity.source, activity.where("source"))


def _deliverable(workspace: Workspace, piece: Deliverable) -> Iterator[Diagnostic]:
    yield from _known(workspace, "campaign", piece.campaign, piece.where("campaign"))
    if piece.partner:
        yield from _known(workspace, "partner", piece.partner, piece.where("partner"))
    for placement in piece.placements:
        yield from _known(workspace, "place", placement.place, placement.where("place"))
    campaign = workspace.campaigns.get(piece.campaign)
    if campaign is None:
        return
    activities = {activity.id: activity for activity in campaign.activities}
    activity = activities.get(piece.activity)
    if activity is None:
        file = f"campaigns/{campaign.id}/plan.yml"
        yield _unknown("activity", piece.activity, piece.where("activity"), activities, file)
    elif activity.medium != piece.medium:
        expected = activity.medium or "–"
        where = piece.where("activity")
        yield WRONG_MEDIUM.at(where, activity=activity.id, expected=expected, medium=piece.medium)


def _document(workspace: Workspace, source: str, where: Location) -> Iterator[Diagnostic]:
    if not source.startswith(("http://", "https://")):
        yield from _known(workspace, "document", source.partition(":")[0], where)


def _known(workspace: Workspace, kind: str, identity: str, where: Location) -> Iterator[Diagnostic]:
    if not workspace.knows(kind, identity):
        file = {"document": "campaigns/sources.yml", "campaign": "campaigns/"}
        known = workspace.named(kind)
        yield _unknown(kind, identity, where, known, file.get(kind, f"campaigns/{kind}s.yml"))


def _unknown(
    kind: str, identity: str, where: Location, known: Mapping[str, object], file: str
) -> Diagnostic:
    near = difflib.get_close_matches(identity, list(known), 1, 0.7)
    if near:
        return MISSPELT[kind].at(where, id=identity, near=near[0])
    return UNKNOWN[kind].at(where, id=identity, file=file)
