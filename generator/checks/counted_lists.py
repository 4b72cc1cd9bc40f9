"""As many as are announced follow: «ba giải pháp:» and three items, «thứ nhất» before «thứ hai»."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from generator.checks import MOST
from generator.diagnostics import Diagnostic, warning
from generator.text.piece_texts import ReadText
from generator.vietnamese.forms import RareForm

COUNT_DIFFERS = warning(
    "count-differs",
    "“{said}” announces {count}; {listed} follow.",
    "Count again, and write the right number, or what is missing.",
)
MISSING_ORDINAL = warning(
    "ordinal-skipped",
    "“{said}” follows “{before}”.",
    "Between them is missing “{missing}”: write it, or count anew.",
)
_NUMBERS: Final = (
    "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười", "mười một", "mười hai",
)  # fmt: skip
_VALUES: Final = {word: at for at, word in enumerate(_NUMBERS, 1)} | {"tư": 4, "nhất": 1, "nhì": 2}
_NOUNS: Final = (
    "bước|việc|giải pháp|biện pháp|nhóm giải pháp|nhóm việc|nhóm|điều|cách|yếu tố|nguyên tắc"
    "|câu hỏi|nội dung|phần|loại|lợi ích|lý do|nhiệm vụ|mẹo|điểm|dấu hiệu|nguyên nhân|kết quả"
    "|bài học|lưu ý|tiêu chí|điều kiện|mục tiêu|hoạt động|giai đoạn|chỗ|nơi|thứ|hạng mục|đơn vị"
)
_COUNT: Final = (
    r"(?<![\w.,/])(?P<count>0?[2-9]|1[0-2]|(?i:hai|ba|bốn|năm|sáu|bảy|tám|chín|mười(?: một| hai)?))"
    rf" (?P<noun>{_NOUNS})(?!\w)"
)
_ANNOUNCED: Final = RareForm(
    rf"^(?![ >]*(?:[-+*|#]|[0-9]+[.)]) )"
    rf"(?P<said>[^\n]{{0,400}}{_COUNT}(?P<rest>[^\n.;:]*):)[ *_]*\n\n?"
    r"(?P<items>(?:(?:[-+*]|[0-9]{1,2}[.)]) [^\n]+(?:\n+|\Z)(?:[ ]{2,}[^\n]*(?:\n+|\Z))*){2,})",
    r":[*_]*$",
    re.MULTILINE,
)
_ITEM: Final = re.compile(r"^(?:[-+*]|[0-9]{1,2}[.)]) ", re.MULTILINE)
_AGAIN: Final = re.compile(rf"{_COUNT}")
_IN_LINE: Final = RareForm(
    rf"{_COUNT}(?: [^\W\d_]+){{0,4}}: (?P<list>[^\n.:?!]+(?:, | và )[^\n.:?!]+)(?=[.])",
    r"^[^\W\d_]+:$",
)
_JOINT: Final = re.compile(r"[,;] | và | cùng | hoặc |/")
_GOES_ON: Final = re.compile(r"(?i:thứ|một là|đầu tiên|trước hết|dưới|sau đây|bảng|hình|xem|hay)")
_ORDINAL: Final = RareForm(
    r"(?:(?<=\n)|(?<=[.!?] )|(?<=[;:] )|\A)[ *_>-]*"
    r"(?P<said>(?:[Tt]hứ (?P<ordinal>nhất|hai|ba|tư|năm|sáu|bảy)"
    r"|(?P<cardinal>(?i:một|hai|ba|bốn|năm|sáu|bảy)) là)(?=[ ,:])(?!,? (?:ngày )?[0-9]))",
    r"[Tt]hứ$|^là(?:[,:]|$)",
)


def check_text(text: ReadText) -> Iterator[Diagnostic]:
    """Every body."""
    if not text.key:
        yield from islice(_lists(text), MOST)
        yield from islice(_too_few(text), MOST)
        yield from islice(_skipped(text), MOST)


def _lists(text: ReadText) -> Iterator[Diagnostic]:
    """A list right below the line that announces it; not where that line counts two things."""
    for found in _ANNOUNCED.finditer(text.prose):
        listed, count = len(_ITEM.findall(found["items"])), _number(found["count"])
        is_one = len(_AGAIN.findall(found["said"])) == 1
        if listed != count and is_one:
            said = f"{found['count']} {found['noun']}"
            where = text.at(found.start("count"), found.end("noun"))
            yield COUNT_DIFFERS.at(where, said=said, count=str(count), listed=str(listed))


def _too_few(text: ReadText) -> Iterator[Diagnostic]:
    """A list within a sentence, which has at most as many items as commas and «và» part."""
    for found in _IN_LINE.finditer(text.prose):
        listed, count = len(_JOINT.split(found["list"])), _number(found["count"])
        if listed < count and not _GOES_ON.search(found["list"]):
            said = f"{found['count']} {found['noun']}"
            where = text.at(found.start("count"), found.end("noun"))
            yield COUNT_DIFFERS.at(where, said=said, count=str(count), listed=str(listed))


def _number(said: str) -> int:
    return int(said) if said.isdecimal() else _VALUES[said.lower()]


def _skipped(text: ReadText) -> Iterator[Diagnostic]:
    """Each way of counting from its first word on: «thứ nhất», «một là»."""
    last: dict[str, re.Match[str]] = {}
    for found in _ORDINAL.finditer(text.prose):
        way = "ordinal" if found["ordinal"] else "cardinal"
        number, before = _VALUES[found[way].lower()], last.pop(way, None)
        if before is not None and number > 1:
            count = _VALUES[before[way].lower()]
            if number > count + 1:
                named = {"said": found["said"], "before": before["said"]}
                named["missing"] = _named(way, count + 1)
                yield MISSING_ORDINAL.at(text.at(*found.span("said")), **named)
        if before is not None or number == 1:
            last[way] = found


def _named(way: str, number: int) -> str:
    word = _NUMBERS[number - 1]
    return f"{word} là" if way == "cardinal" else f"thứ {'tư' if word == 'bốn' else word}"
