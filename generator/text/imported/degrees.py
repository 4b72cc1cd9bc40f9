"""The sign of degrees, which many type as a raised o, O, 0 or º: «30» and «o» and «C»."""

import re
from typing import Final

from generator.text.imported.package import Node, W, text_of

_SIGN: Final = re.compile(r"\s*[oO0º°](?P<scale>\s?[CFK])?\s*")
_BEFORE: Final = re.compile(r"[\d⁰-⁹]\s*$")
_SCALE: Final = re.compile(r"\s?[CFK](?!\w)")
_NEAR: Final = 4  # elements beside a run that may hold nothing: bookmarks, spelling


def of_degrees(words: Node, text: str) -> str:
    """What raised words are if they stand for degrees, else nothing.

    A raised o behind a figure means degrees; a nought may be a power, but not before «C».
    """
    found = _SIGN.fullmatch(text)
    if not found:
        return ""
    run = words.getparent()
    after = found["scale"] or _beside(run, forward=True)
    is_figure = _BEFORE.search(_beside(run, forward=False)) is not None
    is_nought = "0" in text and not _SCALE.match(after)
    is_word = after[:1].isalpha() and not _SCALE.match(after)
    is_sign = "º" in text or "°" in text
    if is_sign or (is_figure and not is_nought and not is_word):
        return re.sub("[oO0º]", "°", text, count=1)
    return ""


def _beside(run: Node, *, forward: bool) -> str:
    """The words of the next element beside a run that has any."""
    for _ in range(_NEAR):
        run = (run.getnext() if forward else run.getprevious()) if run is not None else None
        if run is not None and run.tag in {f"{W}r", f"{W}ins"} and (text := text_of(run)):
            return text
    return ""
