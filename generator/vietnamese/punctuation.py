"""Spaces, brackets and dashes, as Vietnamese books and papers set them.

Each function takes prose in normal form C and gives the corrections of one kind.
"""

import re
from collections.abc import Iterator
from typing import Final

from generator.vietnamese.columns import columns
from generator.vietnamese.corrections import TextCorrection
from generator.vietnamese.date_gaps import date_gaps
from generator.vietnamese.forms import RareForm, Sign
from generator.vietnamese.quotation_marks import quotation_marks, quoted_spans
from generator.vietnamese.stretches import Stretches
from generator.vietnamese.syllables import is_syllable
from generator.vietnamese.text import line_before
from generator.vietnamese.typography import UNITS

DASH: Final = "–"

# List marks, headings and quotations may have as many spaces as the author likes; so have tables.
_STRUCTURE = re.compile(r"[ \t>]*(?:[-+*:]|[0-9]{1,9}[.)]|#{1,6})?[ \t]*")
_WORD: Final = 2  # letters of a word; what has fewer may be a sign: «a,b», «f(x)»
_MANY = re.compile(
    r"(?<=[^\s|])(?:[ \u00a0\u2000-\u200a]{2,}|[\u2000-\u2003])(?=[^\s|])"
)  # an em space alone looks like two
_WIDE = Sign("[\u00a0\u2000-\u200a]")
_STRAY = Sign(r"^[,.;:!?…)”]|[(“]$")
_BEFORE = re.compile(
    r"(?<=[^\s|,.;:!?…(“]) +(?=(?![,;:] +[,;:.](?:\s|$))[,.;:!?…](?:[\s”)\]*]|$)|[)”]"
    r"|\.{3,4} (?:\(|(?=[^\W\d_])[^A-ZĐ]))"
    r"|(?<=[(“]) +(?=\S)"
)
_GOES_ON = re.compile(r"(?:…|\.{3,})(?:[,;(]| \(| (?=[^\W\d_])[^A-ZĐ])")
"""Dots within a sentence."""
_TIGHT = RareForm(
    r"[,;:.!?…()](?=[^\W\d_])(?:(?<=[^\W\d_].)|(?<=[^\s|] [.,;:!?])|(?<=  [.,;:!?]))",
    sign=r"(?:^|[^\W\d_])[,;:.!?…()][^\W\d_]",
)
_AT_END = re.compile(r"[^\W\d_]*$")
_AT_START = re.compile(r"[^\W\d_]*")
_LONGEST: Final = 12  # letters that are looked at on each side of a mark
_REACH: Final = 60  # characters before a mark that may begin its address
_COUNT = r"[0-9]{1,4}(?:[.,][0-9]{1,3})*"
_YEAR = "(?:19|20)[0-9]{2}"
_UNIT = "|".join(sorted(map(re.escape, UNITS), key=len, reverse=True))
_RANGES: Final = tuple(
    re.compile(rf"(?<![\w.,/:–-])({low})(?: ?%)?( ?[-‐‑‒−―~] ?)({low})(?={after})")
    for low, after in (
        (_YEAR, r"(?![0-9/-]|[.,][0-9])"),
        (_COUNT, rf" ?(?:{_UNIT})(?!\w)(?! [0-9])"),
    )
)
_DAY = re.compile(
    r"(?:ngày|tháng|mùng|mồng|sáng|trưa|chiều|tối|đêm|số|điện thoại)\s$", re.IGNORECASE
)
_SPACED = re.compile(r"(?<=[^\s|]) (-{1,3}|[‐‑‒−―]) (?=[^\s|-])")
_LEANING = re.compile(r"(?<=[^\W\d_]{2})(- | -)(?=[^\W\d_]{2})")
_OTHER_DASH = re.compile("[‐‑‒−―~]")
_BRACKET = re.compile(
    r"(?<![\w(])(?P<number>(?:[^\W\d_]|[ivxIVX]{2,5}|\d{1,3}(?:\.\d{1,3})*)\))|[:;]-?[()]"
    r"|(?P<bracket>[][()])"
)


_HALVES: Final = {")": "(", "]": "["}


def double_spaces(prose: str) -> Iterator[TextCorrection]:
    """Two spaces or more between words; not those that Markdown counts, or to be filled by hand."""
    if "  " not in prose and not _WIDE.is_in(prose):
        return
    in_columns, gaps = columns(prose), Stretches(list(date_gaps(prose)))
    for found in _MANY.finditer(prose):
        line = line_before(prose, found.start())
        is_meant = _STRUCTURE.fullmatch(line) or found.start() in gaps
        if not (is_meant or prose.count("\n", 0, found.start()) in in_columns):
            yield TextCorrection(found.start(), found.end(), " ")


def stray_spaces(prose: str) -> Iterator[TextCorrection]:
    """Spaces before a mark that belongs to the word, and behind one that opens.

    Where a sentence goes on behind dots, only its author knows whether words are to come there.
    """
    if not _STRAY.is_in(prose):
        return
    marks = quotation_marks(prose)  # what they are decides on the space
    turned = {at for each in marks for at in range(each.start, each.end)}
    quoted = Stretches(quoted_spans(prose))
    for found in _BEFORE.finditer(prose):
        line = line_before(prose, found.start())
        if not (_STRUCTURE.fullmatch(line) or {found.start() - 1, found.end()} & turned):
            is_gap = _GOES_ON.match(prose, found.end()) and found.start() not in quoted
            yield TextCorrection(*found.span(), None if is_gap else "")


_IN_DATE: Final = RareForm(
    r"(?<![\w/.,])(?!\d+/\d+/\d)\d{1,2} ?/ ?\d{1,2} ?/ ?(?:19|20)\d\d(?![\w/])", r"^/|/$"
)
_BEHIND_STROKE: Final = RareForm(r"(?<=[^\W\d_]{2}/) (?=[^\W\d_])", r"[^\W\d_]{2}/$")


def spaces_at_strokes(prose: str) -> Iterator[TextCorrection]:
    """Spaces within a date, or behind a stroke that touches its word: «20/5 /2021», «anh/ chị»."""
    for found in _IN_DATE.finditer(prose):
        for space in re.finditer(" ", found[0]):
            at = found.start() + space.start()
            yield TextCorrection(at, at + 1, "")
    for found in _BEHIND_STROKE.finditer(prose):
        yield TextCorrection(*found.span(), "")


def missing_spaces(prose: str) -> Iterator[TextCorrection]:
    """Marks that touch the words on both sides: «một,hai», «xong.Hết», «van(hay vòi)»."""
    for found in _TIGHT.finditer(prose):
        start, end = found.span()
        mark = found[0]
        if _is_of_address(prose, start):
            continue
        while start and prose[start - 1] == " ":
            start -= 1
        left = _AT_END.search(prose[max(0, start - _LONGEST) : start])[0]  # type: ignore[index] # any text matches
        right = _AT_START.match(prose[end : end + _LONGEST])[0]  # type: ignore[index]
        if start < found.start():
            ends = mark in ",;:!?" or (mark == "." and right[:1].isupper() and right[1:].islower())
            if ends and prose[start - 1] not in "|\n" and (mark != ":" or is_syllable(right)):
                yield TextCorrection(start, end, f"{mark} ")
        elif _ends(mark, left, right):
            yield TextCorrection(start, end, " (" if mark == "(" else f"{mark} ")


def _is_of_address(prose: str, at: int) -> bool:
    """Whether a mark stands in an address that has slips of its own: «ten@gmail,com»."""
    word = prose[max(0, at - _REACH) : at].rpartition(" ")[2]
    return "@" in word or word.lower().startswith(("www.", "http"))


def _ends(mark: str, left: str, right: str) -> bool:
    """Whether a mark between letters ends or begins something: not in «a,b», «TP.HCM»."""
    if min(len(left), len(right)) < _WORD:
        return mark in ",;" and max(len(left), len(right)) >= _WORD
    if mark in ".!?…" and not (right[0].isupper() and right[1:].islower()):
        return False
    return mark in ",;" or (left[1:].islower() and is_syllable(left))


def unpaired_brackets(prose: str) -> Iterator[TextCorrection]:
    """The first bracket of each passage that has no other half: not in «a) Một»."""
    start = 0
    for passage in re.split(r"(\n[ \t]*\n)", prose) if any(map(prose.__contains__, "()[]")) else ():
        opened = list[int]()
        for found in _BRACKET.finditer(passage):
            bracket = found["bracket"] or (")" if found["number"] and opened else "")
            if not bracket:
                continue
            if bracket in _HALVES and opened and passage[opened[-1]] == _HALVES[bracket]:
                opened.pop()
                continue
            opened.append(found.start())
            if bracket in _HALVES:
                break
        if opened:
            yield TextCorrection(start + opened[0], start + opened[0] + 1, None)
        start += len(passage)


def dashes(prose: str) -> Iterator[TextCorrection]:
    """Hyphens that stand for «to» between figures with a unit or years, or for a dash.

    What is quoted stays as it was printed.
    """
    if not _may_hold(prose):
        return
    inside = Stretches((start + 1, end) for start, end in quoted_spans(prose))
    for each in (*_ranges(prose), *_spaced(prose), *_leaning(prose)):
        if each.start not in inside:
            yield each


def _may_hold(prose: str) -> bool:
    """Whether any hyphen stands before a figure, or beside a space within a line."""
    at = prose.find("-")
    while at >= 0:
        before, after = prose[at - 1 : at], prose[at + 1 : at + 3]
        if after.strip()[:1].isdigit() or (before not in {"", "\n"} and " " in before + after[:1]):
            return True
        at = prose.find("-", at + 1)
    return _OTHER_DASH.search(prose) is not None


def _ranges(prose: str) -> Iterator[TextCorrection]:
    for form in _RANGES:
        for found in form.finditer(prose):
            day = _DAY.search(prose[max(0, found.start() - 12) : found.start()])
            if _value(found[1]) < _value(found[3]) and not day:
                yield TextCorrection(*found.span(2), DASH)


def _value(figure: str) -> float:
    return float(figure.replace(".", "").replace(",", "."))


def _spaced(prose: str) -> Iterator[TextCorrection]:
    for found in _SPACED.finditer(prose):
        line = line_before(prose, found.start())
        before, after = prose[found.start() - 1], prose[found.end()]
        sum_ = (before.isdigit() or before == "%") and after.isdigit()
        name = after.isupper()  # «Phát thanh - Truyền hình», «Bà Rịa - Vũng Tàu»
        if not (sum_ or name or _STRUCTURE.fullmatch(line)):
            yield TextCorrection(found.start(1), found.end(1), DASH)


def _leaning(prose: str) -> Iterator[TextCorrection]:
    """With a space on one side only: «nước- điện»."""
    for found in _LEANING.finditer(prose):
        if prose[found.end()].islower():
            yield TextCorrection(*found.span(), f" {DASH} ")
