"""A part of the day that a programme greets with is the one of its slot: «Chào buổi tối» at 6:30.

What people say to one another in the middle of a script may be of any hour: greetings are looked at
where a programme begins and ends, and anywhere where those who listen are greeted.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Final

from generator.diagnostics import Diagnostic, warning
from generator.text.piece_texts import ReadText
from generator.vietnamese.dates import format_date, format_time
from generator.vietnamese.day_words import DAY_AND_MONTH, day_and_month
from generator.vietnamese.forms import RareForm

GREETING_DIFFERS = warning(
    "greeting-differs",
    "“{said}”, but the slot is at {time}.",
    "Greet as that hour has it, or correct slot: where the greeting is right.",
)
DAY_DIFFERS = GREETING_DIFFERS.with_hint(
    "Say the day of the slot, or correct slot: where the day is right."
)
_PART: Final = "(?P<part>sáng|trưa|chiều|tối)(?!\\w)"
_SIGN: Final = r"^(?:sáng|trưa|chiều|tối)(?!\w)"
_GREETING: Final = RareForm(
    rf"(?<!\w)(?:[Cc]hào (?:đón )?(?:[^.!?,\n]{{1,30}} )?buổi {_PART}"
    r"|[Bb]uổi (?P<wished>sáng|trưa|chiều|tối) (?:vui(?: vẻ)?|tốt lành|an lành|ấm áp|thư thái"
    r"|bình yên|thật vui|nhiều niềm vui|hạnh phúc))(?!\w)",
    _SIGN,
)
_THEY: Final = "quý|các bạn|bà con|thính giả|khán giả"
_LISTENERS: Final = RareForm(
    rf"(?<!\w)(?:[Cc]hào (?:đón )?buổi (?P<part>sáng|trưa|chiều|tối),? (?:{_THEY})"
    rf"|[Cc]húc (?:toàn thể )?(?:{_THEY})[^.!?\n]{{0,40}}? buổi"
    rf" (?P<wished>sáng|trưa|chiều|tối)|[Cc]húc (?:toàn thể )?(?:{_THEY})[^.!?\n]{{0,40}}? "
    r"(?P<night>ngủ ngon|ngon giấc))(?!\w)",
    rf"{_SIGN}|^ngon(?!\w)",
)
"""A greeting of those who listen, wherever it stands."""
_TODAY: Final = RareForm(
    rf"(?<!\w)(?:[Cc]hương trình|[Bb]ản tin|[Cc]huyên mục|[Bb]uổi phát(?: thanh| sóng)?) {_PART}"
    r" (?:hôm )?nay(?!\w)"
    r"|(?<!\w)(?:[Đđ]ây là|đến với|nghe) (?:bản tin|chương trình|chuyên mục|buổi phát(?: thanh)?)"
    r" (?:buổi )?(?P<named>sáng|trưa|chiều|tối)(?!\w)",
    _SIGN,
)
_DATED: Final = RareForm(
    r"(?<!\w)[Hh]ôm nay,?(?: là)? (?:(?i:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật),? )?"
    rf"(?:ngày )?(?:{DAY_AND_MONTH})(?![\w–-]|/(?!(?:19|20)[0-9])|[.,][0-9]| ?%)",
    "^nay,?$",
)
_HOURS: Final = {
    "sáng": range(4, 11),
    "trưa": range(10, 14),
    "chiều": range(12, 19),
    "tối": range(18, 24),
}
_ENDS: Final = 700  # characters of a script in which it greets, and takes leave


def check_text(text: ReadText) -> Iterator[Diagnostic]:
    """Every script with an hour at which it is on the air."""
    moment = getattr(text.piece, "slot", None)
    if not (text.is_script and isinstance(moment, datetime)):
        return
    last = len(text.prose) - _ENDS
    for found in _GREETING.finditer(text.prose):
        if (found.start() < _ENDS or found.start() > last) and _differs(
            found["part"] or found["wished"], moment
        ):
            yield _told(text, *found.span(), moment)
    for found in _LISTENERS.finditer(text.prose):
        is_within = found["night"] or _ENDS <= found.start() <= last
        if is_within and _differs(found["part"] or found["wished"] or "tối", moment):
            yield _told(text, *found.span(), moment)
    for found in _TODAY.finditer(text.prose):
        if _differs(found["part"] or found["named"], moment):
            yield _told(text, *found.span(), moment)
    for found in _DATED.finditer(text.prose):
        if day_and_month(found) != (moment.day, moment.month):
            said, day = text.text[found.start() : found.end()], format_date(moment.date())
            time = f"{format_time(moment.time())}, {day}"
            yield DAY_DIFFERS.at(text.at(*found.span()), said=said, time=time)


def _differs(part: str, moment: datetime) -> bool:
    return moment.hour not in _HOURS[part]


def _told(text: ReadText, start: int, end: int, moment: datetime) -> Diagnostic:
    said, time = text.text[start:end], format_time(moment.time())
    return GREETING_DIFFERS.at(text.at(start, end), said=said, time=time)
