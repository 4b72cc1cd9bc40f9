"""Numbers in words that nobody says: «mười năm phần trăm», «ba mươi một», «mười mốt».

Behind mười and mươi five is lăm, behind mươi one is mốt; «mười năm» are ten years, and a slip only
before what is no time: a unit, or what is counted where the words before it count.
"""

from collections.abc import Iterator
from typing import Final

from generator.vietnamese.forms import RareForm

_TENS: Final = "hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín"
_SCALE: Final = "phần (?:trăm|nghìn)|nghìn|ngàn|triệu(?! phú)|tỷ(?! (?:lệ|trọng|giá|phú|số))"
_UNIT: Final = (
    rf"(?:{_SCALE}|đồng(?! (?:hành|lòng|bộ|thời|sức|cam|chí|đội|nghiệp|hồ|ruộng))"
    r"|giờ(?! (?:mới|đây|đã|thì|vẫn|này|cũng))|ngày(?! (?:nào|ấy|đó|đêm|càng|qua|ra|xưa))|phút|giây"
    r"|mét|lít|ki-lô|kg|héc-ta|tấn|khối|độ(?! (?:rày|ấy|đó))|tuổi(?! (?:nghề|thơ|trẻ|đảng|đời)))"
)
_COUNT: Final = r"(?:có|gồm|chọn|mời|tặng|hỗ trợ|treo|mở|đủ|tổng cộng|cả thảy|phát|in|lắp|thay)"
_COUNTED: Final = (
    r"(?:cơ sở|người|hộ|lớp|xưởng|doanh nghiệp|công ty|nhà máy|cán bộ|công nhân|học viên|chiếc|cái"
    r"|tờ|tấm|bộ|máy|bóng|chương trình|phóng sự|pa-?nô|băng rôn|huyện|xã|phường)"
)
_SLIP: Final = RareForm(
    r"(?<![^\W_])(?i:"
    rf"(?P<one>(?:{_TENS}|tư) mươi một)(?! (?:số|nửa|vài|mình|ít|chút|cách|mặt|bên|khi|phần tư))"
    r"|(?P<eleven>mười mốt)"
    rf"|(?P<five>(?:(?:{_TENS}) mươi|mười) năm)(?= {_UNIT}(?!\w))"
    rf"|{_COUNT} (?P<counted>(?:(?:{_TENS}) mươi|mười) năm)(?= {_COUNTED}(?!\w))"
    r"|(?P<odd>(?:lẻ|linh) (?:lăm|mốt))"
    rf"|(?P<tens>(?:hai|ba|bốn|sáu|bảy|tám|chín) mười)(?= (?:{_SCALE}|mét|lít|ki-lô))"
    r"|(?P<fifty>(?<!mười )(?<!mươi )lăm (?:mươi|trăm))|(?P<ten>một mươi))(?!\w)",
    r"(?<!\w)(?i:mười|mươi|lẻ|linh|lăm)(?!\w)",
)


def number_slips(prose: str) -> Iterator[tuple[int, int, str]]:
    """From where to where each stands, and how it is said."""
    for found in _SLIP.finditer(prose):
        name = next(name for name, words in found.groupdict().items() if words)
        yield *found.span(name), _right(name, found[name])


_LAST: Final = {"one": "mốt", "eleven": "một", "five": "lăm", "counted": "lăm", "tens": "mươi"}
_ODD: Final = {"lăm": "năm", "mốt": "một"}


def _right(name: str, said: str) -> str:
    before, _, last = said.rpartition(" ")
    if name in _LAST:
        return f"{before} {_LAST[name]}"
    if name == "odd":
        return f"{before} {_ODD[last.casefold()]}"
    right = "mười" if name == "ten" else f"năm {last}"
    return right.capitalize() if said[0].isupper() else right
