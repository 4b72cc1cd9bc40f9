"""Figures that are still to come: «X,X%», «2x triệu đồng», «… doanh nghiệp», «[ ] kg», «nan lít».

Only what stands where a figure does, before a unit or what is counted, is surely one.
"""

from collections.abc import Iterator
from typing import Final

from generator.vietnamese.forms import RareForm

_SIGNS: Final = r"(?:%(?![>}\]])|‰|°C)"
_UNITS: Final = (
    r"(?:(?:nghìn|ngàn|triệu|tỷ|tỉ|đồng|lít|tấn|kg|mg/l|m3|m³|m2|m²|kWh|MWh|độ C|phần trăm)(?!\w))"
)
_COUNTED: Final = (
    r"(?:(?:doanh nghiệp|cơ sở|nhà máy|xưởng|hộ|người|lao động|công nhân|giải pháp|chương trình|bài"
    r"|cuộc|lớp|buổi|ngày|tháng|năm|giờ|phút|giây|lần|xã|phường|huyện|mô hình|ha|km|lượt)(?!\w))"
)
_NO_NUMERAL: Final = (
    r"(?<!lần )(?<!thứ )(?<!kỷ )(?<!khóa )(?<!khoá )(?<!kỳ )(?<!hội )(?<!quý )(?<!Quý )"
)
_PARTS: Final = r"(?:[.,](?:[XYN]+|x+|\d+))*"
_DOTS: Final = r"(?:…[….]*|\.{2,}…?\.*|_{2,})"
_NONE: Final = r"(?:(?<!gian )(?<!nguy )nan|-?inf|-?Infinity|[Nn]/[Aa]|nil)"
"""What programs write for a figure that there is not."""
_EMPTY: Final = r"[\[(][ ….?_]*[\])]"

OPEN_FIGURE: Final = RareForm(
    rf"(?<![\w.,/-]){_NO_NUMERAL}(?:"
    rf"(?:\d*(?:X+|Y+|N+|x+|n)|[ab])(?:[.,](?:[XYN]+|x+|[nab]|\d+))* ?(?={_SIGNS})"
    rf"|(?:\d*(?:XX+|YY+|NN+|xx+)|\d+[Xx]+|[XYN]|[XYN]+[.,][XYN]+|x+[.,]x+){_PARTS} (?={_UNITS})"
    rf"|(?:XX+|YY+|xx+|\d+xx+) (?={_COUNTED})"
    rf"|(?<=[^\W\d_] ){_NONE} ?(?={_SIGNS}|(?<= ){_UNITS}))"
    rf"|(?<=\w)(?:{_DOTS} ?(?={_SIGNS})|[ ](?:{_DOTS}|-{{2,}}|\?+|{_EMPTY}) ?(?={_SIGNS})"
    rf"|[ ](?:{_DOTS}|\?+|{_EMPTY}) (?={_UNITS})|[ ](?:{_DOTS}|{_EMPTY}) (?={_COUNTED}))",
    rf"^{_NONE}(?:$|[%‰°])"
    r"|(?:^|[^\w.,])(?:\d*(?:[Xx]+|[XYN]+|n)|[ab])(?:[.,](?:[XYN]+|x+|[nab]|\d+))*(?:$|[%‰°])"
    r"|[….?_)\]-][%‰°]|^(?:[….]{2,}|…|_{2,}|\?+|-{2,}|[\[(][….?_]*[\])]?)$|\w(?:…|\.\.|__)[….]*_*$",
)
"""It begins before the space in front of dots, and ends before the unit."""
_HASHES: Final = RareForm(rf" #(?<=\w #)#+(?: ?(?={_SIGNS})| (?={_UNITS}))", r"^##+(?:$|[%‰°])")
"""By itself, since headings have such signs too: it is found by its first letters at once."""


def open_figures(prose: str) -> Iterator[tuple[int, int]]:
    """From where to where each stands, in order."""
    found = (*OPEN_FIGURE.finditer(prose), *_HASHES.finditer(prose))
    return iter(sorted(each.span() for each in found))
