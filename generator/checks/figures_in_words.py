"""A figure and its words say the same: «15 (mười lăm) cái», «50.000.000 đồng (năm mươi triệu)»."""

import re
from collections.abc import Iterator
from typing import Final

from generator.diagnostics import Diagnostic, warning
from generator.text.piece_texts import ReadText
from generator.vietnamese.forms import RareForm
from generator.vietnamese.number_words import from_words, in_words
from generator.vietnamese.numbers import decimal_of, format_number
from generator.vietnamese.quantities import NUMBER, SCALES
from generator.vietnamese.reasons import ReadingError

WORDS_DIFFER = warning(
    "figure-in-words-differs",
    "“{said}”: the words say {number}.",
    "Look up which of the two is right, and write both alike.",
)
NO_NUMBER = warning(
    "figure-in-words-misspelt",
    "“{said}”: these words make no number.",
    "Look up the figure; if it is right, write in words: {words}",
)
_WORD: Final = (
    "không|một|mốt|hai|ba|bốn|tư|năm|lăm|sáu|bảy|bẩy|tám|chín|mười|mươi|trăm|nghìn|ngàn|triệu|tỷ"
    "|tỉ|lẻ|linh"
)
_SAID: Final = RareForm(
    rf"(?<![\w.,/–-])(?P<figure>{NUMBER})(?: (?P<scale>{'|'.join(SCALES)}))?"
    r"(?P<unit> ?(?:đồng|đ|VNĐ|VND|₫))? \((?i:(?:viết |ghi )?bằng chữ(?: là)?:? ?)?"
    rf"(?P<words>(?i:{_WORD})(?:,? (?i:{_WORD}))*)"
    r"(?: đồng(?: Việt Nam)?)?(?: chẵn)?[.)]",
    rf"^\((?i:{_WORD}|viết|ghi|bằng)(?!\w)",
)
_TENS_LEFT_OUT: Final = re.compile(r"\b(hai|ba|bốn|năm|sáu|bảy|tám|chín) (?=lăm|mốt|tư)")


def check_text(text: ReadText) -> Iterator[Diagnostic]:
    """Every text that readers read."""
    for found in _SAID.finditer(text.prose):
        figure = decimal_of(found["figure"])
        figure *= SCALES.get(found["scale"] or "", 1)
        words = found["words"].lower()
        where, said = text.at(*found.span()), found[0]
        try:
            number = from_words(_TENS_LEFT_OUT.sub(r"\1 mươi ", words))
        except ReadingError:  # «mười năm triệu» for «mười lăm triệu»
            if figure == int(figure):
                right = in_words(int(figure), comma="none")
                yield NO_NUMBER.at(where, said=said, words=right)
            continue
        if number != figure and (found["unit"] or found["scale"] or words != "năm"):
            yield WORDS_DIFFER.at(where, said=said, number=format_number(number))
