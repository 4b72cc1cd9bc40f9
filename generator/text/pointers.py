"""Words that point at what is not with the text: an annex, a comment below, a table, a button.

A text of an official letter, of a post or of a page was right where it was written; whoever reads
it in another place, or only hears it, looks for what it names and finds nothing. Each form begins
with a letter of few, so that a text is run through quickly; what must stand before it is looked at
where it is found.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from generator.vietnamese.forms import RareForm
from generator.vietnamese.quotation_marks import quoted_spans
from generator.vietnamese.stretches import Stretches

Kind = Literal["annex", "post", "shown", "part", "heard", "law", "study"]


@dataclass(frozen=True)
class _Pointer:
    """What points; `before` is what must stand right before it and is said, too."""

    form: RareForm
    before: re.Pattern[str] = re.compile("(?<![^\\W_])")

    def found_in(self, prose: str) -> Iterator[tuple[int, int]]:
        for found in self.form.finditer(prose):
            near = max(0, found.start() - _REACH)
            if before := self.before.search(prose, near, found.start()):
                yield before.start(), found.end()


_REACH: Final = 40  # characters


def _pointer(pattern: str, sign: str, before: str = "") -> _Pointer:
    form = RareForm(rf"{pattern}(?!\w)", sign)
    return _Pointer(form, re.compile(rf"(?<![^\W_])(?:{before})$", re.IGNORECASE))


_ENDS: Final = r"(?=[ *_]*(?:[.,;:!?)\]\n]|\Z)| (?:có|gồm|là|này)(?!\w))"
_CAME: Final = (
    r"(?:danh sách|phụ lục|tờ rơi|video|clip|(?:biểu )?mẫu|biểu|đề cương|dự thảo|phiếu|bảng|tệp"
    r"|tập tin|files?|e?-?mail|văn bản)(?: [^\W_]+){0,3}? "
)
_ANNEXES: Final = (
    _pointer(
        r"(?:kèm theo|đính kèm|gửi kèm)(?: (?:theo )?(?:e?mail|thư)(?: này)?)?" + _ENDS,
        "kèm",
        _CAME,
    ),
    _pointer(
        r"kèm theo (?i:công văn|thông báo|kế hoạch|quyết định|tờ trình|báo cáo|hướng dẫn|thể lệ"
        r"|thư mời|giấy mời|văn bản|phiếu trình) này",
        "kèm",
        "(?:đính |ban hành )?",
    ),
    _pointer(
        r"(?:[Cc]ông văn|[Gg]iấy mời|[Tt]ờ trình|[Pp]hiếu trình) này",
        "^(?:văn|mời|trình)$",
        "(?:tại|(?<!kèm )theo|trong) ",
    ),
)
_APPENDIX: Final = _pointer(
    r"[Pp]hụ lục(?: số)?(?: (?:[IVX]{1,4}|[0-9]{1,2}[a-z]?))?(?=[ ]*(?:[.,;)\n]|\Z))",
    "^lục",
    r"(?:tại|theo|xem|trong|như) |(?<=\()",
)
LAWS: Final = re.compile(
    r"[Nn]ghị định|[Tt]hông tư|Quyết định|quyết định(?= (?:số|này|ban|của|[0-9]))|Luật"
    r"|TCVN|QCVN|[Qq]uy chuẩn|[Hh]iệp định|[Cc]ông ước"
)
"""What names a law, or a paper like one."""
_OWN_APPENDIX: Final = re.compile(r"^[#* ]*phụ lục", re.MULTILINE | re.IGNORECASE)
_BEGUN: Final = re.compile(r"[.!?…][”’\")\]]*\s|\n\n")
_SENTENCE: Final = 200  # characters before an appendix that may name its law

_OF_LAW: Final = RareForm(
    r"(?<!\w)(?:(?:[Đđ]iểm [a-zđ] )?[Kk]hoản [0-9]{1,2}(?: và [0-9]{1,2})?,? Điều này"
    r"|[Đđ]iểm [a-zđ],? (?:[Kk]hoản|Điều) này"
    r"|Điều [0-9]{1,3},? (?:của )?(?:Luật|Nghị định|Thông tư|Quyết định|Nghị quyết) này"
    r"|(?:Luật|Nghị định|Thông tư|Nghị quyết) này (?:quy định|hướng dẫn|áp dụng|điều chỉnh|sửa đổi"
    r"|bãi bỏ|thay thế))(?!\w)",
    "^này",
)
"""What only a law says, of itself."""
_STUDIES: Final = r"(?:luận (?:văn|án)|khóa luận|tiểu luận|đồ án(?: tốt nghiệp)?)"
_THIS_STUDY: Final = re.compile(
    rf"(?P<what>{_STUDIES}|đề tài|chuyên đề|nghiên cứu|bài báo) này", re.IGNORECASE
)
_NAMED: Final = r"[A-ZĐÀ-Ỹ][^\W\d_]+"
_FAMILY: Final = (
    r"(?:Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đinh|Trịnh)"
)
_PERSON: Final = rf"{_FAMILY}(?: {_NAMED}){{2,3}}"
_YEAR: Final = r"(?:19|20)[0-9]{2}[a-d]?"
_OF_STUDY: Final = RareForm(
    rf"(?<!\w)(?:[Tt]rong (?:khuôn khổ|phạm vi|giới hạn) (?:của )?"
    rf"(?:{_STUDIES}|đề tài|chuyên đề|nghiên cứu|bài báo) này"
    rf"|(?i:{_STUDIES}) này"
    r"|(?:[Đđ]ề tài|[Nn]ghiên cứu) (?:này )?của (?:nhóm(?: nghiên cứu| tác giả)? )?chúng tôi"
    r"|[Nn]hóm (?:nghiên cứu|tác giả) (?:của )?chúng tôi)(?!\w)"
    rf"|\({_NAMED}(?: {_NAMED}){{0,3}}(?:,? (?:&|và|and) {_NAMED}(?: {_NAMED}){{0,3}}"
    rf"|,? et al\.?| và (?:cộng sự|cs\.?)),? {_YEAR}\)"
    rf"|\({_PERSON}, {_YEAR}\)|(?<!\w)[Tt]heo {_PERSON} \({_YEAR}\)",
    rf"^này|^tôi(?!\w)|^\(?{_YEAR}\)",
)
"""What only a thesis says, of itself and of others: «(Nguyen & Tran, 2019)»."""

_COMMENT: Final = r"(?:[Bb]ình luận|[Cc]omments?|[Cc]mt)"
_BELOW: Final = r"(?:(?:ở )?(?:bên |phía )?dưới|dưới đây|đầu tiên|ghim)"
_COMMENTS: Final = r"(?:luận|[Cc]omments?|[Cc]mt)(?!\w)"
_POSTS: Final = (
    _pointer(
        rf"{_COMMENT}(?! của)",
        _COMMENTS,
        r"(?:(?:ở |vào |xuống |trong )?dưới (?:phần |mục |ô )?"
        r"|(?:ở|vào|xuống|trong|tại|qua) (?:phần|mục|ô) )",
    ),
    _pointer(rf"{_COMMENT} {_BELOW}", _COMMENTS, "(?<!phần )(?<!dưới )(?<!mục )(?<!ô )"),
    _pointer(
        r"mô tả (?:(?:bên|phía|ở) dưới|(?:dưới |của )?(?:video|kênh|clip))",
        "^tả$",
        "(?:phần|mục) ",
    ),
    _pointer(r"mô tả(?=[.,;!)])", "^tả[.,;!)]", "(?:ở|trong|dưới) phần "),
    _pointer(r"[Ll]ink (?:ở |trong |tại |dưới |bên |phần )+(?:bio|tiểu sử|mô tả)", "(?i:link)$"),
    _pointer(r"[Tt]hả (?:tim|like|cảm xúc|biểu tượng|icon)", "[Tt]hả$"),
    _pointer(
        r"[Ll]ike(?:,| và| &|/| -) ?(?:share|chia sẻ|comment|cmt|follow|bình luận|theo dõi)",
        "[Ll]ike",
    ),
    _pointer(
        r"(?:chuông thông báo|like|follow|subscribe)",
        "chuông$|like|follow|subscribe",
        "(?:bật|nhấn|bấm|ấn) (?:nút |vào )?",
    ),
    _pointer(r"[Bb]ật chuông(?! thông)", "chuông"),
    _pointer("[Đđ]ăng ký kênh", "kênh", "(?:(?:nhấn |bấm |ấn )?(?:nút )?)?"),
    _pointer(
        r"(?:[Cc]hia sẻ|[Ss]hare)(?: bài)? (?:giúp|hộ|ủng hộ|về) (?:page|kênh|shop|trang mình)",
        "(?:page|kênh|shop|mình)(?!\\w)",
    ),
    _pointer(r"(?:[Ff]ollow|[Tt]heo dõi) (?:page|kênh (?:mình|em))", "page|kênh"),
    _pointer(r"[Tt]ag (?:tên |ngay )?(?:bạn bè|bạn|người)", "[Tt]ag$"),
    _pointer(
        r"(?:[Ii]b|[Ii]nbox|[Pp]m)(?: (?:cho|ngay|riêng))? (?:page|em|mình|ad|admin|shop|để)",
        "(?i:ib|inbox|pm)$",
    ),
)
_WHAT: Final = "(?:bảng|hình|biểu đồ|sơ đồ|ảnh|đồ thị)"
_SHOWN: Final = (
    _pointer(
        rf"{_WHAT}(?: [^\W\d_]+){{0,2}}? (?:dưới đây|bên dưới|ở dưới|phía dưới|sau đây|bên cạnh"
        r"|ở trên|bên trên|minh họa|minh hoạ)",
        "(?:bảng|hình|đồ|ảnh)$",
        "(?:như|theo|xem|trong|ở|qua|từ) ",
    ),
)
_NUMBERED: Final = (
    _pointer(
        r"(?:Bảng|Hình|Sơ đồ|Biểu đồ|Đồ thị) (?:số )?[0-9]{1,2}(?:\.[0-9]{1,2})?"
        r"(?=[ *_]*(?:[.,;:)\]\n]|\Z)(?!\d)| (?:cho|là|trình|thể|nêu|mô|so|ghi|liệt|tóm"
        r"|và|dưới|trên)(?!\w))",
        "(?:Bảng|Hình)$|^(?:đồ|thị)$",
    ),
    _pointer(
        r"(?:bảng|hình|sơ đồ|biểu đồ|đồ thị) (?:số )?[0-9]{1,2}(?:\.[0-9]{1,2})?"
        r"(?=[ *_]*(?:[.,;:)\]\n]|\Z)(?!\d)| (?:cho|là|dưới|trên)(?!\w))",
        "(?:bảng|hình)$|^(?:đồ|thị)$",
        "(?:như|theo|xem|trong|ở|qua|từ|tại) (?:trong |ở )?",
    ),
)
_OF_ANOTHER: Final = re.compile(
    r"[^.\n]{0,40}(?:QCVN|TCVN|[Qq]uy chuẩn|[Tt]iêu chuẩn|[Nn]ghị định|[Tt]hông tư|Luật|[Bb]áo cáo"
    r"|Phụ lục)"
)
_CHAPTER: Final = RareForm(
    r"(?<![^\W_])(?:[Cc]hương|[Mm]ục) (?P<number>[0-9]{1,2}(?:\.[0-9]{1,2})*)"
    r"(?=[ *_]*(?:[.,;:)\]\n]|\Z)(?!\d))",
    r"(?<![^\W_])(?:[Cc]hương|[Mm]ục)$",
)
_LEADS: Final = re.compile(
    r"(?:như|theo|xem|trong|ở|qua|từ|tại) (?:trong |ở |lại )?$", re.IGNORECASE
)
_HEADS: Final = re.compile(
    r"^[ >]*#{1,6} [^\n]*|^[ >*_]*(?:[Cc]hương|[Mm]ục|[0-9])[^\n]*", re.MULTILINE
)
_HEARD: Final = (
    *_SHOWN,
    _pointer(r"[Ll]ink (?:ở|dưới|bên|trong|tại|sau)", "(?i:link)$", "(?:đường )?"),
    _pointer(
        rf"{_WHAT} (?:bên|trên|dưới|này|sau)(?! (?:đây|dưới|trên|cạnh))",
        "(?:bảng|hình|đồ|ảnh)$",
        "(?:xem|như|theo) ",
    ),
    _pointer(
        r"(?:trên|dưới)(?=[.,;:)])",
        r"(?:trên|dưới)[.,;:)]",
        "như (?:(?:đã )?(?:nêu|trình bày|kể|viết) )?(?:(?:ở|phía|bên) )?",
    ),
)
_PICTURES: Final = re.compile(r"!\[|<img|<table|^[ >]*\|", re.MULTILINE)
_LINKED: Final = re.compile(r"[^\[\]\n]{0,60}\]\(")
"""The rest of the words of a link."""


def pointers(
    text: str, prose: str, *, is_heard: bool = False, has_pictures: bool = False
) -> Iterator[tuple[Kind, int, int]]:
    """What each points at, and from where to where it stands; `is_heard` of what nobody sees.

    A link leads to what it names, an annex of a law is where the law is, and `has_pictures` says
    that there is something to look at.
    """
    annexes = [*_all(_ANNEXES, prose), *(e for e in _APPENDIX.found_in(prose) if _ours(prose, *e))]
    yield from (("annex", *each) for each in annexes if not _LINKED.match(text, each[1]))
    posts = [*_all(_POSTS, prose)]
    yield from (("post", *each) for each in posts)
    yield from (("law", *each) for each in _of_no_law(prose))
    if not is_heard:
        yield from (("study", *each) for each in _of_a_study(prose))
    if is_heard:
        for start, end in _all(_HEARD, prose):
            if not any(begin <= start < stop for begin, stop in posts):
                yield "heard", start, end
    elif not has_pictures and not _PICTURES.search(text):
        yield from (("shown", *each) for each in _all(_SHOWN, prose))
        yield from (("shown", *each) for each in _all(_NUMBERED, prose) if _own(text, prose, *each))
    if not is_heard:
        yield from (("part", *each) for each in _chapters(text, prose))


def _all(several: tuple[_Pointer, ...], prose: str) -> Iterator[tuple[int, int]]:
    for each in several:
        yield from each.found_in(prose)


def _own(text: str, prose: str, start: int, end: int) -> bool:
    """Whether a numbered table is one of this text, and not of a paper that the sentence names."""
    before = _BEGUN.split(prose[max(0, start - _SENTENCE) : start])[-1]
    return not (LAWS.search(before) or _OF_ANOTHER.match(prose, end) or _LINKED.match(text, end))


def _of_no_law(prose: str) -> Iterator[tuple[int, int]]:
    """What a law says of itself where the text has named none before."""
    for found in _OF_LAW.finditer(prose):
        if not LAWS.search(prose, 0, found.start()):
            yield found.span()


def _of_a_study(prose: str) -> Iterator[tuple[int, int]]:
    """What a study says of itself, if nobody is quoted with it and none was named before."""
    quoted: Stretches | None = None
    for found in _OF_STUDY.finditer(prose):
        quoted = quoted or Stretches(quoted_spans(prose))
        own = _THIS_STUDY.search(found[0])
        is_named = own and own["what"].casefold() in prose[: found.start()].casefold()
        if found.start() not in quoted and not is_named:
            yield found.span()


def _chapters(text: str, prose: str) -> Iterator[tuple[int, int]]:
    """Numbers of chapters that no heading here has: «xem Mục 3.1»."""
    for found in _CHAPTER.finditer(prose):
        start, end = found.span()
        if _LEADS.search(prose, max(0, start - _REACH), start) and _own(text, prose, start, end):
            heads = "\n".join(_HEADS.findall(text))
            if not re.search(rf"(?<![\d.]){re.escape(found['number'])}(?![\d])", heads):
                yield start, end


def _ours(prose: str, start: int, _end: int) -> bool:
    """Whether an appendix is one of no law that the sentence names, and not of this text."""
    before = _BEGUN.split(prose[max(0, start - _SENTENCE) : start])[-1]
    return not (LAWS.search(before) or _OWN_APPENDIX.search(prose))
