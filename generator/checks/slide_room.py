"""What a slide shows can be read from the last row of a class."""

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Rule
from generator.model.piece import Piece
from generator.model.slide_piece import SlidePiece
from generator.text.deck import (
    LEAST_LETTERS,
    MOST_LINES,
    MOST_TITLE,
    TITLE,
    Slide,
    line_of,
    slides_of,
    title_lines,
)

NO_SLIDES = Rule(
    "slide-missing",
    "No heading begins a slide: the presentation is its cover alone.",
    "Write ## and a title before what each slide shows; what is only said stands behind >.",
)
TOO_FULL = Rule(
    "slide-too-full",
    "The slide “{title}” takes {lines} lines; {most} can be read in a class, in letters of "
    "{letters} points. From here on nothing fits.",
    "Begin another slide here with ## and a title, or write what is only said behind >: it then "
    "stands in the notes of the speaker.",
)
LONG_TITLE = Rule(
    "slide-title-long",
    "The title of this slide takes {lines} lines; {most} fit.",
    "Shorten it to {signs} signs.",
)
SECOND_SHAPE = Rule(
    "slide-crowded",
    "This is the second picture or table of the slide “{title}”; there is room for one.",
    "Begin another slide above it with ## and a title, or remove it.",
)


def check_piece(piece: Piece) -> Iterator[Diagnostic]:
    """The slides of a piece."""
    if not isinstance(piece, SlidePiece) or not piece.body.text.strip():
        return
    slides = slides_of(piece.body.text)[1:]
    if not slides:
        first = next(at for at, line in enumerate(piece.body.lines) if line.strip())
        yield NO_SLIDES.at(piece.body.at(first))
    for slide in slides:
        yield from _title(piece, slide)
        yield from _words(piece, slide)
        yield from _shapes(piece, slide)


def _title(piece: Piece, slide: Slide) -> Iterator[Diagnostic]:
    lines = title_lines(slide.title)
    if lines > MOST_TITLE:
        signs = MOST_TITLE * TITLE
        where = piece.body.at(slide.line)
        yield LONG_TITLE.at(where, lines=lines, most=MOST_TITLE, signs=signs)


def _words(piece: Piece, slide: Slide) -> Iterator[Diagnostic]:
    """Told at the first line that does not fit."""
    whole, lines = slide.lines(), 0
    for block, more in slide.measures():
        lines += more
        if lines > MOST_LINES:
            shown = {"title": slide.title, "lines": whole, "most": MOST_LINES}
            where = piece.body.at(line_of(block))
            yield TOO_FULL.at(where, letters=LEAST_LETTERS, **shown)
            return


def _shapes(piece: Piece, slide: Slide) -> Iterator[Diagnostic]:
    for block in slide.shapes[1:]:
        yield SECOND_SHAPE.at(piece.body.at(line_of(block)), title=slide.title)
