"""Recordings as episodes of a podcast: the year is the season, numbers run through it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import count

from generator.model.plan import Plan
from generator.model.quarter import Quarter
from generator.model.segment import Segment
from generator.model.workspace import Workspace
from generator.planning.items import item_of
from generator.planning.visibility import start_of


@dataclass(frozen=True, slots=True)
class Episode:
    """A segment with its season (the year), its number in it and its quarter."""

    segment: Segment
    quarter: Quarter
    number: int

    @property
    def season(self) -> int:
        """Seasons are years."""
        return self.quarter.year


@dataclass(frozen=True, slots=True)
class _OnAir:
    """A segment with its quarter and the moment by which it is counted."""

    moment: datetime
    segment: Segment
    quarter: Quarter


def episodes_of(workspace: Workspace) -> dict[str, Episode]:
    """What is heard, or has its number already, by its id; in the order of the slots.

    Numbers that authors wrote stand; what has none, but a recording, takes those that are left, in
    the order of the slots and whatever its state: a number does not change when another segment is
    approved or withdrawn. What has only a quarter comes at its end.
    """
    years: dict[int, list[_OnAir]] = defaultdict(list)
    for each in sorted(_on_air(workspace), key=lambda each: (each.moment, each.segment.id)):
        years[each.quarter.year].append(each)
    found = (episode for year in years.values() for episode in _numbered(year))
    return {episode.segment.id: episode for episode in found}


def episodes(plan: Plan) -> list[Episode]:
    """What readers may hear: every visible segment with a recording."""
    return [
        episode
        for episode in episodes_of(plan.workspace).values()
        if episode.segment.id in plan.visible and episode.segment.audio
    ]


def _numbered(year: Iterable[_OnAir]) -> Iterator[Episode]:
    every = tuple(year)
    taken = {each.segment.episode for each in every}
    left = (number for number in count(1) if number not in taken)
    for each in every:
        yield Episode(each.segment, each.quarter, each.segment.episode or next(left))


def _on_air(workspace: Workspace) -> Iterator[_OnAir]:
    for piece in workspace.pieces.values():
        if not isinstance(piece, Segment) or not (piece.audio or piece.episode):
            continue
        if item := item_of(workspace, piece):
            shown, quarter = piece.publish_on, item.slot.quarter
            if quarter is None and shown is not None:
                quarter = Quarter.of(start_of(shown).date())
            if quarter is not None:
                yield _OnAir(start_of(item.slot.start or shown or quarter.last_day), piece, quarter)
