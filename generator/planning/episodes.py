"""Recordings as episodes of a podcast: the year is the season, numbers run through it."""

from collections import defaultdict
from dataclasses import dataclass

from generator.model.plan import Plan
from generator.model.quarter import Quarter
from generator.model.segment import Segment
from generator.model.workspace import Workspace


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


def episodes_of(workspace: Workspace) -> dict[str, Episode]:
    """Every segment that has a quarter, by its id.

    Counted by quarter and id, whatever their state, so that a number does not change when another
    segment appears, moves within its quarter or is withdrawn. `episode:` overrules the count.
    """
    years: dict[int, list[tuple[Quarter, Segment]]] = defaultdict(list)
    for piece in workspace.pieces.values():
        if isinstance(piece, Segment) and (quarter := _quarter(workspace, piece)):
            years[quarter.year].append((quarter, piece))
    return {
        segment.id: Episode(segment, quarter, segment.episode or count)
        for found in years.values()
        for count, (quarter, segment) in enumerate(sorted(found, key=_order), 1)
    }


def episodes(plan: Plan) -> list[Episode]:
    """What readers may hear: every visible segment with a recording."""
    return [
        episode
        for episode in episodes_of(plan.workspace).values()
        if episode.segment.id in plan.visible and episode.segment.audio
    ]


def _quarter(workspace: Workspace, segment: Segment) -> Quarter | None:
    campaign = workspace.campaigns.get(segment.campaign)
    return segment.quarter_in(campaign.period) if campaign else None


def _order(pair: tuple[Quarter, Segment]) -> tuple[Quarter, str]:
    return pair[0], pair[1].id
