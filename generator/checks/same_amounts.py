"""An amount and the same in brackets agree: «1,5 triệu đồng (1.500.000 đồng)», «một nửa (50 %)»."""

from collections.abc import Iterator
from contextlib import suppress
from typing import Final

from generator.diagnostics import Diagnostic, warning
from generator.text.piece_texts import ReadText
from generator.vietnamese.forms import RareForm
from generator.vietnamese.number_words import from_words
from generator.vietnamese.numbers import decimal_of
from generator.vietnamese.quantities import NUMBER, QUANTITY, SaidQuantity, read_quantity
from generator.vietnamese.reasons import ReadingError

AMOUNT_DIFFERS = warning(
    "amount-differs",
    "“{said}”: these are not as many.",
    "Look up which of the two is right, and write both alike.",
)
_ABOUT: Final = r"(?:(?:tức|tương đương|khoảng|gần|hơn|trên|bằng|là|hay|≈|=) ?)*"
_BESIDE: Final = RareForm(
    rf"(?<![\w.,/–-]){QUANTITY.format(0)} \({_ABOUT}{QUANTITY.format(1)}\)",
    r"^\((?:[0-9]|tức|tương|khoảng|gần|hơn|trên|bằng|là|hay|≈|=)",
)
_SEVERAL: Final = frozenset({"length", "time"})
"""Measures of which a bracket may tell another one: «chữ cao 24 mm (6 m)»."""
_SHARES: Final = {
    "một nửa": 50, "nửa": 50, "một phần ba": 33, "hai phần ba": 67, "một phần tư": 25,
    "ba phần tư": 75, "một phần năm": 20, "một phần mười": 10, "1/2": 50, "1/3": 33, "2/3": 67,
    "1/4": 25, "3/4": 75, "1/5": 20, "1/10": 10,
}  # fmt: skip
_SHARE: Final = RareForm(
    rf"(?<![\w/])(?P<share>(?i:{'|'.join(sorted(_SHARES, key=len, reverse=True))}))"
    rf"(?: [^\W\d_]+){{0,3}} \({_ABOUT}(?P<cent>{NUMBER}) ?%\)",
    r"%\)",
)
_NEAR: Final = 10
"""Points of per cent: «gần một nửa (45 %)» is right."""
_WORDS: Final = RareForm(
    r"(?<!\w)(?P<words>(?:[^\W\d_]+ ){1,8}?)(?P<unit>(?:đồng|kg|tấn|mét|lít) )?"
    r"\((?P<figure>0?[1-9][0-9]?|[1-9][0-9]{2,8}|[0-9]{1,3}(?:\.[0-9]{3})+)"
    r"(?(unit) (?:đồng|kg|tấn|mét|lít)|)\)",
    r"^\([0-9][0-9.]*\)?$|^\([0-9][0-9.]*\)",
)
_YEARS: Final = range(1900, 2100)
_NAMES: Final = frozenset(
    {"bước", "bài", "mục", "phần", "thứ", "lần", "tháng", "quý", "câu", "điều"}
)


def check_text(text: ReadText) -> Iterator[Diagnostic]:
    """Every text that readers read."""
    for look in (_amounts, _shares, _words):
        yield from look(text)


def _amounts(text: ReadText) -> Iterator[Diagnostic]:
    """Written in two ways: with another unit, or another word for thousands."""
    for found in _BESIDE.finditer(text.prose):
        one, other = read_quantity(found, "0"), read_quantity(found, "1")
        is_same = one.kind == other.kind and one.kind not in {"", "share"}
        is_other = (one.unit, one.scale) != (other.unit, other.scale)
        is_slip = one.kind not in _SEVERAL or _digits(one) == _digits(other)
        if is_same and is_other and is_slip and not one.is_like(other):
            yield AMOUNT_DIFFERS.at(text.at(*found.span()), said=found[0])


def _digits(amount: SaidQuantity) -> str:
    """Without zeros at both ends: a point that has moved leaves them as they are."""
    return f"{amount.value:f}".replace(".", "").strip("0")


def _shares(text: ReadText) -> Iterator[Diagnostic]:
    for found in _SHARE.finditer(text.prose):
        said = _SHARES[found["share"].lower()]
        if abs(decimal_of(found["cent"]) - said) > _NEAR:
            yield AMOUNT_DIFFERS.at(text.at(*found.span()), said=found[0])


def _words(text: ReadText) -> Iterator[Diagnostic]:
    """The figure behind its words: «sáu (06) cơ sở»."""
    for found in _WORDS.finditer(text.prose):
        figure = int(found["figure"].replace(".", ""))
        words = found["words"].split()
        for at in range(len(words)):
            with suppress(ReadingError):
                number = from_words(" ".join(words[at:]))
                is_name = figure in _YEARS or (at and words[at - 1].lower() in _NAMES)
                if number != figure and not is_name:
                    start = found.start() + len(" ".join(words[:at])) + (at > 0)
                    where = text.at(start, found.end())
                    yield AMOUNT_DIFFERS.at(where, said=text.prose[start : found.end()])
                break
