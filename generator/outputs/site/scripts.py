"""Radio scripts as plain text, to be read in any program or on paper."""

from collections.abc import Iterator
from functools import partial

from generator.catalogue import words
from generator.media import media
from generator.model import addresses
from generator.model.artifact import Artifact, Audience, digest_of
from generator.model.inputs import Input, made_from
from generator.model.medium import Medium
from generator.model.piece import Piece
from generator.outputs.site.page import Link, link
from generator.outputs.site.shelf import Shelf
from generator.text.script_lines import ScriptLine, written_lines
from generator.vietnamese.capitals import capitals

_FORM = "3"  # changes when the same script would be written differently
_MARK = "\ufeff"  # old editors on Windows take a text without it for another encoding


def pages(shelf: Shelf) -> Iterator[Artifact]:
    """A text file for each visible script."""
    for medium in media().values():
        for piece in shelf.by_medium[medium.name] if medium.body == "script" else ():
            words = digest_of(piece.title, piece.summary, piece.body.text)
            digest = made_from({Input.FORM: _FORM, Input.WORDS: words})
            path = addresses.script_text(medium, piece)
            yield Artifact(path, Audience.PUBLIC, digest, partial(_text, piece))


def script_links(medium: Medium, piece: Piece) -> list[Link]:
    """The download on the page of a script."""
    if medium.body != "script":
        return []
    note = words("text, opens in any program")
    return [link(words("Script to read aloud"), addresses.script_text(medium, piece), note=note)]


def _text(piece: Piece) -> Iterator[bytes]:
    written = written_lines(piece.body.text)
    parts = [capitals(piece.title), piece.summary]
    parts += [_paragraph(line) for line in written if line.kind != "note"]
    below = [line.plain_text for line in written if line.kind == "note"]
    parts += [f"[{words('Notes, not to be read')}]", *below] if below else []
    whole = "\n\n".join(part for part in parts if part) + "\n"
    yield (_MARK + whole).replace("\n", "\r\n").encode()


def _paragraph(line: ScriptLine) -> str:
    """What nobody reads stands in brackets."""
    if line.kind == "speech":
        return f"{line.speaker}: {line.plain_text}" if line.speaker else line.plain_text
    return f"[{line.plain_text}]"
