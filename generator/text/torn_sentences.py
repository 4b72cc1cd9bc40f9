"""Lines of a page, each taken over as a paragraph: sentences that go on in the next one."""

import re
from collections.abc import Iterator
from typing import Final

from generator.text.prose import passages

_LEAST: Final = 40
"""Characters of a line that its page ended: shorter ones somebody may have ended by hand."""
_NO_PROSE: Final = re.compile(r"[ >]*(?:[-+*#|>=:!<]|\d+[.)/]|\(?\w{1,3}[).]\s|\[)")
_DRESS: Final = "*_~ "
_OPENING: Final = f'{_DRESS}(“‘"'
_SIGN: Final = re.compile(r"[\w,*_~]\s*(?:\n[ ]*\n|\\\n| {2,}\n)[*_~ (“‘\"]*[^\W\d_A-ZĐ]")
_BREAK: Final = re.compile(r"(?:\\| {2,})\n")


def goes_on(line: str, after: str) -> bool:
    """Whether a line has no end, and what stands below it no beginning."""
    said, begun = line.rstrip(_DRESS), after.lstrip(_OPENING)
    if len(said) < _LEAST or _NO_PROSE.match(line) or _NO_PROSE.match(after):
        return False
    return (said[-1].isalnum() or said[-1] == ",") and begun[:1].islower()


def torn_lines(prose: str) -> tuple[tuple[int, int], ...]:
    """From where to where the lines go that the next paragraph or line goes on, if several do.

    One alone may be a form: «UBND tỉnh» above «đề nghị các Sở».
    """
    found = (*_torn(prose),) if _SIGN.search(prose) else ()
    return found if len(found) > 1 else ()


def _torn(prose: str) -> Iterator[tuple[int, int]]:
    before, at = "", 0
    for start, passage in passages(prose):
        lines, begin = _BREAK.split(passage.rstrip()), start
        for line in lines:
            if before and goes_on(before, line):
                yield at, at + len(before)
            begin = prose.index(line, begin)
            before, at = line, begin
            begin += len(line)
