"""What those who write say to each other in a text: «(Lan xem lại)», «Đoạn này cần viết lại.».

A remark asks a colleague by name for what editors do, says of the text itself how far it is, or
names whom it is for. «Chị Lan khóa vòi.» and «Chỗ này cần lau mỗi ca.» are told to readers.
"""

import re
from collections.abc import Iterator
from typing import Final

from generator.text.prose import BLANK, passages
from generator.vietnamese.forms import RareForm, Sign

_CAPITAL: Final = "A-ZĐÁÀẢÃẠÂĂÊÔƠƯ"
_NAME: Final = rf"[{_CAPITAL}]\w+(?: [{_CAPITAL}]\w+)?"
_KIN: Final = r"(?:[Aa]nh|[Cc]hị|[Ee]m|[Cc]ô|[Cc]hú|[Bb]ác|[Ss]ếp|[Tt]hầy)"
_DEED: Final = (
    r"(?:xem|sửa|hỏi|viết|đọc|kiểm tra|kiểm|duyệt|bổ sung|cắt|rút|bỏ|thêm|tìm|xác nhận|chốt|check"
    r"|chỉnh|dịch|rà soát|đối chiếu)"
)
_POLITE: Final = r"(?:giúp|hộ|giùm|nhé|nha|nhá|ạ)"
_LACK: Final = (
    r"(?:dài|ngắn|thừa|lủng củng|lặp|bỏ|cắt|sửa|viết|xem lại|hỏi|kiểm tra|bổ sung|ổn|rõ|xong|duyệt"
    r"|nguồn)"
)
_OFFICE: Final = (
    r"(?:biên tập(?: viên)?|BTV|(?:ban|tổ) biên tập|t(?:òa|oà) soạn|người duyệt|lãnh đạo|dàn trang"
    r"|h(?:ọa|oạ) sĩ|thiết kế|nhà in|nội bộ|đồng nghiệp|sếp|mình|em|anh|chị)"
)
_MISSING: Final = r"(?:số liệu|số|nguồn|ảnh|hình|tên|dẫn chứng|ý kiến)"
_NOTE: Final = r"(?:[Gg]hi chú|[Ll]ưu ý|[Nn]hắc|[Cc]hú ý|[Nn]ote|P/?S)"
_SOME: Final = r"(?: [^.!?\n]{1,40})?"

_CALLED: Final = rf"(?:@{_NAME}|{_KIN} {_NAME}|(?:{_NAME}|{_KIN}) ơi)"
_ASKS: Final = (
    (
        rf"(?:(?:[Gg]ửi|[Nn]hờ|[Đđ]ể|[Cc]hờ) )?{_CALLED}[,:]?(?: [^.!?\n]{{1,20}})? {_DEED}{_SOME}"
        rf" {_POLITE}{_SOME}"
    ),
    rf"{_CALLED}[,:]? {_DEED} lại(?: (?:đoạn|chỗ|câu|bài|số|tít|phần|ảnh|tên)(?!\w){_SOME})?",
    rf"{_KIN} {_DEED}(?: lại)? {_POLITE}{_SOME}",
    rf"{_KIN} {_NAME} (?:duyệt|kiểm tra|bổ sung|xác nhận|chốt|cho (?:ý kiến|số liệu|ảnh)){_SOME}",
    (
        rf"(?:[Nn]hớ |[Cc]ần |[Pp]hải )?(?:[Hh]ỏi|[Xx]in|[Xx]em|[Kk]iểm tra|[Cc]hờ|[Đđ]ợi|[Bb]áo"
        r"|[Gg]ửi)"
        rf"(?: lại| thêm| ý kiến| số liệu| ảnh| số)*(?: với| của| cho| ở)?"
        rf" (?:{_KIN} {_NAME}|sếp|lãnh đạo|biên tập|BTV){_SOME}"
    ),
)
"""Somebody is asked for what editors do, or is to be asked."""
_OF_TEXT: Final = (
    (
        r"(?:[Đđ]oạn|[Cc]âu|[Tt]ít|[Ss]apo)(?: (?:này|trên|dưới|đó|đầu|cuối|kết))?"
        rf" (?:cần|chưa|phải|nên|hơi|quá|bị|còn|này|lấy|dài){_SOME}"
        rf"(?: {_LACK}(?!\w)|(?<= dài)){_SOME}"
    ),
    (
        r"(?:[Cc]hỗ|[Pp]hần|[Bb]ài|[Ss]ố liệu|[Ss]ố|[Ảả]nh|[Hh]ình|[Tt]ên) (?:này|trên|dưới)"
        r"(?: [^.!?\n]{1,20})? (?:(?:hỏi|xem|viết|sửa|kiểm tra) lại|bổ sung|lấy (?:ở|từ) đâu"
        rf"|chưa (?:ổn|xong|duyệt|có nguồn|kiểm chứng|viết|rõ nguồn)|đúng (?:không|chưa))"
        rf"(?!\w){_SOME}"
    ),
)
"""The text speaks of itself."""
_FOR: Final = (
    rf"[*_]*{_NOTE}(?: (?:cho|của|với|gửi|riêng))? {_OFFICE} ?:[*_]* [^\n]{{2,160}}",
    (
        rf"[*_]*{_NOTE}[*_]*:[*_]* (?:xin|hỏi|chờ|thiếu|bổ sung|tìm|(?:kiểm tra|xem|sửa) lại|bỏ)"
        rf"(?: thêm| lại)? (?:{_MISSING}|duyệt|đoạn|câu|{_KIN}|biên tập)(?!\w)[^\n]{{0,120}}"
    ),
    (
        r"(?:BTV|Biên tập(?: viên)?|T(?:òa|oà) soạn|Người duyệt|Dàn trang|H(?:ọa|oạ) sĩ)"
        r"(?: lưu ý| chú ý| xem)? ?: [^\n]{2,160}"
    ),
    # as Word and Google Docs print it beside a text
    rf"\[[a-z]{{1,2}}\](?! ?\()[^\s\[\]{BLANK}][^\n]{{2,160}}",
    r"Comment(?:ed)? \[\w{1,8}\]: ?[^\n]{2,160}",
    (
        r"(?:Deleted|Inserted|Formatted(?: Table)?|Moved(?: (?:from|to))?"
        r"|Đã (?:xóa|xoá|chèn|định dạng))(?: \[\w{1,8}\])?: ?[^\n]{1,160}"
    ),
    rf"(?:Nhận xét|Bình luận|Góp ý)(?: của {_KIN}?)? ?(?:{_NAME}|\[\w{{1,8}}\]) ?:[^\n]{{2,160}}",
)
"""It says whom it is for, and that is no reader."""
_STATE: Final = (
    r"(?:(?:chưa|chờ|đợi|đang chờ|cần) (?:duyệt|biên tập|kiểm chứng|kiểm tra|xác minh|xác nhận|sửa"
    r"|xong|chốt|hoàn chỉnh|hoàn thiện|viết|hỏi lại|xem lại|dẫn nguồn)"
    rf"|(?:chưa có|chưa rõ|chưa đủ|còn thiếu|thiếu|chờ) {_MISSING}"
    r"|đã (?:sửa|cắt|bổ sung|duyệt) (?:theo|lần|xong|lại)|(?:bản |dự )?(?:nháp|thảo)|draft"
    rf"|dẫn nguồn|để sau|còn viết tiếp)(?!\w){_SOME}"
)
_WANTED: Final = (
    rf"(?:đang |cần |sẽ )?(?:đợi|xin|hỏi|tìm|cần|sẽ có)(?: thêm| lại)? {_MISSING}"
    r"(?: (?:của|ở|từ) [^.!?\n]{1,30})?"
    rf"|(?:đang )?(?:chờ|đợi) [^.!?\n]{{1,30}} (?:gửi|cho|cung cấp|báo|trả lời) {_MISSING}"
    rf"|{_MISSING}: ?(?:hỏi|xin|chờ|tìm|đợi)(?!\w){_SOME}"
)
"""What is still to be asked for."""
_ALONE: Final = (
    rf"(?i:(?:nhớ |cần |phải )?(?:kiểm tra|kiểm chứng|xác minh|rà soát|xem|hỏi|sửa) lại"
    rf"(?: {_MISSING})?(?: trước khi (?:đăng|in|phát|gửi|duyệt)(?!\w)[^.!?\n]{{0,40}})?"
    r"|(?:chưa|chờ|đang chờ|đợi) (?:[^\W\d_]+ )?(?:duyệt|biên tập|kiểm chứng|xác minh|hoàn chỉnh)"
    r"(?!\w)[^.!?\n]{0,40}|(?:bản |dự )(?:nháp|thảo)(?: lần \d{1,2})?|lưu hành nội bộ"
    r"|(?:không|chưa) phổ biến)"
)
"""All that a paragraph says, of itself or to its editors."""
_SHORT: Final = rf"(?:{_KIN}|{_NAME}) {_DEED}{_SOME} (?:lại|{_POLITE}){_SOME}"
"""Nobody tells readers so of somebody without saying more."""
_DONE: Final = (
    rf"(?:{_KIN} {_NAME}|{_NAME}|{_KIN}) (?:sửa|viết|duyệt|biên tập|dịch|soạn|gửi)"
    r"(?: (?:ngày )?\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?)?"
)
_DOUBT: Final = (
    r"(?:[^.!?\n]{1,40} )?(?:lấy (?:ở|từ) đâu|nguồn (?:nào|đâu|ở đâu)|(?:có )?(?:đúng|chắc) không"
    r"|đúng chưa|ai nói|năm nào|số nào|nguồn)(?: nhỉ| vậy| đây| thế)? ?\?+|\?+"
)
_PARAGRAPH: Final = re.compile(
    rf"(?:[→>] |[-=]> )?(?:{'|'.join((*_ASKS, *_OF_TEXT, *_FOR, _ALONE))})[.!?]*[*_]*"
)
_BRACKET: Final = re.compile(
    rf"\s*(?:{'|'.join((*_ASKS, *_OF_TEXT, *_FOR, _SHORT, _DONE))}"
    rf"|(?i:{_STATE}|{_WANTED}|{_DOUBT}))[.!?]*\s*"
)
_QUESTION: Final = re.compile(r"\s*(?:\S+ ){0,4}\S+ ?\?+\s*")
_BRACKETS: Final = RareForm(r"\((?P<words>[^()\n]{1,160})\)", r"\(")
_SIGN: Final = Sign(
    r"^(?:[Ll]ại|giúp|hộ|giùm|nhé|nha|nhá|ạ)[.!?]*$|^[Bb]iên$|^BTV|^lãnh$|^sếp|^(?:Đoạn|Câu|Tít|Sapo)$"
    r"|^(?:chứng|sung|nguồn|duyệt|xong|ổn|viết|đâu)[.!?]*$|^(?:soạn|trang|sĩ|duyệt|viên|tập):|^ý$"
    r"|^LẠI[.!]*$|^\[[a-z]{1,2}\]|^(?i:duyệt|biến|nháp|thảo|bộ)[,.!]*$|^Comment(?:ed)?$|^(?:Deleted|Inserted|Formatted|Moved)|^(?:xóa|xoá|chèn|dạng):|^(?:Nhận|Bình|Góp)$|^[*_]*(?:Ghi|Nhắc|Note|Lưu|P/?S)|^(?:[Hh]ỏi|[Cc]hờ|[Xx]in|[Đđ]ợi)$"
)
_LONGEST: Final = 180  # characters of a paragraph that is but a remark


def remarks(prose: str, *, is_heard: bool) -> Iterator[tuple[int, int, bool]]:
    """From where to where each stands; not surely one where it may be meant for readers.

    What somebody says in a script may ask anybody for anything.
    """
    for found in _BRACKETS.finditer(prose):
        if _BRACKET.fullmatch(found["words"]):
            yield *found.span(), _is_alone(prose, found)
        elif _QUESTION.fullmatch(found["words"]):
            yield *found.span(), False
    if is_heard or not _SIGN.is_in(prose):
        return
    for at, passage in passages(prose):
        line = passage.rstrip()
        if len(line) <= _LONGEST and "\n" not in line and _PARAGRAPH.fullmatch(line):
            yield at, at + len(line), False


def _is_alone(prose: str, found: re.Match[str]) -> bool:
    """Whether nothing else stands in the line."""
    start, end = prose.rfind("\n", 0, found.start()) + 1, prose.find("\n", found.end())
    around = prose[start : found.start()] + prose[found.end() : end if end >= 0 else None]
    return not any(map(str.isalnum, around))
