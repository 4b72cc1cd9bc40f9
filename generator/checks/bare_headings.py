"""A heading promises something: text below it, or headings of its own."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from generator.diagnostics import Diagnostic, warning
from generator.model.piece import Piece

BARE_HEADING = warning(
    "heading-alone",
    "Nothing stands below this heading: readers look for what it promises.",
    "Write what belongs below it, or remove it.",
)
_HEADING: Final = re.compile(r"^ {0,3}(#{2,6})[ \t]+\S[^\n]*", re.MULTILINE)


def check_piece(piece: Piece) -> Iterator[Diagnostic]:
    """The headings of a piece that somebody holds to be finished."""
    text = piece.body.text
    if piece.status not in {"ready", "approved"} or "\n```" in text or "\n~~~" in text:
        return
    heads = [(found.start(), found.end(), len(found[1])) for found in _HEADING.finditer(text)]
    for (start, end, level), (below, _, other) in pairwise([*heads, (len(text), 0, 0)]):
        if other <= level and not text[end:below].strip():
            yield BARE_HEADING.at(piece.body.at(text.count("\n", 0, start)))
