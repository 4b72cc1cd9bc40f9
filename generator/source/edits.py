"""Text and edits to text: what an author wrote keeps its comments, its order and its line ends."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from generator.diagnostics import Diagnostic, Location
from generator.source.document import document
from generator.source.frontmatter import split
from generator.vietnamese.text import nfc


@dataclass(frozen=True, slots=True)
class TextChange:
    """A part of a line becomes `text`: 0-based line, 0-based code points of the line as saved."""

    line: int
    start: int
    end: int
    text: str


def change(text: str, changes: Iterable[TextChange]) -> str:
    """The text with parts of its lines changed; of two that overlap, the last one."""
    parts = re.split(r"(\r\n|\r|\n)", text)  # lines, each followed by its end
    done: dict[int, int] = {}
    for each in sorted(changes, key=lambda each: (each.line, -each.start, each.end)):
        line, bound = 2 * each.line, done.get(each.line)
        if bound is None or each.end <= bound:
            before, after = parts[line][: each.start], parts[line][each.end :]
            parts[line] = before + each.text + after
            done[each.line] = each.start
    return "".join(parts)


class NotEditableError(Exception):
    """The place is written in a way that cannot be added to without touching the author's lines."""


def normal_form(text: str) -> Literal["NFC", "NFD"]:
    """Normal form D if the whole file is in it: its author's editor writes so."""
    decomposed = unicodedata.normalize("NFD", text)
    return "NFD" if text == decomposed != nfc(text) else "NFC"


def with_body(path: str, text: str, body: str) -> str:
    """The text of a piece with another body; lines that are in both stay as they are saved.

    Raises:
        NotEditableError: it is not clear where the body begins.
    """
    bare = text.removeprefix("\ufeff")
    found = split(document(path, bare)) if bare.strip() else None
    if found is None or isinstance(found, Diagnostic):
        raise NotEditableError(path)
    return _with_lines(text, found.body.first - 1, body)


def with_text(text: str, new: str) -> str:
    """The text of a file as another one; lines that are in both stay as they are saved."""
    return _with_lines(text, 0, new)


def _with_lines(text: str, first_line: int, body: str) -> str:
    """A text that goes on otherwise from a line on, counted from 0."""
    bare = text.removeprefix("\ufeff")
    parts = re.split(r"(\r\n|\r|\n)", bare)
    first, end = 2 * first_line, parts[1] if len(parts) > 1 else "\n"
    old = list(zip(parts[first::2], [*parts[first + 1 :: 2], ""], strict=True))
    form = normal_form(text)
    new = [(unicodedata.normalize(form, line), end) for line in body.split("\n")]
    same = SequenceMatcher(
        None, [nfc(line) for line, _ in old], [nfc(line) for line, _ in new], autojunk=False
    )
    for block in same.get_matching_blocks():
        new[block.b : block.b + block.size] = old[block.a : block.a + block.size]
    whole = "".join(line + (mark or end) for line, mark in new[:-1]) + new[-1][0]
    return text[: len(text) - len(bare)] + "".join(parts[:first]) + whole


def add_to_list(text: str, record: Location, key: str, items: Sequence[str]) -> str:
    """The text with items added to the list `key` of the record that begins at a place.

    The record must be written in block form, one `key: value` a line; the list, if it is there
    already, too. A list that is not there is added as the record's last key.

    Raises:
        NotEditableError: it is not.
    """
    lines = text.splitlines(keepends=True)
    first, indent = record.line - 1, record.column - 1
    line = lines[first].removeprefix("\ufeff")
    if line[:indent].strip(" -") or not re.match(r"[\w-]+:(\s|$)", line[indent:]):
        raise NotEditableError(str(record))
    stop = _end(lines, first + 1, indent)
    heads = [n for n in range(first, stop) if _is_key(lines[n], indent, key, first=n == first)]
    if not heads:
        added = [f"{' ' * indent}{key}:", *(f"{' ' * (indent + 2)}- {item}" for item in items)]
        return _insert(lines, stop, added)
    if lines[heads[0]].split(":", 1)[1].split("#")[0].strip():
        raise NotEditableError(str(record))
    stop = _end(lines, heads[0] + 1, indent + 1, dash=indent)
    inner = _indent(lines[heads[0] + 1]) if stop > heads[0] + 1 else indent + 2
    return _insert(lines, stop, [f"{' ' * inner}- {item}" for item in items])


def _is_key(line: str, indent: int, key: str, *, first: bool) -> bool:
    here = line[indent:] if first or _indent(line) == indent else ""
    return here.startswith(f"{key}:")


def _end(lines: Sequence[str], start: int, indent: int, dash: int | None = None) -> int:
    """The line after the last one that is indented so deeply, or begins with a dash at `dash`."""
    stop = start
    for number in range(start, len(lines)):
        bare = lines[number].strip()
        if not bare or bare.startswith("#"):
            continue
        deep = _indent(lines[number])
        if deep < indent and not (deep == dash and bare.startswith("-")):
            break
        stop = number + 1
    return stop


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _insert(lines: list[str], at: int, added: Sequence[str]) -> str:
    """New lines with the line ends of the one before them."""
    ending = "\r\n" if lines[at - 1].endswith("\r\n") else "\n"
    if not lines[at - 1].endswith("\n"):
        lines[at - 1] += ending
    lines[at:at] = [line + ending for line in added]
    return "".join(lines)
