"""Words are numbers, and say what their figure says: «mười lăm phần trăm», «15 (mười lăm) cái»."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from generator.diagnostics import Diagnostic, warning
from generator.text.piece_texts import ReadText
from generator.vietnamese.forms import RareForm
from generator.vietnamese.number_slips import number_slips
from generator.vietnamese.number_words import from_words, in_words
from generator.vietnamese.numbers import decimal_of, format_number
from generator.vietnamese.quantities import NUMBER, SCALES
from generator.vietnamese.reasons import ReadingError
from generator.vietnamese.stretches import Stretches

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
NO_WORDS = NO_NUMBER.with_hint("Write {word}.")
_WORD: Final = (
    "không|một|mốt|hai|ba|bốn|tư|năm|lăm|sáu|bảy|bẩy|tám|chín|mười|mươi|trăm|nghìn|ngàn|triệu|tỷ"
    "|tỉ|lẻ|linh|rưỡi"
)
_MONEY: Final = r"(?: đồng(?: Việt Nam)?)?(?: chẵn)?(?:\./)?"
_SAID: Final = RareForm(
    rf"(?<![\w.,/–-])(?P<figure>{NUMBER})(?: (?P<scale>{'|'.join(SCALES)}))?"
    r"(?P<unit> ?(?:đồng|đ|VNĐ|VND|₫))?"
    r"(?: \((?i:(?:viết |ghi )?bằng chữ(?: là)?:? ?)?"
    rf"(?P<words>(?i:{_WORD})(?:,? (?i:{_WORD}))*){_MONEY}[.)]"
    r"|[.,;]? ?\n{0,2}\(?(?i:(?:số tiền )?(?:viết |ghi )?bằng chữ(?: là)?): ?"
    rf"(?P<spelt>(?i:{_WORD})(?:,? [^\W\d_]+){{1,24}}?) đồng{_MONEY}(?=[.,;)*_]|\n|$))",
    rf"^\((?i:{_WORD}|viết|ghi|bằng)(?!\w)|^(?i:chữ)(?::|$)",
)
_HALVES: Final = {"trăm": 50, "nghìn": 500, "ngàn": 500, "triệu": 500_000, "tỷ": 5 * 10**8}
_TENS_LEFT_OUT: Final = re.compile(r"\b(hai|ba|bốn|năm|sáu|bảy|tám|chín) (?=lăm|mốt|tư)")


def check_text(text: ReadText) -> Iterator[Diagnostic]:
    """Every text that readers read."""
    compared = [*_SAID.finditer(text.prose)]
    for found in compared:
        figure = decimal_of(found["figure"])
        figure *= SCALES.get(found["scale"] or "", 1)
        words = (found["words"] or found["spelt"]).lower()
        where, said = text.at(*found.span()), " ".join(found[0].split())
        try:
            number = _number(words)
        except ReadingError:  # «mười năm triệu» for «mười lăm triệu»
            if figure == int(figure):
                right = in_words(int(figure), comma="none")
                yield NO_NUMBER.at(where, said=said, words=right)
            continue
        if number != figure and (found["unit"] or found["scale"] or words != "năm"):
            yield WORDS_DIFFER.at(where, said=said, number=format_number(number))
    told = Stretches(found.span() for found in compared)
    for start, end, word in number_slips(text.prose):
        if start not in told:
            yield NO_WORDS.at(text.at(start, end), said=text.text[start:end], word=word)


def _number(words: str) -> Decimal:
    """What words say, with a half behind the last of them: «hai triệu rưỡi».

    Raises:
        ReadingError: they make no number.
    """
    whole = words.removesuffix(" rưỡi")
    number = Decimal(from_words(_TENS_LEFT_OUT.sub(r"\1 mươi ", whole)))
    if whole == words:
        return number
    last = whole.rpartition(" ")[2].replace("tỉ", "tỷ")
    if last not in _HALVES:
        raise ReadingError
    return number + _HALVES[last]
