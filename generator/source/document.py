"""Bytes to lines of text, or the reason why not."""

from dataclasses import dataclass

from generator.diagnostics import Diagnostic, Location, Rule
from generator.vietnamese.numbers import format_number

LARGEST = 400_000  # bytes; a book of 70,000 words is less

NOT_UTF8 = Rule(
    "not-utf8",
    "This file is not saved as UTF-8: the byte {byte} cannot be read.",
    "Open it in the editor that made it and save it again with the encoding UTF-8.",
)
NUL_BYTES = Rule(
    "not-text",
    "This is not a text file (it holds zero bytes).",
    "Save it as plain text in UTF-8, or move it to assets/ if it is a picture or a recording.",
)
TOO_LARGE = Rule(
    "file-too-large",
    "This file is larger than {largest} bytes, the most that a text file may have.",
    "Split it into several pieces, and put pictures into assets/.",
)
EMPTY_FILE = Rule("empty-file", "This file is empty.", "Write something in it, or delete it.")


@dataclass(frozen=True, slots=True)
class Document:
    """A file's text as saved (no BOM, line ends as LF) and its lines."""

    path: str
    text: str
    lines: tuple[str, ...]

    def at(self, line: int, column: int = 0, width: int = 1) -> Location:
        """The location of a 0-based line and code point column; past the end is the last line."""
        line = max(0, min(line, len(self.lines) - 1))
        saved = self.lines[line] if self.lines else ""
        if saved.isascii() and column + width <= len(saved):
            return Location(self.path, line + 1, column + 1, max(1, width), saved)
        units = _units(saved[:column])
        return Location(
            self.path, line + 1, units + 1, max(1, _units(saved[column : column + width])), saved
        )


def read_document(path: str, data: bytes) -> Document | Diagnostic:
    """Decode a file; the first thing that stops it is the only thing told about it."""
    if len(data) > LARGEST:
        return TOO_LARGE.at(Location(path), largest=format_number(LARGEST))
    if b"\0" in data and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return NUL_BYTES.at(Location(path))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _undecodable(path, data, error)
    if not text.strip():
        return EMPTY_FILE.at(Location(path))
    return document(path, text)


def document(path: str, text: str) -> Document:
    """A document from text that is already decoded."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return Document(path, text, tuple(text.split("\n")))


def _undecodable(path: str, data: bytes, error: UnicodeDecodeError) -> Diagnostic:
    before = data[: error.start].decode("utf-8-sig", "replace")
    line, column = before.count("\n"), len(before) - before.rfind("\n") - 1
    shown = data.decode("utf-8-sig", "replace").split("\n")[line].rstrip("\r")
    where = Location(path, line + 1, _units(before[len(before) - column :]) + 1, 1, shown)
    return NOT_UTF8.at(where, byte=f"0x{data[error.start]:02X}")


def _units(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2
