"""So much of something that was done or planned, with how sure the figure is.

A figure of several amounts, as documents have them («20 phóng sự, trên 40 lần, khoảng 280 phút»),
is a tuple of them. Sums keep what is not sure: nothing is rounded up, and «không ghi» is not zero.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import Flag, auto
from functools import cache, lru_cache, reduce
from operator import or_
from typing import TypeAlias

from generator.model.quantity import LARGEST, UNIT, Quantity
from generator.vietnamese.numbers import format_number, read_number
from generator.vietnamese.reasons import ReadingError, Reason


class Bound(Flag):
    """How sure a figure is; the bound of a sum is that of all of its parts together."""

    EXACT = 0
    LEAST = auto()
    """«ít nhất», «không dưới»: so many or more."""
    OVER = auto()
    """«trên», «hơn»: more than so many, which is a lower bound, too."""
    ABOUT = auto()
    """«khoảng»: so many, more or less."""
    UNKNOWN = auto()
    """«không ghi»: of some part no figure is stated, so that there may be more."""
    NEARLY = auto()
    """«gần»: about so many, and not yet so many."""


_MORE_THAN = Bound.LEAST | Bound.OVER
_BOUNDS = {
    "trên": _MORE_THAN, "hơn": _MORE_THAN, ">": _MORE_THAN, "≥": Bound.LEAST,
    "ít nhất": Bound.LEAST, "tối thiểu": Bound.LEAST, "không dưới": Bound.LEAST,
    "khoảng": Bound.ABOUT, "chừng": Bound.ABOUT, "xấp xỉ": Bound.ABOUT,
    "gần": Bound.ABOUT | Bound.NEARLY,
    "ước": Bound.ABOUT, "ước tính": Bound.ABOUT, "~": Bound.ABOUT, "≈": Bound.ABOUT,
}  # fmt: skip
_WORDS = {
    Bound.LEAST: "ít nhất",
    _MORE_THAN: "trên",
    Bound.ABOUT: "khoảng",
    Bound.ABOUT | Bound.NEARLY: "gần",
    Bound.LEAST | Bound.ABOUT: "ít nhất khoảng",
    _MORE_THAN | Bound.ABOUT: "khoảng trên",
}
_QUALIFIER = "|".join(sorted(map(re.escape, _BOUNDS), key=len, reverse=True))
_NOT_STATED = r"(?:không|chưa)\s+(?:ghi|rõ|nêu|biết|có\s+số\s+liệu)(?:\s+số(?:\s+lượng)?)?"
_FORM = re.compile(
    rf"(?P<words>(?:(?:{_QUALIFIER})\s*)*)(?P<figure>[0-9]+(?:\.[0-9]{{3}})*(?:,[0-9]{{1,2}})?)"
    rf"\s+(?P<unit>{UNIT})",
    re.IGNORECASE,
)
_UNSTATED = re.compile(rf"{_NOT_STATED}(?:\s+(?P<unit>{UNIT}))?", re.IGNORECASE)
_BETWEEN = re.compile(
    rf"\s*(?:[,;](?!\d)|\s+và\s+|\s+với\s+)\s*(?=(?:(?:{_QUALIFIER}|mỗi\s+\w+)\s*)*[0-9]|{_NOT_STATED})"
    r"|\s+(?=[×x]\s)",
    re.IGNORECASE,
)
_SIZE = re.compile(r"(?:[×x]\s*|mỗi\s+(?P<of>[^\W\d]+)\s+)(?P<size>.+)", re.IGNORECASE)
_OR_MORE = re.compile(r"\s+trở\s+lên", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Amount:
    """So much of a unit (lượng); `number` is None where no part of it is stated."""

    number: int | Decimal | None
    unit: str
    bound: Bound = Bound.EXACT

    def __add__(self, other: "Amount") -> "Amount":
        """Both together; the unit is the same, however it is typed.

        Raises:
            TypeError: they are of different things.
        """
        return Amount.sum((self, other))

    def __str__(self) -> str:
        """«khoảng 50 người», «trên 2.000 người», «ít nhất 5 lớp», «không ghi số lớp»."""
        if self.number is None:
            return f"không ghi số {self.unit}" if self.unit else "không ghi"
        return " ".join(filter(None, (_sure(self.bound), format_number(self.number), self.unit)))

    @property
    def kind(self) -> str:
        """What can be added up: the unit without capitals and with single spaces."""
        return _kind(self.unit)

    @property
    def is_lower_bound(self) -> bool:
        """Whether there may be more than its figure."""
        return bool(self.bound & (Bound.LEAST | Bound.UNKNOWN))

    @property
    def is_exact(self) -> bool:
        """Whether it is that figure, no more and no less."""
        return self.bound == Bound.EXACT

    def times(self, size: "Amount") -> "Amount | None":
        """So many of such a size: 5 lớp of khoảng 50 người/lớp are khoảng 250 người.

        None where the size is that of something else, or one of the two is not stated.
        """
        what, _, each = size.unit.rpartition("/")
        if self.number is None or size.number is None or Amount(1, each).kind != self.kind:
            return None
        return Amount(self.number * size.number, what.rstrip(), self.bound | size.bound)

    @classmethod
    def sum(cls, amounts: Sequence["Amount"]) -> "Amount":
        """All together, of which there is at least one; the unit is as the first one has it.

        Raises:
            TypeError: they are of different things.
        """
        first, *_ = amounts
        if len({each.kind for each in amounts}) > 1:
            raise TypeError(*{each.unit for each in amounts})
        stated = [each.number for each in amounts if each.number is not None]
        bounds = {each.bound for each in amounts}
        bound = reduce(or_, bounds)
        if any(each & ~Bound.NEARLY and Bound.NEARLY not in each for each in bounds):
            bound &= ~Bound.NEARLY  # of «khoảng 3» and «gần 5» nobody knows that they are not 8
        return cls(plain(sum(stated)) if stated else None, first.unit, bound)

    @classmethod
    @lru_cache(maxsize=4096)
    def parse(cls, text: str) -> "Amount":
        """Read one amount: «1 chương trình», «trên 2.000 người», «không ghi số người».

        Raises:
            ReadingError: it is anything else than a figure with its unit, as what is only
                expected («dự kiến») or from one to another; impossible, of more than
                `LARGEST`.
        """
        text = " ".join(text.split())
        if found := _UNSTATED.fullmatch(text):
            return cls(None, found["unit"] or "", Bound.UNKNOWN)
        figure, more = _OR_MORE.subn("", text, count=1)
        found = _FORM.fullmatch(figure)
        if found is None:
            raise ReadingError
        number = read_number(found["figure"])
        if number > LARGEST:
            raise ReadingError(Reason.IMPOSSIBLE)
        return cls(
            plain(number),
            found["unit"],
            _bound(re.findall(_QUALIFIER, found["words"].casefold()), more),
        )

    @classmethod
    def of(cls, quantity: Quantity) -> "Amount":
        """What a plan states: 04 chương trình/năm are 4 chương trình of a plan of one year."""
        unit = quantity.unit.removesuffix("/năm").rstrip()
        return cls(quantity.value, unit, _bound(quantity.qualifiers))


def plain(number: int | Decimal) -> int | Decimal:
    """A number without decimals that say nothing: «2,0 lớp» are 2 lớp."""
    return int(number) if number == int(number) else number


Amounts: TypeAlias = tuple[Amount, ...]


@cache
def _sure(bound: Bound) -> str:
    is_nearly = bound == Bound.ABOUT | Bound.NEARLY
    lost = Bound.UNKNOWN if is_nearly else Bound.UNKNOWN | Bound.NEARLY
    sure = _WORDS.get(bound & ~lost, "")
    if Bound.UNKNOWN in bound and Bound.LEAST not in bound:
        return f"ít nhất {sure}".strip()
    return sure


@lru_cache(maxsize=4096)
def _kind(unit: str) -> str:
    return " ".join(unit.casefold().split())


def _bound(words: Iterable[str], more: int = 0) -> Bound:
    bound = Bound.LEAST if more else Bound.EXACT
    for word in words:
        bound |= _BOUNDS.get(word, Bound.EXACT)
    return bound


def read_amounts(text: str) -> Amounts:
    """Read «20 phóng sự, trên 40 lần, khoảng 280 phút» as three amounts.

    «5 lớp × khoảng 50 người» and «5 lớp, mỗi lớp khoảng 50 người» are 5 lớp and khoảng 250 người.

    Raises:
        ReadingError: as of one amount; or it is not said of what something is the size.
    """
    found: list[Amount] = []
    for part in _BETWEEN.split(" ".join(text.split())):
        size = _SIZE.fullmatch(part)
        found.append(_sized(found, size["size"], size["of"]) if size else Amount.parse(part))
    return tuple(found)


def _sized(before: list[Amount], text: str, of: str | None) -> Amount:
    """What the last amount of a unit, or simply the last one, is in units of its size."""
    size = Amount.parse(text)
    counted = [each for each in before if of is None or each.kind == of.casefold()]
    made = counted and counted[-1].times(replace(size, unit=f"{size.unit}/{counted[-1].unit}"))
    if not made:
        raise ReadingError
    return made


def total(amounts: Iterable[Amount]) -> Amounts:
    """One amount of each unit, in the order in which the units come."""
    found: dict[str, Amount] = {}
    for amount in amounts:
        kind = amount.kind
        found[kind] = found[kind] + amount if kind in found else amount
    return tuple(found.values())


def in_words(amounts: Amounts) -> str:
    """«25 lớp, trên 2.000 cán bộ», as `read_amounts` reads it back."""
    return ", ".join(map(str, amounts))
