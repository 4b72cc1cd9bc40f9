"""Two words of a measure where one belongs: «hơn 5 lít trở lên», «giảm gấp ba lần», «rất cao lắm».

Each is found by its rarer word, and then what stands before it.
"""

import re
from collections.abc import Iterator
from typing import Final

from generator.vietnamese.corrections import TextCorrection
from generator.vietnamese.forms import RareForm

_FIGURE: Final = (
    r"(?:[0-9][0-9.,]*|(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|vài)"
    r"(?: (?:mươi|trăm|nghìn|triệu))*)"
)
_UPWARDS: Final = RareForm(r"trở (?:lên|xuống)(?!\w)", "^(?:lên|xuống)(?!\\w)")
_BOUND: Final = re.compile(
    rf"(?<!\w)(?P<said>[Hh]ơn|[Tt]rên|[Dd]ưới) {_FIGURE}"
    r"(?: (?!xã|huyện|tỉnh|phường|địa|mặt|đường|dòng|tuyến)[^\W\d_]+| %){1,3} $"
)
_NEAR: Final = 60  # characters
_TIMES: Final = RareForm(
    rf"(?<!\w)(?P<said>(?P<less>[Gg]iảm|(?:[Íí]t|[Tt]hấp|[Nn]hỏ|[Nn]hẹ|[Nn]gắn) hơn) gấp)"
    rf"(?= {_FIGURE} lần(?!\w))",
    "^gấp$",
)
_VERY: Final = RareForm(r"(?<!\w)(?P<said>(?P<how>[Rr]ất [^\W\d_]+) lắm)(?!\w)", "^lắm(?!\\w)")


def double_measures(prose: str) -> Iterator[TextCorrection]:
    """Each with the words that are enough."""
    for found in _UPWARDS.finditer(prose):
        start = max(0, found.start() - _NEAR)
        if bound := _BOUND.search(prose[start : found.start()]):
            at, end = bound.span("said")
            word = "Từ" if bound["said"][0].isupper() else "từ"
            yield TextCorrection(start + at, start + end, word)
    for found in _TIMES.finditer(prose):
        yield TextCorrection(*found.span("said"), found["less"])
    for found in _VERY.finditer(prose):
        yield TextCorrection(*found.span("said"), found["how"])
