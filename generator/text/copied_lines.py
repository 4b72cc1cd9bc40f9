"""Lines and words that come along from a page, a letter or a stamp, and are not for readers."""

import re
from collections.abc import Iterator
from typing import Final, Literal

from generator.text.prose import BLANK
from generator.vietnamese.forms import RareForm

_NEXT: Final = RareForm(
    rf"^ {{0,3}}{BLANK}*(?P<said>>{{2,}} ?[^\s>][^\n]*)$", rf"^{BLANK}*>{{2,}}", re.MULTILINE
)
"""A line of a newspaper's site that leads to another story: «>>> Cách tiết kiệm điện»."""
_CLOSED: Final = RareForm(r"(?P<said>\./\.)(?=[ *_]*$)", r"\./\.", re.MULTILINE)
"""What ends an official paper, so that nobody adds a line: «… thực hiện./.»."""
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
VERSION: Final = re.compile(r"(?:phương án|PA|bản|lựa chọn) ?\d{1,2} ?:", re.IGNORECASE)
"""One of several, from which nobody has chosen: «Phương án 1: …»."""
ORDER: Final = re.compile(
    r"\((?:in|chữ|font|cỡ|màu|viết)\b[^()\n]*\)|\[(?:logo|ảnh|hình|qr)[^\]\n]*\]", re.IGNORECASE
)
"""What somebody asks of the designer within the words of a banner."""
_LENGTH: Final = RareForm(
    r"^[ >*_(]*(?P<said>(?:Bài (?:dài|viết) )?(?:khoảng )?\d{1,2}\.?\d{2,3} (?:chữ|từ)"
    r"|Số (?:chữ|từ) ?: ?\d[^\n]{0,20}|(?:Độ dài|Thời lượng) ?: ?[^\n]{2,30}?)[ .)*_]*$",
    "chữ|từ|dài|lượng",
    re.MULTILINE,
)
"""How long a text is, which an editor asks and no reader."""
_CHOICE: Final = RareForm(
    r"(?P<said>\((?:chọn|lấy) (?:một|1)\b[^()\n]{0,40}\))", r"\((?:chọn|lấy)$"
)
"""What is still to be decided between two ways to say it."""
_SUBTITLE: Final = RareForm(
    r"(?:^[ >*_]*|(?<=\*\* ))(?P<said>\d{1,4}(?= ?\n\d{1,2}:\d\d:\d\d[.,]\d{3} -->)"
    r"|\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d{1,3})? ?(?:-->|–>|→) ?\d{1,2}:[^\n]*)$",
    r"-->|–>|→",
    re.MULTILINE,
)
"""Number and time of a subtitle of a film: «12», «00:00:31,200 --> 00:00:34,900»."""
_STAMP: Final = RareForm(
    r"^[ >*_]*(?P<said>(?:(?:Được )?[Kk]ý (?:điện tử |số )?bởi|Người ký|(?:Thời gian|Ngày|Giờ) ký"
    r"|(?:Công văn |Văn bản )?[Đđ]ến số|Số đến|ĐẾN Số|Ngày đến|Người chuyển"
    r"|Ý kiến (?:chỉ đạo|xử lý|bút phê)|Bút phê|Hạn xử lý|Người xử lý"
    r"|Mã (?:văn bản|định danh(?: văn bản)?)) ?: ?[^\n]+"
    r"|(?:Digitally signed by|Signature (?:Not Verified|valid)|Signing (?:time|date))[^\n]*"
    r"|(?:Date|DN|Reason|Location): ?[^\n]*(?:[+-]\d\d['’:]?\d\d|CN ?=)[^\n]*)$",
    r"^[>*_]*(?:ký|số|đến|ĐẾN|chuyển|đạo|lý|phê|bản|danh|bởi|signed|[Ss]ignature|[Ss]igning"
    r"|DN|Date|Reason|Location)(?::|$)",
    re.MULTILINE,
)
"""What a signature or the desk for letters puts onto a paper: «Ký bởi: …», «Hạn xử lý: …»."""
_KINDS: Final[tuple[tuple[RareForm, Literal["web", "paper", "remark"]], ...]] = (
    (_SUBTITLE, "web"),
    (_STAMP, "paper"),
    (_CLOSED, "paper"),
    (_FOLDED, "web"),
    (_NEXT, "web"),
    (_INSIDE, "remark"),
    (_LENGTH, "remark"),
    (_CHOICE, "remark"),
)


def copied_lines(prose: str) -> Iterator[tuple[Literal["web", "paper", "remark"], int, int]]:
    """What each is, and from where to where it stands."""
    for form, kind in _KINDS:
        yield from ((kind, *found.span("said")) for found in form.finditer(prose))
