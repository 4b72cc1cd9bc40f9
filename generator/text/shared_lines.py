"""Whole lines of those who write a text together, and of the end of a page from which it came.

A colleague answers, a program says who may read a document and who changed it last, a page says
whose it is. Few lines hold a word of these, so that no pattern is made before one does.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Literal

Kind = Literal["web", "mail", "remark"]


@dataclass(frozen=True)
class _Lines:
    """Lines in small letters; each of them has one of some words, which strokes part."""

    kind: Kind
    words: str
    form: str

    @cached_property
    def signs(self) -> tuple[str, ...]:
        return tuple(self.words.split("|"))

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        return re.compile(rf"[ >*_(\[-]*(?P<said>{self.form})[ .…*_!)\]]*")


_KIN: Final = r"(?:anh|chị|em|sếp|cô|chú|bạn|ông|bà)"
_LINES: Final = (
    _Lines(
        "web",
        "bạn có quyền|bạn cần|bạn đã chia|bạn được mời|quyền truy cập|request|last edit"
        "|sửa lần cuối|chỉnh sửa cuối|saved|đã lưu vào|chế độ đề|only|chỉ xem|copy of|đã chia sẻ"
        "|mời bạn|invited|shared",
        r"[^\n:]{2,40} (?:has invited you to|đã mời bạn|đã chia sẻ (?:một |với bạn )?(?:tài liệu"
        r"|tệp"
        r"|thư mục|file|folder|document)|(?:has )?shared an? (?:document|file|folder"
        r"|item))[^\n]{0,80}"
        r"|bạn (?:đã chia sẻ quyền|cần (?:có )?quyền|có quyền|được mời)[^\n]{2,60}"
        r"|request(?:ed)? access|yêu cầu quyền truy cập|(?:last edit(?:ed)?(?: was)?"
        r"|(?:chỉnh )?sửa lần cuối|lần chỉnh sửa cuối)[^\n]{0,60}|all changes saved[^\n]{0,20}"
        r"|đã lưu vào (?:drive|máy)[^\n]{0,20}|chế độ đề xuất|view only|chỉ xem"
        r"|copy of [^\n]{2,80}",
    ),
    _Lines(
        "web",
        "bản quyền|ghi rõ nguồn|sao chép|nhập nội|gửi bởi|đăng bởi|viết bởi|xem thêm|xem nhiều"
        "|đọc nhiều|0:",
        r"bản quyền (?:©|thuộc(?: về)?) [^\n]{2,80}"
        r"|(?:vui lòng |xin )?ghi rõ nguồn(?: [^\n]{2,60})? khi [^\n]{4,80}"
        r"|(?:mọi|nghiêm cấm|cấm|không) (?:hình thức )?sao chép[^\n]{0,80}"
        r"|(?:vui lòng |hãy )?nhập nội dung (?:bình luận|phản hồi)[^\n]{0,30}"
        r"|(?:được )?(?:gửi|đăng|viết) bởi [^\n]{2,40}? (?:lúc|ngày|vào) [^\n]{4,40}"
        r"|(?:mời )?(?:quý )?(?:bạn đọc|độc giả|quý vị)? ?xem thêm (?:video|clip|ảnh|tin|bên dưới"
        r"|ở dưới|phía dưới)[^\n]{0,40}|(?:video|clip|tin|bài) (?:đang )?được (?:xem|đọc) nhiều"
        r"[^\n]{0,20}|0?0:[0-5][0-9](?: [^\n]{1,120})?",
    ),
    _Lines(
        "mail",
        "thanks|ok |oke|okie|okay|ok,| nhé| nha| ạ|giúp em|giúp mình",
        r"(?:many )?thanks(?: (?:&|and) (?:best |kind )?regards| so much| a lot)?,?"
        rf"|(?:ok|oke|okie|okay),? {_KIN}(?!\w)[^\n]{{0,80}}"
        r"|(?:dạ|vâng),? (?:em|chị|anh|cháu|mình) [^\n“”]{2,90}(?:ạ|nhé|nha)"
        r"|(?:mọi người|cả nhà|anh chị(?: em)?|các (?:anh chị|bác|bạn)|anh/chị)(?: ơi)?,? "
        r"[^\n“”]{0,40}?(?:xem|cho ý kiến|góp ý|duyệt|tải|đọc|check|sửa)(?!\w)[^\n“”]{0,60}"
        r"(?:nhé|nha|ạ|giúp em|giúp mình)",
    ),
    _Lines(
        "remark",
        "kỳ sau|bài sau|số sau|kỳ tới|bài tới|số tới|v1|v2|v3|v4|ver|đã sửa|đã chỉnh|đã bổ sung"
        "|đã cập|đã cắt|nháp|dự thảo|bản thảo|số liệu|nguồn|thông tin|theo ý |đoạn này|câu này"
        "|chỗ này|phần này",
        r"(?:(?:mời )?(?:xem|đón đọc) )?(?:tiếp )?(?:kỳ|bài|số) (?:sau|tới)(?: ?: [^\n]{2,80})?"
        r"|(?:v|ver|version) ?[0-9]{1,2}(?:[.][0-9])?(?:[,:]? (?:đã |final|chốt)[^\n]{0,40})?"
        r"|đã (?:sửa|chỉnh|bổ sung|cập nhật|cắt)(?: lại)? (?:theo (?:góp ý|ý|yêu cầu)|ngày|lần)"
        r"[^\n]{0,60}|(?:đây (?:mới )?là )?(?:bản |dự )(?:nháp|thảo)(?:(?:,"
        r"| (?![-–—:]))[^\n]{0,60})?"
        r"|(?:chưa|cần) (?:kiểm tra|đối chiếu|xác minh|kiểm chứng) (?:lại )?"
        r"(?:số liệu|nguồn|thông tin)"
        rf"|theo ý {_KIN} [^\n]{{2,60}}(?:bỏ|cắt|sửa|thêm|viết|giữ)(?: lại)? "
        r"(?:đoạn|câu|chỗ|phần|bài|tít)[^\n]{0,40}"
        rf"|(?:đoạn|câu|chỗ|phần) này {_KIN} [^\n]{{2,60}}(?:giúp|hộ|giùm|nhé|ạ)[^\n]{{0,20}}",
    ),
)
_LONGEST: Final = 170  # characters


_BEGINS_WITH: Final = """
bạn request requested yêu last chỉnh sửa lần all đã chế view chỉ copy bản vui xin ghi mọi nghiêm
cấm không hãy nhập được gửi đăng viết mời quý độc xem video clip tin bài many thanks ok oke okie
okay dạ vâng cả anh các anh/chị tiếp kỳ số đón v ver version đây dự chưa cần theo đoạn câu chỗ
phần
"""
_BEGINS: Final = frozenset(_BEGINS_WITH.split())
"""First words of such lines, without figures: of most lines it is known at once what they are."""
_OF_SEVERAL: Final = ("invited", "mời bạn", "đã chia sẻ", "shared a")
"""What stands behind the name of a person."""


def shared_lines(prose: str) -> Iterator[tuple[Kind, int, int]]:
    """What each is, and from where to where it stands."""
    lower, at = prose.lower(), 0
    is_shared = any(map(lower.__contains__, _OF_SEVERAL))
    for line in lower.split("\n"):
        if 1 < len(line) < _LONGEST and (is_shared or _may_be(line)):
            for lines in _LINES:
                if any(map(line.__contains__, lines.signs)) and (
                    found := lines.pattern.fullmatch(line)
                ):
                    yield lines.kind, at + found.start("said"), at + found.end("said")
                    break
        at += len(line) + 1


def _may_be(line: str) -> bool:
    first = line.lstrip(" >*_([-").partition(" ")[0].rstrip(".,:!)")
    return first[:2] in {"0:", "00"} or first.rstrip("0123456789") in _BEGINS
