"""Spaces, quotation marks and dashes, as Vietnamese books and papers set them.

Each function takes prose in normal form C and gives the corrections of one kind.
"""

import re
from collections.abc import Iterator
from typing import Final

from generator.vietnamese.corrections import TextCorrection
from generator.vietnamese.forms import RareForm, Sign
from generator.vietnamese.stretches import Stretches
from generator.vietnamese.syllables import is_syllable
from generator.vietnamese.typography import UNITS

OPENING: Final = "“"
CLOSING: Final = "”"
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
    r"(?<=[^\s|,.;:!?…(“]) +(?=(?![,;:] +[,;:.](?:\s|$))[,.;:!?…](?:[\s”)\]*]|$)|[)”])"
    r"|(?<=[(“]) +(?=\S)"
)
_STRAIGHT = re.compile('["“”„‟«»‹›″＂「」『』《》]')
_INCHES: Final = '"″＂'
# What tells quickly that marks may be wrong: others than “ ”, or one that is turned.
_ODD = Sign('["„‟«»‹›″＂「」『』《》]|”(?=\\w)|(?<=\\w)“')
_SINGLE: Final = "'‘’‚‛´`"
_SINGLES = RareForm(
    rf"(?<![\w“”\"{_SINGLE}])([{_SINGLE}]{{1,2}})(?=[^\s{_SINGLE}])[^\n“”\"{_SINGLE}]{{1,80}}"
    rf"(?<=[^\s])([{_SINGLE}]{{1,2}})(?![\w“”\"{_SINGLE}])",
    sign=f"[{_SINGLE}]",
)
_LOW = re.compile(r"(?<![\w,])(,,)(?=[^\s,])[^\n,“”\"]{1,80}(?<=\S)(''|’’|‘‘)(?!\w)")
_ANGLES = re.compile(r"(?<![<\w])(<<)(?=[^\s<>])[^<>\n]{1,80}(?<=\S)(>>)(?![>\w])")
_TIGHT = RareForm(
    r"[,;:.!?…()](?=[^\W\d_])(?:(?<=[^\W\d_].)|(?<=[^\s|] [.,;:!?])|(?<=  [.,;:!?]))",
    sign=r"(?:^|[^\W\d_])[,;:.!?…()][^\W\d_]",
)
_AT_END = re.compile(r"[^\W\d_]*$")
_AT_START = re.compile(r"[^\W\d_]*")
_LONGEST: Final = 12  # letters that are looked at on each side of a mark
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
_QUOTED = re.compile("“[^”]*”")


_HALVES: Final = {")": "(", "]": "["}


def double_spaces(prose: str) -> Iterator[TextCorrection]:
    """Two spaces or more between words; not those that Markdown counts."""
    if "  " not in prose and not _WIDE.is_in(prose):
        return
    for found in _MANY.finditer(prose):
        line = prose[prose.rfind("\n", 0, found.start()) + 1 : found.start()]
        if not _STRUCTURE.fullmatch(line):
            yield TextCorrection(found.start(), found.end(), " ")


def stray_spaces(prose: str) -> Iterator[TextCorrection]:
    """Spaces before a mark that belongs to the word, and behind one that opens."""
    if not _STRAY.is_in(prose):
        return
    turned = {each.start for each in quotation_marks(prose)}  # what they are decides on the space
    for found in _BEFORE.finditer(prose):
        line = prose[prose.rfind("\n", 0, found.start()) + 1 : found.start()]
        if not (_STRUCTURE.fullmatch(line) or {found.start() - 1, found.end()} & turned):
            yield TextCorrection(found.start(), found.end(), "")


def missing_spaces(prose: str) -> Iterator[TextCorrection]:
    """Marks that touch the words on both sides: «một,hai», «xong.Hết», «van(hay vòi)»."""
    for found in _TIGHT.finditer(prose):
        start, end = found.span()
        mark = found[0]
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


def _ends(mark: str, left: str, right: str) -> bool:
    """Whether a mark between letters ends or begins something: not in «a,b», «TP.HCM»."""
    if min(len(left), len(right)) < _WORD:
        return mark in ",;" and max(len(left), len(right)) >= _WORD
    if mark in ".!?…" and not (right[0].isupper() and right[1:].islower()):
        return False
    return mark in ",;" or (left[1:].islower() and is_syllable(left))


def quotation_marks(prose: str) -> Iterator[TextCorrection]:
    """Marks that are not “ ”, or stand the wrong way round; in pairs within a line of text."""
    yield from _single(prose)
    if not _ODD.is_in(prose) and prose.count(OPENING) == prose.count(CLOSING):
        return
    start = 0
    for passage in re.split(r"(\n[ \t]*\n)", prose):
        yield from _in_passage(prose, start, start + len(passage))
        start += len(passage)


def _single(prose: str) -> Iterator[TextCorrection]:
    """Pairs of single marks, or of two of them, that quote something within no other quotation."""
    for form in (_LOW, _ANGLES) if ",," in prose or "<<" in prose else ():
        for found in form.finditer(prose):
            yield TextCorrection(*found.span(1), OPENING)
            yield TextCorrection(*found.span(2), CLOSING)
    for found in _SINGLES.finditer(prose):
        if prose[max(0, found.start() - 2) : found.start()] == ",,":
            continue
        start = prose.rfind("\n\n", 0, found.start()) + 1
        before = _STRAIGHT.findall(prose, start, found.start())
        if len(before) % 2 == 0:
            yield TextCorrection(*found.span(1), OPENING)
            yield TextCorrection(*found.span(2), CLOSING)


def _in_passage(prose: str, start: int, end: int) -> Iterator[TextCorrection]:
    marks = _marks(prose, start, end)
    wrong = [(at, mark) for at, mark in _wanted(marks) if prose[at] != mark]
    if _are_sure(prose, marks):
        yield from (TextCorrection(at, at + 1, mark) for at, mark in wrong)
    elif spaced := _spaced_marks(prose, marks):
        yield from spaced
    elif marks:
        at = wrong[0][0] if wrong else marks[-1]
        yield TextCorrection(at, at + 1, None)


def _wanted(marks: list[int]) -> list[tuple[int, str]]:
    return [(at, CLOSING if index % 2 else OPENING) for index, at in enumerate(marks)]


def _are_sure(prose: str, marks: list[int]) -> bool:
    """Whether the marks are pairs, each of which opens and closes something."""
    return len(marks) % 2 == 0 and all(_fits(prose, at, mark) for at, mark in _wanted(marks))


def _spaced_marks(prose: str, marks: list[int]) -> list[TextCorrection]:
    """Pairs that touch the words around them, with their spaces: «nói"tiết kiệm"là»."""
    found = list[TextCorrection]()
    for at, mark in _wanted(marks) if len(marks) % 2 == 0 else ():
        before, after = prose[at - 1 : at] if at else "", prose[at + 1 : at + 2]
        inner, outer = (after, before) if mark == OPENING else (before, after)
        if not inner.strip() or outer.isdigit():
            return []
        space = " " if outer.isalpha() else ""
        text = space + mark if mark == OPENING else mark + space
        if text != prose[at]:
            found.append(TextCorrection(at, at + 1, text))
    return found


def _marks(prose: str, start: int, end: int) -> list[int]:
    """The quotation marks; a straight one after a figure may be an inch: «ống 2"» opens nothing."""
    marks: list[int] = []
    for found in _STRAIGHT.finditer(prose, start, end):
        at = found.start()
        inch = prose[at] in _INCHES and prose[at - 1 : at].isdigit()
        if not inch or len(marks) % 2:
            marks.append(at)
    return marks


def _fits(prose: str, at: int, mark: str) -> bool:
    """Whether what stands around a mark is what stands around an opening or a closing one."""
    before, after = prose[at - 1 : at] if at else "", prose[at + 1 : at + 2]
    if mark == OPENING:
        return not before.isalnum() and bool(after.strip())
    return bool(before.strip()) and not after.isalnum()


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


def quoted_spans(prose: str) -> list[tuple[int, int]]:
    """From where to where something is quoted, with whatever marks."""
    found = [found.span() for found in _QUOTED.finditer(prose)] if OPENING in prose else []
    if _ODD.is_in(prose):
        start = 0
        for passage in re.split(r"(\n[ \t]*\n)", prose):
            marks = _marks(prose, start, start + len(passage))
            if _are_sure(prose, marks):
                found += zip(marks[::2], [end + 1 for end in marks[1::2]], strict=True)
            start += len(passage)
    return found


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
        line = prose[prose.rfind("\n", 0, found.start()) + 1 : found.start()]
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
