"""Short forms in a script that are read as letters: «T2 - T6», «P. Tân Hòa», «A. Tư», «50 tr»."""

import re
from collections.abc import Iterator
from typing import Final

from generator.diagnostics import Diagnostic, warning
from generator.text.piece_texts import ReadText
from generator.vietnamese.dates import WEEKDAYS
from generator.vietnamese.forms import RareForm

SAID_SHORT = warning(
    "short-in-script",
    "“{said}” cannot be read aloud as it stands.",
    "Write what is to be said: {words}",
)
_TITLES: Final = {
    "P": "phường", "Q": "quận", "H": "huyện", "Đ": "đường", "X": "xã", "A": "anh",
    "C": "chị", "Ô": "ông", "B": "bà",
}  # fmt: skip
_SHORT: Final = "".join(_TITLES)
_TITLE: Final = RareForm(
    rf"(?<![\w./-])(?P<short>[{_SHORT}])\. ?"
    r"(?P<name>(?!Mác)[A-ZĐÀ-Ỹ][a-zđà-ỹ]+|[0-9]{1,2}(?!\w))",
    rf"(?<![\w./-])[{_SHORT}]\.",
)
_LETTER: Final = re.compile(
    r"(?:vitamin|loại|nhóm|tổ|ca|lớp|khu|lô|dãy|điểm|mục|phần|hạng|bảng|khối|cấp|hoạch|án|nhà|máy"
    r"|xưởng|câu|hình|lục|mẫu|gan|tầng|cổng|cửa|kho|bể|lò|tuyến|đội|số|chữ|phòng|hàng) $",
    re.IGNORECASE,
)
"""What has letters for names: «vitamin C. Mỗi ngày»."""
_DAY: Final = r"(?:T[2-7]|CN)"
_WEEKDAYS: Final = RareForm(
    rf"(?<![\w/.-])T[2-7](?:(?:,? | ?[-–] ?| và | đến ){_DAY})+(?!\w|[/.-]*[0-9])"
    r"|(?:(?<=sáng )|(?<=trưa )|(?<=chiều )|(?<=tối )|(?<=đêm ))T[2-7](?!\w|[/.-]*[0-9])",
    r"(?<!\w)T[2-7](?!\w)",
)
_MILLIONS: Final = RareForm(
    r"(?<![\w.,/:-])(?P<figure>[0-9]{1,4}(?:,[0-9])?(?:[-–][0-9]{1,4})?) tr"
    r"(?![\w/]| rưỡi| đồng| mỗi| một)",
    r"^tr(?!\w)",
)
_VERSUS: Final = RareForm(r"(?<![\w.])vs\.?(?!\w)")
_REACH: Final = 12


def check_text(text: ReadText) -> Iterator[Diagnostic]:
    """Every text that is read aloud."""
    if text.is_script:
        yield from _short(text)


def _short(text: ReadText) -> Iterator[Diagnostic]:
    for found in _TITLE.finditer(text.prose):
        if not _LETTER.search(text.prose[max(0, found.start() - _REACH) : found.start()]):
            words = f"{_TITLES[found['short']]} {found['name']}"
            yield SAID_SHORT.at(text.at(*found.span()), said=found[0], words=words)
    for found in _WEEKDAYS.finditer(text.prose):
        words = re.sub(_DAY, _weekday, re.sub(r" ?[-–] ?", " đến ", found[0]))
        yield SAID_SHORT.at(text.at(*found.span()), said=found[0], words=words)
    for found in _MILLIONS.finditer(text.prose):
        words = f"{found['figure']} triệu"
        yield SAID_SHORT.at(text.at(*found.span()), said=found[0], words=words)
    for found in _VERSUS.finditer(text.prose):
        yield SAID_SHORT.at(text.at(*found.span()), said=found[0], words="với")


def _weekday(found: re.Match[str]) -> str:
    return WEEKDAYS[6 if found[0] == "CN" else int(found[0][1]) - 2]
