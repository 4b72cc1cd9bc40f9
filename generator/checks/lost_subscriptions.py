"""Calendars and feeds that people subscribe to do not vanish because an id was changed.

A calendar program asks for its address for years, and tells nobody that nothing is there any more.
"""

from collections import defaultdict
from collections.abc import Iterable

from generator.checks import Subject
from generator.diagnostics import Diagnostic, Location, warning
from generator.model.piece import Deliverable
from generator.model.plan import Plan
from generator.model.workspace import Workspace
from generator.planning.subscriptions import subscriptions_of
from generator.source.replacement_lines import instead

OTHER_ID = warning(
    "published-subscription",
    "People follow /{addresses} under the id “{id}”, which is gone: their calendars and news stop.",
    "Write the old id again, here and where it is named; only names may change:\n{typed}",
)
NO_SUCH_ID = OTHER_ID.with_hint(
    "Put back what has this id. Of a body that is no more, write who does its work now: successor:"
)
_PARTNERS = "campaigns/partners.yml"
_OF_PARTNERS = ("don-vi/", "lich/don-vi/")


def check(subject: Subject) -> Iterable[Diagnostic]:
    """The ids of the last results, if those are not of a moment to come."""
    last, workspace = subject.public_edition, subject.workspace
    if last is None:
        return
    lost: dict[str, list[str]] = defaultdict(list)
    for address, identity in sorted(last.subscriptions.items()):
        lost[identity].append(address)
    known = {*workspace.partners, *workspace.campaigns, *workspace.broken_ids, *_named(workspace)}
    for identity in sorted(lost.keys() - known):
        is_partner = any(each.startswith(_OF_PARTNERS) for each in lost[identity])
        if not workspace.lacks("partner" if is_partner else "campaign"):
            yield _told(subject.plan, identity, lost, is_partner=is_partner)


def _told(plan: Plan, identity: str, lost: dict[str, list[str]], *, is_partner: bool) -> Diagnostic:
    """At the only record that is followed now and was not before: it may be the same one."""
    workspace, now = plan.workspace, set(subscriptions_of(plan).values())
    every = (*workspace.partners.values(),) if is_partner else (*workspace.campaigns.values(),)
    new = [each for each in every if each.id in now and each.id not in lost]
    details = {"addresses": ", /".join(lost[identity]), "id": identity}
    if len(new) == 1:
        where = new[0].where("id")
        return OTHER_ID.at(where, typed=instead(where, identity), **details)
    return NO_SUCH_ID.at(Location(_PARTNERS if is_partner else f"campaigns/{identity}"), **details)


def _named(workspace: Workspace) -> Iterable[str | None]:
    """Ids that something still names: that they are unknown is told there."""
    for campaign in workspace.campaigns.values():
        yield from (campaign.owner, campaign.issuer)
        for activity in campaign.activities:
            yield from (activity.partner, activity.responsible)
    for piece in workspace.pieces.values():
        if isinstance(piece, Deliverable):
            yield from (piece.partner, piece.campaign)
