"""What stands around a story on the page of a newspaper, and around one that is sent to it.

The sign of the paper before the first word, rows of buttons, the moment of the page; and from those
who offer a story what they ask of the editors. All are whole lines, or stand at the head of one.
"""

import re
from collections.abc import Iterator
from typing import Final, Literal

from generator.text.prose import passages
from generator.vietnamese.forms import RareForm

Kind = Literal["agency", "web", "mail"]

_CAPITAL: Final = "A-ZĐÀ-ÃÈ-ÊÌÍÒ-ÕÙÚÝĂĨŨƠƯẠ-Ỹ"
_PAPER: Final = (
    r"TTXVN(?:/[\w+ ]+)?|TTO|TNO|NLĐO?|LĐO|VOV(?:\.VN|\.vn|\d)?|VTV(?:\.vn|\d|News)?|VTC"
    r"(?: News)?|SGGPO?"
    r"|HNMO?|KTĐT|PLO|PLVN|QĐND|CAND|ĐCSVN|ANTĐ|Vietnam\+|VnExpress|VietNamNet|Dân trí|DÂN TRÍ"
    r"|Chinhphu\.vn|Baochinhphu\.vn|VGP(?: News)?|BNEWS|ĐNO"
)
_AGENCY: Final = RareForm(
    rf"(?:\A\n*|(?<=\n\n))(?P<said>[*_]{{0,3}}(?:\((?:{_PAPER}|[{_CAPITAL}&]{{3,8}}"
    rf"|[{_CAPITAL}][\w-]*(?:\.(?:com|gov|org|net))?\.(?:vn|VN|com)"
    rf"|(?:Báo|Đài|Tạp chí|Cổng)(?: [\w&-]+){{1,6}})\)|(?:{_PAPER}))"
    rf"[*_]{{0,3}} ?[-–—])(?= ?[*_“]{{0,3}}[{_CAPITAL}])",
    r"^[*_]{0,3}(?:\(\w|TTXVN|TTO|TNO|NLĐ|LĐO|VOV|VTV|VTC|SGGP|HNM|KTĐT|PLO|PLVN|QĐND|CAND|ĐCSVN"
    r"|ANTĐ"
    r"|Vietnam\+|VnExpress|VietNamNet|Dân|DÂN|Chinhphu|Baochinhphu|VGP|BNEWS|ĐNO)",
)
"""The sign of another paper or agency before the first word: «(Dân trí) - Một xưởng…»."""

_NUMBER: Final = r"[0-9][0-9.,]*(?:[KkM](?!\w))?"
_BUTTON: Final = (
    r"lưu(?: bài(?: viết)?| tin| lại)?|bỏ lưu|in(?: bài(?: viết)?| trang| tin)?"
    r"|gửi (?:e?-?mail|bình luận|cho bạn bè|bài viết)|quay (?:lại|về)|trở (?:lại|về)"
    r"|(?:về |lên )?đầu trang|(?:copy|sao chép) (?:link|liên kết|đường dẫn)"
    r"|chia sẻ(?: bài viết| tin)?|thích|không thích|bình luận|ý kiến(?: bạn đọc)?|phản hồi|trả lời"
    r"|(?:xem|đọc|tải|hiện) thêm(?: bình luận| ý kiến| tin| bài(?: viết)?)?"
    r"|xem (?:tất cả|toàn bộ)(?: bình luận)?|ẩn bớt|thu gọn|mới nhất|cũ nhất|quan tâm nhất"
    r"|(?:đọc|xem) nhiều(?: nhất)?|nổi bật|liên quan nhất|tin (?:nóng|mới|nổi bật)|báo cáo vi phạm"
    r"|nghe(?: bài(?: viết)?)?|facebook|twitter|zalo|messenger|e-?mail|link|like|share|print|copy"
    r"|save|theo dõi|tặng sao|cỡ chữ|phóng to|thu nhỏ"
)
_SIZE: Final = r"Aa?[-+−]|[0-2](?:[.,][0-9]{1,2})?x(?!\w)"
_BUTTONS: Final = re.compile(
    rf"[ >*_]*(?P<said>(?:(?>(?:{_BUTTON})(?!\w)|{_SIZE}|\(?{_NUMBER}(?!\w)\)?)[ |·•/*_:\n]*)+)",
    re.IGNORECASE,
)
_NAMES_A_BUTTON: Final = re.compile(rf"(?<!\w)(?:(?:{_BUTTON})(?!\w)|{_SIZE})", re.IGNORECASE)
_MEANT: Final = frozenset((
    "in", "thích", "link", "nghe", "email", "e-mail", "copy", "save", "facebook", "zalo",
    "nổi bật", "ý kiến", "trả lời", "quay về", "trở về", "trở lại", "theo dõi",
))  # fmt: skip
"""One of them alone may be a word of a poster."""
_LONGEST: Final = 120  # characters of a row of buttons

_HOUR: Final = r"[0-2]?[0-9]:[0-5][0-9](?::[0-5][0-9])?(?: ?[AP]M)?"
_DAY: Final = (
    r"(?:(?:[Tt]hứ (?:[Hh]ai|[Bb]a|[Tt]ư|[Nn]ăm|[Ss]áu|[Bb]ảy|[2-7])|[Cc]hủ [Nn]hật|CN"
    r"|T[2-7])[ ,-]+)?"
    r"(?:ngày )?[0-9]{1,2}[/-][0-9]{1,2}[/-][0-9]{4}"
)
_MOMENT: Final = RareForm(
    r"^[ >*_]*(?P<said>(?i:(?:cập nhật|đăng|xuất bản|ngày đăng|ngày cập nhật|đăng tải|updated?"
    r"|posted)"
    r"(?: lúc| lần cuối| on| at)? ?:? ?)?"
    rf"(?:{_DAY}[ ,|–-]+{_HOUR}|{_HOUR}[ ,|–-]+{_DAY})(?: ?\(?GMT ?[+-] ?[0-9]{{1,2}}"
    rf"(?::00)?\)?)?)[ .*_]*$",
    r"[0-9]:[0-5]",
    re.MULTILINE,
)
"""When a page was shown or changed, as only a program writes it: «12/05/2021 08:30»."""

_OFFER: Final = RareForm(
    r"^[ >*_(-]*(?P<said>(?:Bài(?: viết| này| viết này)?|Tác phẩm(?: này)?|Truyện|Thơ) (?:này )?"
    r"(?:chưa|không) (?:từng )?(?:được )?(?:gửi|đăng|in) (?:cho |ở |trên )?(?:bất (?:kỳ|cứ) )?"
    r"(?:(?:tờ )?báo|nơi|đâu|tạp chí)[^\n]{0,60}"
    r"|(?:(?:Rất|Kính|Tôi|Em|Xin) )*(?:[Mm]ong|[Kk]ính (?:gửi|mong|nhờ|đề nghị)|[Nn]hờ) "
    r"(?:được )?(?:quý )?"
    r"(?:[Bb]an [Bb]iên tập|BBT|[Qq]uý (?:báo|[Bb]áo|[Tt]òa soạn)|[Tt](?:òa|oà) soạn)"
    r"(?!\w)[^\n]{0,160}"
    r"|(?:Tiền )?[Nn]huận bút (?:xin|đề nghị|vui lòng|mong)(?!\w)[^\n]{0,160}"
    r"|(?:Thông tin|Địa chỉ|Tài khoản|Người|Số tài khoản) (?:để )?(?:nhận|chuyển) (?:tiền )?"
    r"(?:nhuận bút|báo biếu|thù lao)[^\n]{0,160}"
    r"|(?:Xin )?(?:[Cc]am đoan|[Cc]am kết) (?:đây là )?(?:bài|tác phẩm)[^\n]{0,120})$",
    r"^(?:gửi|đăng|in)$|(?i:^[>*_(-]*(?:mong|kính|nhờ|nhuận|cam)$)|^(?:nhận|chuyển)$",
    re.MULTILINE,
)
"""What a contributor says to the editors, and not to readers."""
_FIELD: Final = (
    r"(?:Họ (?:và )?tên(?: thật| tác giả)?|Tác giả|Tên thật|Bút danh|Điện thoại|ĐT|SĐT|Địa chỉ"
    r"|E-?mail"
    r"|Số tài khoản|STK|Ngân hàng|CCCD|CMND|MST|Mã số thuế(?: cá nhân)?|Đơn vị|Nơi công tác)"
)
_SENDER: Final = RareForm(
    rf"^(?P<said>(?:[*_>-]* ?{_FIELD} ?:[^\n]*\n+)*?[*_>-]* ?(?:Bút danh|Họ (?:và )?tên thật"
    rf"|Tên thật)"
    rf" ?:[^\n]*(?:\n+[*_>-]* ?{_FIELD} ?:[^\n]*)*)$",
    r"danh|thật",
    re.MULTILINE,
)
"""Lines about who sent the text: only contributors tell their pen name."""
_FORMS: Final[tuple[tuple[RareForm, Kind], ...]] = (
    (_AGENCY, "agency"),
    (_MOMENT, "web"),
    (_OFFER, "mail"),
    (_SENDER, "mail"),
)
_ITEM: Final = r"[ >]*(?:[-+*•]|[0-9]+[.)]) [^\n]*"
_LISTED: Final = re.compile(rf"[ .:…*_]*\n+(?P<items>{_ITEM}(?:\n+{_ITEM})*)")
_LISTS: Final = re.compile(
    r"(?:các )?tin (?:liên quan|cùng chuyên mục|khác|mới|nóng|nổi bật)|bài viết liên quan"
    r"|(?:xem|đọc) (?:thêm|tiếp|nhiều(?: nhất)?)|mới nhất|quan tâm nhất",
    re.IGNORECASE,
)
"""Heads of lists of other stories."""


def newspaper_lines(prose: str) -> Iterator[tuple[Kind, int, int]]:
    """What each is, and from where to where it stands."""
    for form, kind in _FORMS:
        yield from ((kind, *found.span("said")) for found in form.finditer(prose))
    for at, passage in passages(prose):
        found = _BUTTONS.fullmatch(passage.rstrip()) if len(passage) < _LONGEST else None
        if found and _NAMES_A_BUTTON.search(passage):
            start, end = found.span("said")
            if found["said"].strip(" .:*_").casefold() not in _MEANT:
                yield "web", at + start, with_items(prose, at + start, at + end)


def with_items(prose: str, start: int, end: int) -> int:
    """Where a line ends that begins at `start`, with the list of other stories right under it."""
    is_head = _LISTS.fullmatch(prose[start:end].strip(" .:…*_"))
    found = _LISTED.match(prose, end) if is_head else None
    return found.end("items") if found else end
