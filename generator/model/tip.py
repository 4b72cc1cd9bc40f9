"""Something that a reader can do tomorrow, and what a source says that it costs or saves."""

from typing import Annotated

from pydantic import WithJsonSchema

from generator.model.fields import Code, SourceRef, Text
from generator.model.read_words import Prose
from generator.model.reading import reading, reject
from generator.model.record import Record
from generator.model.slips import BAD_NUMBER

LONGEST_FIGURE = 16
"""Characters of a figure that is set as large as a heading."""


def _figure(value: str) -> str:
    """With its sign or its unit: «90%», «9 tấn», «15–30%»."""
    is_figure = any(map(str.isdecimal, value)) and len(value) <= LONGEST_FIGURE
    return value if is_figure else reject()


ShownFigure = Annotated[
    str,
    reading(_figure, BAD_NUMBER, "20–30%"),
    Prose.OURS,
    WithJsonSchema({"type": ["string", "number"]}),
]


class TipFigure(Record):
    """Figure: what a source says that this saves, loses or costs."""

    figure: ShownFigure
    """Figure: the number as it is read, with its sign or a short unit.
    Example: 20–30%
    Effect: as large as a heading; loa check holds it against the source."""
    about: Text
    """What it is: of what it is so much, and where that was measured.
    Example: khí nén thường mất qua chỗ rò
    Effect: below the figure."""
    source: SourceRef
    """Source: the document and its line, or the page, that says the figure.
    Example: https://example.org/bao-cao
    Effect: a link below the figure; without a source there is no figure."""


class Tip(Record):
    """Thing to do: what a reader can begin with tomorrow."""

    title: Text
    """Thing to do: in a few words, as one tells a colleague.
    Example: Đi tìm chỗ xì lúc máy nghỉ
    Effect: as a heading."""
    text: Text = ""
    """How: one or two sentences.
    Example: Nghe vào giờ nghỉ, quét nước xà phòng, buộc dây màu.
    Effect: below the heading."""
    cost: Text = ""
    """What it takes: money, time or hands, in words.
    Example: một buổi, không mua gì
    Effect: in a line of its own; a figure of a source belongs into figures."""
    figures: tuple[TipFigure, ...] = ()
    """Figures: what it saves or costs, where a source says so.
    Effect: as large numerals, each with its source; without them none is shown."""
    to: Code = ""
    """Where it goes on: the path to the .md file of a piece, as of a calculator.
    Example: ../cong-cu/ro-khi-nen.md
    Effect: a link below; one to what is not public yet is left out."""
    drawing: Text = ""
    """Drawing: the name of one of those of the panels.
    Example: ro-hoi
    Effect: beside the words."""
