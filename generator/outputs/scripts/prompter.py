"""A script as plain text for a prompter: what is said and nothing written in figures."""

from collections.abc import Iterator

from generator.outputs.scripts.sheet import Sheet
from generator.text.sheet import Row, sentences

BOM = "\ufeff"
"""Without it, programs of older stations take the text for their own code page."""


def prompter(sheet: Sheet) -> bytes:
    """A sentence a line, cues in brackets; UTF-8 with a mark, lines that end as in Windows."""
    lines = [sheet.piece.title.upper(), ""]
    for row in sheet.rows:
        lines += _lines(row)
    return (BOM + "\r\n".join(lines).rstrip() + "\r\n").encode()


def _lines(row: Row) -> Iterator[str]:
    for label, text in row.cues:
        yield f"[{label}{': ' if text else ''}{text}]"
        yield ""
    if row.spoken:
        if row.speaker:
            yield f"{row.speaker.upper()}:"
        yield from (sentence.strip() for sentence in sentences(row.spoken))
        yield ""
