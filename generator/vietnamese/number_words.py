"""Whole numbers in words, as they are read aloud and as amounts are spelt out."""

from typing import Final, Literal, TypeAlias

from generator.vietnamese.reasons import ReadingError
from generator.vietnamese.text import nfc

Thousand: TypeAlias = Literal["nghìn", "ngàn"]
Zero: TypeAlias = Literal["lẻ", "linh"]
Comma: TypeAlias = Literal["after_trieu", "none"]

_DIGITS: Final = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_AFTER_MUOI: Final = {0: "", 5: " lăm"}
_AFTER_TENS: Final = {0: "", 1: " mốt", 4: " tư", 5: " lăm"}
_SCALES: Final = ((10**9, "tỷ"), (10**6, "triệu"), (10**3, "nghìn"))

_SPELLINGS: Final = {"ngàn": "nghìn", "linh": "lẻ", "tỉ": "tỷ", "tư": "bốn", "bẩy": "bảy"}
_VALUES: Final = {word: n for n, word in enumerate(_DIGITS)} | {"mốt": 1, "lăm": 5}
_TIMES: Final = {"mươi": 10, "trăm": 100}


def in_words(
    n: int,
    *,
    thousand: Thousand = "nghìn",
    zero: Zero = "lẻ",
    comma: Comma = "after_trieu",
    pad_middle: bool = False,
) -> str:
    """Spell out `n` in lower case: 1015 is «một nghìn không trăm mười lăm», -5 is «âm năm».

    Args:
        n: any whole number.
        thousand: «nghìn», or «ngàn» as in the south.
        zero: the word for an empty tens place: «lẻ», or «linh» as in the north.
        comma: whether a comma stands after «triệu» when something follows.
        pad_middle: say the empty hundreds of middle groups too, as is always done in the last:
            «một triệu không trăm hai mươi nghìn» instead of «một triệu hai mươi nghìn».
    """
    after_million = "," if comma == "after_trieu" else ""
    words = _spell(abs(n), after_million, pad_middle=pad_middle)
    words = words.replace("nghìn", thousand).replace("lẻ", zero)
    return f"âm {words}" if n < 0 else words


def _spell(n: int, after_million: str, *, pad_middle: bool, padded: bool = False) -> str:
    """Spell `n`; `padded` if a higher group precedes, so that empty hundreds are said."""
    for size, scale in _SCALES:
        if n >= size:
            head, rest = divmod(n, size)
            pad_head = padded and pad_middle
            words = _spell(head, after_million, pad_middle=pad_middle, padded=pad_head)
            words = f"{words} {scale}"
            if not rest:
                return words
            tail = _spell(rest, after_million, pad_middle=pad_middle, padded=True)
            return f"{words}{after_million if scale == 'triệu' else ''} {tail}"
    return _hundreds(n, padded=padded)


def _hundreds(n: int, *, padded: bool) -> str:
    hundreds, rest = divmod(n, 100)
    if not hundreds and not padded:
        return _tens(rest)
    words = f"{_DIGITS[hundreds]} trăm"
    if not rest:
        return words
    return f"{words} lẻ {_DIGITS[rest]}" if rest < len(_DIGITS) else f"{words} {_tens(rest)}"


def _tens(n: int) -> str:
    tens, unit = divmod(n, 10)
    if not tens:
        return _DIGITS[unit]
    if tens == 1:
        return "mười" + _AFTER_MUOI.get(unit, f" {_DIGITS[unit]}")
    return f"{_DIGITS[tens]} mươi" + _AFTER_TENS.get(unit, f" {_DIGITS[unit]}")


def from_words(words: str) -> int:
    """Read what `in_words` writes, with any of its options and in any case.

    «ngàn» or «nghìn», «lẻ» or «linh», «tư» or «bốn», commas and empty hundreds make no difference.

    Raises:
        ReadingError: the words are no correctly spelt number.
    """
    text = _uniform(words)
    n = _sum(text.removeprefix("âm ").split())
    n = -n if text.startswith("âm ") else n
    if text not in {_uniform(in_words(n, pad_middle=pad)) for pad in (False, True)}:
        raise ReadingError
    return n


def _uniform(words: str) -> str:
    tokens = nfc(words).lower().replace(",", " ").split()
    return " ".join(_SPELLINGS.get(token, token) for token in tokens).replace("không trăm ", "")


def _sum(words: list[str]) -> int:
    """Add up the words without asking whether they make sense."""
    total = group = digit = 0
    sizes = {scale: size for size, scale in _SCALES[1:]}
    for word in words:
        if word == "tỷ":
            total, group, digit = (total + group + digit) * 10**9, 0, 0
        elif word in sizes:
            total, group, digit = total + (group + digit) * sizes[word], 0, 0
        elif word in _TIMES:
            group, digit = group + digit * _TIMES[word], 0
        else:
            group, digit = group + (10 if word == "mười" else 0), _VALUES.get(word, 0)
    return total + group + digit
