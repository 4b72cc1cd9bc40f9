"""Roman numerals that are none, and quarters that no year has: «lần thứ VIIII», «quý V»."""

from collections.abc import Iterator
from typing import Final

from generator.diagnostics import Diagnostic, warning
from generator.text.piece_texts import ReadText
from generator.vietnamese.forms import RareForm
from generator.vietnamese.roman_numerals import in_roman, read_numeral, read_roman

NO_NUMERAL = warning(
    "no-such-numeral",
    "“{said}” is no Roman numeral.",
    "Write {now}, if that is what is meant.",
)
NO_QUARTER = warning(
    "no-such-quarter",
    "A year has no quarter “{said}”.",
    "Look it up, and write I, II, III or IV.",
)
_NUMERAL: Final = RareForm(
    r"(?<!\w)(?i:lần thứ|lần|chương|thế kỷ|thế kỉ|khóa|khoá|phần|mục|kỳ|đại hội|hội nghị|khu vực"
    r"|vùng|cấp|loại|nhóm|hạng|đợt|phụ lục|tập|quyển|học kỳ|quý|thứ|bậc|kỳ họp thứ) "
    r"(?P<numeral>[IVXLC]{2,12})(?![\w.]\w|\w)",
    r"^[IVXLC]{2,}(?:\W|$)",
)
_QUARTER: Final = RareForm(
    r"(?<!\w)(?:[Qq]uý|QUÝ) (?P<numeral>[IVX]+|[0-9]{1,2})(?=/(?:19|20)[0-9][0-9]|[).,;:!?\n]|$"
    r"| (?:năm|và|tới|này|đến|là|phải|có|sẽ|đã|của)(?!\w))(?![.,][0-9])",
    r"(?:[Qq]uý|QUÝ)$",
)
_QUARTERS: Final = range(1, 5)


def check_text(text: ReadText) -> Iterator[Diagnostic]:
    """Every text that readers read."""
    yield from _numerals(text)
    yield from _quarters(text)


def _numerals(text: ReadText) -> Iterator[Diagnostic]:
    for found in _NUMERAL.finditer(text.prose):
        said = found["numeral"]
        now = in_roman(max(read_roman(said), 1))
        if now != said:
            yield NO_NUMERAL.at(text.at(*found.span("numeral")), said=said, now=now)


def _quarters(text: ReadText) -> Iterator[Diagnostic]:
    for found in _QUARTER.finditer(text.prose):
        said = found["numeral"]
        number = read_numeral(said)
        is_numeral = said.isdecimal() or in_roman(max(number, 1)) == said
        if is_numeral and number not in _QUARTERS:  # what is no numeral is told as such
            yield NO_QUARTER.at(text.at(*found.span()), said=said)
