"""A figure has the separators of Vietnamese: «1.234,5» and not «1,234.5»."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from generator.diagnostics import Diagnostic, warning
from generator.text.piece_texts import ReadText
from generator.text.prose import is_vietnamese
from generator.vietnamese.forms import RareForm
from generator.vietnamese.numbers import format_number
from generator.vietnamese.speech.spoken_figures import UNITS
from generator.vietnamese.word_lists import word_lists

ENGLISH = warning(
    "english-figure",
    "“{figure}” is written as in English; in Vietnamese it is another figure.",
    "Write “{better}”.",
)
PERHAPS = ENGLISH.with_hint("Write “{better}” if thousands are meant, and fewer decimals if not.")
GROUPS = warning(
    "figure-separators",
    "The signs within “{figure}” are not those of a figure in Vietnamese.",
    "Separate thousands by a full stop and decimals by a comma: {better}",
)
GROUPS_OR_NOUGHTS = GROUPS.with_hint(
    "Write “{better}” if thousands are meant, and fewer decimals if not."
)
MACHINE_FIGURE = warning(
    "figure-unrounded",
    "“{figure}” is as a machine works it out: nothing is measured so finely.",
    "Round it: {better}. A share is better said in percent.",
)
SHORT = warning(
    "figure-shortened",
    "“{figure}” is a figure as it is typed in a chat.",
    "Write it in full: {better}",
)
_PER: Final = "|".join(map(re.escape, (*UNITS, *word_lists("generator.vietnamese")["spoken_per"])))
_SHORT: Final = re.compile(
    r"(?<![\w.,/:-])(?P<figure>[0-9]{1,4}(?:,[0-9])?(?:[-–][0-9]{1,4})?)"
    rf"(?:(?P<unit>k|tr)(?P<rest>[0-9]?)(?![\w-]|/(?!(?:{_PER})(?!\w)))"
    rf"| (?P<apart>tr)(?= rưỡi| đồng| mỗi| một|/(?:{_PER})(?!\w)))"
    r"|(?<=[0-9] )(?P<scale>nghìn|ngàn|triệu|tỷ|tỉ) ?đ(?!\w)"
    r"|(?<![\w.,/:-])(?P<minutes>[0-9]{1,2})p(?![\w/-])"
    r"|(?<![\w.,/:-])(?P<hour>[0-9]{1,2}(?:h|g| giờ )[0-9]{2})(?:p|’|')(?![\w/-])"
)
_OF_MACHINE: Final = RareForm(
    r"(?<![\w.,/:-])(?P<whole>[0-9]{1,7})[.,](?P<rest>[0-9]{9,})(?!\w|[.,][0-9])",
    r"[0-9][.,][0-9]{9}",
)
_PLACE: Final = re.compile(r"[0-9]{1,3}\.[0-9]{5,}, ?[0-9]{1,3}\.[0-9]{5,}")
"""Where something lies on a map, in degrees."""
_NEAR: Final = 24  # characters
_SIGN = re.compile(
    r"[0-9](?: ?[.,'’´`_²³]|[ \u00a0\u202f][0-9])|[0-9][OoIlk]|[OIl][0-9]|[0-9](?:tr|p(?!\w)|’|')"
    r"|[0-9]{4}|[0-9] (?:tr|(?:nghìn|ngàn|triệu|tỷ|tỉ) ?đ)(?!\w)"
)
_WORDS: Final = (
    *("lít", "mét", "tấn", "tạ", "yến", "cân", "ký", "héc-ta", "phần trăm", "độ", "lần", "khối"),
    *("ki-lô-mét", "cây số", "phần nghìn", "phần triệu", "điểm phần trăm", "điểm %", "mã lực"),
)
_LETTERS: Final = frozenset({"h", "s", "đ", "L", "t", "°"})  # «7.30 h», «mục 1.2 s»
_COUNTED: Final = "|".join(
    sorted(
        map(re.escape, (set(UNITS) | {*_WORDS, "tỷ", "tỉ", "triệu", "nghìn", "ngàn"}) - _LETTERS)
    )
)
_BEFORE, _AFTER = r"(?<![\w.,/:-])", r"(?:(?!\w|[.,/:-][0-9])|(?=đ(?!\w)))"
# Three decimals may be meant («1,225 kg/m³»); three noughts, or two groups, are not.
_FORMS = re.compile(
    rf"{_BEFORE}(?:[1-9][0-9]{{0,2}}(?:(?:,[0-9]{{3}}){{2,}}|,000|,[0-9]{{3}}(?=\.[0-9]))(?:\.[0-9]+)?"
    rf"|[0-9]{{1,3}}\.(?:[0-9]{{1,2}}|[0-9]{{4,}})(?=\s?(?:{_COUNTED})(?!\w)"
    rf"|(?:\s(?:đến|tới|xuống(?: còn)?|lên)\s|[-–])[0-9]+[.,][0-9]{{1,2}}\s?(?:{_COUNTED})(?!\w)))"
    rf"(?:{_AFTER}|(?=[-–]))"
)
_POINT: Final = re.compile(r"[0-9]\.[0-9]{1,2}(?![0-9])")
_BY_NAME: Final = re.compile(
    r"(?<!\w)(?:pH|COP|EER|PUE|GPA|cos ?φ|(?i:hệ số(?: công suất| phụ tải| an toàn| phát thải"
    r"| quy đổi| hiệu suất)?|chỉ số [^\W\d_]+|tỷ số|điểm (?:trung bình|số)|nồng độ [^\W\d_]+))"
    r"(?:[ :=≥≤<>~]|là|bằng|đạt|từ|khoảng|dưới|trên|gần|hơn|đến|tới|ở mức|còn|lên|xuống|tăng|giảm"
    r"|[–-]|[0-9]{1,2}[.,][0-9]{1,2}(?![0-9]))*? ?"
    r"(?P<figure>[0-9]{1,2}\.[0-9]{1,2}(?: ?(?:đến|tới|[–-]) ?[0-9]{1,2}\.[0-9]{1,2})?)"
    r"(?![0-9]|[.,/:][0-9])"
)
"""What has no unit: «pH 6.5», «hệ số công suất là 0.85»."""
_LENGTH: Final = re.compile(
    r"(?<![\w.,/:-])(?<!ngày )(?<![Mm]ục )(?<![Kk]hoản )(?<![Đđ]iểm )(?<!phần )"
    r"(?<!bản )(?<![Hh]ình )(?<![Bb]ảng )"
    r"(?P<figure>[0-9]{1,3}\.[0-9]|0\.[0-9]{1,2})(?= (?:giờ|ngày|tuần|tháng|ca|điểm|vòng|sào|công)"
    r"(?!\w)| năm(?! [0-9]))"
)
"""Lengths of time and others that days and numbers of chapters look like, unless they are short."""
_ROW: Final = re.compile(
    rf"^\|[^|\n]*\((?:{_COUNTED})(?!\w)[^)|\n]*\)[^|\n]*\|[^\n]*", re.MULTILINE
)
"""Of a table, with the unit of all its figures in its first cell."""
_CELL: Final = re.compile(r"(?<=\|)\s*(?P<figure>[0-9]{1,3}\.[0-9]{1,2})\s*(?=\|)")
_NOUNS: Final = (
    "người|cái|chiếc|tờ|tấm|cuốn|quyển|bản|bài|lớp|học viên|hộ|cơ sở|doanh nghiệp|mô hình"
    "|chương trình|lần|lượt|buổi|đồng"
)
_UNIT: Final = rf"(?:{_COUNTED}|{_NOUNS})(?!\w)"
_GROUPED: Final = re.compile(
    rf"{_BEFORE}(?:(?P<apostrophe>[0-9]{{1,3}}(?:['’´`_][0-9]{{3}})+)(?![\w'’])"
    rf"|(?P<spaced>[1-9][0-9]{{0,2}}(?:[ \u00a0\u202f][0-9]{{3}})+)(?=\s{_UNIT})"
    rf"|(?P<groups>[0-9]{{1,4}}(?:\.[0-9]{{1,4}}){{2,}})(?=\s?{_UNIT})"
    rf"|(?P<double>[0-9]+(?:,,|\.\.)[0-9]+|[0-9]+(?: ,| \.)[0-9]+"
    rf"|[0-9]{{1,3}}(?:\. [0-9]{{3}})*\. 0[0-9]{{2}}(?:\. ?[0-9]{{3}})*)(?=\s?{_UNIT})"
    rf"|(?P<noughts>[1-9][0-9]{{0,2}}(?:\.[0-9]{{3}})+),000(?=\s?{_UNIT})"
    r"|(?P<cents>[0-9]{1,3}\.[0-9]{1,2})(?=\s?(?:đồng|đ|VND|₫)(?!\w))"
    rf"|(?P<whole>(?:[0-9]{{5,9}}|[0-9]{{4}}(?=\s?(?:đồng|đ|VND|₫)(?!\w))))(?=\s?(?:{_UNIT}|đ(?!\w)))"
    rf"|(?P<power>[0-9]+[²³])(?=\s(?:{_NOUNS})(?!\w))"
    r"|(?P<mixed>[0-9]+O[0-9]*|l[0-9]+)(?![\w/-])"
    rf"|(?P<letters>(?=[0-9OoIl]*[0-9])[0-9OI]*[OoIl][0-9OoI]*)(?=\s{_UNIT}))"
)
_THREE: Final = re.compile(
    rf"{_BEFORE}[1-9][0-9]{{0,2}},"
    rf"(?:[0-9]{{3}}(?=\s(?:{_NOUNS})(?!\w))|[0-9]{{2}}0(?![\w%/]|[.,][0-9]))"
)
_RIGHT: Final = re.compile(r"[0-9]{1,2}\.[0-9]{1,2}\.(?:19|20)[0-9]{2}|[0-9]{1,3}(?:\.[0-9]{3})+")
_POWERS: Final = str.maketrans("²³", "23")
_LOOKALIKES: Final = str.maketrans("OoIl", "0011")
_SWAPPED: Final = str.maketrans(",.", ".,")


def check_text(text: ReadText) -> Iterator[Diagnostic]:
    """The figures of a Vietnamese text."""
    if not (_SIGN.search(text.prose) and is_vietnamese(text.text)):
        return
    for found in _OF_MACHINE.finditer(text.prose):
        if _PLACE.search(text.prose, max(0, found.start() - _NEAR), found.end() + _NEAR):
            continue
        better = _rounded(Decimal(f"{found['whole']}.{found['rest']}"))
        yield MACHINE_FIGURE.at(text.at(*found.span()), figure=found[0], better=better)
    yield from _english(text)
    for found in _SHORT.finditer(text.prose):
        if found["minutes"] or found["hour"]:
            better = f"{found['minutes']} phút" if found["minutes"] else found["hour"]
            yield SHORT.at(text.at(*found.span()), figure=found[0], better=better)
            continue
        better = _in_full(found)
        yield SHORT.at(text.at(*found.span()), figure=found[0], better=better)
    for found in _GROUPED.finditer(text.prose):
        if better := _grouped(found):
            rule = GROUPS_OR_NOUGHTS if found["noughts"] else GROUPS
            yield rule.at(text.at(*found.span()), figure=found[0], better=better)


def _english(text: ReadText) -> Iterator[Diagnostic]:
    """Figures with the signs of English for thousands and decimals."""
    for found in _FORMS.finditer(text.prose):
        better = found[0].translate(_SWAPPED)
        yield ENGLISH.at(text.at(*found.span()), figure=found[0], better=better)
    for form in (_BY_NAME, _LENGTH) if _POINT.search(text.prose) else ():
        for found in form.finditer(text.prose):
            figure = found["figure"]
            better = figure.translate(_SWAPPED)
            yield ENGLISH.at(text.at(*found.span("figure")), figure=figure, better=better)
    for row in _ROW.finditer(text.prose):
        for found in _CELL.finditer(text.prose, row.start(), row.end()):
            figure = found["figure"]
            better = figure.translate(_SWAPPED)
            yield ENGLISH.at(text.at(*found.span("figure")), figure=figure, better=better)
    for found in _THREE.finditer(text.prose):
        if not _FORMS.match(text.prose, found.start()):
            better = found[0].translate(_SWAPPED)
            yield PERHAPS.at(text.at(*found.span()), figure=found[0], better=better)


def _rounded(figure: Decimal) -> str:
    """With one decimal; what is less than one, with three digits."""
    kept = Decimal("0.1") if figure >= 1 else Decimal(1).scaleb(figure.adjusted() - 2)
    return format_number(figure.quantize(kept).normalize())


def _in_full(found: re.Match[str]) -> str:
    """An amount of money with its words: «5tr/tháng», «20k», «300 ngàn đ»."""
    if found["scale"]:
        return f"{found['scale']} đồng"
    figure = f"{found['figure']},{found['rest']}" if found["rest"] else found["figure"]
    return f"{figure} {'nghìn' if found['unit'] == 'k' else 'triệu'}"


def _grouped(found: re.Match[str]) -> str:
    """The figure as it is set, or nothing where it is set so."""
    if found["whole"]:
        return format_number(int(found["whole"]))
    if found["groups"] or found["cents"]:
        return "" if _RIGHT.fullmatch(found[0]) else "1.234.567,5"
    if found["double"]:
        return re.sub(r"[ .,]+", found[0].strip("0123456789 ")[0], found[0])
    if found["noughts"]:
        return found[0].replace(",", ".")
    plain = found[0].translate(_LOOKALIKES)
    if found["letters"] or found["mixed"]:
        return plain
    return plain.translate(_POWERS) if found["power"] else re.sub(r"['’´`_\s]", ".", plain)
