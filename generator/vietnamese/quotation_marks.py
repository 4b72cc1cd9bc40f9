"""Quotation marks, as Vietnamese books and papers set them.

Each function takes prose in normal form C.
"""

import re
from collections.abc import Iterator
from typing import Final

from generator.vietnamese.corrections import TextCorrection
from generator.vietnamese.forms import RareForm, Sign
from generator.vietnamese.syllables import is_syllable

OPENING: Final = "“"
CLOSING: Final = "”"

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
_TOUCHING = RareForm(
    rf"(?P<before>[^\W\d_]*)(?<![\d_{_SINGLE}])(?P<open>[{_SINGLE}])"
    r"(?P<left> ?)(?P<words>[^\W\d_](?:[^\W\d_]|,? (?=\S)){0,78}[^\W\d_])(?P<right> ?)"
    rf"(?P<close>[{_SINGLE}])(?P<after>[^\W\d_]*)(?![\w{_SINGLE}])",
    sign=f"[{_SINGLE}]",
)
_LOW = re.compile(r"(?<![\w,])(,,)(?=[^\s,])[^\n,“”\"]{1,80}(?<=\S)(''|’’|‘‘)(?!\w)")
_ANGLES = re.compile(r"(?<![<\w])(<<)(?=[^\s<>])[^<>\n]{1,80}(?<=\S)(>>)(?![>\w])")
_QUOTED = re.compile("“[^”]*”")


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
    yield from _tight_singles(prose)
    for found in _SINGLES.finditer(prose):
        if prose[max(0, found.start() - 2) : found.start()] == ",,":
            continue
        if not _is_quoted(prose, found.start()):
            yield TextCorrection(*found.span(1), OPENING)
            yield TextCorrection(*found.span(2), CLOSING)


def _tight_singles(prose: str) -> Iterator[TextCorrection]:
    """Single marks around Vietnamese words, which touch those outside: «nói'tiết kiệm'là».

    Or which stand apart from those inside, «nói ' tiết kiệm ' là»; not in «Bob's and Tom's».
    """
    for found in _TOUCHING.finditer(prose):
        before, left, right, after = found.group("before", "left", "right", "after")
        if (before and left) or (right and after) or not (before or left or right or after):
            continue  # the words between two quotations, or one that is told as it is
        words = (*found["words"].replace(",", " ").split(), *filter(None, (before, after)))
        if all(map(is_syllable, map(str.lower, words))) and not _is_quoted(prose, found.start()):
            start, end = found.start("open"), found.end("close")
            yield TextCorrection(start, found.start("words"), f"{' ' if before else ''}{OPENING}")
            yield TextCorrection(found.end("words"), end, f"{CLOSING}{' ' if after else ''}")


def _is_quoted(prose: str, at: int) -> bool:
    """Whether other marks of its paragraph stand around it."""
    return len(_STRAIGHT.findall(prose, prose.rfind("\n\n", 0, at) + 1, at)) % 2 == 1


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
    """Pairs that touch the words around them, «nói"tiết kiệm"là», or not those within."""
    found = list[TextCorrection]()
    for at, mark in _wanted(marks) if len(marks) % 2 == 0 else ():
        before, after = prose[at - 1 : at] if at else "", prose[at + 1 : at + 2]
        inner, outer = (after, before) if mark == OPENING else (before, after)
        start, end = at, at + 1
        if inner == " ":
            start, end = (at, at + 2) if mark == OPENING else (at - 1, at + 1)
            inner = prose[end : end + 1] if mark == OPENING else prose[start - 1 : start]
            outer = outer or " "
        if not inner.strip() or outer.isdigit() or _is_after_figure(prose, at):
            return []
        space = " " if outer.isalpha() else ""
        text = space + mark if mark == OPENING else mark + space
        if text != prose[start:end]:
            found.append(TextCorrection(start, end, text))
    return found


def _is_after_figure(prose: str, at: int) -> bool:
    """Whether a mark may be an inch, with a space before it: «ống 2 "»."""
    return prose[max(0, at - 2) : at].strip().isdigit()


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
