"""Columns of a printed table that break no word, by the widths of the letters it is set in.

Word breaks a word that is wider than its column at any letter, and Typst lets it run into the next
column: «T/T» becomes two lines, and a digest loses its last figure.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

_MM = 25.4 / 72  # in a point
_INSET = 2 * 1.91 + 0.2
"""Beside the words of a cell in Word, in mm; in our PDF it is less. The rest is for its rule."""
_ROUNDED = 0.1
"""In mm: more than widths lose by being rounded."""
_EM = 1000  # pixels, so that hinting changes nothing
_WIDEST = 1.05
"""In em: no letter is wider."""
_LONGEST = 24
"""Letters: what is longer is an address or the name of a file, and may be broken."""
_WORD = re.compile(r"[^ \t\n]+")
_UNBROKEN = re.compile(r"[^-]+(?:-+(?=\d)[^-]+)*-*|-+")
"""What stands on one line: lines end at spaces that bind nothing, and after hyphens (UAX 14)."""
_SIGN = re.compile(r"(?<=[_./@:?&=])|(?<=-)(?=\d)")
"""Behind which a long word may be broken; behind a hyphen before a letter a line ends anyway."""
_MAY_BREAK = "\u200b"


def fitted_widths(
    widths: Sequence[float], heads: Sequence[str], rows: Iterable[Sequence[str]], size: float
) -> tuple[float, ...]:
    """Widths in mm: as asked, but none narrower than the longest word of its column.

    What one lacks the others give of what they have beyond their own words; where they have too
    little for all, those that lack least have it. `size` of letters in pt.
    """
    columns = zip(heads, *rows, strict=True)
    least = [_least(head, set(cells), size) for head, *cells in columns]
    lacking = [max(need - width, 0.0) for need, width in zip(least, widths, strict=True)]
    spare = [max(width - need, 0.0) for need, width in zip(least, widths, strict=True)]
    gains, left = [0.0] * len(lacking), sum(spare)
    for lack, at in sorted((lack, at) for at, lack in enumerate(lacking)):
        if lack <= left:
            gains[at], left = lack, left - lack
    if not any(gains):
        return tuple(widths)
    losses = [sum(gains) * more / sum(spare) for more in spare]
    changed = zip(widths, gains, losses, strict=True)
    return tuple(round(width + gain - loss, 2) for width, gain, loss in changed)


def breakable_rows(
    rows: Iterable[Sequence[str]], widths: Sequence[float], size: float
) -> Iterator[tuple[str, ...]]:
    """Rows in which each word that is wider than its column may be broken, by U+200B.

    After a sign in it where that is enough, else after any letter. `widths` in mm, `size` in pt.
    """
    rooms = [(width - _INSET + _ROUNDED) / (size * _MM) for width in widths]
    for row in rows:
        yield tuple(_broken(text, room) for text, room in zip(row, rooms, strict=True))


def _broken(text: str, room: float) -> str:
    if len(text) * _WIDEST <= room:
        return text
    return _too_long(int(room / _WIDEST) + 1).sub(lambda word: _in_parts(word[0], room), text)


@cache
def _too_long(letters: int) -> re.Pattern[str]:
    return re.compile(rf"[^ \t\n]{{{max(letters, 1)},}}")


def _in_parts(word: str, room: float) -> str:
    if _width(word, "Regular") <= room:
        return word
    parts = _SIGN.split(word)
    if max(_width(part, "Regular") for part in parts) > room:
        parts = [*word]
    return _MAY_BREAK.join(part for part in parts if part)


def _least(head: str, cells: Iterable[str], size: float) -> float:
    widest = max(_widest([head], "Bold"), _widest(cells, "Regular"))
    return widest * size * _MM + _INSET


def _widest(texts: Iterable[str], weight: str) -> float:
    """The longest word that may not be broken, in em."""
    words = {word for text in texts for word in _WORD.findall(text) if len(word) <= _LONGEST}
    parts = {part for word in words for part in _UNBROKEN.findall(word)}
    widest = 0.0
    for word in sorted(parts, key=len, reverse=True):
        if len(word) * _WIDEST <= widest:
            break
        widest = max(widest, _width(word, weight))
    return widest


def _width(word: str, weight: str) -> float:
    return float(_face(weight).getlength(word)) / _EM


@cache
def _face(weight: str) -> "FreeTypeFont":
    from PIL import ImageFont

    name = f"templates/handoff/fonts/LiberationSerif-{weight}.ttf"
    with resources.as_file(resources.files("generator") / name) as path:
        return ImageFont.truetype(str(path), _EM, layout_engine=ImageFont.Layout.BASIC)
