r"""Backslashes within straight quotation marks, where YAML takes them for something else.

«"assets\nuoc.jpg"» holds a line end, «"Thư mục \anh"» a sign that rings a bell, and «"D:\Users"»
cannot be read. Nobody who writes a path or a text means that: only \" and \\ are what they say.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from generator.source.colon_slips import is_text
from generator.source.lines import form
from generator.source.replacement_lines import scalar
from generator.source.slip import Slip
from generator.source.stop_reasons import BACKSLASH

_QUOTED = re.compile(
    r'(?P<before>(?:^|[:\-,\[{])\s*)"(?:(?P<inner>(?:[^"\\]|\\.)*)"(?=\s*(?:[,\]}]|$|\s#))'
    r'|(?P<open>[^"]*\\)"(?=\s*(?:[,\]}]|$)))'
)
_ESCAPE = re.compile(r'\\[nrt](?=\w)|\\(?:[^"\\nrt]|$)|\\\\|\\"')
_MEANT: Final = frozenset({'\\"', "\\\\"})
_EMPTY = re.compile(r"(?:\s|\\[tnr]|\\u[0-9A-Fa-f]{4})*")  # told as a value that is missing
_PATH = re.compile(r"(?:[A-Za-z]:)?[^:]*\.\w{2,5}")
_BELOW: Final = "assets/"


def escape_slips(lines: Sequence[str], first: int) -> Iterator[Slip]:
    """A slip for each line with such a value; `first` is the number of the first line."""
    for number, line in enumerate(lines):
        if "\\" not in line or '"' not in line or line.lstrip().startswith("#"):
            continue
        wrong = [found for found in _QUOTED.finditer(line) if _is_wrong(_inner(found))]
        if wrong and not is_text(lines, number):
            at = line.index("\\", wrong[0].start())
            yield form(first + number, at, _QUOTED.sub(_plain, line), BACKSLASH)


def _inner(found: re.Match[str]) -> str:
    return str(found["inner"] if found["open"] is None else found["open"])


def _is_wrong(inner: str) -> bool:
    """Whether a backslash is meant for itself: a value is one line, within which none can end."""
    if _EMPTY.fullmatch(inner):
        return False
    is_path = bool(_PATH.fullmatch(inner)) and re.search(r"(?<!\\)\\[^\"\\]", inner)
    return bool(is_path) or any(found[0] not in _MEANT for found in _ESCAPE.finditer(inner))


def _plain(found: re.Match[str]) -> str:
    """The value as it is to be typed: a path with strokes, a text without marks where it can be."""
    inner = _inner(found)
    if not _is_wrong(inner):
        return found[0]
    is_inside = found["before"].strip() in {",", "[", "{"} or "{" in found.string[: found.start()]
    if _PATH.fullmatch(inner):
        path = re.sub(r"\\+", "/", inner)
        at = path.rfind(_BELOW)
        is_of_disk = at < 0 and path[1:2] == ":"
        path = f"{_BELOW}anh/{path.rpartition('/')[2]}" if is_of_disk else path[max(0, at) :]
        return found["before"] + scalar(path, inside=is_inside)
    return found["before"] + scalar(inner.replace('\\"', '"'), inside=is_inside)
