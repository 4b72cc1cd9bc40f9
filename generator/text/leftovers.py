"""What is left around a text from where it was written: nobody means readers to see it.

A chat program answers whoever asked it, a mail ends with a greeting and the name of a telephone, a
document has numbers on its pages, and a picture from nowhere is said to be from the Internet.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from generator.text.chatter import chatter
from generator.text.prose import BLANK
from generator.text.remarks import remarks
from generator.vietnamese.forms import RareForm

Kind = Literal["chat", "citation", "mail", "page", "web", "end", "origin", "file", "remark"]

_NOWHERE: Final = (
    r"(?:(?i:(?:trên |từ )?(?:internet|mạng|net|google|facebook|zalo|youtube|báo chí|nhiều nguồn"
    r"|sưu tầm|tổng hợp))|ST)(?i:,? (?:internet|tổng hợp|sưu tầm|và|từ|trên|google|facebook|mạng))*"
)
_CITATION: Final = RareForm(
    r"【[^【】\n]{1,60}】|:?contentReference\[oaicite:\d+\](?:\{index=\d+\})?|\[?oaicite:\d+\]?"
    r"|\[cite(?:_start|_end|: ?[\d, ]+)\]|[\ue000-\uf8ff]?(?:file)?(?:cite)?[\ue000-\uf8ff]?"
    r"(?<![A-Za-z])turn\d+(?:search|view|news|image|file|academia)\d+[\ue000-\uf8ff]?"
    r"|\[\^\d+_\d+\](?!:)|\[(?:attached_file|web|file):\d+\]",
    r"【|oaicite|\[cite|turn\d|\[\^\d+_|\[(?:attached_file|web|file):",
)
"""What a chat program puts for the place from which it has a sentence: 【4:0†source】."""
_PAGE: Final = RareForm(
    r"^[ >*_]*(?P<said>(?:(?:[Tt]rang|TRANG|[Pp]age|PAGE|[Tt]r\.) ?:? ?\d{1,4}"
    r"(?: ?(?:/|of|OF|trên|trong) ?(?:tổng )?\d{1,4})?"
    r"|\((?:[Xx]em|[Cc]òn) tiếp (?:ở )?trang \d{1,3}\)"
    r"|[-–—] ?\d{1,3} ?[-–—]|\d{1,3} ?\| ?(?:P ?a ?g ?e|[Tt] ?r ?a ?n ?g)))[ .*_]*$",
    r"(?i:trang|page|tr\.)|[-–—](?:\d|$)|\|",
    re.MULTILINE,
)
"""A line that is the number of a page of a document: «Trang 1/2», «– 3 –»."""

_END: Final = RareForm(
    r"^[ >]*(?P<said>(?=[^\n]*(?:HẾT|END|[-–—*_.=~]))[-–—*_.=~/ ]*(?:HẾT|Hết|THE END|The End|END)"
    r"(?: (?:BÀI|bài))?[-–—*_.=~/ ]*)$(?<!Hết\.)",
    r"HẾT|END|Hết|End",
    re.MULTILINE,
)
"""A line that says that a document ends: «- HẾT -»."""


_WEB: Final = RareForm(
    r"^[ >*_-]*(?P<said>(?:xem thêm|see more|đọc tiếp|read more|chia sẻ(?: bài viết)?|share"
    r"|in bài viết|(?:các )?tin (?:liên quan|cùng chuyên mục|khác|mới)|bài viết liên quan|quảng cáo"
    r"|đã chỉnh sửa"
    r"|về đầu trang|quay lại|đăng nhập|theo dõi chúng tôi|gửi bình luận|phản hồi|cỡ chữ[^\n]{0,12}"
    r"|(?:lượt xem|số lượt xem|bình luận|views?|comments?)(?: ?[:(] ?\d[\d.,]*\)?)?"
    r"|thích · (?:trả lời|phản hồi)[^\n]{0,40}|(?:trang chủ|home) ?[>»/›][^\n]{2,120}"
    r"|(?:copyright|bản quyền(?: thuộc về)?) ?[©:][^\n]{0,80}|©[^\n]{2,80}"
    r"|(?:click|tap)(?: here)? to (?:add|edit)[^\n]{0,30}"
    r"|nhấp (?:chuột )?(?:vào đây )?để thêm[^\n]{0,30}"
    r"))[ .:…*_]*$",
    r"(?i:^(?:thêm|more|tiếp|viết|share|quan|mục|khác|cáo|sửa|trang|lại|nhập|tôi|luận|hồi|cỡ|xem:?"
    r"|views?:?|comments?:?|thích|chủ|home|copyright|quyền|©.*|click|tap|nhấp|mới|sẻ)[.:…*_]*$)",
    re.MULTILINE | re.IGNORECASE,
)
"""A line of the page of a website from which the text was copied: «Trang chủ > Tin tức»."""


def _lines(sign: str, *words: str) -> RareForm:
    """Lines of a mail; `sign` must stand in a word of the text."""
    return RareForm(rf"^[ >*_-]*(?P<said>{'|'.join(words)})[ *_]*$", sign, re.MULTILINE)


_MAIL: Final = _lines(
    r"Sent|[Gg]ửi|Outlook|-{4}|[Vv]irus|vi-?rút|This$|viết:|wrote:|From:|Subject:|Fwd?:|Re:",
    r"Sent from (?:my|Mail|Outlook|Yahoo|Samsung)[^\n]*",
    r"(?:Đã )?[Gg]ửi từ (?:iPhone|iPad|điện thoại|thiết bị|máy|Thư|Outlook|Yahoo|Samsung|Android)"
    r"[^\n]*",
    r"(?:Get|Tải(?: về)?) \W*Outlook (?:for|cho)[^\n]*",
    r"-{4,} ?(?:Forwarded message|Original Message|Thư chuyển tiếp|Tin nhắn[^\n-]*)[^\n]*",
    r"(?:Vào|On) [^\n]{5,120}(?:đã viết|wrote):",
    r"(?:From|Sent|Subject|Fwd?|Re): [^\n]+",
    r"Virus-free[^\n]*",
    rf"(?:Không (?:có|chứa|nhiễm) vi-?rút|This e?-?mail)[^\n]*[\[{BLANK}][^\n]*",
    r"This (?:e-?mail|message) (?:has been|was) (?:checked|scanned)[^\n]*",
)
"""Lines that only a program for mail writes."""
_LETTER: Final = _lines(
    r"(?i:trọng|mến|ái|thư|regards|sincerely|faithfully|cheers|BR)|gửi|Nhờ|Mong|Dear|Hi",
    r"(?i:trân trọng|thân mến|thân ái|kính thư|(?:(?:best|kind|warm)(?:est)? )?regards"
    r"|(?:yours )?(?:sincerely|faithfully)|cheers|BR)[,.!]?",
    r"(?:Em|Mình|Tôi|Cháu) (?:xin )?gửi (?:lại )?"
    r"(?:anh|chị|cô|chú|sếp|bài|bản|file)(?!\w)[^\n]*",
    r"(?:Nhờ|Mong) (?:anh|chị|anh/chị|sếp) (?:xem|duyệt|sửa|đọc)[^\n]*",
    r"(?:Kính gửi|Thân gửi|Dear|Hi) [^\n.]{1,60}[,:!]",
)
"""Lines of a letter, which may stand in a text for what it is."""
_ORIGIN: Final = RareForm(
    r"(?<!\w)(?P<said>(?i:nguồn(?: (?:ảnh|hình|tin|bài))?|ảnh|hình(?: ảnh)?|tranh|theo|source"
    rf"|photo) ?: ?{_NOWHERE}|(?<=[(\[])(?:(?i:theo|nguồn) )?{_NOWHERE}(?=[)\]]))(?=[ .)\]*_]*$)",
    r"(?i:net\b|tầm\b|google|facebook|zalo|youtube|mạng\b|(?:^|[:(\[])ST\b|hợp\b|chí\b|nguồn\b)[^\w]*$",
    re.MULTILINE,
)
_FILE: Final = re.compile(
    r".+\.(?:docx?|pdf|odt|rtf|txt|xlsx?|pptx?|md|jpe?g|png|zip)|(?=[^_]*_)[\w.()-]+"
    r"|copy of .*|.* [-–—] (?:copy|bản sao)(?: ?\(\d+\))?"
    r"|.*[\s_(-](?:v|ver|version) ?\d{1,2}(?:[._]\d{1,2})?\)?"
    r"|(?:.*[\s_(-])?(?:final|bản cuối(?: cùng)?|bản chốt|sửa lần \d+)(?:[\s_-]*\(?\d*\)?)?\)?",
    re.IGNORECASE,
)

_DRAFT: Final = re.compile(r"(?:dự thảo|(?:bản )?nháp|bản thảo|draft) ?(?:[:–—]|- )", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Leftover:
    """What stands there, from `start` to `end`; it may be meant where it is not `sure`."""

    kind: Kind
    start: int
    end: int
    sure: bool = True


def leftovers(text: str, prose: str, key: str, *, is_heard: bool = False) -> Iterator[Leftover]:
    """All of a body, or (`key`) of a text of the front matter, in order; of a mail the surest.

    Whoever speaks in a script that is heard may ask others for anything.
    """
    if key == "title" and _FILE.fullmatch(text):
        yield Leftover("file", 0, len(text))
        return
    if key == "title" and (draft := _DRAFT.match(text)):
        yield Leftover("remark", *draft.span(), sure=False)
    asked = (Leftover("remark", *each) for each in remarks(prose, is_heard=is_heard))
    found = sorted((*_every(text, prose), *asked), key=lambda each: (each.start, -each.end))
    mail = sorted((e for e in found if e.kind == "mail"), key=lambda each: not each.sure)[:1]
    last = 0
    for each in found:
        if each.start >= last and (each.kind != "mail" or each in mail):
            yield each
        last = max(last, each.end)


def names_nobody(value: str) -> bool:
    """Whether what should name a maker or a place says only that it was found somewhere."""
    return bool(re.fullmatch(_NOWHERE, value.strip(" .()[]")) or _ORIGIN.search(value))


def _every(text: str, prose: str) -> Iterator[Leftover]:
    yield from (Leftover("chat", *found) for found in chatter(prose))
    yield from (Leftover("citation", *found.span()) for found in _CITATION.finditer(text))
    yield from (Leftover("page", *found.span("said")) for found in _PAGE.finditer(prose))
    for found in _WEB.finditer(prose):
        yield Leftover("web", *found.span("said"), sure=False)
    yield from (Leftover("end", *found.span("said")) for found in _END.finditer(prose))
    yield from (Leftover("origin", *found.span("said")) for found in _ORIGIN.finditer(prose))
    for form in (_MAIL, _LETTER):
        for found in form.finditer(prose):
            yield Leftover("mail", *found.span("said"), form is _MAIL)
