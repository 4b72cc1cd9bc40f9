"""The space that a paper gives a story: what its copy must fit."""

from typing import Literal

from generator.model.fields import Basis, Copies, Length, Resolution, SourceRef
from generator.model.record import Record


class Extent(Record):
    """Extent: how much of something, at least and at most.

    Words are what stands between spaces, as Word counts Vietnamese; characters include spaces.
    """

    least: Copies | None = None
    """At least: the least.
    Example: 400
    Effect: less is told by loa check and on the slip."""
    most: Copies | None = None
    """At most: the most.
    Example: 600
    Effect: more is told by loa check and on the slip."""
    unit: Literal["words", "characters", "lines"] = "words"
    """Unit: words, characters or lines of a column.
    Example: words
    Effect: how it is counted; lines need line of the space."""
    basis: Basis = "proposed"
    """Basis: whether the paper says it (source) or we assume it (proposed).
    Example: proposed
    Effect: what is assumed bears † on the slip."""
    source: SourceRef | None = None
    """Source: the document and the line, or the page, that say it.
    Example: https://example.org/quy-cach
    Effect: kept in the file, for whoever checks it."""


class Space(Record):
    """Space: the space of one story, of its parts and of its pictures."""

    headline: Extent | None = None
    """Headline: how long the headline may be.
    Effect: held against the story on the slip and by loa check."""
    standfirst: Extent | None = None
    """Standfirst: how long the standfirst may be.
    Effect: held against the story on the slip and by loa check."""
    body: Extent | None = None
    """Text: how long the text may be.
    Effect: held against the story on the slip and by loa check."""
    caption: Extent | None = None
    """Caption: how long the caption of a picture may be.
    Effect: held against the story on the slip and by loa check."""
    credit: Extent | None = None
    """Credit: how long the credit of a picture may be.
    Effect: held against the story on the slip and by loa check."""
    pictures: Extent | None = None
    """Pictures: how many pictures there may be.
    Effect: held against the story on the slip and by loa check."""
    columns: Copies | None = None
    """Columns: over how many columns the story runs.
    Example: 2
    Effect: the slip tells how many lines each column takes."""
    column: Length | None = None
    """Width of a column: how wide one column is.
    Example: 45 mm
    Effect: on the slip."""
    line: Copies | None = None
    """Characters of a line: how many characters a line of a column holds.
    Example: 32
    Effect: with it, lengths are reckoned in lines too."""
    picture: Length = 120.0
    """Width of a picture: the width at which a picture is printed.
    Example: 120 mm
    Effect: how many pixels a picture for the paper must have."""
    resolution: Resolution = 300
    """Resolution: pixels per inch at that width.
    Example: 300
    Effect: how many pixels a picture for the paper must have."""
    basis: Basis = "proposed"
    """Basis: whether the paper says it (source) or we assume it (proposed).
    Example: proposed
    Effect: kept in the file, for whoever checks it."""
    source: SourceRef | None = None
    """Source: the document and the line, or the page, that say it.
    Example: https://example.org/quy-cach
    Effect: kept in the file, for whoever checks it."""


ANY_SPACE = Space.model_validate({"headline": {"most": "12"}})
"""What is assumed of a paper that says nothing."""
