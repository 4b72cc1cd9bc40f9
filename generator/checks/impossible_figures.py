"""Figures that nothing measured has: «độ ẩm 120 %», «pH 15», «chiếm 130 %»."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from generator.diagnostics import Diagnostic, warning
from generator.text.piece_texts import ReadText
from generator.vietnamese.forms import RareForm
from generator.vietnamese.numbers import decimal_of
from generator.vietnamese.quantities import NUMBER

IMPOSSIBLE = warning(
    "impossible-figure",
    "“{said}”: there is nothing beyond {most}.",
    "Look the figure up.",
)
_ABOUT: Final = (
    r"(?: (?:là|đạt|tới|đến|khoảng|trên|dưới|gần|hơn|bằng|lên|ở|mức|từ|không khí|=|≥|≤|>|<))*"
)
_MUCH: Final = r"[1-9][0-9]{2,3}(?:,[0-9]+)?"
_SHARE: Final = RareForm(
    r"(?<!\w)(?:(?i:độ ẩm|chiếm|độ tinh khiết|độ phủ|độ che phủ|nồng độ cồn)"
    rf"{_ABOUT} (?P<cent>{_MUCH}) ?%"
    rf"|(?<![0-9.,])(?P<cent2>{_MUCH}) ?% (?:số |tổng số |các )?"
    r"(?:hộ|cơ sở|doanh nghiệp|người|công nhân|thợ|học sinh|xã|phường|nhà máy|xưởng|lượng)(?!\w))"
    r"(?! kế hoạch)",
    "%",
)
_PH: Final = RareForm(
    rf"(?<!\w)pH{_ABOUT} ?(?P<value>{NUMBER})"
    rf"(?:(?: ?[–-] ?| đến )(?P<value2>{NUMBER}))?(?![\w.,]*[0-9])",
    r"(?<!\w)pH",
)
_COLD: Final = RareForm(r"(?<![\w.,])[-−](?P<value>[0-9]{3,4})(?:,[0-9]+)? ?°C", r"[-−][0-9]{3}")
_ALL: Final = Decimal(100)
_STRONGEST: Final = Decimal(14)
_ZERO: Final = 273


def check_text(text: ReadText) -> Iterator[Diagnostic]:
    """Every text that readers read."""
    for found, most in _beyond(text.prose):
        yield IMPOSSIBLE.at(text.at(*found), said=text.prose[slice(*found)], most=most)


def _beyond(prose: str) -> Iterator[tuple[tuple[int, int], str]]:
    for found in _SHARE.finditer(prose):
        if decimal_of(found["cent"] or found["cent2"]) > _ALL:
            yield found.span(), "100 %"
    for found in _PH.finditer(prose):
        if any(decimal_of(found[key] or "0") > _STRONGEST for key in ("value", "value2")):
            yield found.span(), "pH 14"
    for found in _COLD.finditer(prose):
        if int(found["value"]) > _ZERO:
            yield found.span(), "−273 °C"
