"""Lines of the page of a website, of a browser or a printer, around a text that was copied.

Buttons and heads of boxes stand alone or in a row, with their counts; they are one list, `buttons`
in `words.toml`, and lines that are only meant so when they stand alone are another, `page_lines`.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from generator.text.prose import passages
from generator.vietnamese.word_lists import word_lists

_LISTS: Final = word_lists(__package__)
_MEANT: Final = frozenset(_LISTS["meant_alone"])
_ALONE: Final = frozenset(_LISTS["buttons"]) - _MEANT | frozenset(_LISTS["page_lines"])
_BUTTON: Final = "|".join(sorted(map(re.escape, _LISTS["buttons"]), key=len, reverse=True))
_SIZE: Final = r"Aa?[-+−]|[0-2](?:[.,][0-9]{1,2})?x(?!\w)"
_NUMBER: Final = r"[0-9][0-9.,]*(?:[KkM](?!\w))?"
_ROW: Final = re.compile(
    rf"[ >*_]*(?P<said>(?:(?>(?:{_BUTTON})(?!\w)|{_SIZE}|\(?{_NUMBER}(?!\w)\)?)[ |·•/*_:\n]*)+)",
    re.IGNORECASE,
)
_NAMES_A_BUTTON: Final = re.compile(rf"(?<!\w)(?:(?:{_BUTTON})(?!\w)|{_SIZE})", re.IGNORECASE)
_LONGEST_ROW: Final = 120  # characters
_WITH_MORE: Final = (
    r"(?:xem|đọc) thêm ?: [^\n\ufffc]{4,120}"
    r"|(?:mời |hãy )?(?:(?:quý )?(?:bạn đọc|độc giả|quý vị|bạn) )?theo dõi [^\n]{0,60}?"
    r"(?:google news|fanpage|facebook|zalo|youtube|tiktok)[^\n]{0,60}"
    r"|cỡ chữ[^\n]{0,12}"
    r"|(?:lượt xem|số lượt xem|bình luận|views?|comments?)(?: ?[:(] ?\d[\d.,]*\)?)?"
    r"|(?:cập nhật|đăng|ngày đăng|xuất bản)[^\n]{0,60}?(?:lượt (?:xem|đọc) ?: ?\d[\d.,]*"
    r"|\d[\d.,]* lượt (?:xem|đọc))[^\n]{0,30}"
    r"|thích · (?:trả lời|phản hồi)[^\n]{0,40}|(?:trang chủ|home) ?[>»/›][^\n]{2,120}"
    r"|(?:copyright|bản quyền(?: thuộc về)?) ?[©:][^\n]{0,80}|©[^\n]{2,80}"
    r"|(?:click|tap)(?: here)? to (?:add|edit)[^\n]{0,30}"
    r"|(?:thêm|nhập|gõ|viết|chèn) (?:một (?:chút |vài )?)?(?:nội dung )?(?:đoạn )?"
    r"(?:văn bản|tiêu đề)(?: phụ| con| chính)?(?:(?: \|)? của bạn)?(?: (?:vào|ở|tại) đây)?"
    r"|(?:đoạn )?(?:văn bản|tiêu đề)(?: phụ| con)? của bạn(?: (?:vào|ở|tại) đây)?"
    r"|your (?:paragraph )?text(?: here)?|add (?:a )?(?:little bit of )?"
    r"(?:body text|(?:sub-?)?heading|title|text)"
    r"|nhấp (?:chuột )?(?:vào đây )?để thêm[^\n]{0,30}"
    r"|(?:trang|website) (?:web )?này (?:có )?(?:sử dụng|dùng) cookies?[^\n]{0,100}"
    r"|thích[ ·|]+(?:bình luận|trả lời|phản hồi)[^\n]{0,40}|dịch (?:bởi|bằng) google[^\n]{0,20}"
    r"|bạn đang (?:xem|đọc)[^\n]{0,80} tại [^\n]{1,60}"
    r"|(?:hãy |nhớ )?(?:like|đăng ký kênh|bấm chuông|nhấn chuông)(?!\w)[^\n]{0,60}"
    r"|(?:powered|created|made|generated|produced|scanned) (?:by|with|in|using) [^\n]{2,40}"
    r"|được quét bằng [^\n]{2,30}|evaluation (?:warning|version|only)[^\n]{0,80}"
    r"|(?:unlicensed|trial|unregistered|demo) version[^\n]{0,40}"
    r"|(?:accept|reject)(?: all)?(?: cookies)?|chấp nhận(?: tất cả)?(?: cookies?)"
    r"|đăng ký nhận (?:tin|bản tin)[^\n]{0,30}"
    r"|kết quả tìm kiếm[^\n]{0,60}|khoảng [0-9.,]+ kết quả[^\n]{0,30}"
    r"|about [0-9.,]+ results[^\n]{0,30}"
    r"|(?:bấm|nhấn|click) (?:vào )?(?:link|liên kết|đường dẫn)(?: dưới đây| bên dưới)?"
    r"|(?:inbox|ib|nhắn tin)(?: em| mình| shop| trang)? (?:để (?:biết|được)[^\n]{2,40}|nhé|nha)"
    r"|(?:ngày|giờ|thời gian) in ?: ?[^\n]{4,30}|printed (?:on|at|by) [^\n]{4,40}"
    r"|in lúc [^\n]{4,30}"
    r"|(?:không bao giờ gửi mật khẩu|never submit passwords) [^\n]{2,60}"
    r"|(?:nội dung này không (?:phải )?(?:được |do )(?:google|microsoft)"
    r"|this content is neither created) [^\n]{2,160}"
)
_MORE_BEGINS: Final = """
about accept add bình bạn bản bấm chèn chấp cập click comment comments copyright created cỡ demo
dịch evaluation generated giờ gõ home hãy ib in inbox khoảng kết like lượt made mời ngày nhấn nhấp
không never nhập nhắn nhớ nội powered printed produced quý reject scanned số tap theo this thêm
thích thời tiêu trang trial unlicensed unregistered view views
viết văn website xem xuất your © đoạn đăng được đọc độc
"""
_BEGINS: Final = frozenset(
    (*_MORE_BEGINS.split(), *(each.split()[0].rstrip(":") for each in _ALONE))
)
"""First words of such lines: of most lines it is known at once that they are none."""
_LONGEST: Final = 170  # characters of a line
_AROUND: Final = " >*_-([:.…)]"

_ITEM: Final = r"[ >]*(?:[-+*•]|[0-9]+[.)]) [^\n]*"
_LISTED: Final = re.compile(rf"[ .:…*_]*\n+(?P<items>{_ITEM}(?:\n+{_ITEM})*)")
_LISTS_BEGIN: Final = frozenset(_LISTS["heads_of_stories"])


def web_lines(prose: str) -> Iterator[tuple[int, int]]:
    """From where to where each stands; of a head of other stories, with their list."""
    for at, passage in passages(prose):
        if row := _row(passage):
            yield at + row[0], _with_items(prose, at + row[0], at + row[1])
        else:
            for start, end in _lines(passage):
                yield at + start, _with_items(prose, at + start, at + end)


def _lines(passage: str) -> Iterator[tuple[int, int]]:
    at = 0
    for line in passage.split("\n"):
        if found := _line(line):
            yield at + found[0], at + found[1]
        at += len(line) + 1


def _row(passage: str) -> tuple[int, int] | None:
    """Where buttons stand that are all there is; one of them alone may be a word of a poster."""
    found = _ROW.fullmatch(passage.rstrip()) if len(passage) < _LONGEST_ROW else None
    if found is None or not _NAMES_A_BUTTON.search(passage):
        return None
    return None if found["said"].strip(" .:*_").casefold() in _MEANT else found.span("said")


def _line(line: str) -> tuple[int, int] | None:
    bare = line.strip(_AROUND)
    first = bare.partition(" ")[0].casefold().rstrip(":")
    if not bare or first not in _BEGINS or len(line) > _LONGEST:
        return None
    with_colon = line.strip(" >*_-([").casefold()
    if not _ALONE.isdisjoint((bare.casefold(), with_colon)) or _with_more().fullmatch(bare):
        start = line.index(bare)
        return start, start + len(bare)
    return None


@cache
def _with_more() -> re.Pattern[str]:
    """Compiled when a text has a line that may be one."""
    return re.compile(_WITH_MORE, re.IGNORECASE)


def _with_items(prose: str, start: int, end: int) -> int:
    """Where a line ends that begins at `start`, with the list of other stories right under it."""
    is_head = prose[start:end].strip(" .:…*_").casefold() in _LISTS_BEGIN
    found = _LISTED.match(prose, end) if is_head else None
    return found.end("items") if found else end
