"""What something in the workspace tells to be done: what lies in no file was never told."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from generator.model.campaign import Campaign
from generator.model.evidence import DONE_STAGES, Evidence
from generator.model.grouping import groups_of
from generator.model.piece import day_of
from generator.model.plan import Plan
from generator.model.plan_line import Item
from generator.model.workspace import Workspace
from generator.planning.completion import completions
from generator.planning.deed_counts import EvidenceUse, amount, evidence_by, unit_of, uses_of
from generator.planning.evidence_targets import (
    AT_PLACE,
    EvidenceTarget,
    is_of_deed,
    valid_evidence,
)

Deeds = frozenset[tuple[str, str]]


def deeds_of(workspace: Workspace, items: Mapping[str, Item], today: date) -> Deeds:
    """Campaign and id of each session, slot, activity and duty of which evidence tells it by a day.

    A thing of several copies is done once all of them are. Whether anybody has verified it is
    another question (`deed_counts.py`).
    """
    told = [
        evidence
        for evidence in valid_evidence(workspace, today)
        if evidence.stage in DONE_STAGES and is_of_deed(evidence) and day_of(evidence.on) <= today
    ]
    named = {(evidence.campaign, name) for evidence in told for name in evidence.of}
    deeds = completions(_uses(told, items))
    things = {(items[key].campaign.id, key): deed.is_done for key, deed in deeds.items()}
    return frozenset(named - things.keys() | {key for key, is_done in things.items() if is_done})


def _uses(told: Iterable[Evidence], items: Mapping[str, Item]) -> Iterator[EvidenceUse]:
    for evidence in told:
        for name in evidence.of:
            head, _, place = name.partition(AT_PLACE)
            item = items.get(head)
            if item and item.campaign.id == evidence.campaign:
                yield EvidenceUse(evidence, EvidenceTarget(item.activity, item, place))


def told_of_lines(plan: Plan, campaign: Campaign) -> dict[str, int]:
    """How much of each activity is done beyond its things that have a day, by ids of activities.

    Two classes that a unit reports, and that the plan has nowhere, need no day any more.
    """
    known = (each for each in evidence_by(plan) if each.campaign == campaign.id)
    mine = (use for use in uses_of(plan, known) if use.is_done)
    found = {}
    for uses in groups_of((use.target.activity.id, use) for use in mine).values():
        activity = uses[0].target.activity
        whole = amount(uses, activity, unit_of(activity))
        things = sum(deed.done_copies for deed in completions(uses).values())
        found[activity.id] = max(0, int((whole.number if whole else None) or 0) - things)
    return found
