"""A script to be read aloud by whoever opens its page, and the chapters of its recording."""

from collections.abc import Iterator, Mapping

from generator.media import media
from generator.model import addresses
from generator.model.piece import Piece
from generator.model.scripted_piece import Scripted
from generator.model.segment import Segment
from generator.outputs.site.shelf import Shelf
from generator.text.rates import rate_of
from generator.text.script import read_script
from generator.text.script_lines import ScriptLine, written_lines
from generator.vietnamese.dates import format_length

SCRIPT = "assets/aloud.js"
_TITLE = 60  # characters of a chapter that begins with what is said


def aloud(shelf: Shelf, piece: Piece) -> Mapping[str, object]:
    """What the page of a script offers to whoever reads it aloud; nothing of other pieces."""
    if not isinstance(piece, Scripted):
        return {}
    seconds = reading_seconds(shelf, piece)
    offer = {
        "seconds": seconds,
        "length": format_length(seconds),
        "url": addresses.script_text(media()[piece.medium], piece),
        "is_recorded": isinstance(piece, Segment) and bool(piece.audio),
    }
    return {"aloud": offer, "scripts": [SCRIPT]}


def reading_seconds(shelf: Shelf, piece: Scripted) -> int:
    """How long it takes to read, in tens of seconds."""
    plan, memory = shelf.plan, shelf.context.memory
    readings, rate = plan.workspace.abbreviations.readings, rate_of(shelf.rates, plan, piece)

    known = repr((piece.body.text, sorted(readings.items()), rate))
    usual: int = memory.read(
        "reading", known, lambda: read_script(piece.body.text).estimate(readings, rate).usual
    )
    return max(10, round(usual, -1))


def chapters(segment: Segment) -> list[dict[str, object]]:
    """Where headings and cues begin in the recording; fewer than two are no chapters."""
    found = [*_chapters(segment)]
    return found if len(found) > 1 else []


def _chapters(segment: Segment) -> Iterator[dict[str, object]]:
    """A chapter begins with a cue or below a heading, and is named by it or by what is said."""
    times = iter(segment.times)
    title, begin = "", None
    for line in written_lines(segment.body.text):
        if line.kind == "heading":
            title = line.plain_text
        elif line.kind != "note" and line.words:
            time = next(times, None)
            begin = time if begin is None and (line.cue or title) else begin
            if not line.cue:
                if begin is not None:
                    yield _chapter(begin, title or _words(line))
                title, begin = "", None


def _chapter(seconds: int, title: str) -> dict[str, object]:
    return {"at": seconds, "clock": f"{seconds // 60}:{seconds % 60:02}", "title": title}


def _words(line: ScriptLine) -> str:
    """The beginning of what is said, cut at a word."""
    if len(line.words) <= _TITLE:
        return line.words
    return f"{line.words[:_TITLE].rpartition(' ')[0]} …"
