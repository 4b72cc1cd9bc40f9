"""Running heads of a printed document: the same words on each page, with the number of the page.

Copied from a PDF they stand between the paragraphs: «Sổ tay xưởng | 12», «Sổ tay xưởng | 13». What
is counted from one, «Phân xưởng 1», «Phân xưởng 2», is a list of its own.
"""

import re
from collections.abc import Iterator
from typing import Final

from generator.vietnamese.forms import RareForm

_HEAD: Final = RareForm(
    r"\n\n[*_]*(?P<said>(?:(?P<first>\d{1,3})[ |·•–—-]+)?"
    r"(?P<words>(?![-+#>|\d])[^\n\d]{6,100}?)(?(first)|[ |·•–—-]+(?P<last>\d{1,3})))"
    r"[*_ ]*(?=\n\n|\n?\Z)",
    r"(?:^|[|·•–—-])[*_]*\d{1,3}(?:[*_|·•–—-]|$)",
)
_ABOVE: Final = "\n\n"
_FEWEST: Final = 3
"""Words: «Bước thử 2» has a number of its own."""


def running_heads(prose: str) -> Iterator[tuple[int, int]]:
    """From where to where each stands, if there are several with the same words."""
    found = [
        each for each in _HEAD.finditer(_ABOVE + prose) if len(each["words"].split()) >= _FEWEST
    ]
    pages: dict[str, set[int]] = {}
    for each in found:
        pages.setdefault(_words(each), set()).add(int(each["first"] or each["last"]))
    for each in found:
        numbers = pages[_words(each)]
        if len(numbers) > 1 and min(numbers) > 1:
            yield each.start("said") - len(_ABOVE), each.end("said") - len(_ABOVE)


def _words(found: re.Match[str]) -> str:
    return found["words"].casefold().strip(" .:")
