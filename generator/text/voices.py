"""What is said to those whom one piece reaches and another does not: «quý vị thính giả» in a paper.

A text that was written for another medium keeps its greetings, and points at its screen, its page
or its hall. All of it is one table, `voices` in `words.toml`, with how a piece must reach people so
that it may say it; what somebody is quoted with may be anything.
"""

from collections.abc import Collection, Iterator
from typing import Final

from generator.model.medium import Reach
from generator.vietnamese.forms import RareForm
from generator.vietnamese.quotation_marks import quoted_spans
from generator.vietnamese.stretches import Stretches
from generator.vietnamese.word_lists import word_lists


def _form(signs: list[str], said: list[str]) -> RareForm:
    words = "|".join(said)
    return RareForm(rf"(?<!\w)(?i:{words})(?!\w)", rf"(?<!\w)(?i:{'|'.join(signs)})")


_VOICES: Final[tuple[tuple[str, frozenset[Reach], RareForm], ...]] = tuple(
    (each["name"], frozenset(each["reach"]), _form(each["signs"], each["said"]))
    for each in word_lists(__package__)["voices"]
)
_DO: Final = "mời|xem|đọc|tải|đăng ký|truy cập|bấm|nhấn|nhấp|chi tiết|tìm hiểu"
_LINK: Final = "(?:đường )?(?:link|dẫn)|liên kết|trang"
HERE: Final = RareForm(
    rf"(?<!!)\[[*_]*(?P<said>(?i:(?:(?:{_DO})(?: thêm| tiếp| về)? )*"
    rf"(?:(?:tại|ở|vào|trong|theo)? ?(?:đây|(?:{_LINK}) (?:này|sau))|link|liên kết"
    r"|đường (?:link|dẫn)|xem thêm|đọc (?:thêm|tiếp)|(?:xem )?chi tiết|tải (?:về|xuống)"
    r"|(?:click |see )?here))[*_.]*)\](?:\((?P<address>[^()\s]+)|\[[^\[\]\n]+\])",
    r"(?i:đây|này|sau|link|kết|dẫn|thêm|tiếp|tiết|về|xuống|here)[*_.]*\][(\[]",
)
"""A link whose words say only that it is one: «[tại đây](https://…)»."""


def voices(prose: str, reach: Collection[Reach]) -> Iterator[tuple[str, int, int]]:
    """What is said to others than those whom a piece reaches: whose it is, and where."""
    quoted: Stretches | None = None
    for name, needed, form in _VOICES:
        for found in form.finditer(prose) if needed.isdisjoint(reach) else ():
            quoted = quoted or Stretches(quoted_spans(prose))
            if found.start() not in quoted:
                yield name, *found.span()
