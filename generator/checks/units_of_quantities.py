"""What is measured has a unit of its kind: «công suất 20 kW», «điện năng 20 kWh»."""

import re
from collections.abc import Iterator
from typing import Final

from generator.diagnostics import Diagnostic, warning
from generator.text.piece_texts import ReadText
from generator.vietnamese.forms import RareForm
from generator.vietnamese.quantities import NUMBER, UNITS

UNLIKE = warning(
    "unit-unlike",
    "“{said}”: {unit} measures something else.",
    "Look the unit up; {what} is said in {known}.",
)
_KINDS: Final = {
    "công suất": ("kW, m³/ngày, tấn/ngày", {"energy", "area", "length", "money", "time"}),
    "điện năng": ("kWh", {"power", "mass", "length", "area", "time"}),
    "lượng điện": ("kWh", {"power", "mass", "length", "area", "time"}),
    "sản lượng điện": ("kWh", {"power", "mass", "length", "area", "time"}),
    "tiêu thụ điện": ("kWh", {"power", "mass", "length", "area", "time"}),
    "diện tích": ("m², ha", {"volume", "mass", "length", "energy", "power", "time"}),
    "thể tích": ("m³, lít", {"area", "mass", "length", "energy", "power", "time"}),
    "dung tích": ("m³, lít", {"area", "mass", "length", "energy", "power", "time"}),
    "lượng nước": ("m³, lít", {"area", "length", "energy", "power", "time"}),
    "lưu lượng": ("m³/ngày", {"area", "length", "energy", "power", "time"}),
    "chiều dài": ("m", {"area", "volume", "mass", "energy", "power"}),
    "chiều rộng": ("m", {"area", "volume", "mass", "energy", "power"}),
    "chiều cao": ("m", {"area", "volume", "mass", "energy", "power"}),
    "quãng đường": ("m, km", {"area", "volume", "mass", "energy", "power"}),
    "khối lượng": ("kg, tấn", {"area", "length", "energy", "power", "time"}),
    "trọng lượng": ("kg, tấn", {"area", "length", "energy", "power", "time", "volume"}),
    "cân nặng": ("kg", {"area", "length", "energy", "power", "time", "volume"}),
    "nhiệt độ": ("°C", {"area", "length", "energy", "power", "volume", "mass", "share"}),
    "vận tốc": ("km/giờ, m/giây", {"area", "energy", "power", "volume", "mass", "length"}),
    "tốc độ": ("km/giờ, m/giây", {"area", "energy", "power", "volume", "length"}),
    "điện áp": ("V", {"area", "length", "energy", "power", "volume", "mass", "share"}),
    "tiếng ồn": ("dB", {"area", "length", "energy", "power", "volume", "mass"}),
}
_UNIT: Final = "|".join(sorted(UNITS, key=lambda unit: (-len(unit), unit)))
_FILLER: Final = (
    r"(?: (?:là|đạt|tới|đến|khoảng|trên|dưới|gần|hơn|bằng|lên|mức|từ|đặt|lắp đặt|thiết kế|sử dụng"
    r"|tiêu thụ|trung bình|bình quân|tối đa|tối thiểu|mỗi tháng|mỗi ngày|một tháng|một ngày|cả năm"
    r"|nước|đất|nhà xưởng|máy|bể|phòng|nước thải|của máy|của bể|sàn|mặt bằng|không khí|lò))*"
)
_WHAT: Final = "|".join(
    f"[{each[0].upper()}{each[0]}]{each[1:]}" for each in sorted(_KINDS, key=len, reverse=True)
)
_NAMES: Final = tuple(each[1:] for each in _KINDS)
_FIRST: Final = "|".join(sorted({re.escape(unit.split()[0]) for unit in UNITS}))
_SAID: Final = RareForm(
    rf"(?<!\w)(?P<what>{_WHAT}){_FILLER} {NUMBER}"
    rf"(?: ?[–-] ?{NUMBER}| đến {NUMBER})? ?(?P<unit>{_UNIT})(?![\w²³/])",
    rf"(?:^|[0-9])(?:{_FIRST})(?![\w²³/])",
)
_PER_TIME: Final = RareForm(
    rf"(?<![\w.,]){NUMBER} ?(?P<unit>[kM]?W)(?: điện)?(?:/| (?:mỗi|một|trong một|hằng|hàng) )"
    r"(?:tháng|ngày|năm|quý|tuần|ca)(?!\w)",
    r"[kM]?W(?:/|$)",
)
_PRICE: Final = r"[1-9]\.?[0-9]{3}(?:,[0-9]+)? ?(?:đồng|đ)"
_PRICED: Final = RareForm(
    rf"(?<![\w.,]){_PRICE}(?:/| (?:mỗi|một|cho một) )(?:1 )?(?P<unit>kW)(?![\w/])"
    rf"|(?<![\w.,])(?:1|[Mm]ột) (?P<one>kW)(?: điện)?(?: có)? giá (?:là |khoảng )?{_PRICE}(?!\w)",
    r"kW(?![\w/])",
)
"""What is paid for work is a few thousand; a kilowatt that is built costs millions."""
_DEVICE: Final = RareForm(
    r"(?<!cho )(?<!của )(?<!từ )(?<![Mm]ỗi )(?<!bóng )(?<!\w)"
    r"(?:[Bb]óng(?: đèn)?(?: LED)?|[Đđ]èn(?: LED)?|[Mm]áy (?:bơm|nén(?: khí)?|lạnh)"
    r"|[Đđ]ộng cơ(?: điện)?|[Mm]ô ?tơ|[Qq]uạt)"
    rf" (?:loại )?{NUMBER} ?(?P<unit>kWh)(?![\w/]| (?:mỗi|một|trong|hằng|hàng|điện) )",
    r"(?:^|[0-9])kWh(?![\w/])",
)


def check_text(text: ReadText) -> Iterator[Diagnostic]:
    """Every text that readers read."""
    yield from _unlike(text)
    yield from _worked(text)


def _worked(text: ReadText) -> Iterator[Diagnostic]:
    """Power where work is meant, what is used in a month or paid for; and the other way round."""
    for form, what, known in (
        (_PER_TIME, "điện năng", "kWh"),
        (_PRICED, "điện năng", "kWh"),
        (_DEVICE, "công suất", "kW"),
    ):
        for found in form.finditer(text.prose):
            unit = found[found.lastgroup or 0]
            named = {"said": found[0], "unit": unit, "what": what, "known": known}
            yield UNLIKE.at(text.at(*found.span()), **named)


def _unlike(text: ReadText) -> Iterator[Diagnostic]:
    if not any(map(text.prose.__contains__, _NAMES)):
        return
    for found in _SAID.finditer(text.prose):
        what = found["what"].lower()
        known, others = _KINDS[what]
        kind, _ = UNITS[found["unit"]]
        if kind in others:
            named = {"said": found[0], "unit": found["unit"], "what": what, "known": known}
            yield UNLIKE.at(text.at(*found.span()), **named)
