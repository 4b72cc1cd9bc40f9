"""What a piece of evidence is about: a line of the plan, one thing of it, or that thing at a place.

Names are taken as they stand: a piece or slot comes before an activity that is called the same.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from generator.model.campaign import Activity, Campaign
from generator.model.evidence import OF_MONEY, Evidence
from generator.model.partner import Partner
from generator.model.piece import Deliverable
from generator.model.plan import Plan
from generator.model.plan_line import Item
from generator.model.record import Record
from generator.model.workspace import Workspace
from generator.planning.items import activity_of, item_of
from generator.vietnamese.person_names import are_one_name, is_nobodys_name, name_key

AT_PLACE = "/"
"""Stands between a piece and the place at which its copies hang."""


@dataclass(frozen=True, slots=True)
class EvidenceTarget:
    """An activity; `item` is one of its lines, `place` one of the places of that."""

    activity: Activity
    item: Item | None = None
    place: str = ""

    @property
    def copies(self) -> int:
        """How many there are of it; of an activity as a whole that is not known here."""
        if self.item is None:
            return 0
        placements = self.item.piece.placements if self.item.piece else ()
        here = [each.copies for each in placements if each.place == self.place]
        return sum(here) if self.place else self.item.units


def target_of(plan: Plan, campaign: Campaign, name: str) -> EvidenceTarget | None:
    """What a name means within a campaign; None where it means nothing."""
    head, _, place = name.partition(AT_PLACE)
    item = _item(plan, head)
    if item and item.campaign.id == campaign.id:
        placements = item.piece.placements if item.piece else ()
        is_there = not place or place in {each.place for each in placements}
        return EvidenceTarget(item.activity, item, place) if is_there else None
    activity = activity_of(campaign, head)
    return EvidenceTarget(activity) if activity and not place else None


def is_duty(campaign: Campaign, name: str) -> bool:
    """Whether a name is that of a duty of the plan, or of the plan, whose report is one.

    Nothing is counted there: it is done, or it is not (`deed_records.py`).
    """
    return name == campaign.id or name in {duty.id for duty in campaign.responsibilities}


def targets_of(plan: Plan, evidence: Evidence) -> Iterator[EvidenceTarget]:
    """All that a piece of evidence is about; what names nothing is left out."""
    campaign = plan.workspace.campaigns.get(evidence.campaign)
    if campaign:
        found = (target_of(plan, campaign, name) for name in dict.fromkeys(evidence.of))
        yield from filter(None, found)


def names_in(plan: Plan, campaign: Campaign) -> Mapping[str, Record]:
    """All that evidence of a campaign may name, but for places."""
    pieces = plan.workspace.pieces.values()
    found: dict[str, Record] = {each.id: each for each in campaign.activities}
    found |= {slot.id: slot for each in campaign.activities for slot in each.days}
    found |= {duty.id: duty for duty in campaign.responsibilities if duty.id}
    mine = (p for p in pieces if isinstance(p, Deliverable) and p.campaign == campaign.id)
    return found | {piece.id: piece for piece in mine}


def valid_evidence(workspace: Workspace, today: date = date.max) -> Iterator[Evidence]:
    """Evidence that counts by a day: it was not withdrawn yet, and no other one stands for it.

    What stands for one that was withdrawn only later was not there either.
    """
    held = [each for each in workspace.evidence.values() if not each.is_withdrawn_by(today)]
    still_right = {each.id for each in held if each.is_withdrawn}
    held = [each for each in held if each.replaces not in still_right]
    replaced = {each.replaces for each in held}
    yield from (each for each in held if each.id not in replaced)


def is_proof(workspace: Workspace, evidence: Evidence) -> bool:
    """Whether its file is there as it was kept, and somebody else than its sender verified it."""
    file = workspace.attachments.get(evidence.attachment)
    is_kept = file is not None and bool(evidence.digest) and file.digest() == evidence.digest
    return is_kept and is_verified(workspace, evidence)


def is_verified(workspace: Workspace, evidence: Evidence) -> bool:
    """Whether somebody who has a name, and is not who sent it, has verified it."""
    names = evidence.verified_by, evidence.received_from, evidence.recorded_by
    if not evidence.verified_by:
        return False
    known = _verdicts(_Same(workspace))
    if names not in known:
        known[names] = _is_another(workspace, *names)
    return known[names]


def is_own(workspace: Workspace, evidence: Evidence) -> bool:
    """Whether who verified it is who sent it, by whatever name; or it is not said who did."""
    senders = sender_names(workspace, evidence.received_from, evidence.recorded_by)
    return not evidence.verified_by or any(
        are_one_name(evidence.verified_by, each) for each in senders
    )


def is_body(workspace: Workspace, name: str) -> bool:
    """Whether a name, or its id, is that of a partner, a channel or a place: nobody can ask it."""
    return name_key(name) in _bodies(_Same(workspace))


def body_names(workspace: Workspace) -> Iterator[str]:
    """All that partners, their channels and places are called, with their ids."""
    for partner in workspace.partners.values():
        yield from names_of_partner(partner)
    for place in workspace.places.values():
        yield from (place.id, *(each.name for each in place.names))


def names_of_partner(partner: Partner) -> Iterator[str]:
    """All that a partner and its channels are called, with their ids."""
    yield partner.id
    yield from (part for each in partner.names for part in (each.name, each.short) if part)
    yield from (part for each in partner.channels for part in (each.id, each.name))


class _Same:
    """A workspace as itself: its names are gathered once, not for each piece of evidence."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace

    def __hash__(self) -> int:
        return id(self.workspace)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.workspace is self.workspace


@lru_cache(maxsize=2)
def _verdicts(same: _Same) -> dict[tuple[str, str, str], bool]:
    """What is known of names of a workspace: each two are compared once."""
    del same
    return {}


def _is_another(workspace: Workspace, name: str, sender: str, recorder: str) -> bool:
    """Whether a name is that of somebody, and not of a sender."""
    if is_nobodys_name(name) or is_body(workspace, name):
        return False
    senders = sender_names(workspace, sender, recorder)
    return not any(are_one_name(name, each) for each in senders)


@lru_cache(maxsize=2)
def _bodies(same: _Same) -> frozenset[str]:
    return frozenset(map(name_key, body_names(same.workspace))) - {""}


def sender_names(workspace: Workspace, sender: str, recorder: str) -> frozenset[str]:
    """All that the sender is called, and its channels."""
    partner = workspace.partners.get(sender)
    names = names_of_partner(partner) if partner else ()
    return frozenset(filter(None, (sender, recorder, *names)))


def is_of_deed(evidence: Evidence) -> bool:
    """Whether it tells that something was done; a bill only tells what it cost."""
    return evidence.kind not in OF_MONEY


def _item(plan: Plan, identity: str) -> Item | None:
    if identity in plan.items:
        return plan.items[identity]
    withdrawn = plan.workspace.pieces.get(identity)
    return item_of(plan.workspace, withdrawn) if isinstance(withdrawn, Deliverable) else None
