"""What people subscribe to under the id of a partner or a plan: feeds and calendar files."""

from generator.model import addresses
from generator.model.plan import Plan
from generator.planning.feed_list import feeds_of


def subscriptions_of(plan: Plan) -> dict[str, str]:
    """The id in each such address, by the address; calendar programs go on asking for it."""
    found: dict[str, str] = {}
    for campaign in plan.workspace.campaigns:
        found[addresses.campaign_feed(campaign)] = campaign
    paths = {feed.path for feed in feeds_of(plan)}
    for partner in plan.workspace.partners:
        if (path := addresses.partner_feed(partner)) in paths:
            found[path] = partner
    for event in plan.events:
        for partner in event.partners:
            if partner in plan.workspace.partners:
                found[addresses.partner_calendar(partner)] = partner
        for quarter in event.quarters:
            path = addresses.campaign_calendar(event.campaign.id, quarter)
            found[path] = event.campaign.id
    return found
