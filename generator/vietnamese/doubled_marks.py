"""Marks that stand twice, or side by side, where one belongs."""

import re
from collections.abc import Iterator
from typing import Final

from generator.vietnamese.corrections import TextCorrection
from generator.vietnamese.forms import RareForm
from generator.vietnamese.syllables import is_syllable
from generator.vietnamese.text import line_before

_AT_END = re.compile(r"[^\W\d_]*$")
_LONGEST: Final = 12  # letters before a mark that are looked at
_WORD: Final = 2  # letters of a word
_MARKS_IN_A_ROW = re.compile("[.,;:!?] *[.,;:!?]")  # tells quickly that there may be some
_DOUBLED = re.compile(
    r"(?<=\w)(?:(?:\.\.){1,2}|(?P<same>[,;:!?])(?P=same)+|[,;:]\.)(?![\w.,;:!?…/])"
    r"|(?<=\w) +(?P<apart>[,;:!])(?P=apart)+(?![\w.,;:!?…/])"
    r"|(?<=\w) *(?:[,;:] +)+[,;:.](?=\s|$)|(?<=[^\W\d_]{2})[.!?] +[,;](?=\s|$)"
    r"|(?<=\w) *(?!\.\.)(?P<mixed>[,;:.!?])(?:[,;:.]|(?<=[,;:])[!?])(?![\w.,;:!?…/])"
    r"|(?<=\w)(?<!ngày)(?<!tháng)(?<!năm)(?<!số)(?<!thoại)(?<!chỉ)(?<!email)(?<!giá) \.\.(?= )"
)
_AND_SO_ON: Final = RareForm(r"(?<!\w)[vV](?:\.{2,3}|,\.?|\.,)[vV](?!\w)\.?", r"[vV][.,]{1,3}[vV]")


def doubled_marks(prose: str) -> Iterator[TextCorrection]:
    """Marks that stand twice, or side by side: «nước,, điện», «nước.. điện», «nước,.»."""
    yield from _and_so_on(prose)
    for found in _DOUBLED.finditer(prose) if _MARKS_IN_A_ROW.search(prose) else ():
        line = line_before(prose, found.start())
        signs = found[0].strip()
        before = line.rfind(signs)  # «..» and «!!bỏ!!» are signs of another dialect
        is_pair = (
            before >= 0 and line[before + 2 :][:1].isalnum() and not line[:before][-1:].isalnum()
        )
        begun = line.startswith(("..", signs))
        if not (begun or is_pair or _is_short_form(prose, found)):
            marks = found[0].replace(" ", "")
            is_one = len(set(marks)) == 1 and marks[0] != "."
            yield TextCorrection(*found.span(), marks[0] if is_one else None)


def _and_so_on(prose: str) -> Iterator[TextCorrection]:
    """Short forms of «vân vân» with a mark too many: «v..v»."""
    for found in _AND_SO_ON.finditer(prose):
        yield TextCorrection(*found.span(), "v.v.")


def _is_short_form(prose: str, found: re.Match[str]) -> bool:
    """Whether the first mark belongs to a word that is no Vietnamese one: «v.v.,», «Yahoo!,»."""
    if not found["mixed"] or found["mixed"] in ",;:":
        return False
    before = _AT_END.search(prose[max(0, found.start() - _LONGEST) : found.start()])
    return not (before and is_syllable(before[0]) and len(before[0]) >= _WORD)
