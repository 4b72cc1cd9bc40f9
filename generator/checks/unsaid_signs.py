"""Signs in a script that no announcer can say: «viết cho chúng tôi @ trang này»."""

import re
from collections.abc import Iterator
from typing import Final

from generator.diagnostics import Diagnostic, warning
from generator.text.piece_texts import ReadText
from generator.text.prose import spoken_prose
from generator.vietnamese.forms import RareForm
from generator.vietnamese.speech.aloud import forms_in
from generator.vietnamese.text import line_before

UNSAID = warning(
    "sign-unsaid",
    "Nobody can read “{sign}” aloud, as it stands in “{words}”.",
    "Write in words what is to be said.",
)
STROKE = UNSAID.with_hint(
    "Write the word that is to be said there: và, or hoặc; or name only one of the two."
)
_SIGN: Final = RareForm("[@$€£¥¢§©®™¶†‡¤¦]|№|#(?=[^#\\s])", r"[@$€£¥¢§©®™¶†‡¤¦№]|#[^#]")
_STROKE: Final = RareForm(
    r"(?<![\w./-])(?P<left>(?:[0-9][0-9.,]* )?(?:[^\W\d_]+ )?[^\W\d_]+)/(?P<right>[^\W\d_]+)"
    r"(?P<next> [^\W\d_]+)?",
    r"[^\W\d_]/[^\W\d_]",
)
"""A stroke between two words: «các anh/chị», «và/hoặc»."""
_PER: Final = re.compile(
    r"(?:giờ|ngày|tháng|năm|tuần|ca|phút|giây|quý|mẻ|lần|lượt|chuyến|đêm|vụ|khối|lít|kg|km|tấn|tạ|ha)"
)
_COUNTED_PER: Final = re.compile(
    r"[0-9]|(?:^| )(?:đồng|lít|khối|kg|ki-?lô|gam|g|số|triệu|nghìn|ngàn|tỷ|tấn|tạ|mét|kWh|W|kW|đ"
    r"|giá|tiền|sản phẩm|mức|chi phí)$"
)
_FIGURE: Final = re.compile(r"[0-9](?: [^\W\d_]+){1,2}$")
_PERSONS: Final = frozenset({"chị", "em", "bà", "cô", "nữ", "hoặc"})
_REACH: Final = 24  # characters
_BEFORE: Final = re.compile(r"(?:\S+ ?)?$")
_AFTER: Final = re.compile(r"\S+(?: \S+)?")


def check_text(text: ReadText) -> Iterator[Diagnostic]:
    """Each sign of a script once."""
    if not text.is_script or not any(each.may_be_in(text.text) for each in (_SIGN, _STROKE)):
        return
    heard = spoken_prose(text.text)
    for stroke in _STROKE.finditer(heard):
        if not _is_per(stroke):
            start = stroke.end("left")
            words = text.text[slice(*_around(heard, start))]
            yield STROKE.at(text.at(start, start + 1), sign="/", words=words)
    told = set[str]()
    for found in _SIGN.finditer(heard):
        start = found.start()
        is_mark = not line_before(heard, start).strip("# ")  # of a heading, of a sound
        if found[0] not in told and not is_mark and not _is_said(heard, start):
            told.add(found[0])
            words = text.text[slice(*_around(heard, start))]
            yield UNSAID.at(text.at(*found.span()), sign=found[0], words=words)


def _is_per(found: re.Match[str]) -> bool:
    """Whether a stroke is read as mỗi: a price, a rate; or stands in a number of a paper."""
    right, left = found["right"], found["left"]
    if left[-1].isupper() or right.isupper():
        return True  # a code
    is_rate = _FIGURE.search(found.string, max(0, found.start() - _REACH), found.end("left"))
    if is_rate and right not in _PERSONS:
        return True
    is_whole = not (right == "người" and found["next"] in {" lao", " dân", " thợ", " sử", " tiêu"})
    return is_whole and bool(_PER.fullmatch(right) or _COUNTED_PER.search(left))


def _is_said(heard: str, at: int) -> bool:
    """Whether it is part of a form that is read in words: a price, an address."""
    begin, end = heard.rfind("\n", 0, at) + 1, heard.find("\n", at)
    line = heard[begin : end if end >= 0 else len(heard)]
    return any(start <= at - begin < stop for start, stop, _ in forms_in(line))


def _around(heard: str, at: int) -> tuple[int, int]:
    """From the word before a sign to the word behind it."""
    begin, end = heard.rfind("\n", 0, at) + 1, heard.find("\n", at)
    before = _BEFORE.search(heard, begin, at)
    after = _AFTER.match(heard, at, end if end >= 0 else len(heard))
    return before.start() if before else at, after.end() if after else at + 1
