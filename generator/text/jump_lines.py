"""Where a text goes on, in a paper that had no room for it: «(Xem tiếp trang 7)», «(Còn nữa)»."""

import re
from collections.abc import Iterator
from typing import Final

from generator.vietnamese.forms import RareForm

_PAGE: Final = r"(?:trang|tr\.?) ?(?:số )?[0-9]{1,3}"
_JUMP: Final = RareForm(
    r"^[ >»*_.…–-]*(?P<said>[(\[]?(?:[Xx]em|[Đđ]ọc|[Cc]òn|[Tt]iếp) (?:tiếp|theo)"
    rf"(?: (?:ở|từ|tại|của))? {_PAGE}(?: ?[(\[][^()\n]{{1,40}}[)\]]| ?[…]| ?\.{{3}})?"
    r"[)\]]?)[ .*_»>]*$"
    rf"|(?<=\S ) *[*_]{{0,2}}(?P<end>\((?:(?:[Xx]em|[Đđ]ọc|[Cc]òn) tiếp(?: (?:ở|tại))? {_PAGE}"
    r"|[Xx]em tiếp (?:kỳ|số|bài) (?:sau|tới)|[Tt]iếp theo (?:kỳ|số|bài) trước|[Cc]òn (?:nữa|tiếp)"
    r"|[Hh]ết (?:kỳ|phần) [0-9]{1,2})\))[ .*_]*$"
    r"|^[ >*_]*(?P<part>\((?:[Tt]iếp theo (?:kỳ|số|bài) (?:trước|[0-9]{1,4})"
    r"|[Xx]em tiếp (?:kỳ|số|bài) (?:sau|tới))\)?)[ .*_]*$",
    r"^(?:tiếp|theo)$|(?:nữa|tiếp)\)|\([Hh]ết$",
    re.MULTILINE,
)


def jumps(prose: str) -> Iterator[tuple[int, int]]:
    """From where to where each stands: as a line, or at the end of a paragraph."""
    for found in _JUMP.finditer(prose):
        yield found.span(next(name for name in ("said", "end", "part") if found[name]))
