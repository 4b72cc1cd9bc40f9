"""What a plan has of a quarter, in words: its own figure, or what we share out of it to compare."""

from collections.abc import Iterable

from generator.catalogue import words
from generator.model.campaign import Activity
from generator.vietnamese.numbers import format_number


def quarter_plan(activity: Activity, promised: int | None) -> str:
    """What the plan has of a quarter; in brackets where we share its figure out evenly."""
    if promised is None:
        return "–"
    return f"({format_number(promised)})" if is_shared_out(activity) else format_number(promised)


def is_shared_out(activity: Activity) -> bool:
    """Whether the plan states a figure, and none of each of its quarters."""
    return activity.quantity is not None and len(set(activity.quarters)) > 1


def shares_note(activities: Iterable[Activity]) -> str:
    """What figures of quarters in brackets are; nothing where there are none."""
    if not any(map(is_shared_out, activities)):
        return ""
    return words(
        "In brackets: the plan states no figure of a quarter; its own is shared out evenly, only "
        "to compare."
    )
