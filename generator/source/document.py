"""Bytes to lines of text, or the reason why not."""

import re
from dataclasses import dataclass

from generator.diagnostics import Diagnostic, Location, Rule
from generator.vietnamese.numbers import format_number

LARGEST = 400_000  # bytes; a book of 70,000 words is less

NOT_UTF8 = Rule(
    "not-utf8",
    "This file is saved as {what}, not as UTF-8.",
    "Open it in the editor that made it and save it again with the encoding UTF-8 "
    "(Notepad: Save as, Encoding, UTF-8).",
)
NOT_TEXT = Rule(
    "not-text",
    "This is {what}, not a text file.",
    "Save it as plain text in UTF-8, or move it to assets/ if it is a picture or a recording.",
)
NOT_TEXT_OF_WORD = NOT_TEXT.with_hint(
    "Take it out of this folder, and let loa import make a text of it."
)
TOO_LARGE = Rule(
    "file-too-large",
    "This file is larger than {largest} bytes, the most that a text file may have.",
    "Split it into several pieces, and put pictures into assets/.",
)
EMPTY_FILE = Rule("empty-file", "This file is empty.", "Write something in it, or delete it.")

CONFLICT = Rule(
    "conflict-marker",
    "Two versions of this text were put together by a program; nobody has chosen one yet.",
    "Keep one of the two versions, and delete the lines that begin with <<<<<<<, ======= and "
    ">>>>>>>.",
)
_MARKER = "<<<<<<<"
_CONFLICT = re.compile(rf"^{_MARKER}(?: .*)?$(?=[\s\S]*^>{{7}})", re.MULTILINE)
_UNICODE = "UTF-16 (“Unicode”)"
_MARKS = {
    b"\xff\xfe\0\0": "UTF-32",
    b"\0\0\xfe\xff": "UTF-32",
    b"\xff\xfe": _UNICODE,
    b"\xfe\xff": _UNICODE,
    b"+/v": "UTF-7",
}
_WORD = "a document of Word or another office program"
_KINDS = {
    b"PK\x03\x04": _WORD,
    b"\xd0\xcf\x11\xe0": _WORD,
    b"{\\rtf": "a document in RTF",
    b"%PDF": "a PDF file",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"ID3": "a recording",
}
_OF_WORD = frozenset({_WORD, "a document in RTF"})
_ZEROS, _OLD = "a file with zero bytes", "text in an encoding from before Unicode"
_PARTLY = "text of which a part is in another encoding"
KINDS = frozenset({*_KINDS.values(), *_MARKS.values(), _ZEROS, _OLD, _PARTLY})
"""What a file is that is no text in UTF-8: details that are translated as messages are."""


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
    if refused := _refused(data):
        rule, what = refused
        return rule.at(Location(path), what=what, largest=format_number(LARGEST))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _undecodable(path, data, error)
    if not text.strip():
        return EMPTY_FILE.at(Location(path))
    source = document(path, text)
    if found := _CONFLICT.search(source.text) if _MARKER in source.text else None:
        return CONFLICT.at(source.at(source.text.count("\n", 0, found.start()), 0, 7))
    return source


def _refused(data: bytes) -> tuple[Rule, str] | None:
    """Why a file is not even tried to be read."""
    if len(data) > LARGEST:
        return TOO_LARGE, ""
    if wide := _wide(data):
        return NOT_UTF8, wide
    found = next((what for start, what in _KINDS.items() if data.startswith(start)), "")
    if found:
        return (NOT_TEXT_OF_WORD if found in _OF_WORD else NOT_TEXT), found
    return (NOT_TEXT, _ZEROS) if b"\0" in data else None


def _wide(data: bytes) -> str:
    """The encoding of two or four bytes for each letter that a file has, if it has one."""
    for mark, name in _MARKS.items():
        if data.startswith(mark):
            return name
    even, odd = data[:4000:2].count(0), data[1:4000:2].count(0)
    most = min(len(data), 4000) // 8  # ASCII in two bytes has a zero in every second one
    if max(even, odd) > max(2, most) and min(even, odd) <= max(even, odd) // 8:
        return _UNICODE
    return ""


def document(path: str, text: str) -> Document:
    """A document from text that is already decoded."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return Document(path, text, tuple(text.split("\n")))


def _undecodable(path: str, data: bytes, error: UnicodeDecodeError) -> Diagnostic:
    before = data[: error.start].decode("utf-8-sig", "replace")
    line, column = before.count("\n"), len(before) - before.rfind("\n") - 1
    shown = data.decode("utf-8-sig", "replace").split("\n")[line].rstrip("\r")
    where = Location(path, line + 1, _units(before[len(before) - column :]) + 1, 1, shown)
    read = data.decode("utf-8-sig", "replace")
    good = sum(not char.isascii() for char in read) - read.count("\ufffd")
    return NOT_UTF8.at(where, what=_PARTLY if good > read.count("\ufffd") else _OLD)


def _units(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2
