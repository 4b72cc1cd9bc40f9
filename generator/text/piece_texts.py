"""The texts of a piece that readers read, each with the way back to the author's file."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.diagnostics import Location
from generator.model.piece import Piece
from generator.text.prose import prose
from generator.vietnamese.text import column_in_raw, nfc


@dataclass(frozen=True, slots=True)
class PieceText:
    """The body of a piece, or (`key`) a text of its front matter, in normal form C.

    `prose` is the text with what is no prose blanked.
    """

    piece: Piece
    key: str
    text: str
    prose: str

    def at(self, start: int, end: int) -> Location:
        """The place of a part of the text, or of the value where it is written otherwise."""
        return front(self.piece, self.key, start, end) if self.key else over(self.piece, start, end)


def piece_texts(piece: Piece) -> Iterator[PieceText]:
    """Every text of a piece, in the order in which readers meet them."""
    for key in piece.read_keys:
        if text := getattr(piece, key):
            yield PieceText(piece, key, text, prose(text))
    if body := piece.body.text:
        yield PieceText(piece, "", body, prose(body))


def over(piece: Piece, start: int, end: int) -> Location:
    """The place of a part of the body; only its first line is marked."""
    text = piece.body.text
    line, column = text.count("\n", 0, start), start - text.rfind("\n", 0, start) - 1
    stop = text.find("\n", start, end)
    return piece.body.at(line, column, (end if stop < 0 else stop) - start)


def front(piece: Piece, key: str, start: int, end: int) -> Location:
    """The place of a part of a text of the front matter."""
    where = piece.where(key)
    columns = columns_of(where.text, getattr(piece, key), start, end)
    if columns is None:
        return where
    before, part = where.text[: columns[0]], where.text[columns[0] : columns[1]]
    return replace(where, column=_units(before) + 1, width=max(1, _units(part)))


def columns_of(line: str, value: str, start: int, end: int) -> tuple[int, int] | None:
    """Where a part of a value stands in the line as saved; None if it is written otherwise.

    That is so when the value goes over several lines, or has escapes.
    """
    composed = nfc(line)
    if composed.count(value) != 1:
        return None
    at = composed.find(value)
    return column_in_raw(line, at + start), column_in_raw(line, at + end)


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
