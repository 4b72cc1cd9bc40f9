"""Words that are read otherwise on a sign than in a sentence: there is nothing around to help."""

import re
from collections.abc import Iterable, Iterator

from generator.checks import Alone
from generator.checks.superlatives import PRINTED_TEXTS
from generator.diagnostics import Diagnostic, warning
from generator.media import media
from generator.text.piece_texts import PieceText

FEE = warning(
    "sign-fee",
    "On a sign “{words}” is read as a fee to be paid.",
    "Where waste is meant, write “chỗ hao” or “lãng phí”; where a fee is meant, say for what.",
)
_ALONE = re.compile(r"(?:(\w+) )?\bphí(?= *(?:[|,.;:!?…]|$)| ở\b)", re.IGNORECASE)
_COMPOUNDS = frozenset(
    {
        "án", "chi", "hao", "hoang", "học", "kinh", "lãng", "lệ", "miễn", "phung", "thu", "uổng",
        "viện",
    }
)  # fmt: skip


def check_alone(alone: Alone) -> Iterable[Diagnostic]:
    """The words on every artwork."""
    for text in alone.texts:
        if text.key in PRINTED_TEXTS and media()[text.piece.medium].artwork is not None:
            yield from _fees(text)


def _fees(text: PieceText) -> Iterator[Diagnostic]:
    for found in _ALONE.finditer(text.text):
        if (found[1] or "").lower() not in _COMPOUNDS:
            yield FEE.at(text.at(*found.span()), words=found[0])
