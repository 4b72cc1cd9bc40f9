"""What tells whoever is asked which answer of a test is right: a key, a mark, the one bold line.

A bank of questions, a form and a paper of last year have them beside the questions; on the sheet of
a class they stand before those who are to find out.
"""

import re
from collections.abc import Iterator
from typing import Final

from generator.vietnamese.forms import RareForm

_REST: Final = r"(?![ *_.…]*(?:$|(?i:xem|có|ở|sẽ|do|ghi|trong|của|để)(?!\w)))[^\n]+"
_KEY: Final = RareForm(
    r"^[ >#*_+-]*(?P<said>(?:(?i:(?:bảng )?đáp án(?: đúng)?|hướng dẫn chấm|answer key)|ĐA|Đ/A)"
    r"(?: (?:(?:câu|đề|bài|mã đề) )?(?:số )?[0-9A-ZĐ]{1,4}){0,2}[*_]*"
    rf"(?: ?(?::| là){_REST}|[*_]*|:(?=[*_]*\n+[ >*_-]*1[.) :-]{{0,2}}[A-DĐS](?!\w))[*_]*))[ ]*$",
    r"(?i)^[>#*_+-]*(?:đáp|bảng|hướng|answer)$|^[>#*_+-]*Đ/?A(?:[:*_]|$)",
    re.MULTILINE,
)
"""A key in a line of its own: «Đáp án: C», «ĐA: 1A, 2C»."""
_ROW: Final = RareForm(
    r"^[ >]*\|[ *_]*(?P<said>(?:Đáp án|ĐÁP ÁN|ĐA)[ *_]*\|[^\n]*(?<=[| ])[A-DĐS][ ]*\|[^\n]*)$",
    r"^(?:Đáp|ĐÁP)$|^ĐA(?:[*_|]|$)|[|*_](?:Đáp|ĐÁP|ĐA)",
    re.MULTILINE,
)
_RIGHT: Final = (
    r"\((?i:(?:đây là )?(?:câu |phương án )?(?:đáp án|trả lời) đúng|đáp án|đúng"
    r"|(?:câu|phương án|chọn) đúng|correct(?: answer)?|right answer)\)"
)
_OFFER: Final = r"^[ >]*(?:[-+*] +|(?=[*_]*[A-Da-d][.)/] ))"
_BESIDE: Final = RareForm(
    rf"{_OFFER}[^\n(]*(?:\([^\n(]*)*?(?<=[^\s(]) ?(?P<said>{_RIGHT})(?=[ *_.;]*$)",
    r"(?i)\((?:đây|câu|phương|đáp|trả|đúng|chọn|correct|right)",
    re.MULTILINE,
)
"""A line that says it of itself: «Hai lượt (đáp án đúng)»."""
_STAR: Final = RareForm(
    r"^[ >]*(?:[-+*] +)?(?P<said>\\?\*[A-Da-d][.)/] [^*\n]+)$",
    r"^>*\\?\*[A-Da-d][.)/]$",
    re.MULTILINE,
)
_LINES: Final = re.compile(
    r"(?:^(?: {2,}[-+*] +|[ >]*(?:[-+*] +)?(?=\*{0,2}[A-Da-d][.)/] ))[^\n]+(?:\n{1,2}|\Z)){2,}",
    re.MULTILINE,
)
_WHOLE: Final = re.compile(r"^[ >]*(?:[-+*] +)?\*\*(?P<said>[^*\n]+)\*\*[.;,]? *$", re.MULTILINE)
_LETTER: Final = re.compile(r"[ >]*(?:[-+*] +)?\*{0,2}[A-Da-d][.)/] ")
_MARK: Final = re.compile(rf"^\\?\*(?=[A-Da-d][.)/] )| ?{_RIGHT}[ .;]*$")
_OWN_NUMBER: Final = RareForm(
    r"^[ >]*[0-9]{1,3}[.)] +[*_]*(?P<said>Câu (?:hỏi )?(?:số )?[0-9]{1,3}"
    r"(?=[*_ ]*[.:(])(?:[*_]*[.:]|[*_ ]*\([0-9.,]{1,4} ?(?:điểm|đ)\)[.:]?)?)",
    r"^[*_]*Câu$",
    re.MULTILINE,
)
"""The number of a question behind the one that its list has: «5. Câu 5 (0,25 điểm)»."""


def shown_answers(text: str) -> Iterator[tuple[int, int]]:
    """From where to where the words stand that say it."""
    for form in (_KEY, _ROW, _BESIDE):
        yield from (found.span("said") for found in form.finditer(text))


def marked_answers(text: str, *, is_test: bool) -> Iterator[tuple[int, int]]:
    """The lines with another look than those beside; `is_test` of a text with a key of its own."""
    yield from (found.span("said") for found in _STAR.finditer(text))
    for lines in _LINES.finditer(text) if "**" in text else ():
        is_asked = is_test or text[: lines.start()].rstrip(" *_\n").endswith("?")
        bold = [found.span("said") for found in _WHOLE.finditer(text, *lines.span())]
        if len(bold) == 1 and (is_asked or _LETTER.match(text, lines.start())):
            yield bold[0]


def doubled_numbers(text: str) -> Iterator[tuple[int, int]]:
    """From where to where the numbers stand that a list has already."""
    return (found.span("said") for found in _OWN_NUMBER.finditer(text))


def plain_offer(offer: str) -> str:
    """A line that may be right, without what says so of it."""
    return _MARK.sub("", offer)
