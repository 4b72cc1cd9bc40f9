"""A body that is no more is not named as one of today: «Sở Tài nguyên và Môi trường» in 2026."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from generator.diagnostics import Diagnostic, warning
from generator.planning.body_ends import body_ends
from generator.text.piece_texts import ReadText
from generator.vietnamese.dates import format_date
from generator.vietnamese.forms import RareForm

NO_MORE = warning(
    "body-no-more",
    "“{said}” was there until {until} ({source}); this is published on {day}.",
    "Write {now}; where it speaks of then, name the year beside it.",
)
_SIGN: Final = RareForm(r"(?:Sở|Bộ|SỞ|BỘ|Phòng) ", r"(?:Sở|Bộ|SỞ|BỘ|Phòng)$")
_THEN: Final = re.compile(
    r"(?<!\d)(?:19\d\d|20(?:[01]\d|2[0-4]))(?!\d)|(?i:trước đây|trước khi|nay là|cũ(?!\w)|nguyên là"
    r"|tiền thân|hợp nhất|sáp nhập|khi ấy|lúc đó|lúc ấy|hồi đó|thời đó)"
)
_SENTENCE: Final = re.compile(r"[.!?…\n](?=\s|$)")


def check_text(text: ReadText) -> Iterator[Diagnostic]:
    """What is published, broadcast or printed after the last day of the body."""
    day = text.day
    if day is not None and text.is_main and _SIGN.may_be_in(text.prose):
        yield from _ended(text, day)


def _ended(text: ReadText, day: date) -> Iterator[Diagnostic]:
    at = 0
    for said, body in body_ends(text.prose, day):
        start = text.prose.index(said, at)
        at = start + len(said)
        if body.follower and not _THEN.search(_around(text.prose, start, at)):
            named = {"said": said, "until": format_date(body.until), "source": body.source}
            now = f"{said.split()[0]} {body.follower}"
            yield NO_MORE.at(text.at(start, at), **named, day=format_date(day), now=now)


def _around(prose: str, start: int, end: int) -> str:
    """The sentence in which something stands."""
    first = max((found.end() for found in _SENTENCE.finditer(prose, 0, start)), default=0)
    last = _SENTENCE.search(prose, end)
    return prose[first : last.start() if last else len(prose)]
