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
_AFTER_I: Final = re.compile(
    r"(?P<one>[^\W\d_]{1,4}i) (?P<other>[ếềểễệ][^\W\d_]{1,2})(?!\w)"
    r"|(?<!\w)(?P<one2>[^\W\d_]{1,3}ư) (?P<other2>[ớờởỡợ](?:c|i|m|n|ng|p|t|u))(?!\w)"
    r"|(?<!\w)(?P<one3>[^\W\d_]{1,3}u) (?P<other3>[ấậ]t|[ầẩậ]n)(?!\w)",
    re.IGNORECASE,
)
_VOWELS_APART: Final = ("i ế", "i ệ", "i ề", "i ể", "i ễ", *(f"ư {char}" for char in "ớờởỡợ"),
    *(f"u {char}" for char in "ấầẩậ"))  # fmt: skip
_LETTERS: Final = re.compile(r"(?<![\w.])(?:[^\W\d_] ){3,}[^\W\d_](?![\w.])")
_AT_LINE_END: Final = re.compile(r"(?P<one>[^\W\d_]+)-\n(?P<other>[^\W\d_]+)(?!\w)")
_LEAST: Final = 4  # letters that stand alone, one behind the other


def torn_words(prose: str) -> Iterator[TextCorrection]:
    """Of each line from the first to the last, whole; None where letters alone give no word."""
    words = word_pairs(prose).words
    single = {word for word in set(words) if len(word) < _LEAST}
    forms = [_AFTER_BEGINNING] if single & _BEGINNINGS else []
    lower = prose.lower()
    forms += [_AFTER_I] if any(map(lower.__contains__, _VOWELS_APART)) else []
    forms += [_AT_LINE_END] if "-\n" in prose else []
    found = [each for form in forms for each in _whole(form, prose)]
    if sum(len(word) == 1 and word.isalpha() for word in single) >= _LEAST:
        found += [TextCorrection(*each.span(), None) for each in _LETTERS.finditer(prose)]
    lines = dict[int, list[TextCorrection]]()
    for each in sorted(found, key=lambda each: (each.start, -each.end)):
        of_line = lines.setdefault(prose.count("\n", 0, each.start), [])
        if not of_line or each.start >= of_line[-1].end:
            of_line.append(each)
    for of_line in lines.values():
        yield _together(of_line, prose)


def _together(found: list[TextCorrection], prose: str) -> TextCorrection:
    """Whoever copies a line tears most words of it: all that stands between them, too."""
    known = [each for each in found if each.text is not None] or found[:1]
    at, words = known[0].start, ""
    for each in known:
        words += prose[at : each.start] + (each.text or "")
        at = each.end
    return TextCorrection(known[0].start, at, words if known[0].text else None)


def _whole(form: re.Pattern[str], prose: str) -> Iterator[TextCorrection]:
    for found in form.finditer(prose):
        parts = found.groupdict()
        word = "".join(part for part in parts.values() if part)
        if is_syllable(word.lower()):
            yield TextCorrection(*found.span(), word)
