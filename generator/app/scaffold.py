"""A new file that passes `check`, for an editor to fill in."""

import json
import posixpath
from dataclasses import dataclass

from generator.catalogue import words
from generator.model.campaign import Activity, Campaign
from generator.model.medium import Medium
from generator.model.plan import Plan
from generator.model.quarter import ROMAN
from generator.vietnamese.slugs import slugify


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the editor asked for; empty means "choose for me"."""

    medium: Medium
    title: str = ""
    campaign: str = ""
    activity: str = ""


class NoActivityError(Exception):
    """No campaign promises anything of this medium."""


def scaffold(plan: Plan, wanted: Wanted) -> tuple[str, str]:
    """The path of the new file and its text."""
    medium = wanted.medium
    title = wanted.title or words("A title of at most twelve words")
    if medium.placing == "none":
        identity = _free(plan, slugify(wanted.title) or medium.name)
        values = {"campaign": "", "activity": "", "quarter": ""}
    else:
        campaign, activity = _promise(plan, wanted)
        number = min(activity.quarters, default=1)
        values = {
            "campaign": campaign.id,
            "activity": activity.id,
            "quarter": f"{ROMAN[number - 1]}/{campaign.period}",
        }
        identity = _free(plan, f"{activity.id}-{campaign.period}")
    text = medium.starter.format(
        id=identity,
        title=json.dumps(title, ensure_ascii=False),
        summary=json.dumps(
            words("One sentence that says what readers find here."), ensure_ascii=False
        ),
        body=words("Write the text here."),
        **values,
    )
    return posixpath.join("content", medium.section, f"{identity}.md"), text


def _promise(plan: Plan, wanted: Wanted) -> tuple[Campaign, Activity]:
    """The newest campaign's first activity of the medium, or the one that was named."""
    campaigns = sorted(plan.workspace.campaigns.values(), key=lambda c: (-c.period, c.id))
    for campaign in campaigns:
        for activity in campaign.activities:
            fits = activity.medium == wanted.medium.name
            named = wanted.campaign in {"", campaign.id} and wanted.activity in {"", activity.id}
            if fits and named:
                return campaign, activity
    raise NoActivityError(wanted.medium.name)


def _free(plan: Plan, base: str) -> str:
    """The base with the first number that no piece has yet."""
    taken = set(plan.workspace.pieces) | plan.workspace.broken
    if base not in taken and not base[-1].isdigit():
        return base
    return next(name for n in range(1, len(taken) + 2) if (name := f"{base}-{n}") not in taken)
