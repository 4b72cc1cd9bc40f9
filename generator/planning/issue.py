"""Of a plan that is a draft, or not issued yet, nothing is made and nothing is public."""

from dataclasses import replace
from datetime import datetime

from generator.model.campaign import Campaign
from generator.model.plan import Plan
from generator.planning.visibility import start_of


def is_issued(campaign: Campaign, as_of: datetime) -> bool:
    """Whether its day has come; of a plan that states none nobody knows better.

    A plan of which something is still to be decided is not issued.
    """
    has_come = campaign.issued_on is None or start_of(campaign.issued_on) <= as_of
    return has_come and not campaign.is_draft


def without_drafts(plan: Plan) -> Plan:
    """The plan as it may leave the desk: without the campaigns that are not issued yet.

    Their pieces stay, since texts link to them; `expand` lets none of them be visible.
    """
    every = plan.workspace.campaigns
    known = {key: campaign for key, campaign in every.items() if is_issued(campaign, plan.as_of)}
    if len(known) == len(every):
        return plan
    of_workspace = (release for release in plan.workspace.releases if release.campaign in known)
    return replace(
        plan,
        workspace=replace(plan.workspace, campaigns=known, releases=tuple(of_workspace)),
        lines=tuple(line for line in plan.lines if line.campaign.id in known),
        timetable=tuple(entry for entry in plan.timetable if entry.campaign.id in known),
        items={key: item for key, item in plan.items.items() if item.campaign.id in known},
        events=tuple(event for event in plan.events if event.campaign.id in known),
        releases=tuple(release for release in plan.releases if release.campaign in known),
    )
