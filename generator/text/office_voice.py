"""The voice of a letter or of a paper of an office in a text for readers, to whom it is not said.

An office asks others to act, refers to what it goes by, names who receives its paper and thanks for
attention: «Kính đề nghị quý cơ quan…», «Căn cứ tình hình thực tế;», «(để b/c)». An announcer may
greet so.
"""

import re
from collections.abc import Iterator
from typing import Final

from generator.vietnamese.forms import RareForm

_START: Final = r"^[ >*_+-]*"
_END: Final = r"(?=[ *_.;!,]*(?:/\.)?[ *_]*$)"
_PAPERS: Final = (
    r"(?:[Qq]uyết định|[Cc]ông văn|[Kk]ế hoạch|[Tt]hông báo|[Tt]ờ trình|[Bb]áo cáo|[Qq]uy chế"
    r"|[Hh]ướng dẫn|[Nn]ghị quyết)"
)
_BODIES: Final = (
    r"(?:cơ quan|đơn vị|công ty|doanh nghiệp|cơ sở|xưởng|địa phương|phòng|sở|ban|ngành|đài|báo"
    r"|nhà máy|tổ chức|hợp tác xã)"
)
_PREAMBLE: Final = (
    r"(?:[Cc]ăn cứ (?:[A-ZĐ]|tình hình|đề nghị|chức năng|nhu cầu|kết quả|quy định|nội dung)"
    r"|[Xx]ét (?:đề nghị|tờ trình|nhu cầu|năng lực)|[Tt]heo đề nghị của)"
)
_PAPER_LINES: Final = (
    RareForm(
        rf"{_START}(?P<said>{_PREAMBLE}[^\n]{{4,300}};|[Xx]ét đề nghị [^\n]{{8,300}})[ *_]*$",
        r"^[>*_+-]*(?:[Cc]ăn|[Xx]ét)$|^nghị$",
        re.MULTILINE,
    ),
    RareForm(
        rf"^[ >*_]*[-–+] ?(?P<said>Như (?:trên|kính gửi|Điều [0-9]{{1,2}})){_END}",
        r"^[>*_+–-]*Như$",
        re.MULTILINE,
    ),
    RareForm(
        r"(?P<said>\((?:để )?(?:b/c|t/h|th/h|p/h)\)|\(để (?:báo cáo|biết|phối hợp|thực hiện)\))",
        r"(?:b/c|t/h|th/h|p/h)\)|\(để$",
    ),
    RareForm(
        rf"{_START}(?P<said>Điều [0-9]{{1,2}}\. (?:{_PAPERS} này|Ban hành (?:kèm|Kế|Quy)"
        r"|Giao (?:cho )?(?:Sở|Phòng|Ban|Giám|Chánh|Ủy|UBND)|Chánh [Vv]ăn|Các ông"
        r"|Giám đốc (?:Sở|các))[^\n]{0,200}"
        rf"|\((?:[Bb]an hành )?[Kk]èm theo {_PAPERS}[^()\n]{{3,120}}\)"
        r"|Trên đây là [^\n]{4,160}? (?:kính|trân trọng) (?:trình|báo|đề nghị|gửi)[^\n]{0,80}"
        r"|Vậy,? (?:xin )?(?:kính|trân trọng) [^\n]{4,160})[ *_]*$",
        r"^[>*_+-]*(?:Điều|Trên|Vậy,?)$|^[>*_+-]*\([BbKk]",
        re.MULTILINE,
    ),
)
_ADDRESSED: Final = (
    r"(?:(?:[Kk]ính |[Tt]rân trọng )?đề nghị|[Kk]ính (?:mong|trình)"
    r"|sự (?:quan tâm|phối hợp|hợp tác|giúp đỡ)(?:, [^\W\d_]+ [^\W\d_]+)? của) $"
)
_TOLD: Final = (
    rf"(?:[Đđ]ề nghị|[Yy]êu cầu|[Gg]iao|[Cc]ác|[Qq]uý|[Mm]ọi|[Tt]oàn thể) {_BODIES}(?!\w)"
    r"[^.\n]*$"
)
_AS_ABOVE: Final = (
    r"thực hiện (?:như|theo(?: nội dung)?|các nội dung|những nội dung)(?: đã)?(?: nêu)? trên"
    r"(?m:(?=[ *_]*(?:[.;/]|$)))"
)
_BEHIND: Final = (
    ("uý ", rf"[Qq]uý {_BODIES}(?!\w)", _ADDRESSED),
    ("này có hiệu lực", r"này có hiệu lực(?!\w)", rf"{_PAPERS} $"),
    ("nhiệm thi hành ", rf"thi hành {_PAPERS} này(?!\w)", r"chịu trách nhiệm $"),
    ("trên", _AS_ABOVE, _TOLD),
    (
        " năm ",
        r", ngày [0-9]{1,2} tháng [0-9]{1,2} năm [0-9]{4}(?m:(?=[ *_.]*$))",
        r"(?m:^)[ >*_]*(?:[A-ZĐ][^\W\d_]*[ .]?){1,4}$",
    ),
)
"""What a text must have, what is looked for then, and what must stand before it."""
_REACH: Final = 100  # characters
_LETTERS: Final = (
    RareForm(
        rf"{_START}(?P<said>[Kk]ính gửi(?! (?:đến )?(?:lời|tới)) [^\n:]{{3,120}}){_END}",
        r"^[>*_+-]*[Kk]ính$",
        re.MULTILINE,
    ),
    RareForm(
        rf"{_START}(?P<said>(?:[Xx]in |[Rr]ất )?(?:[Tt]rân trọng |[Cc]hân thành |[Kk]ính )+"
        r"(?:cảm ơn|cám ơn|kính (?:báo|trình|đề nghị|mời)|báo cáo|thông báo|đề nghị)"
        rf"(?: (?:[Qq]uý|các|sự)(?: [^\W\d_]+){{1,8}})?){_END}",
        r"^[>*_+-]*(?:Xin|xin|[Tt]rân|[Cc]hân|[Kk]ính|[Rr]ất)$",
        re.MULTILINE,
    ),
)
"""What an announcer may say, too."""


def paper_voice(prose: str) -> Iterator[tuple[int, int]]:
    """From where to where each stands that only a paper says."""
    for form in _PAPER_LINES:
        yield from (found.span("said") for found in form.finditer(prose))
    for sign, words, before in _BEHIND:
        for found in re.finditer(words, prose) if sign in prose else ():
            near = re.search(before, prose[max(0, found.start() - _REACH) : found.start()])
            if near:
                yield found.start() - len(near[0]), found.end()


def letter_voice(prose: str) -> Iterator[tuple[int, int]]:
    """The same of what whoever writes a letter says, or an announcer."""
    for form in _LETTERS:
        yield from (found.span("said") for found in form.finditer(prose))
