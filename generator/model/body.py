"""The Markdown of a piece, with the way back to the author's file."""

from dataclasses import dataclass
from functools import lru_cache

from generator.diagnostics import Location
from generator.vietnamese.text import column_in_raw


@dataclass(frozen=True, slots=True)
class Body:
    """NFC Markdown; `file_text` is the same as in the file, from line `first` of `path` on."""

    text: str = ""
    path: str = ""
    first: int = 1
    file_text: str = ""

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines of the text."""
        return _lines(self.text)

    @property
    def raw(self) -> tuple[str, ...]:
        """The same lines as saved."""
        return _lines(self.file_text)

    def at(self, line: int, column: int = 0, width: int = 1) -> Location:
        """The place of a 0-based line and 0-based column of `text` in the author's file."""
        raw = self.raw
        saved = raw[line] if line < len(raw) else ""
        start, end = column, column + width
        if raw[line : line + 1] != self.lines[line : line + 1]:
            start, end = column_in_raw(saved, start), column_in_raw(saved, end)
        units = len(saved[:start].encode("utf-16-le", "surrogatepass")) // 2
        wide = len(saved[start:end].encode("utf-16-le", "surrogatepass")) // 2
        return Location(self.path, self.first + line, units + 1, max(1, wide), saved)

    def find(self, needle: str, lines: tuple[int, int], nth: int = 0) -> Location | None:
        """The place of the `nth` (from 0) of its like between two 0-based lines."""
        for number, line in enumerate(self.lines[lines[0] : lines[1]], lines[0]):
            at = line.find(needle)
            while at >= 0 and nth:
                nth -= 1
                at = line.find(needle, at + len(needle))
            if at >= 0:
                return self.at(number, at, len(needle))
        return None


@lru_cache(2)  # of one text many places are asked for, one after the other
def _lines(text: str) -> tuple[str, ...]:
    return tuple(text.split("\n"))
