"""Data of a file that were typed as a table or as a list: each line is a key and its value.

Word and chat programs make «| title | Bài thử |», «* title: Bài thử» or two columns of it. The
lines to type are told at once, for all of them.
"""

import re
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import takewhile
from typing import Final

from generator.source.authored_keys import every_key
from generator.source.lines import KEY, indent_of
from generator.source.notation import FORM
from generator.source.replacement_lines import scalar
from generator.source.slip import Slip
from generator.source.stop_reasons import AS_LIST, AS_TABLE

_ROW: Final = re.compile(r"\s*\|(?P<cells>.*?)\|?\s*")
_RULE: Final = re.compile(r"\s*\|?(?:\s*:?-{2,}:?\s*\|)+(?:\s*:?-{2,}:?\s*)?")
_BARE: Final = "*_`: "
_MARKED: Final = re.compile(
    rf"(?:[-*+•–—‣▪·]|\d{{1,2}}[.)])[ \t]+[*_`]*(?P<key>{KEY})[*_`]*\s*:[*_`]*(?P<value>(?:\s.*|))"
)
_COLUMNS: Final = re.compile(rf"(?P<key>{KEY})(?:\t[ \t]*|[ ]{{2,}}|\s*\|\s*)(?P<value>[^\s:=].*)")
_SPACED: Final = re.compile(rf"(?P<key>{KEY})[ ](?P<value>[^\s:=].*)")
_LEAST: Final = 2  # lines that are surely meant so


def head_slips(lines: Sequence[str], first: int) -> list[Slip]:
    """The slips of such lines; `first` is the number of the first line."""
    rows = list(_rows(lines, first))
    ways = (_MARKED, _COLUMNS, _SPACED)
    return rows or next((slips for way in ways if (slips := list(_listed(lines, first, way)))), [])


def _rows(lines: Sequence[str], first: int) -> Iterator[Slip]:
    """Rows of a table, wherever they stand."""
    rows = [number for number, line in enumerate(lines) if line.lstrip().startswith("|")]
    ended = 0
    for number in rows:
        if number < ended:
            continue
        run = list(takewhile(_ROW.fullmatch, lines[number : number + len(rows)]))
        ended = number + max(1, len(run))
        typed = [line for row in run if (line := _pair(row))]
        if any(map(_is_known, typed)):
            if len(run) > 1 and _RULE.fullmatch(run[1]) and not _is_known(_pair(run[0])):
                typed = typed[1:]  # what the columns are called
            details, width = {"problem": AS_TABLE}, len(run[0])
            yield Slip(FORM, first + number, 0, width, "\n".join(typed), details, len(run))


def _pair(row: str) -> str:
    """A row of two cells as a line; nothing of a rule or of an empty row."""
    found = _ROW.fullmatch(row)
    if not found or _RULE.fullmatch(row):
        return ""
    key, _, value = found["cells"].partition("|")
    return _line(key.strip(_BARE), value.strip().rstrip("|").strip()) if key.strip(_BARE) else ""


def _listed(lines: Sequence[str], first: int, way: re.Pattern[str]) -> Iterator[Slip]:
    """Lines from the first on, each with a sign before its key, or in two columns."""
    begin = next((n for n, line in enumerate(lines) if line.strip() and line[0] != "#"), 0)
    if not lines[begin : begin + 1] or _plain(way, lines[begin]) == lines[begin]:
        return
    run = list(takewhile(partial(_goes_on, way), lines[begin:]))
    while run and not run[-1].strip():
        run.pop()
    typed = [_plain(way, line) for line in run]
    changed = [new.partition(":")[0] for new, old in zip(typed, run, strict=True) if new != old]
    if len(set(changed)) == len(changed) >= _LEAST:
        details, width = {"problem": AS_LIST}, len(run[0])
        yield Slip(FORM, first + begin, 0, width, "\n".join(typed), details, len(run))


def _goes_on(way: re.Pattern[str], line: str) -> bool:
    """Whether a line is one of them, or belongs to the one above."""
    return not line.strip() or line[0] in " \t#" or _plain(way, line) != line or _is_known(line)


def _plain(way: re.Pattern[str], line: str) -> str:
    found = way.fullmatch(line)
    if indent_of(line) or not found or found["key"] not in every_key():
        return line
    return _line(found["key"], found["value"].strip())


def _line(key: str, value: str) -> str:
    is_plain = not value or value[0] in "\"'[{" or " # " in value
    return f"{key}: {value if is_plain else scalar(value)}".rstrip()


def _is_known(line: str) -> bool:
    return line.partition(":")[0] in every_key()
