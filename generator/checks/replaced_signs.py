"""Days and letters that a word processor has replaced in typing: «từ ¼ đến 30/4», «điểm ©»."""

import re
from collections.abc import Iterator
from typing import Final

from generator.diagnostics import Diagnostic, warning
from generator.text.piece_texts import ReadText
from generator.vietnamese.forms import RareForm

DAY: Final = warning(
    "day-as-fraction",
    "“{said}”: a fraction stands where a day is due.",
    "Word makes it of a day that is typed with a stroke. Type {now}, and press Ctrl+Z right away "
    "where Word changes it again.",
)
LETTER: Final = warning(
    "letter-as-sign",
    "“{said}”: a sign stands where a letter is due.",
    "Word makes it of a letter in brackets. Type {now}, and press Ctrl+Z right away where Word "
    "changes it again.",
)
_DAYS: Final = {"½": "1/2", "¼": "1/4", "¾": "3/4"}
_LETTERS: Final = {"©": "(c)", "®": "(r)", "€": "(e)"}
_TO: Final = r"(?: (?:đến|tới)(?: hết)?(?: ngày)? |[–-])"
_DAY: Final = RareForm(
    r"(?<!\w)(?:ngày (?P<named>[½¼¾])(?=[/.,;:)\n]|$| (?:đến|tới|và|hoặc|hằng năm|hàng năm|năm|này"
    r"|tại|ở|lúc|là|sẽ|có|phải|trở đi|trở về)(?!\w))"
    rf"|(?P<first>[½¼¾]){_TO}(?P<last>\d{{1,2}}/\d{{1,2}})(?![\d.,]*\d)"
    rf"|(?P<begun>\d{{1,2}}/\d{{1,2}})(?:/\d{{4}})?{_TO}(?P<end>[½¼¾])"
    r"|(?P<dated>[½¼¾])(?=/(?:19|20)\d\d(?!\d)))",
    "[½¼¾]",
    re.IGNORECASE,
)
_LETTER: Final = RareForm(
    r"(?<!\w)(?:(?:điểm|mục|ý|câu|phần|chữ|phương án|đáp án) (?P<named>[©®€])(?!\s?\d)"
    r"|\([a-zđ]\)(?:[,;]|,? và|,? hoặc|,? đến) (?P<next>[©®€])(?!\s?\d)"
    r"|(?P<first>[©®€])(?:[,;]|,? và|,? hoặc|,? đến) \([a-zđ]\)"
    r"|\([a-zđ]\) [^\n]*\n{1,2}(?P<line>[©®€])(?= ?[^\W\d_]))",
    "[©®€]",
    re.IGNORECASE,
)


def check_text(text: ReadText) -> Iterator[Diagnostic]:
    """Every text that readers read."""
    yield from _days(text)
    yield from _letters(text)


def _days(text: ReadText) -> Iterator[Diagnostic]:
    for found in _DAY.finditer(text.prose):
        beside = found["last"] or found["begun"]
        if beside and not _is_day(beside):
            continue
        kind = next(name for name in ("named", "first", "end", "dated") if found[name])
        now = _DAYS[found[kind]]
        yield DAY.at(text.at(*found.span(kind)), said=found[0], now=now)


def _is_day(typed: str) -> bool:
    """Whether it is a day alone: «3/4» may be a part of something."""
    day, _, month = typed.partition("/")
    return int(day) > int(month)


def _letters(text: ReadText) -> Iterator[Diagnostic]:
    for found in _LETTER.finditer(text.prose):
        kind = next(name for name in ("named", "next", "first", "line") if found[name])
        said = found[kind] if kind == "line" else found[0]
        yield LETTER.at(text.at(*found.span(kind)), said=said, now=_LETTERS[found[kind]])
