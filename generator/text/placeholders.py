"""What stands in a text for words that are still to come, whoever put it there."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from generator.source.replacement_lines import YOUR_WORDS
from generator.text.asides import is_sound
from generator.text.empty_words import says_nothing
from generator.text.machine_values import FIELDS, Maker, machine_values, maker_of
from generator.text.prose import BLANK, passages
from generator.vietnamese.columns import columns
from generator.vietnamese.date_gaps import date_gaps
from generator.vietnamese.forms import RareForm, Sign
from generator.vietnamese.open_figures import open_figures
from generator.vietnamese.open_names import open_names
from generator.vietnamese.quotation_marks import quoted_spans
from generator.vietnamese.stretches import Stretches
from generator.vietnamese.word_lists import word_lists

WORDS: Final = frozenset({"TODO", "FIXME", "TBD", "TBC", "TBA"})
"""What programs and offices write for what is to come; it abbreviates nothing."""

_LACKING: Final = (
    r"(?:số liệu|con số|số|nội dung|thông tin|ảnh|hình|bảng|biểu|tên|địa chỉ|nguồn|dẫn chứng|ví dụ"
    r"|phần này|cụ thể|chi tiết|đầy đủ)"
)
_VERBS: Final = (
    r"chèn|điền|nhập|cần (?:bổ sung|kiểm tra|xác minh|thêm|sửa|hỏi)|bổ sung (?:sau|thêm|vào đây)"
    r"|(?:bỏ|xóa|xoá|cắt|lược)(?: (?:đi|(?:đoạn|câu|phần|chỗ|chữ|ảnh|hình) này))?(?=\s*[\])])"
    r"|(?:xem|hỏi|sửa|viết) lại(?=\s*[\])])"
    r"|ghi (?:rõ|tên|số|sau)|viết (?:tiếp|sau|thêm|vào)|đang (?:viết|cập nhật|chờ|bổ sung)"
    r"|chờ (?:số|duyệt|xác nhận|cập nhật)|sẽ (?:viết|bổ sung|cập nhật|thêm)"
    r"|(?:ảnh|hình|số liệu|tên|chữ|câu)(?: \d{1,2})? (?:ở đây|vào đây|sau)"
    r"|thêm (?:ảnh|hình|số|chữ|sau|ví dụ|dẫn chứng|nguồn)|(?:tính|làm|gửi) sau(?=\s*[\])])"
    r"|(?:cập nhật|bổ sung)(?: sau| thêm)?(?=\s*[\])])|insert|add|your"
    rf"|(?:sẽ |xin )?(?:bổ sung|cập nhật|gửi|thêm)(?: {_LACKING})+ sau(?=\s*[\])])"
    rf"|{_LACKING}(?: [^\W\d_]+){{0,3}} (?:bổ sung|cập nhật|điền|gửi|thêm|ghi|tính) sau(?=\s*[\])])"
)
_FIRST: Final = "|".join(dict.fromkeys(re.findall(r"(?<!\\)\b[^\W\d_]+", _VERBS)))
_WITHOUT: Final = re.compile(
    r"(?:tác giả|người viết|tin|ảnh|tin, ảnh|bài, ảnh|nguồn|(?:hình|bảng) \d{1,2}|địa chỉ"
    r"|điện thoại|liên hệ|người (?:nói|kể|duyệt)): ?"
    r"(?:\.{2,}|…+|\?+|_+|\(?(?:chưa|đang|chờ|sẽ)(?: [^\W\d_]+){1,3}\)?)[.]?[ ]*",
    re.IGNORECASE,
)
"""A label behind which nothing is written yet: «Tác giả: …»."""
_NEAR: Final = 12  # characters between two blanks of one form: «ngày … tháng …»
_DOTS: Final = r"(?:…+|\.{2,}|_{2,})"
_OPEN: Final = rf"(?:[xX]{{1,4}}|{_DOTS})"
_FORMS: Final = tuple(
    RareForm(form, sign, re.IGNORECASE)
    for form, sign in (
        (r"lorem ipsum[^.\n]*", "(?i:lorem)"),
        (
            rf"(?<!\w)(?-i:{'|'.join(sorted(WORDS))})(?!\w)",
            "|".join(sorted(WORDS)),
        ),
        (
            (rf"[\[(]\s*(?:{_VERBS})(?!\w)[^\[\]()\n]*[\])](?!{BLANK})"),
            rf"[\[(](?:$|[^\S\n]|(?i:{_FIRST}))",
        ),
        (
            (
                r"(?<=[^\s:]: )(?:(?:sẽ|đang|chờ) (?:được )?(?:bổ sung|cập nhật|điền|viết|xác nhận)"
                r"|(?:bổ sung|cập nhật|điền|viết) sau)(?: (?:sau|thêm|tiếp))?(?=[.…]*[ ]*(?:\n|\Z))"
                r"|(?<![^\n])(?:(?:số liệu|nội dung|thông tin|ảnh|hình|địa chỉ|điện thoại|bảng"
                r"|phần|bài|trang|mục|tên|đoạn)(?: [^\W\d_]+){0,2} )?(?:đang|sẽ) (?:được )?"
                r"(?:cập nhật|bổ sung|viết|hoàn thiện)(?: sau| thêm| tiếp| ở đây| tại đây)?"
                r"(?=[.…]*[ ]*(?:\n|\Z))"
            ),
            r"^(?i:sung|nhật|điền|viết|nhận|thiện|sau|thêm|tiếp|đây)[.…]*$",
        ),
        # dates, numbers and years that nobody knew
        (r"(?<!\w)dd/mm/yy(?:yy)?(?!\w)", "[dD][dD]/"),
        (
            (
                r"(?<!\w)(?-i:x{2,}[^\W\d_x]{2,}x{2,}"
                r"|0x{2,}(?:[ .]?x{2,})*|(?:19|20)\d?x{1,2}|x{3,}(?:[ .]x{2,})*)(?!\w)"
            ),
            r"xx|\dx",
        ),
        (r"(?<!\w)(?<!lần )(?<!thứ )(?<!khóa )(?<!khoá )(?<!kỳ )(?-i:X{3,})(?!\w)", "XXX"),
        (r"(?<![\w.])(?:19|20)\.{2,3}(?![\w.])", r"(?:19|20)\.\."),
        (r"(?<!\w)dolor sit amet[^.\n]*", r"(?i:(?<!\w)dolor$)"),
        (
            rf"(?<!\w)(?:ngày|tháng|năm|số|điện thoại|địa chỉ|email|giá):? {_DOTS}(?!\w)",
            rf"^{_DOTS}",
        ),
        (r"(?<!\S)_{3,}+(?!\s*(?:\n|\Z)|\w)|(?<=\S )_{3,}(?![\w_])", "___"),
        (r"\.{5,}|…{2,}|(?:\. ){4,}", r"\.{5}|……|^\.$"),
        (r"(?<=\S )\?{2,}(?=[\s.,;]|\Z)|(?<![^\n])\?+(?=\n|\Z)", r"^\?"),
        (r"(?<![^\n])(?:\.{2,4}|…)(?=\n|\Z)", r"^(?:…|\.\.)"),
        (
            r"(?<!\w)(?:hình|bảng|biểu|trang|phụ lục) (?-i:X|XX+|xx+|…|\.{3}|\?+|#)(?=[\s.,;)]|\Z)",
            r"^(?:X|XX+|xx+|…|\.{3}|\?+|#)(?:[.,;)\s]|$)",
        ),
        (
            r"(?<!\w)(?:số nhà, (?:tên )?đường|họ (?:và )?tên, chức vụ)[^\n.]{0,40}",
            r"(?i:^(?:nhà|tên),)",
        ),
        (
            (
                r"(?<![\d.])(?:0123[ .]?456[ .]?789|09\d{2}[ .]?000[ .]?000|0987[ .]?654[ .]?321"
                r"|123456789)(?!\d)"
            ),
            r"0123|^000|000\.?000|0987|12345",
        ),
        (
            (
                r"(?:click|tap)(?: or tap)?(?: here)? to enter[^.\n]*"
                r"|choose an item|(?<![^\n])chọn một mục(?=[.]?[ ]*(?:\n|\Z))"
                r"|(?:nhấp|bấm|nhấn)(?: chuột)? vào đây để (?:nhập|gõ|thêm) (?:văn bản|chữ"
                r"|nội dung|ngày)"
            ),
            "(?i:click|tap|choose|chọn|nhấp|bấm|nhấn)",
        ),
    )
)
# «12/…» may be meant, but not beside another one.
_MAYBE_DATE: Final = Sign("[xX…._]/")
_DATE: Final = re.compile(
    rf"(?<![\w/.])(?:{_OPEN}|\d{{1,2}})/{_OPEN}(?:/(?:\d{{2,4}}|{_OPEN}))?(?![\w/])", re.IGNORECASE
)
_YOURS: Final = re.compile(re.escape(YOUR_WORDS), re.IGNORECASE)
_BRACKETS: Final = re.compile(
    r"(?<![\[^)])\[(?!sic\]|/)(?=[^\[\]\n]*[^\W\d_])[^\[\]\n^@!]{2,80}\]"
    # Where it is nearly a link, that is told.
    rf"(?![\[\](:{{（{BLANK}]|[ \n]\((?:\S+\.\w|{BLANK}))"
    r"|\$?(?<!\{)\{ ?[^\W\d_][\w .]{1,60}\}(?!\})"  # in letters that a program fills in
)
# Markup of wikis and forums, which is told as such.
_TAGS: Final = re.compile(
    r"\{(?P<tag>[a-z]+)[:|][^{}\n]*\}(?:[^{}\n]*\{(?P=tag)\})?"
    r"|\[(?P<name>[a-z]+)=[^\[\]\n]*\](?:[^\n]*?\[/(?P=name)\])?|\[%[^\]\n]*%\]"
)
# «<tên cơ sở>» is no HTML, which has letters of English only.
_ANGLES: Final = RareForm(
    r"(?<!\]\()(?<!<)<(?![A-Za-z][A-Za-z0-9-]*[\s/>:]|[/!?])(?=[^\W_])[^<>\n=@]{1,60}(?<=\w)>(?!>)",
    "<",
)
_EXAMPLE: Final = RareForm(
    r"(?<![\w@.])(?:e?mail|name|ten|you|user|someone|info|abc)@(?:example|domain|e?mail|company"
    r"|your\w+|abc|xyz|tenmien)\.[\w.]*\w"
    r"|(?<![\w.])(?:abc|email|ten|xxx|test|hoten)@(?:gmail|yahoo|outlook|hotmail)\.com|(?:www\.)?(?:your-?\w+|tenmien|tencongty|mysite)"
    r"\.(?:com|vn|org|net)(?!\w)",
    r"(?:abc|email|ten|xxx|test|hoten)@|@(?:example|domain|e?mail|company|your|abc|xyz|tenmien)|your-?\w+\."
    r"|(?:tenmien|tencongty|mysite)\.",
)
"""Addresses that stand for another one in every pattern of a letter."""
_ANYBODY: Final = RareForm(
    r"(?<!\w)(?:(?:Nguyễn|Trần|Lê|Phạm|Hoàng|Đỗ) (?:Văn|Thị) [A-EXYZ](?!\w)"
    r"|(?:[Cc]ông ty|[Nn]hà máy|[Xx]ưởng|[Dd]oanh nghiệp|[Cc]ơ sở)(?: TNHH| CP| cổ phần)?"
    r" (?:ABC|XYZ|XXX)(?!\w)|(?:đường|phường|xã|quận|huyện) [A-EXYZ]"
    r"(?:, (?:phường|xã|quận|huyện|tỉnh) [A-EXYZ])*(?=[,.]))",
    r"^(?:[A-EXYZ]|ABC|XYZ|XXX)(?!\w)",
)
"""A name of a pattern, which nobody has."""
_NO_PROSE: Final = (_EXAMPLE, *FIELDS, _ANGLES)
_AROUND: Final = " \n.…:[]()*_↓→⬇"
_SHORT_LINE: Final = 40  # characters: what a template has for a paragraph is shorter
_TEMPLATE: Final = frozenset(word_lists(__package__)["template"])


@dataclass(frozen=True, slots=True)
class Placeholder:
    """What stands there, from `start` to `end`; it may be meant where it is not `sure`.

    `maker` is the program that put it there, where one does.
    """

    start: int
    end: int
    sure: bool = True
    maker: Maker = ""


def placeholders(text: str, prose: str, *, is_value: bool, is_heard: bool) -> Iterator[Placeholder]:
    """What is still to be written in a text: a value of the front matter, or a body.

    In a script that is heard all that stands in square brackets is read aloud, and told as such.
    """
    if is_value and says_nothing(text):
        yield Placeholder(0, len(text))
        return
    told = sorted((*_told(text, prose), *_of_template("" if is_heard else prose)))
    if rows := columns(prose):  # dots lead there from one column to the next
        told = [each for each in told if not _leads(prose, *each, rows)]
    if is_heard:
        told = [(start, end) for start, end in told if not is_sound(text[start:end].strip("<>"))]
    last = 0
    for start, end in told:
        if start >= last:
            yield Placeholder(start, end, maker=maker_of(text[start:end]))
        last = max(last, end)
    yield from (Placeholder(*each.span(), sure=False) for each in _ANYBODY.finditer(prose))
    is_text = not (is_heard or is_value) and any(map(prose.__contains__, "[{"))
    if is_text and (found := list(_BRACKETS.finditer(prose))):
        tags = (tag.span() for tag in _TAGS.finditer(prose))
        known = Stretches(
            sorted([*told, *tags, *quoted_spans(prose)])
        )  # who quotes may explain in brackets
        for each in found:
            if each.start() not in known and not any(
                each.start() < at < each.end() for at, _ in told
            ):
                yield Placeholder(*each.span(), sure=False)


def _of_template(prose: str) -> Iterator[tuple[int, int]]:
    """Paragraphs that hold but what a template has there."""
    lines = {
        line.strip(_AROUND) for line in prose.casefold().split("\n") if len(line) < _SHORT_LINE
    }
    if not _TEMPLATE.isdisjoint(lines):
        for at, passage in passages(prose):
            if passage.strip(_AROUND).casefold() in _TEMPLATE:
                yield at, at + len(passage.rstrip())


def _leads(prose: str, start: int, end: int, rows: Mapping[int, int]) -> bool:
    """Whether it is but dots between two columns."""
    return not prose[start:end].strip("…._- ") and prose.count("\n", 0, start) in rows


def _told(text: str, prose: str) -> Iterator[tuple[int, int]]:
    """Where a form stands that is meant for nothing else."""
    for form in _FORMS:
        yield from _apart(prose, form.finditer(prose))
    yield from _without_words(prose)
    yield from machine_values(prose)
    yield from open_figures(prose)
    yield from open_names(prose)
    yield from date_gaps(prose)
    if _MAYBE_DATE.is_in(prose):
        yield from _apart(prose, _DATE.finditer(prose))
    if "của bạn" in prose:
        yield from _apart(prose, _YOURS.finditer(prose))
    for form in _NO_PROSE:
        yield from (found.span() for found in form.finditer(text))


def _without_words(prose: str) -> Iterator[tuple[int, int]]:
    """Lines that are but a label."""
    at = 0
    for line in prose.split("\n"):
        if ":" in line and len(line) < _SHORT_LINE and _WITHOUT.fullmatch(line):
            yield at, at + len(line.rstrip())
        at += len(line) + 1


def _apart(prose: str, matches: Iterable[re.Match[str]]) -> Iterator[tuple[int, int]]:
    """What has a form; of some that stand together, as in «ngày … tháng …», the first."""
    last = -_NEAR
    for found in matches:
        is_far = found.start() - last >= _NEAR or "\n" in prose[max(0, last) : found.start()]
        if is_far or found[0][-1] not in "…._":
            yield found.span()
        last = found.end()
