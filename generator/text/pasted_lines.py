"""Whole lines that a window showed around a text that was copied: buttons, times, files.

Each is a line by itself: within a sentence the same words may be meant.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Final, Literal

from generator.text.machine_words import DESCRIPTIONS, FILE_NAMES
from generator.text.newspaper_lines import PAPERS
from generator.vietnamese.forms import RareForm
from generator.vietnamese.word_lists import word_lists

Kind = Literal["web", "mail", "paper", "remark", "label"]


def _line(*words: str) -> Callable[[str], re.Match[str] | None]:
    """What tells whether a line is one of some; compiled when a text has one that may be."""
    form = rf"[ >*_(\[-]*(?P<said>{'|'.join(words)})[ .…*_)\]]*"

    @cache
    def pattern() -> re.Pattern[str]:
        return re.compile(form)

    return lambda line: pattern().fullmatch(line)


_CLOCK: Final = r"[0-9]{1,2}[:h][0-9][0-9]"
_WEB: Final = _line(
    # of a newspaper, and of who translates
    rf"{PAPERS}|PV(?:/[\w+]+)?",
    rf"[Tt]heo (?:[Bb]áo|{PAPERS}|Tuổi Trẻ|Thanh Niên|[Đđ]ài)"
    r"(?: (?:[A-ZĐ][^\W\d_]*|[&–-]|và|điện tử|Điện tử)){0,6}",
    r"(?i:translated (?:by|with) [^\n]{3,30}|bản dịch (?:máy|tự động)[^\n]{0,20}|dịch)(?<=\w)",
    # of a messenger
    rf"{_CLOCK}(?: ?Đã xem| ?✓+| ?AM| ?PM)?|[Hh]ôm (?:qua|nay|kia)(?: lúc)? {_CLOCK}",
    rf"{_CLOCK} ?/ ?{_CLOCK}",
    # names of files; cells of a sheet
    r"(?i:(?:DSC|IMG|DSCF|P|VID|MVI|DJI|PXL|GOPR|z)[_-]?[0-9]{4,}[\w-]*(?:\.\w{3,4})?)",
    r"(?i:screenshot[ _-][0-9][^\n]{4,30}|ảnh chụp màn hình[^\n]{0,30})",
    rf"(?i:{FILE_NAMES}|{DESCRIPTIONS})",
    r"[\w()-]+(?: [\w()-]+){0,6}\.(?:docx?|pdf|xlsx?|pptx?|jpe?g|png|mp[34]|zip|rar)",
    r"=(?:[A-Z]{2,}\([^\n]*\)|\$?[A-Z]{1,2}\$?[0-9]+(?:[-+*/][^\n]+)?)",
    r"(?i:đã (?:nhận file|chuyển tiếp|chỉnh sửa|gửi lại|trả lời[^\n]{0,40})|tin nhắn chuyển tiếp"
    r"|thu hồi(?: tin nhắn)?|trả lời tin nhắn|seen(?: by [^\n]{2,30})?|(?:đang )?online"
    r"|active (?:now|[0-9]+[^\n]{0,12})|(?:vừa |đang )?hoạt động(?: [0-9]+ [^\n]{2,12})?(?<! động)"
    r"|(?:được )?gửi từ (?:zalo|messenger|viber|facebook|gmail|my)[^\n]{0,20})",
    r"#[^\W\d_]\w+(?: +#[^\W_]\w+)+",
)
_MAIL: Final = _line(
    r"(?i:(?:tệp |file |tập tin )?đính kèm ?: ?[^\n]{2,100}|b?cc ?: ?[^\n]{2,60}"
    r"|(?:caution|external|cảnh báo) ?:? ?(?:this |external |e?mail |thư )[^\n]{2,120}"
    r"|đây là (?:e?mail|thư|tin nhắn) tự động[^\n]{0,80}"
    r"|(?:e?mail|thư) này (?:chỉ |có )?(?:chứa |dành )[^\n]{2,120}"
    r"|(?:được )?gửi từ (?:i?phone|ipad|điện thoại|samsung|android|thiết bị|yahoo|outlook|g?mail"
    r"|thư)[^\n]{0,40})",
)
_PAPER: Final = _line(
    r"(?:[Kk]ý|[Đđ]ã ký)(?:, ?| và | )(?:ghi rõ họ tên|đóng dấu)[^\n]{0,30}|[Đđ]óng dấu",
    r"(?i:quét (?:bằng|bởi) [^\n]{3,30})",
    r"(?:MẬT|TỐI MẬT|TUYỆT MẬT|HỎA TỐC|THƯỢNG KHẨN|KHẨN|CONFIDENTIAL|Confidential|Mật|Tối mật"
    r"|Tuyệt mật|Hỏa tốc)",
    r"(?:Mẫu|Biểu mẫu|Biểu)(?: số)? [0-9]{1,3}[^\W\d_]?(?:/[A-ZĐ-]+)?",
)
_REMARK: Final = _line(
    r"(?i:(?:NB|note|n\.b\.) ?: ?[^\n]{2,120}|(?:BBT|TBT|TKTS|BTV|TK)(?: ?: | )(?:xem|duyệt|sửa"
    r"|chờ|đọc)"
    r"[^\n]{0,60}|đã duyệt(?: bài)?|duyệt ?: ?[^\n]{2,40}|suggested edits?|đề xuất chỉnh sửa"
    r"|còn (?:tiếp|nữa)|tests?|test thử|đã bình luận ?(?:\[[^\]\n]{1,8}\])? ?:[^\n]{0,80})",
    r"[A-ZĐ][^\W\d_]*(?: [A-ZĐ][^\W\d_]*){1,3},? [0-9]{1,2}/[0-9]{1,2}/[0-9]{4},? "
    r"[0-9]{1,2}:[0-9][0-9] ?:? [^\n]{2,120}",
)
_LABEL: Final = _line(
    r"(?:Clip|Video|Đồ họa|Infographic|Minh họa|Box|Khung) ?: [A-ZĐ][^\n]{1,60}",
    r"(?i:(?:bài|tin)(?:, ?| và |/)(?:ảnh|video|clip|đồ họa)"
    r"|người dịch|biên dịch|biên tập|hiệu đính|trình bày|thiết kế|thực hiện) ?: "
    r"[A-ZĐ][^\W0-9_.]*(?:[ .,–&-]{1,3}(?:và )?[A-ZĐ][^\W0-9_.]*){0,7}",
    r"(?i:(?:từ khóa|từ khoá)(?: SEO| chính| phụ) ?: ?[^\n]{2,120}|word count ?: ?[0-9][0-9.,]*)",
)
_KINDS: Final[tuple[tuple[Callable[[str], re.Match[str] | None], Kind], ...]] = (
    (_WEB, "web"),
    (_MAIL, "mail"),
    (_PAPER, "paper"),
    (_REMARK, "remark"),
    (_LABEL, "label"),
)
_DICTATED: Final = re.compile(
    r"(?<!\w)(?P<said>(?:dấu (?:phẩy|chấm|chấm phẩy|hai chấm|chấm hỏi|chấm than)|chấm) "
    r"(?:xuống dòng|xuống hàng)(?!\w)|chấm xuống (?:dòng|hàng)(?!\w)|chấm hết(?=[ .]*$)"
    r"|(?<!là )(?<!thêm )(?<!bằng )(?<!một )(?<!bỏ )(?<!các )(?<!viết )(?<!hai )(?<!có )dấu phẩy"
    r"(?= [^\W\d_]))",
    re.MULTILINE,
)
"""Names of marks, said to a program that takes dictation: «nước dấu phẩy điện»."""
_SPOKEN: Final = ("dấu phẩy", "uống dòng", "uống hàng", "chấm hết")
_LONGEST: Final = 170  # characters
_SIGNS: Final = frozenset("0123456789=#.")
_BEGINS: Final = frozenset((
    "theo", "pv", "bản", "translated", "dịch", "trả", "thu", "đã", "đang", "online", "active",
    "vừa", "hoạt", "hôm", "gửi", "được", "seen", "xem", "tin", "screenshot", "ảnh", "video",
    "clip", "đồ", "infographic", "minh", "bài", "người", "biên", "hiệu", "trình", "thiết", "thực",
    "từ", "word", "tệp", "file", "tập", "đính", "cc", "bcc", "caution", "external", "cảnh", "đây",
    "thư", "email", "e-mail", "ký", "quét", "đóng", "mật", "confidential", "tối", "tuyệt", "hỏa",
    "có", "không", "hình", "may", "image", "no", "whatsapp", "screen", "chatgpt", "camscanner",
    "scan",
    "mẫu", "biểu", "nb", "n", "note", "bbt", "tbt", "tkts", "btv", "tk", "duyệt", "suggested",
    "đề", "còn", "test", "tests", "thượng", "khẩn", "box", "khung",
    *(paper.split()[0].casefold().partition(".")[0] for paper in word_lists(__package__)["papers"]),
))  # fmt: skip
_OF_COMPUTER: Final = RareForm(
    r"(?<![\w/])(?P<said>[A-Za-z]:[\\/](?![\\/ ])[^\s<>\"”]+|\\\\[\w-]+\\[^\s<>\"”]+"
    r"|file:///[^\s<>\"”]+|\[?cid:[\w.]+@[\w.]+\]?|\[[0-9]{1,2}:[0-5][0-9](?::[0-5][0-9])?\])"
    r"|(?P<said2>\\u[0-9a-fA-F]{4}|(?<=[\w.,;:!?])\\[nrt](?=[A-ZĐ \n]|$)|%20"
    r"|(?<!\w)Sheet[0-9]{1,2}![A-Z]{1,2}[0-9]+)",
    r"[A-Za-z]:[\\/]|\\[\\u]|\\[nrt](?:[A-ZĐ]|$)|%20|file:///|Sheet[0-9]|cid:|\[[0-9]{1,2}:[0-5]",
)
"""Places on somebody's computer, and signs that only a program reads."""


def pasted_lines(prose: str) -> Iterator[tuple[Kind, int, int]]:
    """What each is, and from where to where it stands."""
    at = 0
    for line in prose.split("\n"):
        if 1 < len(line) < _LONGEST and _may_be(line):
            yield from ((kind, at + start, at + end) for kind, start, end in _of(line))
        at += len(line) + 1
    for found in _OF_COMPUTER.finditer(prose):
        yield "web", *found.span("said" if found["said"] else "said2")
    if any(map(prose.__contains__, _SPOKEN)):
        yield from (("remark", *found.span("said")) for found in _DICTATED.finditer(prose))


def _may_be(line: str) -> bool:
    """Whether it begins as one of them does; told by one look."""
    bare = line.lstrip(" >*_([-")
    first = re.split(r"[\s:,.)/!]", bare, maxsplit=1)[0]
    return (
        first.casefold() in _BEGINS
        or bare[:1] in _SIGNS
        or "/" in bare
        or "." in bare[-8:-3]
        or "_" in first
    )


def _of(line: str) -> Iterator[tuple[Kind, int, int]]:
    for is_one, kind in _KINDS:
        if found := is_one(line):
            yield kind, *found.span("said")
            return
