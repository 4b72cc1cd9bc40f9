"""What stands around a story on the page of a newspaper, and around one that is sent to it.

The sign of the paper before the first word, the moment of the page; and from those who offer a
story what they ask of the editors. All are whole lines, or stand at the head of one.
"""

import re
from collections.abc import Iterator
from typing import Final, Literal

from generator.vietnamese.forms import RareForm
from generator.vietnamese.syllables import is_syllable
from generator.vietnamese.word_lists import word_lists

Kind = Literal["agency", "web", "mail", "label"]

_PAPERS: Final[list[str]] = word_lists(__package__)["papers"]
_SIGNED: Final = 60  # characters from the end
_CAPITAL: Final = "A-ZĐÀ-ÃÈ-ÊÌÍÒ-ÕÙÚÝĂĨŨƠƯẠ-Ỹ"
PAPERS: Final = (
    rf"(?:{'|'.join(sorted(map(re.escape, _PAPERS), key=len, reverse=True))})(?:/[\w+]+)?(?![\w+])"
)
"""The sign of one of them, and of a second behind a stroke."""
_AGENCY: Final = RareForm(
    rf"(?:\A\n*|(?<=\n\n))(?P<said>[*_]{{0,3}}(?:\((?:{PAPERS}|[{_CAPITAL}&]{{3,8}}"
    rf"|[{_CAPITAL}][\w-]*(?:\.(?:com|gov|org|net))?\.(?:vn|VN|com)"
    rf"|(?:Báo|Đài|Tạp chí|Cổng)(?: [\w&-]+){{1,6}})\)|(?:{PAPERS}))"
    rf"[*_]{{0,3}} ?[-–—])(?= ?[*_“]{{0,3}}[{_CAPITAL}])",
    rf"^[*_]{{0,3}}(?:\(\w|{'|'.join(sorted({re.escape(each.split()[0]) for each in _PAPERS}))})",
)
"""The sign of another paper or agency before the first word: «(Dân trí) - Một xưởng…»."""

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
_BYLINE: Final = re.compile(
    rf"(?<=\n\n)[*_ ]*(?P<said>(?:(?:Theo|Bài|Tác giả:?) )?[{_CAPITAL}][^\W\d_]{{1,5}}"
    rf"(?: [{_CAPITAL}][^\W\d_]{{1,5}}){{1,3}})[*_. ]*\Z"
)
"""A name alone at the end: whoever wrote it signs so on paper."""
_PLACES: Final = frozenset(word_lists("generator.vietnamese")["provinces"])
_FORMS: Final[tuple[tuple[RareForm, Kind], ...]] = (
    (_AGENCY, "agency"),
    (_MOMENT, "web"),
    (_OFFER, "mail"),
    (_SENDER, "mail"),
)


def newspaper_lines(prose: str) -> Iterator[tuple[Kind, int, int]]:
    """What each is, and from where to where it stands."""
    for form, kind in _FORMS:
        yield from ((kind, *found.span("said")) for found in form.finditer(prose))
    end = prose.rstrip("\n")
    signed = _BYLINE.search(end, max(0, len(end) - _SIGNED))
    if (
        signed
        and signed["said"] not in _PLACES
        and all(map(is_syllable, signed["said"].lower().split()))
    ):
        yield "label", *signed.span("said")
