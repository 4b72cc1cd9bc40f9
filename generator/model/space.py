"""The space that a paper gives a story: what its copy must fit."""

from typing import Literal

from generator.model.fields import Copies, Length, Resolution, SourceRef
from generator.model.piece import Basis
from generator.model.record import Record


class Extent(Record):
    """How much of something, at least and at most; `basis: proposed` is our assumption.

    Words are what stands between spaces, as Word counts Vietnamese; characters include spaces.
    Lines are those of a column, each of so many characters as `line` of the space says.
    """

    least: Copies | None = None
    most: Copies | None = None
    unit: Literal["words", "characters", "lines"] = "words"
    basis: Basis = "proposed"
    source: SourceRef | None = None


class Space(Record):
    """The space of one story (khuôn bài): of its parts, and of its pictures.

    `columns` is how many columns it runs over and `column` the width of one, `picture` the width
    at which a picture is printed, all in mm; `resolution` in pixels per inch at that width. `line`
    is how many characters a line of a column holds: with it, texts are reckoned in lines too.
    """

    headline: Extent | None = None
    standfirst: Extent | None = None
    body: Extent | None = None
    caption: Extent | None = None
    credit: Extent | None = None
    pictures: Extent | None = None
    columns: Copies | None = None
    column: Length | None = None
    line: Copies | None = None
    picture: Length = 120.0
    resolution: Resolution = 300
    basis: Basis = "proposed"
    source: SourceRef | None = None


ANY_SPACE = Space.model_validate({"headline": {"most": "12"}})
"""What is assumed of a paper that says nothing."""
