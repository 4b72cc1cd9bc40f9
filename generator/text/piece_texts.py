"""The texts that readers read, each with the way back to the author's file: one list for all rules.

Of a record they follow from the types of its fields (`model/read_words.py`), so that a new key is
in it by itself.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from generator.diagnostics import Location
from generator.media import media
from generator.model.body import Body
from generator.model.medium import Medium
from generator.model.piece import Piece, day_of
from generator.model.read_words import Prose, ReadWords, read_words
from generator.model.record import Path, Record
from generator.model.workspace import Workspace
from generator.text.prose import prose
from generator.vietnamese.text import column_in_raw, nfc


@dataclass(frozen=True)
class ReadText:
    """A text of a record (`keys` lead to it), or the body of a piece, in normal form C."""

    record: Record
    keys: Path
    text: str
    kind: Prose = Prose.OURS

    @cached_property
    def prose(self) -> str:
        """The text with what is no prose blanked."""
        return prose(self.text)

    @property
    def key(self) -> str:
        """The keys that lead to it, as `picture.alt`; nothing for the body."""
        return ".".join(map(str, self.keys))

    @property
    def piece(self) -> Piece | None:
        """The piece, if it is one of a piece."""
        return self.record if isinstance(self.record, Piece) else None

    @property
    def body(self) -> Body:
        """The body of the piece; an empty one where it is one of no piece."""
        return self.piece.body if self.piece else Body()

    @property
    def where(self) -> Location:
        """The place of the value."""
        return self.record.where(*self.keys)

    @property
    def is_main(self) -> bool:
        """Whether the piece says it itself, and nothing that it names beside."""
        return self.piece is not None and self.key in {"", *self.piece.read_keys}

    @property
    def is_vietnamese(self) -> bool:
        """Whether it should be in Vietnamese."""
        is_foreign = self.kind is Prose.FOREIGN or (self.piece and self.piece.lang != "vi")
        return not is_foreign

    @property
    def day(self) -> date | None:
        """The day on which the piece is broadcast, printed or published, where it has one."""
        moment = getattr(self.piece, "slot", None) or getattr(self.piece, "publish_on", None)
        return day_of(moment) if moment else None

    @property
    def medium(self) -> Medium | None:
        """The medium of the piece."""
        return media()[self.piece.medium] if self.piece else None

    @property
    def is_script(self) -> bool:
        """Whether it is read aloud by whoever speaks in it."""
        return not self.keys and self.medium is not None and self.medium.body == "script"

    @property
    def is_of_artwork(self) -> bool:
        """Whether the piece is printed."""
        return self.medium is not None and self.medium.artwork is not None

    @property
    def status(self) -> str:
        """How far it is; what is no piece is shown as it stands."""
        return self.piece.status if self.piece else "approved"

    def at(self, start: int, end: int) -> Location:
        """The place of a part of the text, or of the value where it is written otherwise."""
        if self.piece and not self.keys:
            return over(self.piece, start, end)
        return within(self.where, self.text, start, end)


def piece_texts(piece: Piece) -> Iterator[ReadText]:
    """Every text of a piece, first those that readers meet first."""
    found = {each.keys: _text(piece, each) for each in read_words(piece)}
    main = [(key,) for key in piece.read_keys]
    yield from (found[keys] for keys in main if keys in found)
    if body := piece.body.text:
        yield ReadText(piece, (), body)
    yield from (text for keys, text in found.items() if keys not in main)


def record_texts(record: Record) -> Iterator[ReadText]:
    """Every text of a record that is no piece."""
    return (_text(record, each) for each in read_words(record))


def read_records(workspace: Workspace) -> Iterator[Record]:
    """Everything beside the pieces whose words readers read."""
    yield workspace.site.file
    for several in (
        workspace.campaigns,
        workspace.partners,
        workspace.places,
        workspace.documents,
        workspace.printers,
    ):
        yield from several.values()
    yield from (workspace.holidays, workspace.abbreviations)


def _text(record: Record, words: ReadWords) -> ReadText:
    return ReadText(record, words.keys, words.text, words.prose)


def over(piece: Piece, start: int, end: int) -> Location:
    """The place of a part of the body; only its first line is marked."""
    text = piece.body.text
    line, column = text.count("\n", 0, start), start - text.rfind("\n", 0, start) - 1
    stop = text.find("\n", start, end)
    return piece.body.at(line, column, (end if stop < 0 else stop) - start)


def within(where: Location, value: str, start: int, end: int) -> Location:
    """The place of a part of a value of YAML."""
    columns = columns_of(where.text, value, start, end)
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
