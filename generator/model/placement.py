"""Where copies of a printed piece hang."""

from typing import Literal

from pydantic import Field

from generator.model.fields import Basis, Copies, Day, QuarterRef, Ref, Text
from generator.model.record import Record

Fixing = Literal[
    "wall", "fence", "frame", "gate", "indoors", "across-road", "power-pole", "signal", "tree"
]
"""What a printed piece is fixed to; the last four are forbidden, and a rule says so."""

INDOORS = "indoors"
ANYWHERE = frozenset({None, "wall"})
"""What does not say whether a piece hangs outdoors: nothing is said, or a wall may be of a room."""


class Placement(Record):
    """Placement: copies of a printed piece at one place."""

    place: Ref
    """Place: the id of the place, as campaigns/places.yml has it.
    Example: tinh-mau
    Effect: the page, the calendar and the run list name the place; its name can be printed on the
    piece."""
    copies: Copies = 1
    """Copies: how many hang there.
    Example: 2
    Effect: counted as planned, ordered in the run list."""
    quarter: QuarterRef | None = None
    """Quarter: the quarter in which they hang, where it is another than that of the piece.
    Example: III/2021
    Effect: the copies are counted in this quarter and hang in its line of the calendar."""
    basis: Basis | None = None
    """Basis: whether a source says the place (source) or we propose it (proposed).
    Example: proposed
    Effect: a place that is proposed bears “đề xuất”."""
    since: Day | None = Field(None, alias="from")
    """First day: the day on which they are hung.
    Example: 5/6/2021
    Effect: begins the period on the page, in the calendar and in the run list."""
    until: Day | None = Field(None, alias="to")
    """Last day: the day on which they are taken down.
    Example: 19/6/2021
    Effect: ends the period; a banner may hang for 15 days at most, and loa check says so."""
    fixing: Fixing | None = None
    """Fixing: what they are fixed to: wall, fence, frame or gate; indoors if they hang in a
    building, where rules for outdoors do not hold; the law forbids the rest.
    Example: fence
    Effect: loa check tells what is hung across a road, on a power pole, a traffic light or a
    tree."""
    arrow: Literal["left", "right", "ahead"] | None = None
    """Arrow: the way from there to the place: left, right or ahead.
    Example: left
    Effect: stands in print where the words of the piece hold {arrow}."""
    distance: Text = ""
    """Distance: how far it is to the place, in words.
    Example: 500 m
    Effect: stands in print where the words of the piece hold {distance}."""
