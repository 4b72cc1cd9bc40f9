"""Which channel takes an activity's pieces, and by what rules."""

from generator.model.campaign import Activity
from generator.model.partner import Channel, Rules
from generator.model.space import ANY_SPACE, Space
from generator.model.workspace import Workspace

LONGEST_HANGING = 15
"""Days that a banner may hang: Law on Advertising 16/2012/QH13, article 27, clause 4."""


def channel_of(workspace: Workspace, activity: Activity, partner: str = "") -> Channel | None:
    """The channel of an activity's partner, or of who is responsible, that takes its medium."""
    for identity in (partner, activity.partner, activity.responsible):
        known = workspace.partners.get(identity or "")
        for channel in known.channels if known else ():
            if channel.medium == activity.medium:
                return channel
    return None


def printing_days(workspace: Workspace, activity: Activity, printer: str | None = None) -> int:
    """Days from the order to the delivery; none where the printer says nothing, which is told."""
    return workspace.printer_of(activity.medium or "", printer).lead or 0


def rules_of(workspace: Workspace, activity: Activity, partner: str = "") -> Rules | None:
    """The rules of that channel, if it has any."""
    channel = channel_of(workspace, activity, partner)
    return channel.rules if channel else None


def space_of(workspace: Workspace, activity: Activity, partner: str = "") -> Space:
    """The space that the channel gives a story; where it says nothing, what we assume."""
    channel = channel_of(workspace, activity, partner)
    return channel.space if channel and channel.space else ANY_SPACE
