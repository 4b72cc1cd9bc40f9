"""Quantities as texts write them, so that two can be compared: «1,5 triệu đồng», «200 m³»."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from generator.vietnamese.numbers import decimal_of

SCALES: Final = {"nghìn": 10**3, "ngàn": 10**3, "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9}
_UNITS: Final[Mapping[str, Mapping[str, int]]] = {
    "money": {"đồng": 1, "VND": 1, "VNĐ": 1, "đ": 1},
    "mass": {"mg": 1, "g": 10**3, "gam": 10**3, "kg": 10**6, "tạ": 10**8, "tấn": 10**9},
    "length": {"mm": 1, "cm": 10, "dm": 100, "m": 1000, "mét": 1000, "km": 10**6},
    "area": {"m²": 1, "m2": 1, "ha": 10**4, "héc-ta": 10**4, "hecta": 10**4, "km²": 10**6},
    "volume": {"ml": 1, "lít": 1000, "l": 1000, "m³": 10**6, "m3": 10**6, "mét khối": 10**6},
    "energy": {"Wh": 1, "kWh": 1000, "MWh": 10**6, "GWh": 10**9},
    "power": {"W": 1, "kW": 1000, "MW": 10**6, "GW": 10**9},
    "time": {"giây": 1, "phút": 60, "giờ": 3600, "tiếng": 3600},
    "share": {"%": 1, "phần trăm": 1},
}
UNITS: Final = {
    unit: (kind, Decimal(factor))
    for kind, units in _UNITS.items()
    for unit, factor in units.items()
}
"""Of each unit what it measures, and how many of the smallest it is."""
_ANY_UNIT: Final = "|".join(sorted(map(re.escape, UNITS), key=lambda unit: (-len(unit), unit)))
NUMBER: Final = r"(?:[1-9][0-9]{0,2}(?:\.[0-9]{3})+|[0-9]+)(?:,[0-9]+)?"
QUANTITY: Final = (
    (
        rf"(?P<number{{0}}>{NUMBER})(?![0-9.,]*[0-9])(?: (?P<scale{{0}}>{'|'.join(SCALES)})(?!\w))?"
        rf"(?: ?(?P<unit{{0}}>{_ANY_UNIT})(?![\w²³/]| (?:mỗi|một|trên) ))?"
    )
    .replace("{3}", "{{3}}")
    .replace("{0,2}", "{{0,2}}")
)
"""A form for `str.format`: what is read of it has this suffix."""


@dataclass(frozen=True, slots=True)
class SaidQuantity:
    """A number with what it measures («» where no unit is known), in the smallest unit.

    `step` is what one more in its last digit would be.
    """

    value: Decimal
    kind: str
    step: Decimal
    unit: str
    scale: str

    def is_like(self, other: "SaidQuantity") -> bool:
        """Whether both may be the same, one of them rounded."""
        return abs(self.value - other.value) <= max(self.step, other.step) / 2


def read_quantity(match: re.Match[str], suffix: str) -> SaidQuantity:
    """Read what `QUANTITY` has match."""
    number = match[f"number{suffix}"]
    scale, unit = match[f"scale{suffix}"] or "", match[f"unit{suffix}"] or ""
    kind, factor = UNITS.get(unit, ("", Decimal(1)))
    factor *= SCALES.get(scale, 1)
    step = factor / 10 ** len(number.partition(",")[2])
    value = decimal_of(number) * factor
    return SaidQuantity(value, kind, step, unit, scale)
