"""What is left around a text from where it was written: nobody means readers to see it.

A chat program answers whoever asked it, a mail ends with a greeting and the name of a telephone, a
document has numbers on its pages, and a picture from nowhere is said to be from the Internet.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from generator.text.chatter import chatter
from generator.text.copied_lines import ORDER, VERSION, copied_lines
from generator.text.jump_lines import jumps
from generator.text.newspaper_lines import newspaper_lines
from generator.text.office_voice import letter_voice, paper_voice
from generator.text.pasted_lines import pasted_lines
from generator.text.printed_contents import contents
from generator.text.prose import BLANK
from generator.text.remarks import remarks
from generator.text.running_heads import running_heads
from generator.text.shared_lines import shared_lines
from generator.text.web_lines import web_lines
from generator.vietnamese.forms import RareForm

Kind = Literal[
    "chat",
    "citation",
    "contents",
    "mail",
    "page",
    "web",
    "agency",
    "paper",
    "label",
    "end",
    "origin",
    "file",
    "remark",
]

_NOWHERE: Final = (
    r"(?:(?i:(?:trên |từ )?(?:internet|mạng|net|google|facebook|zalo|youtube|báo chí|nhiều nguồn"
    r"|chat ?gpt|gemini|copilot|deepseek|trí tuệ nhân tạo"
    r"|sưu tầm|tổng hợp))|ST)(?i:,? (?:internet|tổng hợp|sưu tầm|và|từ|trên|google|facebook|mạng))*"
)
_CITATION: Final = RareForm(
    r"【[^【】\n]{1,60}】|:?contentReference\[oaicite:\d+\](?:\{index=\d+\})?|\[?oaicite:\d+\]?"
    r"|\[cite(?:_start|_end|: ?[\d, ]+)\]"
    r"|[\ue000-\uf8ff]?(?:(?:file)?cite|(?<![A-Za-z]))[\ue000-\uf8ff]?"
    r"turn\d+(?:search|view|news|image|file|academia)\d+"
    r"(?:[\ue000-\uf8ff]?turn\d+[a-z]+\d+)*[\ue000-\uf8ff]?"
    r"|\[\^\d+_\d+\](?!:)|\[(?:attached_file|web|file):\d+\]",
    r"【|oaicite|\[cite|turn\d|\[\^\d+_|\[(?:attached_file|web|file):",
)
"""What a chat program puts for the place from which it has a sentence: 【4:0†source】."""
_PAGE: Final = RareForm(
    r"^[ >*_]*(?P<said>(?:(?:[Tt]rang|TRANG|[Pp]age|PAGE|[Tt]r\.) ?:? ?\d{1,4}"
    r"(?: ?(?:/|of|OF|trên|trong) ?(?:tổng )?\d{1,4})?"
    r"|(?<=\n\n)\d{1,3}(?=\n(?:\n|\Z))|(?<=\n\n)\d{1,3} ?/ ?\d{2,3}|(?<=\n\n)\d{1,3} / \d{1,3}"
    r"|[-–—] ?\d{1,3} ?[-–—]"
    r"|\d{1,3} ?\| ?(?:P ?a ?g ?e|[Tt] ?r ?a ?n ?g)))[ .*_]*$",
    r"(?i:trang|page|tr\.)|[-–—](?:\d|$)|\||^\d{1,3}$|^\d{1,3}/\d{2,3}$|^/$",
    re.MULTILINE,
)
"""A line that is the number of a page of a document: «Trang 1/2», «– 3 –»."""

_BREAK: Final = RareForm(
    r"^[ >*_]*(?P<said>[-–—=. ]*(?:(?i:section|page|column) ?[Bb]reak(?: ?\([^()\n]{1,20}\))?"
    r"|[Nn]gắt (?:trang|phần|cột)(?: ?\([^()\n]{1,20}\))?)[-–—=. ]*"
    r"|\(?(?:[Hh]ết|[Tt]iếp(?: theo)?|[Ss]ang|[Ll]ật) trang \d{1,3}\)?)[ .*_]*$",
    r"[Bb]reak|[Nn]gắt|[Hh]ết|[Tt]iếp|[Ss]ang|[Ll]ật",
    re.MULTILINE,
)
"""What a word processor shows where a page ends: «---Section Break (Next Page)---»."""
_AT_HOUR: Final = (
    r"(?:\d{1,2}/\d{1,2}(?:/\d{2,4})?,? )?\d{1,2}:\d\d(?: ?(?:Hôm (?:qua|nay|kia)|T[2-7]|CN))?"
)
_LOG: Final = RareForm(
    r"^(?P<said>\[\d{1,2}:\d\d(?:, ?\d{1,2}/\d{1,2}(?:/\d{2,4})?)?\] ?[^:\n]{1,40}: [^\n]*"
    r"|\d{1,2}/\d{1,2}/\d{2,4},? \d{1,2}:\d\d(?: ?[AP]M)? ?[-–] ?[^:\n]{1,40}: [^\n]+"
    r"|(?:Speaker|SPEAKER|Người nói)[ _]\d{1,2} ?:[^\n]*"
    r"|(?:[^\n:]{1,30} đã gửi một (?:ảnh|nhãn dán|tệp|file|video|liên kết)"
    r"|[Tt]in nhắn đã (?:được |bị )?thu hồi|[^\n:]{1,30} đã thu hồi (?:một )?tin nhắn"
    r"|Đã (?:xem|nhận|gửi)(?: lúc \d{1,2}:\d\d)?|Đang (?:soạn|nhập) tin(?: nhắn)?[.…]*"
    r"|(?:(?:Chị|Anh|Cô|Chú|Bác|Em|Ông|Bà|Bạn|Sếp) )(?:[A-ZĐÀ-Ỹ][^\W\d_]*,? ?){1,4}"
    rf"{_AT_HOUR}|(?:[A-ZĐÀ-Ỹ][^\W\d_]*,? ?){{2,4}}{_AT_HOUR}"
    r")[.]?)[ ]*$",
    r"^\[?\d{1,2}[:/]|Speaker|SPEAKER|nói|gửi|hồi|:\d\d$|^xem$|nhận|tin|^CN$|^T[2-7]$|qua|nay|kia",
    re.MULTILINE,
)
"""A line that a program writes around what people say: «[14:05, 12/5/2021] Lan: …»."""
_PAPER: Final = RareForm(
    r"^[ >*_]*(?P<said>CỘNG H(?:ÒA|OÀ) XÃ HỘI CHỦ NGHĨA VIỆT NAM|Độc lập [-–] Tự do [-–] Hạnh phúc"
    r"|(?:KT|TL|TM|TUQ)\. ?[A-ZĐ][^\n]{2,60}|Nơi nhận ?:[^\n]*|[-–+ ]*Lưu ?: ?VT[^\n]{0,40}"
    r"|\((?:[Đđ]ã ký|[Kk]ý tên(?:,? đóng dấu)?|[Kk]ý,? (?:và )?ghi rõ họ tên)[^()\n]{0,20}\)"
    r"|(?:Kính gửi|KÍNH GỬI) ?: [^\n]{3,90}"
    r"|Căn cứ (?:Luật|Nghị định|Quyết định|Thông tư)[^\n]{10,300};)[ *_.]*$",
    r"^[>*_]*(?:CỘNG|Độc|Nơi|Kính|KÍNH|Căn)|^[-–+>*_]*Lưu|^[>*_]*(?:KT|TL|TM|TUQ)\."
    r"|^[>*_]*\([ĐđKk]",
    re.MULTILINE,
)
"""The head or the foot of an official paper: «Nơi nhận:», «KT. GIÁM ĐỐC»."""

_END: Final = RareForm(
    r"^[ >]*(?P<said>(?=[^\n]*(?:HẾT|END|[-–—*_.=~()]))[-–—*_.=~/( ]*(?:HẾT|Hết|THE END|The End"
    r"|END)"
    r"(?: (?:BÀI|bài|CHƯƠNG TRÌNH|chương trình|KỊCH BẢN|kịch bản))?[-–—*_.=~/) ]*)$(?<!Hết\.)",
    r"HẾT|END|Hết|End",
    re.MULTILINE,
)
"""A line that says that a document ends: «- HẾT -»."""
_LAST_WORD: Final = RareForm(r"(?<=[.!…] )(?P<said>Hết)[.]?[ *_]*$", "^Hết[.]?[*_]*$", re.MULTILINE)
"""The same as the last word of who speaks: «Xin chào. Hết.»."""

_LABEL: Final = RareForm(
    r"^[*_]{0,3}(?P<said>(?i:tít(?: phụ| chính)?|tựa(?: đề)?|tiêu đề|tên bài|sa[- ]?p[ôo]"
    r"|mô tả ngắn|meta(?: description| title)?|title|description|từ kho[aá]|từ khóa|keywords?"
    r"|tags?|hashtags?|thẻ|chuyên mục|thể loại|slug|url|người viết|người gửi"
    r"|ngày (?:gửi|viết|đăng)|ảnh đại diện"
    r"|(?:gợi ý|đề xuất|phương án) (?:tiêu đề|tít|tựa|ảnh|hình ảnh|hashtag)(?: \d)?"
    r"|(?:tít|tiêu đề) (?:\d|gợi ý|khác|thay thế)))"
    r"[*_]{0,3} ?:[*_]{0,3} [^\n]+",
    r"(?i:(?:tít|phụ|chính|tựa|meta|đề|bài|p[oô]|ngắn|description|title|kho[aá]|khóa|keywords?"
    r"|tags?|hashtags?|thẻ|mục"
    r"|loại|slug|url|viết|gửi|đăng|diện|ảnh|\d|ý|khác|thế)[*_]{0,3}:)|^:[*_]{0,3}$",
    re.MULTILINE,
)
"""A line of a form of an office: what it holds belongs to the data at the top of the file."""


def _lines(sign: str, *words: str) -> RareForm:
    """Lines of a mail; `sign` must stand in a word of the text."""
    return RareForm(rf"^[ >*_-]*(?P<said>{'|'.join(words)})[ *_]*$", sign, re.MULTILINE)


_MAIL: Final = _lines(
    r"Sent|[Gg]ửi|Outlook|-{4}|[Vv]irus|vi-?rút|This$|viết:|wrote:|From:|Subject:"
    r"|(?i:^[>*_-]*(?:fwd?|re):|tiếp:|lời:)",
    r"Sent from (?:my|Mail|Outlook|Yahoo|Samsung)[^\n]*",
    r"(?:Đã )?[Gg]ửi từ (?:iPhone|iPad|điện thoại|thiết bị|máy|Thư|Outlook|Yahoo|Samsung|Android)"
    r"[^\n]*",
    r"(?:Get|Tải(?: về)?) \W*Outlook (?:for|cho)[^\n]*",
    r"-{4,} ?(?:Forwarded message|Original Message|Thư chuyển tiếp|Tin nhắn[^\n-]*)[^\n]*",
    r"(?:Vào|On) [^\n]{5,120}(?:đã viết|wrote):",
    r"(?:From|Sent|Subject|(?i:fwd?|re|trả lời|chuyển tiếp)): [^\n]+",
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
    r"Trân trọng cảm ơn (?:anh|chị|em|sếp|cô|chú|các anh|các chị)(?!\w)[^\n]{0,20}",
    r"(?:Nhờ|Mong) (?:anh|chị|anh/chị|sếp) (?:xem|duyệt|sửa|đọc)[^\n]*",
    r"(?:Kính gửi|Thân gửi|Dear|Hi) [^\n.]{1,60}[,:!]",
)
"""Lines of a letter, which may stand in a text for what it is."""
_ORIGIN: Final = RareForm(
    r"(?<!\w)(?P<said>(?i:nguồn(?: (?:ảnh|hình|tin|bài))?|ảnh|hình(?: ảnh)?|tranh|theo|source"
    rf"|photo) ?: ?{_NOWHERE}|(?<=[(\[])(?:(?i:theo|nguồn) )?{_NOWHERE}(?=[)\]]))(?=[ .)\]*_]*$)",
    r"(?i:net\b|tầm\b|google|facebook|zalo|youtube|gpt|gemini|copilot|deepseek|tạo|mạng\b|(?:^"
    r"|[:(\[])ST\b|hợp\b|chí\b|nguồn\b)[^\w]*$",
    re.MULTILINE,
)
_FILE: Final = re.compile(
    r".+\.(?:docx?|pdf|odt|rtf|txt|xlsx?|pptx?|md|jpe?g|png|zip)|(?=[^_]*_)[\w.()-]+"
    r"|copy of .*|.* [-–—] (?:copy|bản sao)(?: ?\(\d+\))?"
    r"|.* [-–—] (?:bản|phiên bản) ?\d{1,2}"
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
    if key == "slogan":
        yield from (Leftover("remark", *found.span()) for found in ORDER.finditer(text))
    if key in {"slogan", "title"} and (one := VERSION.match(text)):
        yield Leftover("remark", *one.span())
    if key == "title" and (draft := _DRAFT.match(text)):
        yield Leftover("remark", *draft.span(), sure=False)
    asked = (Leftover("remark", *each) for each in remarks(prose, is_heard=is_heard))
    said = _LAST_WORD.finditer(prose) if is_heard else ()
    ends = (Leftover("end", *each.span("said")) for each in said)
    letter = () if is_heard else (Leftover("mail", *e, sure=False) for e in letter_voice(prose))
    found = sorted(
        (*_every(text, prose), *asked, *ends, *letter), key=lambda each: (each.start, -each.end)
    )
    if is_heard:  # what stands in brackets there is told as what is to be heard
        found = [e for e in found if e.kind != "end" or prose[e.start] != "("]
    mail = sorted((e for e in found if e.kind == "mail"), key=lambda each: not each.sure)[:1]
    last = 0
    for each in (one for one in found if one.kind != "mail" or one in mail):
        if each.start >= last:
            yield each
        last = max(last, each.end)


def names_nobody(value: str) -> bool:
    """Whether what should name a maker or a place says only that it was found somewhere."""
    return bool(re.fullmatch(_NOWHERE, value.strip(" .()[]")) or _ORIGIN.search(value))


def _every(text: str, prose: str) -> Iterator[Leftover]:
    yield from (Leftover("chat", *found) for found in chatter(prose))
    yield from (Leftover("citation", *found.span()) for found in _CITATION.finditer(text))
    yield from (Leftover("page", *found.span("said")) for found in _PAGE.finditer(prose))
    yield from (Leftover("page", *found.span("said")) for found in _BREAK.finditer(prose))
    yield from (Leftover("page", *each) for each in running_heads(prose))
    yield from (Leftover("page", *each) for each in jumps(prose))
    yield from (Leftover("web", *found.span("said"), sure=False) for found in _LOG.finditer(prose))
    papers = sorted([*(each.span("said") for each in _PAPER.finditer(prose)), *paper_voice(prose)])
    yield from (Leftover("paper", *each, sure=False) for each in papers[:1])  # one is one mistake
    yield from (Leftover(*each, sure=False) for each in copied_lines(prose))
    yield from (Leftover(*each, sure=False) for each in pasted_lines(prose))
    yield from (Leftover(*each, sure=False) for each in shared_lines(prose))
    yield from (Leftover(*each, sure=False) for each in newspaper_lines(prose))
    yield from (Leftover("contents", *each, sure=False) for each in contents(prose))
    yield from _labels(prose)
    yield from (Leftover("web", *each, sure=False) for each in web_lines(prose))
    yield from (Leftover("end", *found.span("said")) for found in _END.finditer(prose))
    yield from (Leftover("origin", *found.span("said")) for found in _ORIGIN.finditer(prose))
    for form in (_MAIL, _LETTER):
        for found in form.finditer(prose):
            yield Leftover("mail", *found.span("said"), form is _MAIL)


def _labels(prose: str) -> Iterator[Leftover]:
    """The first of such lines in a row."""
    last = -1
    for found in _LABEL.finditer(prose):
        if last < 0 or prose[last : found.start()].strip():
            yield Leftover("label", *found.span("said"), sure=False)
        last = found.end()
