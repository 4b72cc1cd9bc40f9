"""Columns of a printed table that break no word, by the widths of the letters it is set in.

Word breaks a word that is wider than its column at any letter, and Typst lets it run into the next
column: «T/T» becomes two lines, and a digest loses its last figure.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

_MM = 25.4 / 72  # in a point
_INSET = 2 * 1.91 + 0.2
"""Beside the words of a cell in Word, in mm; in our PDF it is less. The rest is for its rule."""
_EM = 1000  # pixels, so that hinting changes nothing
_WIDEST = 1.05
"""In em: no letter is wider."""
_ADDRESS = re.compile(r"https?://\S+")
_UNBROKEN = re.compile(r"[^ \t\n-]+-*|-+")
"""What stands on one line: lines end at spaces that bind nothing, and after hyphens."""


def fitted_widths(
    widths: Sequence[float], heads: Sequence[str], rows: Iterable[Sequence[str]], size: float
) -> tuple[float, ...]:
    """Widths in mm: as asked, but none narrower than the longest word of its column.

    What one lacks the others give of what they have beyond their own words. Where all of them
    together have too little, each word is broken as late as can be. `size` of letters in pt.
    """
    columns = zip(heads, *rows, strict=True)
    least = [_least(head, set(cells), size) for head, *cells in columns]
    lacking = [max(need - width, 0.0) for need, width in zip(least, widths, strict=True)]
    spare = [max(width - need, 0.0) for need, width in zip(least, widths, strict=True)]
    moved = min(sum(lacking), sum(spare))
    if not moved:
        return tuple(widths)
    gains = [moved * lack / sum(lacking) for lack in lacking]
    losses = [moved * more / sum(spare) for more in spare]
    changed = zip(widths, gains, losses, strict=True)
    return tuple(round(width + gain - loss, 2) for width, gain, loss in changed)


def _least(head: str, cells: Iterable[str], size: float) -> float:
    widest = max(_widest([head], "Bold"), _widest(cells, "Regular"))
    return widest * size * _MM + _INSET


def _widest(texts: Iterable[str], weight: str) -> float:
    """The longest word, in em; an address may be broken."""
    words = {word for text in texts for word in _UNBROKEN.findall(_ADDRESS.sub("", text))}
    widest = 0.0
    for word in sorted(words, key=len, reverse=True):
        if len(word) * _WIDEST <= widest:
            break
        widest = max(widest, _face(weight).getlength(word) / _EM)
    return widest


@cache
def _face(weight: str) -> "FreeTypeFont":
    from PIL import ImageFont

    name = f"templates/handoff/fonts/LiberationSerif-{weight}.ttf"
    with resources.as_file(resources.files("generator") / name) as path:
        return ImageFont.truetype(str(path), _EM, layout_engine=ImageFont.Layout.BASIC)
