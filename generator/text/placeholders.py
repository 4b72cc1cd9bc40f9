"""What stands in a text for words that are still to come, whoever put it there."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from generator.source.typed import YOUR_WORDS
from generator.text.prose import BLANK
from generator.vietnamese.punctuation import quoted
from generator.vietnamese.stretches import Stretches
from generator.vietnamese.text import fold

WORDS: Final = frozenset({"TODO", "FIXME", "TBD", "TBC", "TBA"})
"""What programs and offices write for what is to come; it abbreviates nothing."""

_VERBS: Final = (
    r"chèn|điền|nhập|cần (?:bổ sung|kiểm tra|xác minh|thêm|sửa|hỏi)|bổ sung (?:sau|thêm|vào đây)"
    r"|ghi (?:rõ|tên|số|sau)|viết (?:tiếp|sau|thêm|vào)|đang (?:viết|cập nhật|chờ|bổ sung)"
    r"|chờ (?:số|duyệt|xác nhận|cập nhật)|sẽ (?:viết|bổ sung|cập nhật|thêm)"
    r"|(?:ảnh|hình|số liệu|tên|chữ|câu) (?:ở đây|vào đây|sau)|thêm (?:ảnh|hình|số|chữ|sau)"
    r"|insert|add|your"
)
_DOTS: Final = r"(?:…+|\.{2,}|_{2,})"
_OPEN: Final = rf"(?:[xX]{{1,4}}|{_DOTS})"
_FORMS: Final = (
    r"lorem ipsum[^.\n]*",
    rf"(?<!\w)(?-i:{'|'.join(sorted(WORDS))})(?!\w)",
    re.escape(YOUR_WORDS),
    rf"[\[(]\s*(?:{_VERBS})(?!\w)[^\[\]()\n]*[\])](?!{BLANK})",
    # dates, numbers and years that nobody knew
    rf"(?<![\w/.])(?:{_OPEN}|\d{{1,2}})/{_OPEN}(?:/(?:\d{{2,4}}|{_OPEN}))?(?![\w/])",
    r"(?<!\w)dd/mm/yy(?:yy)?(?!\w)",
    r"(?<!\w)(?-i:0x{2,}(?:[ .]?x{2,})*|(?:19|20)\d?x{1,2}|x{3,}(?:[ .]x{2,})*)(?!\w)",
    r"(?<!\w)(?<!lần )(?<!thứ )(?<!khóa )(?<!khoá )(?<!kỳ )(?-i:X{3,})(?!\w)",
    rf"(?<!\w)(?:ngày|tháng|năm|số|điện thoại|địa chỉ|email|giá):? {_DOTS}(?!\w)",
    r"(?<!\S)_{3,}+(?!\s*(?:\n|\Z))|(?<=\S )_{3,}|\.{5,}|…{2,}|(?:\. ){4,}",
    r"(?<=\S )\?{2,}(?=[\s.,;]|\Z)|(?<![^\n])\?+(?=\n|\Z)|(?<![^\n])(?:\.{2,4}|…)(?=\n|\Z)",
)
_SURE: Final = re.compile("|".join(f"(?:{form})" for form in _FORMS), re.IGNORECASE)
_QUICK: Final = re.compile(
    r"[\[…?_]|\.{2}|\([cđnbgvsaht]|xx|XXX|/[xX]|TODO|FIXME|TB[DCA]|lorem|của bạn|dd/|20\d?x",
    re.IGNORECASE,
)
"""Without one of these there is nothing."""
_BRACKETS: Final = re.compile(
    rf"\[(?!sic\])(?=[^\[\]\n]*[^\W\d_])[^\[\]\n^@!]{{2,80}}\](?![\[(:{BLANK}])"
)
# «<tên cơ sở>» is no HTML, which has letters of English only.
_ANGLES: Final = re.compile(
    r"<(?![A-Za-z][A-Za-z0-9-]*[\s/>:]|[/!?])(?=[^\W_])[^<>\n=]{1,60}(?<=\w)>"
)
_NOTHING: Final = frozenset(
    {
        "none", "null", "nil", "n/a", "na", "tbd", "tba", "tbc", "todo", "fixme", "test", "asdf",
        "abc", "xyz", "xxx", "lorem", "title", "summary",
        "khong co", "chua co", "chua viet", "sap co", "de sau", "tieu de", "ten bai", "tom tat",
        "mo ta", "noi dung", "dang viet", "dang cap nhat", "dang bo sung", "se viet sau",
        "se bo sung", "se bo sung sau", "viet sau", "bo sung sau", "cap nhat sau", "lorem ipsum",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Placeholder:
    """What stands there, from `start` to `end`; it may be meant where it is not `sure`."""

    start: int
    end: int
    sure: bool = True


def placeholders(text: str, prose: str, *, is_value: bool, is_heard: bool) -> Iterator[Placeholder]:
    """What is still to be written in a text: a value of the front matter, or a body.

    In a script that is heard all that stands in square brackets is read aloud, and told as such.
    """
    if is_value and _says_nothing(text):
        yield Placeholder(0, len(text))
        return
    told: list[tuple[int, int]] = []
    if _QUICK.search(text):
        told += (found.span() for found in _SURE.finditer(prose))
    if "<" in text:
        told += (found.span() for found in _ANGLES.finditer(text))
    yield from (Placeholder(*span) for span in told)
    if not (is_heard or is_value) and "[" in prose and (found := list(_BRACKETS.finditer(prose))):
        known = Stretches(sorted([*told, *quoted(prose)]))  # who quotes may explain in brackets
        for each in found:
            if each.start() not in known and not any(
                each.start() < at < each.end() for at, _ in told
            ):
                yield Placeholder(*each.span(), sure=False)


def _says_nothing(value: str) -> bool:
    """Whether a value has no word, or only one that says that there is none."""
    bare = " ".join(fold(value).strip(" .…,;:!?-–—_*[]()<>\"“”'").split())
    return not any(map(str.isalnum, bare)) or bare in _NOTHING
