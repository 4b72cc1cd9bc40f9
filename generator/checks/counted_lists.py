"""As many as are announced follow: «ba giải pháp:» and three items, «thứ nhất» before «thứ hai»."""

import re
from collections.abc import Iterator
from typing import Final

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
_ANNOUNCED: Final = re.compile(r":[ *_]*\n\n?(?=(?:[-+*]|[0-9]{1,2}[.)]) )")
_NO_LINE: Final = re.compile(r"[ >]*(?:[-+*|#]|[0-9]+[.)]) ")
_SAID: Final = re.compile(_COUNT)
_LINE: Final = re.compile(r"(?:[-+*]|[0-9]{1,2}[.)]) [^\n]+(?:\n+|\Z)|[ ]{2,}[^\n]*(?:\n+|\Z)")
_IN_LINE: Final = re.compile(r": (?P<list>[^\n.:?!]+)(?=[.])")
_BEFORE: Final = re.compile(rf"{_COUNT}(?: [^\W\d_]+){{0,4}}$")
_REACH: Final = 60
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
        yield from _lists(text)
        yield from _too_few(text)
        yield from _skipped(text)


def _lists(text: ReadText) -> Iterator[Diagnostic]:
    """A list right below the line that announces it; not where that line counts two things."""
    prose = text.prose
    for found in _ANNOUNCED.finditer(prose):
        begin = prose.rfind("\n", 0, found.start()) + 1
        line = prose[begin : found.start()]
        counts = list(_SAID.finditer(line))
        if len(counts) != 1 or _NO_LINE.match(line) or re.search("[.;:]", line[counts[0].end() :]):
            continue
        listed = _items(prose, found.end())
        if listed > 1 and listed != _number(counts[0]["count"]):
            yield _differs(text, begin, counts[0], listed)


def _items(prose: str, at: int) -> int:
    """How many items a list has that begins there."""
    count = 0
    while line := _LINE.match(prose, at):
        count += prose[at] != " "
        at = line.end()
    return count


def _too_few(text: ReadText) -> Iterator[Diagnostic]:
    """A list within a sentence, which has at most as many items as commas and «và» part."""
    for found in _IN_LINE.finditer(text.prose):
        listed = len(_JOINT.split(found["list"]))
        begin = max(0, found.start() - _REACH)
        count = _BEFORE.search(text.prose[begin : found.start()]) if listed > 1 else None
        if count and listed < _number(count["count"]) and not _GOES_ON.search(found["list"]):
            yield _differs(text, begin, count, listed)


def _differs(text: ReadText, begin: int, count: re.Match[str], listed: int) -> Diagnostic:
    where = text.at(begin + count.start("count"), begin + count.end("noun"))
    named = {"said": f"{count['count']} {count['noun']}", "listed": str(listed)}
    return COUNT_DIFFERS.at(where, **named, count=str(_number(count["count"])))


def _number(said: str) -> int:
    return int(said) if said.isdecimal() else _VALUES[said.lower()]


def _skipped(text: ReadText) -> Iterator[Diagnostic]:
    """Each way of counting from its first word on: «thứ nhất», «một là»."""
    last: dict[str, re.Match[str]] = {}
    if not any(map(text.prose.__contains__, ("hứ nhất", "ột là"))):
        return
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
