"""Words whose letters stand apart, as programs leave them that copy from a PDF: «ti ết ki ệm»."""

import re
from collections.abc import Iterator
from typing import Final

from generator.vietnamese.corrections import TextCorrection
from generator.vietnamese.syllables import is_syllable
from generator.vietnamese.word_pairs import word_pairs

_BEGINNINGS: Final = frozenset(
    {*"bcdđghklmnpqrstvx", "ch", "gh", "gi", "kh", "ng", "ngh", "nh", "ph", "qu", "th", "tr"}
)
_MARKED: Final = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
_AFTER_BEGINNING: Final = re.compile(
    rf"(?<![\w.,/'’-])(?<!\d )(?P<one>[bcdđghklmnpqrstvx]|[cgknpt]h|ngh?|gi|qu|tr) "
    rf"(?P<other>(?:[aăâeêioôơuưy]?[{_MARKED}])[^\W\d_]*)(?![\w/])",
    re.IGNORECASE,
)
_AFTER_I: Final = re.compile(r"(?P<one>[^\W\d_]{1,4}i) (?P<other>[ếềểễệ][^\W\d_]{1,2})(?!\w)")
_LETTERS: Final = re.compile(r"(?<![\w.])(?:[^\W\d_] ){3,}[^\W\d_](?![\w.])")
_AT_LINE_END: Final = re.compile(r"(?P<one>[^\W\d_]+)-\n(?P<other>[^\W\d_]+)(?!\w)")
_LEAST: Final = 4  # letters that stand alone, one behind the other


def torn_words(prose: str) -> Iterator[TextCorrection]:
    """The first of each line with the whole word; None where letters alone give no word."""
    words = word_pairs(prose).words
    single = {word for word in set(words) if len(word) < _LEAST}
    forms = [_AFTER_BEGINNING] if single & _BEGINNINGS else []
    forms += [_AFTER_I] if "i ế" in prose or "i ệ" in prose or "i ề" in prose else []
    forms += [_AT_LINE_END] if "-\n" in prose else []
    found = [each for form in forms for each in _whole(form, prose)]
    if sum(len(word) == 1 and word.isalpha() for word in single) >= _LEAST:
        found += [TextCorrection(*each.span(), None) for each in _LETTERS.finditer(prose)]
    last = -1
    for each in sorted(found, key=lambda each: (each.start, -each.end)):
        if each.start > last:  # whoever copies a line tears most words of it
            yield each
            below = prose.find("\n", each.end)
            last = below if below >= 0 else len(prose)


def _whole(form: re.Pattern[str], prose: str) -> Iterator[TextCorrection]:
    for found in form.finditer(prose):
        word = found["one"] + found["other"]
        if is_syllable(word.lower()):
            yield TextCorrection(*found.span(), word)
