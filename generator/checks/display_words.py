"""Words that are read otherwise on a sign than in a sentence: there is nothing around to help."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from generator.checks.superlatives import PRINTED_TEXTS
from generator.diagnostics import Diagnostic, warning
from generator.text.piece_texts import ReadText
from generator.vietnamese.word_lists import word_lists

FEE = warning(
    "sign-fee",
    "On a sign “{words}” is read as a fee to be paid.",
    "Where waste is meant, write “chỗ hao” or “lãng phí”; where a fee is meant, say for what.",
)
_ALONE = re.compile(r"(?:(\w+) )?\bphí(?= *(?:[|,.;:!?…]|$)| ở\b)", re.IGNORECASE)
_COMPOUNDS: Final[Sequence[str]] = word_lists("generator.vietnamese")["no_fee"]


def check_text(text: ReadText) -> Iterator[Diagnostic]:
    """The words on artwork."""
    is_drawn = text.key in PRINTED_TEXTS and text.is_of_artwork
    for found in _ALONE.finditer(text.text) if is_drawn else ():
        if (found[1] or "").lower() not in _COMPOUNDS:
            yield FEE.at(text.at(*found.span()), words=found[0])
