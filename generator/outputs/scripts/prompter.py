"""A script as plain text for a prompter: what is said and nothing written in figures."""

from collections.abc import Iterator

from generator.catalogue import words
from generator.outputs.scripts.script_sheet import ScriptSheet
from generator.text.sheet import SheetRow, sentences
from generator.vietnamese.capitals import capitals

BOM = "\ufeff"
"""Without it, programs of older stations take the text for their own code page."""


def prompter(sheet: ScriptSheet) -> bytes:
    """A sentence a line; UTF-8 with a mark, lines that end as in Windows.

    Cues, headings and all else that is not read stand in brackets, notes below the script; that it
    is not approved yet stands first.
    """
    lines = [] if sheet.is_approved else [f"[{sheet.status}]", ""]
    lines += [capitals(sheet.piece.title), ""]
    for row in sheet.rows:
        lines += _lines(row)
    lines += _notes(sheet)
    return (BOM + "\r\n".join(lines).rstrip() + "\r\n").encode()


def _notes(sheet: ScriptSheet) -> Iterator[str]:
    if sheet.notes:
        yield f"[{words('Notes, not to be read')}]"
        yield from (f"[{note.number}] {note.text}" for note in sheet.notes)


def _lines(row: SheetRow) -> Iterator[str]:
    if row.heading:
        yield f"[{row.heading}]"
        yield ""
    for label, text in row.cues:
        yield f"[{label}{': ' if text else ''}{text}]"
        yield ""
    if row.speech:
        if row.speaker:
            yield f"{row.speaker.upper()}:"
        yield from (sentence.strip() for sentence in sentences(row.speech))
        yield ""
