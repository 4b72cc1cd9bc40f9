"""What the office is to fill in belongs below a heading that the piece has."""

import re
from collections.abc import Iterable

from generator.diagnostics import Diagnostic, warning
from generator.model.piece import Piece

NOWHERE = warning(
    "to-fill-nowhere",
    "The piece has no heading “{under}”, so that nobody knows where this belongs.",
    "Write a heading of the piece, without its #: {headings}. Or remove under:.",
)
NO_HEADINGS = NOWHERE.with_hint("Remove under:.")
_HEADING = re.compile(r"^ {0,3}#{1,6} +(.+?)(?: +#+)? *$", re.MULTILINE)


def check_piece(piece: Piece) -> Iterable[Diagnostic]:
    """Every gap of a piece."""
    headings = _HEADING.findall(piece.body.text) if piece.to_fill else []
    for index, gap in enumerate(piece.to_fill):
        if gap.under and gap.under not in headings:
            where = piece.where("to_fill", index, "under")
            rule = NOWHERE if headings else NO_HEADINGS
            yield rule.at(where, under=gap.under, headings="; ".join(headings))
