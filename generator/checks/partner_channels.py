"""An activity is with a partner that has a channel for it; no place lies within itself."""

from collections.abc import Iterable, Mapping

from generator.checks import Subject
from generator.diagnostics import Diagnostic, Rule, warning
from generator.media import media
from generator.model.campaign import Activity, Campaign
from generator.model.grouping import groups_of
from generator.model.piece import Deliverable
from generator.model.place import Place
from generator.model.workspace import Workspace

NO_CHANNEL = warning(
    "partner-without-channel",
    "“{partner}” has no channel for {medium}, only for {known}.",
    "Name the partner that has one, or add the channel in campaigns/partners.yml.",
)
CHANNEL_LOST = NO_CHANNEL.with_hint(
    "{count} activities are with it: add the channel, or correct the medium of the one it has."
)
WITHIN_ITSELF = Rule(
    "place-within-itself",
    "The place “{id}” lies in itself: {chain}.",
    "Name the place that it lies in; a province lies in none.",
)


def check(subject: Subject) -> Iterable[Diagnostic]:
    """Every activity with a partner, every place with its parents."""
    workspace = subject.workspace
    lost = groups_of(
        ((activity.partner or "", activity.medium), activity)
        for campaign in workspace.campaigns.values()
        for activity in campaign.activities
        if not _is_another(workspace, campaign, activity) and _lacks(workspace, activity)
    )
    for activities in lost.values():
        yield _channel(workspace, activities)
    told: set[str] = set()
    for place in workspace.places.values():
        for index, parent in enumerate(place.parents):
            chain = _up(workspace.places, parent.place, place.id)
            if chain and told.isdisjoint(chain):
                told |= {*chain}
                shown = " → ".join((place.id, *chain))
                where = place.where("parents", index, "place")
                yield WITHIN_ITSELF.at(where, id=place.id, chain=shown)


def _is_another(workspace: Workspace, campaign: Campaign, activity: Activity) -> bool:
    """Whether its pieces are of another medium, which is told."""
    mine = (piece for piece in workspace.pieces.values() if isinstance(piece, Deliverable))
    here = (campaign.id, activity.id)
    return any(
        (piece.campaign, piece.activity) == here and piece.medium != activity.medium
        for piece in mine
    )


def _lacks(workspace: Workspace, activity: Activity) -> bool:
    """Of a partner without any channel nobody has said what it takes."""
    partner = workspace.partners.get(activity.partner or "")
    known = {channel.medium for channel in partner.channels} if partner else set()
    is_known = {*known, activity.medium} <= media().keys()  # else that is told
    return bool(known) and is_known and activity.medium not in known


def _channel(workspace: Workspace, activities: list[Activity]) -> Diagnostic:
    """Told at the one activity; where several want the channel, at the partner."""
    first = activities[0]
    partner = workspace.partners[first.partner or ""]
    known = ", ".join(dict.fromkeys(channel.medium for channel in partner.channels))
    details = {"partner": partner.id, "medium": first.medium or "–", "known": known}
    if len(activities) == 1:
        return NO_CHANNEL.at(first.where("partner"), **details)
    return CHANNEL_LOST.at(partner.where("channels"), count=len(activities), **details)


def _up(places: Mapping[str, Place], first: str, aim: str) -> tuple[str, ...]:
    """The way up from a place to another, if there is one."""
    ways: list[tuple[str, ...]] = [(first,)]
    seen = {first}
    for way in ways:
        if way[-1] == aim:
            return way
        above = [parent.place for parent in places[way[-1]].parents] if way[-1] in places else []
        ways += [(*way, each) for each in above if each not in seen]
        seen |= {*above}
    return ()
