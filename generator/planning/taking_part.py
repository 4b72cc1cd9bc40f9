"""Who readers may know to take part: whom the plans name, and whom a visible piece names."""

from collections.abc import Iterator

from generator.model.partner import Partner
from generator.model.piece import Deliverable
from generator.model.plan import Plan


def taking_part(plan: Plan) -> list[Partner]:
    """Partners in the order of the file; of one whom only a hidden piece names nothing is told."""
    partners = plan.workspace.partners
    named = {identity for identity in _named(plan) if identity in partners}
    named |= {partners[identity].successor or "" for identity in named}
    return [partner for partner in partners.values() if partner.id in named]


def _named(plan: Plan) -> Iterator[str]:
    for campaign in plan.workspace.campaigns.values():
        yield from filter(None, (campaign.issuer, campaign.owner))
        yield from (duty.body for duty in campaign.responsibilities)
        for activity in campaign.activities:
            yield from filter(None, (activity.partner, activity.responsible))
            yield from activity.also
            yield from (session.partner for session in activity.sessions if session.partner)
    for piece in plan.visible.values():
        if isinstance(piece, Deliverable) and piece.partner:
            yield piece.partner
