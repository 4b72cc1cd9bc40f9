"""What is said of a change agrees with its two figures: «giảm từ 20 xuống 15 tấn, giảm 25 %»."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from generator.diagnostics import Diagnostic, warning
from generator.text.piece_texts import ReadText
from generator.vietnamese.forms import RareForm
from generator.vietnamese.numbers import decimal_of, format_number
from generator.vietnamese.quantities import NUMBER, QUANTITY, SaidQuantity, read_quantity

WRONG_WAY = warning(
    "change-wrong-way",
    "“{said}”: the figures go the other way.",
    "Look up both figures; with down comes the smaller one last, with up the greater one.",
)
CHANGE_DIFFERS = warning(
    "change-differs",
    "“{said}”: the two figures make {right}.",
    "Look up the three figures, and write what agrees.",
)
TOO_MUCH = warning(
    "falls-below-nothing",
    "“{said}”: nothing falls by more than 100 %.",
    "Look it up: what falls to half falls by 50 %.",
)
_TO: Final = r"(?: (?P<way>xuống|lên|còn)(?: còn| đến| tới| mức| khoảng| chỉ)*)"
_RATE: Final = r"(?:/[^\W\d_]+(?: [^\W\d_]+)?)?"
_CHANGE: Final = RareForm(
    r"(?<!\w)(?:(?P<verb>giảm|hạ|tăng|nâng)(?!\w)(?:(?! (?:giảm|tăng) )[^.;:()0-9\n]){0,60} )?"
    rf"từ (?:mức )?{QUANTITY.format(0)}{_RATE}{_TO} {QUANTITY.format(1)}{_RATE}"
    rf"(?P<rest>[^.;0-9\n]{{0,40}}?(?P<verb2>giảm|tăng|tiết kiệm|gấp)(?: [^\W\d_]+){{0,3}}? "
    rf"(?P<cent>{NUMBER}) ?(?P<sign>%|lần))?",
    r"(?i:^(?:xuống|lên|còn)$)",
    re.IGNORECASE,
)
_FROM: Final = re.compile("từ (?:mức )?[0-9]")
_DOWN: Final = frozenset({"giảm", "hạ", "xuống", "còn"})
_UP: Final = frozenset({"tăng", "nâng", "lên"})
_CENT: Final = 100
_NEAR: Final = Decimal("1.5")
"""Points of per cent by which a rounded share may be off; of «gấp … lần» a tenth of them."""
_FALL: Final = RareForm(
    r"(?<!\w)(?i:giảm|tiết kiệm)(?: (?:được|tới|đến|khoảng|gần|hơn|trên|bình quân))*"
    r" (?P<cent>[1-9][0-9]{2,3}(?:,[0-9]+)?) ?%",
    "%",
)


def check_text(text: ReadText) -> Iterator[Diagnostic]:
    """Every text that readers read."""
    yield from _changes(text)
    for found in _FALL.finditer(text.prose):
        if decimal_of(found["cent"]) > _CENT:
            yield TOO_MUCH.at(text.at(*found.span()), said=found[0])


def _changes(text: ReadText) -> Iterator[Diagnostic]:
    for found in _CHANGE.finditer(text.prose) if _FROM.search(text.prose) else ():
        one, other = _two(found)
        ways = {(found["way"] or "").lower(), (found["verb"] or "").lower()}
        if one.kind != other.kind or not one.value or not (ways & (_DOWN | _UP)):
            continue
        end = found.start("rest") if found["rest"] else found.end()
        said = text.prose[found.start() : end]
        if (other.value > one.value and ways & _DOWN) or (other.value < one.value and ways & _UP):
            yield WRONG_WAY.at(text.at(found.start(), end), said=said)
        elif found["rest"] and (right := _right(found, one, other)):
            yield CHANGE_DIFFERS.at(text.at(*found.span()), said=found[0], right=right)


def _two(found: re.Match[str]) -> tuple[SaidQuantity, SaidQuantity]:
    """Both figures; a unit that stands once is that of both."""
    one, other = read_quantity(found, "0"), read_quantity(found, "1")
    if not one.unit and not one.scale and other.unit:
        factor = other.step * 10 ** len(found["number1"].partition(",")[2])
        one = SaidQuantity(
            one.value * factor, other.kind, one.step * factor, other.unit, other.scale
        )
    return one, other


def _right(found: re.Match[str], one: SaidQuantity, other: SaidQuantity) -> str:
    """What the figures make, where something else is said."""
    said, verb = decimal_of(found["cent"]), found["verb2"].lower()
    if found["sign"] == "%":
        changes = [abs(other.value - one.value) * _CENT / one.value]
        if one.kind == "share":  # points of per cent
            changes.append(abs(other.value - one.value))
        rounded = [round(each, 1).normalize() for each in changes]
        near = any(abs(each - said) <= _NEAR for each in changes)
        return "" if near or verb == "gấp" else f"{format_number(rounded[0])} %"
    times = max(one.value, other.value) / min(one.value, other.value) if other.value else said
    fits = [times, times - 1] if verb == "tăng" else [times]
    near = any(abs(each - said) <= _NEAR / 5 for each in fits)
    return "" if near else f"{format_number(round(times, 1).normalize())} lần"
