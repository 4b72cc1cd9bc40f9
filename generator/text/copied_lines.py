"""Lines and words that come along from a page, a letter or a stamp, and are not for readers."""

import re
from collections.abc import Iterator
from typing import Final, Literal

from generator.vietnamese.forms import RareForm

_NEXT: Final = RareForm(r"^ {0,3}(?P<said>>{2,} ?[^\s>][^\n]*)$", r"^>{2,}", re.MULTILINE)
"""A line of a newspaper's site that leads to another story: «>>> Cách tiết kiệm điện»."""
_ATTACHED: Final = RareForm(
    r"(?P<said>(?:tệp|tập tin|[Ff]iles?(?: \w+)?|[Mm]ail|email|biểu mẫu|mẫu) (?:\w+ )?"
    r"(?:đính kèm|gửi kèm|kèm theo)(?: (?:theo )?(?:e?mail|thư)(?: này)?)?)",
    "kèm",
)
"""What came with a letter, and not along with the text."""
_INSIDE: Final = RareForm(
    r"(?P<said>(?i:(?:tài liệu |văn bản )?(?:lưu hành nội bộ|nội bộ, không (?:chia sẻ|phổ biến)"
    r"|chỉ dùng trong (?:cơ quan|nội bộ)))[^.()*\n]{0,60})",
    "(?i:bộ|quan)",
)
"""What is said of a paper that is not for readers at all."""
_FOLDED: Final = RareForm(
    r"(?<=[.…!?]) ?(?P<said>(?:[Xx]em thêm|Ẩn bớt|Thu gọn|See more|Show less))[ .]*$",
    "thêm|bớt|gọn|more|less",
    re.MULTILINE,
)
"""What a page of Facebook or Zalo puts behind a post that it shows in part."""
ORDER: Final = re.compile(
    r"\((?:in|chữ|font|cỡ|màu|viết)\b[^()\n]*\)|\[(?:logo|ảnh|hình|qr)[^\]\n]*\]", re.IGNORECASE
)
"""What somebody asks of the designer within the words of a banner."""
_KINDS: Final[tuple[tuple[RareForm, Literal["web", "remark"]], ...]] = (
    (_FOLDED, "web"),
    (_NEXT, "web"),
    (_INSIDE, "remark"),
    (_ATTACHED, "remark"),
)


def copied_lines(prose: str) -> Iterator[tuple[Literal["web", "remark"], int, int]]:
    """What each is, and from where to where it stands."""
    for form, kind in _KINDS:
        yield from ((kind, *found.span("said")) for found in form.finditer(prose))
