"""Names that are still to come: «Bà ..., quản đốc», «công ty … sẽ làm», «ông (tên, chức vụ)».

Dots with a space before them, behind a word of address or for a body, and the sentence goes on.
Not where dots end a list («hộ, xưởng … đều»), where somebody stops short («Ông … ông ơi»), or in a
quotation, in which they are words that were left out.
"""

import re
from collections.abc import Iterator
from typing import Final

from generator.vietnamese.forms import RareForm
from generator.vietnamese.quotation_marks import quoted_spans
from generator.vietnamese.stretches import Stretches

_PERSON: Final = (
    r"(?:[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Cc]ô|[Cc]hú|[Bb]ác|[Tt]hầy|[Đđ]ồng chí|[Kk]ỹ sư|[Tt]iến sĩ"
    r"|(?:[Pp]hó )?[Gg]iám đốc|(?:[Pp]hó )?[Cc]hủ tịch|[Bb]í thư|[Qq]uản đốc|[Tt]ổ trưởng)"
)
_BODY: Final = (
    r"(?:[Cc]ông ty|[Nn]hà máy|[Xx]ưởng|[Cc]ơ sở|[Dd]oanh nghiệp|[Hh]ợp tác xã|[Tt]rường|[Xx]ã"
    r"|[Pp]hường|[Hh]uyện|[Tt]ỉnh|[Tt]hôn|[Ấấ]p|[Kk]hu phố|[Đđ]ường|[Kk]hu công nghiệp"
    r"|[Cc]ụm công nghiệp|[Tt]rung tâm|[Kk]hách sạn|[Xx]í nghiệp|[Tt]ập đoàn)"
)
_DOTS: Final = r"(?:…|\.{3,4})"
_SHORT: Final = r"(?:rồi|thì|và|nhưng|mà|hay|hoặc|đều|cũng|vẫn|ơi|à|ạ|v\.v)"
_FIELD: Final = r"(?:họ (?:và )?tên|tên|chức vụ|chức danh|đơn vị|ghi (?:rõ )?tên)"
_NAME: Final = RareForm(
    rf"(?<!\w)(?P<kind>{_PERSON}|{_BODY}) "
    rf"(?:{_DOTS}(?= ?[,(]| (?!{_SHORT}(?!\w))(?=[^\W\d_])[^A-ZĐ])"
    rf"|(?=\({_FIELD}(?:[,/] ?| và )?(?:{_FIELD})?\))\([^()\n]*\))",
    rf"^{_DOTS}(?:[,(]|$)|^\((?:họ|tên|chức|đơn|ghi)",
)
_SEVERAL: Final = re.compile(
    r"(?:(?<!\w)(?:[Cc]ác|[Nn]hững|[Mm]ọi|[Mm]ấy|[Nn]hiều|[Hh]ai|[Cc]ả|[Tt]ừng|[Mm]ỗi|và|hay|hoặc|như)"
    rf"(?: [^\W\d_]+)?|(?<!\w){_PERSON}|/) ?\Z"
)
"""They speak of more than one, or of none in particular."""
_LISTED: Final = re.compile(r"[,;] \Z")
_OPENS: Final = re.compile(
    r"(?:Năm|Tháng|Ngày|Theo|Tại|Ở|Trong|Khi|Nhờ|Sau|Trước|Từ|Hiện|Vừa|Mới|Cũng|Để|Với)(?!\w)"
    r"[^,;]*, \Z"
)
"""What a sentence may have in front, with one comma behind."""
_BEGINS: Final = re.compile(r"[.!?…:\n]\s*")
_REACH: Final = 120  # characters before it, in which its sentence begins


def open_names(prose: str) -> Iterator[tuple[int, int]]:
    """From where to where each stands with its dots or bracket, in order."""
    found = [each for each in _NAME.finditer(prose) if _is_one(prose, each)]
    quoted = Stretches(quoted_spans(prose)) if found else ()
    yield from (each.span() for each in found if each.start() not in quoted)


def _is_one(prose: str, found: re.Match[str]) -> bool:
    before = prose[max(0, found.start() - _REACH) : found.start()]
    sentence = _BEGINS.split(before)[-1]
    if _SEVERAL.search(sentence) or (_LISTED.search(sentence) and not _OPENS.match(sentence)):
        return False
    return not prose[found.end() :].lstrip().lower().startswith(found["kind"].lower())
