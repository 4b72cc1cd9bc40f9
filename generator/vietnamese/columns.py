"""Lines whose words tabs, spaces or dots set below each other, as columns."""

import re
from collections.abc import Mapping
from functools import lru_cache
from itertools import pairwise
from types import MappingProxyType
from typing import Final

_LEADERS: Final = r"(?:\.{4,}|…{2,}|(?:\. ){3,}\.?|_{4,}|-{4,})"
GAP: Final = re.compile(
    rf"(?<=\S)(?:[^\S\n]*(?:\t|{_LEADERS})[^\S\n]*|[^\S\n]{{2,}})(?=[^\s.…_|-])"
)
"""What stands between two columns."""
_WIDE: Final = re.compile(rf"\t| {{3}}|{_LEADERS}")
_BEFORE: Final = re.compile(
    r"[ \t>]*(?:[-+*:]|[0-9]{1,9}[.)]|#{1,6})?[ \t]*(?:\*\*[^*\n]+\*\*\t+)?"
)
"""May have as many spaces as the author likes; a name in bold may have a tab behind it."""
_ENDS: Final = re.compile(r"[.!?:;,…][”\"’)]?$")
_LONGEST: Final = 80  # characters of a line with two spaces within it that is no sentence
_SIGNS: Final = ("\t", "  ", "....", "……", ". . .", "____", "----")


@lru_cache(maxsize=1024)
def columns(text: str) -> Mapping[int, int]:
    """The lines (from 0) that hold columns, each with the first of those that belong together.

    Empty lines may stand between them. Two spaces make columns only where each line has as many
    gaps, since they slip in anywhere.
    """
    if not any(map(text.__contains__, _SIGNS)):
        return MappingProxyType({})
    found, run = dict[int, int](), list[tuple[int, str]]()
    for number, line in enumerate((*text.split("\n"), "|")):
        if not line.strip():
            continue
        if _gaps(line):
            run.append((number, line))
            continue
        if _are_columns([each for _, each in run]):
            found |= dict.fromkeys((at for at, _ in run), run[0][0])
        run = []
    return MappingProxyType(found)


def _gaps(line: str) -> list[str]:
    """What divides the columns of a line; nothing in the row of a table."""
    if "|" in line:
        return []
    start = _BEFORE.match(line)
    words = line[start.end() if start else 0 :]
    return [gap[0] for gap in GAP.finditer(words) if _is_gap(words, gap)]


def _is_gap(words: str, gap: re.Match[str]) -> bool:
    """Whether it is no slip behind a sentence, or in a long one."""
    is_wide = _WIDE.search(gap[0]) is not None
    return is_wide or not (len(words) > _LONGEST or _ENDS.search(words, 0, gap.start()))


def _are_columns(lines: list[str]) -> bool:
    if len(lines) < 2:  # noqa: PLR2004 - one line alone has no columns
        return False
    gaps = [_gaps(line) for line in lines]
    wide = all(any(map(_WIDE.search, each)) for each in gaps)
    return wide or all(len(one) == len(other) for one, other in pairwise(gaps))
