"""What publishes nothing has a kind and sessions; what is published has a medium and pieces."""

from collections.abc import Iterable, Iterator

from generator.checks import Subject
from generator.diagnostics import Diagnostic, Rule
from generator.media import media
from generator.model.campaign import Activity

WITH_MEDIUM = Rule(
    "kind-beside-medium",
    "The activity “{activity}” has a medium, so pieces are made for it: “{key}” is for what "
    "publishes nothing.",
    "Remove {key}:, or remove medium: where nothing is published.",
)


def check(subject: Subject) -> Iterable[Diagnostic]:
    """Every activity of every plan."""
    for campaign in subject.workspace.campaigns.values():
        for activity in campaign.activities:
            if activity.medium in media():  # else that is told
                yield from _both(activity)


def _both(activity: Activity) -> Iterator[Diagnostic]:
    keys = [key for key in ("kind", "sessions") if getattr(activity, key)]
    for key in keys[:1]:
        yield WITH_MEDIUM.at(activity.where(key), activity=activity.id, key=key)
