"""Two words of a measure where one belongs: «hơn 5 lít trở lên», «giảm gấp ba lần», «rất cao lắm».

Each is found by its rarer word, and then what stands before it.
"""

import re
from collections.abc import Iterator
from typing import Final

from generator.vietnamese.corrections import TextCorrection

_FIGURE: Final = (
    r"(?:[0-9][0-9.,]*|(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|vài)"
    r"(?: (?:mươi|trăm|nghìn|triệu))*)"
)
_UPWARDS: Final = r"trở (?:lên|xuống)(?!\w)"
_BOUND: Final = re.compile(
    rf"(?<!\w)(?P<said>[Hh]ơn|[Tt]rên|[Dd]ưới) {_FIGURE}"
    r"(?: (?!xã|huyện|tỉnh|phường|địa|mặt|đường|dòng|tuyến)[^\W\d_]+| %){1,3} $"
)
_NEAR: Final = 60  # characters
_TIMES: Final = (
    rf"(?<!\w)(?P<said>(?P<less>[Gg]iảm|(?:[Íí]t|[Tt]hấp|[Nn]hỏ|[Nn]hẹ|[Nn]gắn) hơn) gấp)"
    rf"(?= {_FIGURE} lần(?!\w))"
)
_VERY: Final = r"(?<!\w)(?P<said>(?P<how>[Rr]ất [^\W\d_]+) lắm)(?!\w)"


def double_measures(prose: str) -> Iterator[TextCorrection]:
    """Each with the words that are enough."""
    for found in re.finditer(_UPWARDS, prose) if "trở " in prose else ():
        start = max(0, found.start() - _NEAR)
        if bound := _BOUND.search(prose[start : found.start()]):
            at, end = bound.span("said")
            word = "Từ" if bound["said"][0].isupper() else "từ"
            yield TextCorrection(start + at, start + end, word)
    for found in re.finditer(_TIMES, prose) if " gấp " in prose else ():
        yield TextCorrection(*found.span("said"), found["less"])
    for found in re.finditer(_VERY, prose) if " lắm" in prose else ():
        yield TextCorrection(*found.span("said"), found["how"])
