"""What publishes nothing has a kind and sessions; what is published has a medium and pieces."""

from collections.abc import Iterable, Iterator

from generator.checks import Subject
from generator.diagnostics import Diagnostic, Location, Rule
from generator.media import media
from generator.model.campaign import Activity, Campaign

WITH_MEDIUM = Rule(
    "kind-beside-medium",
    "The activity “{activity}” has a medium, so pieces are made for it: “{key}” is for what "
    "publishes nothing.",
    "Remove {key}:, or remove medium: where nothing is published.",
)


DUTY_TWICE = Rule(
    "duty-twice",
    "The duty “{id}” is there twice: {first} has it already.",
    "Give one of the two another id, or none.",
)


def check(subject: Subject) -> Iterable[Diagnostic]:
    """Every activity and every duty of every plan."""
    for campaign in subject.workspace.campaigns.values():
        yield from _twice(campaign)
        for activity in campaign.activities:
            if activity.medium in media():  # else that is told
                yield from _both(activity)


def _twice(campaign: Campaign) -> Iterator[Diagnostic]:
    """Evidence of the one would be taken for evidence of the other."""
    first: dict[str, Location] = {}
    for duty in campaign.responsibilities:
        if duty.id in first:
            yield DUTY_TWICE.at(duty.where("id"), id=duty.id, first=first[duty.id])
        elif duty.id:
            first[duty.id] = duty.where("id")


def _both(activity: Activity) -> Iterator[Diagnostic]:
    keys = [key for key in ("kind", "sessions") if getattr(activity, key)]
    for key in keys[:1]:
        yield WITH_MEDIUM.at(activity.where(key), activity=activity.id, key=key)
