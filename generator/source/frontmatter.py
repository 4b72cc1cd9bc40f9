"""A Markdown file: front matter between two fences, then the body."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from generator.diagnostics import Diagnostic, Rule
from generator.model.body import Body
from generator.model.slips import LONG_WORD, LONGEST_WORD
from generator.source.authored_keys import every_key
from generator.source.document import Document
from generator.source.slip import TYPE_LINE, TYPE_LINES
from generator.source.yaml_signs import DASHES
from generator.vietnamese.numbers import format_number
from generator.vietnamese.text import nfc

FENCE = "---"
NO_FENCE = Rule(
    "front-matter-missing",
    "The file does not begin with its data (the lines between two “---”).",
    "Begin the file with --- on a line of its own, then id:, medium:, title: and so on, "
    "then --- again.",
)
LATE_FENCE = NO_FENCE.with_hint("Delete the empty lines above ---.")
TEXT_ABOVE = NO_FENCE.with_hint(
    "Move this line below the second ---, where the text begins, or delete it."
)
FENCE_ABOVE = NO_FENCE.with_hint(TYPE_LINE)
OPEN_FENCE = Rule(
    "front-matter-open",
    "The data at the beginning of the file is not closed.",
    "Below the last line of the data, add a line with three hyphens:\n{added}",
)
FENCE_TWICE = Rule(
    "front-matter-twice",
    "The line --- that begins the data is there twice.",
    "Delete this line.",
)
FENCE_WITHIN = Rule(
    "front-matter-cut",
    "This line ends the data too early: keys follow it, and the line --- that ends them.",
    "Delete this line.",
)
BAD_FENCE = Rule(
    "front-matter-sign",
    "“{sign}” does not begin or end the data of a file; three hyphens do.",
    TYPE_LINE,
)
FENCE_BEHIND = BAD_FENCE.with_hint(TYPE_LINES)
CUE_SIGN = Rule(
    "cue-sign",
    "“{sign}” begins or ends no cue; three colons without spaces between them do.",
    TYPE_LINE,
)
TOO_MANY_SIGNS = Rule(
    "too-many-signs",
    "This paragraph has the sign “{sign}” more than {most} times.",
    "Remove what was pasted here by mistake.",
)
TOO_MANY_LINES = Rule(
    "too-many-lines",
    "This text has more than {most} lines.",
    "Split it into several pieces.",
)
MOST_LINES = 10_000  # a book of 70,000 words has 6,000
MOST_SIGNS = 1000
"""Each sign of a paragraph may belong to each other: readers of Markdown try all of them.

What is closed again, as brackets are, counts only while it is open.
"""
_SIGNS = re.compile(r"[`*_~<&!\\{^$\[(|]")
_CLOSING = {"[": "]", "(": ")", "{": "}"}
_APART = re.compile(r"[ >]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]|\|)")  # an item or a row: read by itself
_RULE = re.compile(r"[ >]*\|?[ ]*:?-+:?[ ]*(?:\|[ ]*:?-+:?[ ]*)+\|?[ ]*")
_LONG = re.compile(rf"\S{{{LONGEST_WORD + 1}}}")


# What stands for --- : a dash that Word makes of hyphens, more or fewer of them, other rules.
_LIKE_A_FENCE = re.compile(
    rf"[-{DASHES}]+|(?:- )+-|_{{3,}}|={{3,}}|\*{{3,}}|\+{{3,}}|~{{3,}}|…+|\.{{3,}}"
    r"|`{3,}\w*|(?:[*_=+~] ){2,}[*_=+~]|</?(?:hr|yaml) ?/?>|[\\\"'“]+-{3,}[\"'”]*"
)
_BEFORE_CUE = re.compile(r"(?: {0,3}(?:>|[-+*]++|_++|\d{1,2}[.)])){0,3} {0,3}(?=[:：﹕∶])")
_LIKE_A_CUE = re.compile(r"(?:[:：﹕∶][ \t\u00a0]*){3}(?P<words>[^:：].*|)")
_BEHIND = re.compile(rf"(?P<data>.*\S)[ \t]+(?P<sign>[-{DASHES}]{{3,}})\s*")
_HEAD = re.compile(r"\s*#.*|\s+\S.*|\s*|- .*|[\"']?[A-Za-z_][A-Za-z0-9_]*[\"']?\s*[:：].*")
_KEY = re.compile(r"[\"']?([A-Za-z_][A-Za-z0-9_]*)[\"']?\s*[:：]")


@dataclass(frozen=True, slots=True)
class Split:
    """Lines `start` to `stop` of the document are the front matter; the body follows.

    `findings` is what is wrong with the fences although it is clear where they belong.
    """

    start: int
    stop: int
    body: Body
    findings: tuple[Diagnostic, ...] = ()


def split(source: Document) -> Split | Diagnostic:
    """Where the front matter lies, and the body; or what is wrong with the fences."""
    lines = source.lines
    start, opened = _opening(source)
    if start is None:
        return opened[0]
    below = range(start, len(lines))
    stop = next((n for n in below if _closes(lines, n)), None)
    if stop is None:
        stop = next((n for n in below if lines[n].strip() == FENCE), None)
    first = _body_without_fence(lines, start, stop)
    if first is not None:
        last = max((n for n in range(start, first) if _is_data(lines[n])), default=start - 1)
        if behind := _BEHIND.fullmatch(lines[last]):
            return _fence_behind(source, last, behind)
        told = OPEN_FENCE.at(source.at(last, 0, len(lines[last])), added=FENCE)
        return _halves(source, start, last + 1, last + 1, (*opened, told))
    stop = len(lines) if stop is None else stop
    if _is_within(lines, stop):
        return FENCE_WITHIN.at(source.at(stop, 0, len(lines[stop])))
    closed = [_bad_fence(source, stop)] if lines[stop].rstrip() != FENCE else []
    return _halves(source, start, stop, stop + 1, (*opened, *closed))


def _halves(
    source: Document, start: int, stop: int, first: int, found: tuple[Diagnostic, ...]
) -> Split | Diagnostic:
    raw = source.lines[first:]
    cues = {number: typed for number, line in enumerate(raw) if (typed := _cue(line))}
    text = "\n".join(cues.get(number, line) for number, line in enumerate(raw))
    body = Body(nfc(text), source.path, first + 1, "\n".join(raw) if cues else text)
    told = (
        CUE_SIGN.at(source.at(first + n, 0, len(raw[n])), sign=raw[n].strip(), typed=typed)
        for n, typed in cues.items()
    )
    return _excess(source, first) or Split(start, stop, body, (*found, *told))


def _cue(line: str) -> str:
    """A line that begins or ends a cue as it is to be typed, where it is written otherwise."""
    before = _BEFORE_CUE.match(line)
    found = _LIKE_A_CUE.fullmatch(line, before.end()) if before else None
    typed = f":::{' ' if found['words'] else ''}{found['words'].rstrip(' *_')}" if found else ""
    return typed if not line.startswith(":::") else ""


def _opening(source: Document) -> tuple[int | None, tuple[Diagnostic, ...]]:
    """The first line of the data, and what is wrong with the line before it."""
    lines = source.lines
    first = next(n for n, line in enumerate(lines) if line.strip())
    line = lines[first]
    if line.rstrip() == FENCE and first == 0:
        again = next((n for n, each in enumerate(lines[1:], 1) if each.strip()), 0)
        if again and lines[again].rstrip() == FENCE and _is_key(lines, again + 1):
            return again + 1, (FENCE_TWICE.at(source.at(again, 0, len(FENCE))),)
        return 1, ()
    if line.strip() == FENCE and first:
        return first + 1, (LATE_FENCE.at(source.at(0)),)
    if _LIKE_A_FENCE.fullmatch(line.strip()) and _is_key(lines, first + 1):
        return first + 1, (_bad_fence(source, first),)
    where = source.at(first, 0, len(line))
    if _is_key(lines, first):
        return first, (FENCE_ABOVE.at(where, typed=f"{FENCE}\n{line}"),)
    fence = next((n for n in range(first + 1, len(lines)) if lines[n].rstrip() == FENCE), 0)
    is_below = fence and _is_key(lines, fence + 1)
    return (fence + 1, (TEXT_ABOVE.at(where),)) if is_below else (None, (NO_FENCE.at(where),))


def _is_data(line: str) -> bool:
    """Whether a line can only be one of the data: no remark, which could be a heading too."""
    return bool(line.strip() and not line.startswith("#") and _HEAD.fullmatch(line))


def _is_key(lines: Sequence[str], number: int) -> bool:
    """Whether a line, or the next that is not empty, begins with a key of ours."""
    line = next((line for line in lines[number:] if line.strip()), "")
    found = _KEY.match(line)
    return bool(found and found[1].lower() in every_key())


def _closes(lines: Sequence[str], number: int) -> bool:
    """Whether a line ends the data, or was meant to: nothing like it can stand within."""
    line = lines[number]
    return line.rstrip() == FENCE or bool(
        _LIKE_A_FENCE.fullmatch(line.rstrip())
        and (line.strip() not in {"-", "–", "—"} or not lines[number - 1].rstrip().endswith(":"))
    )


def _is_within(lines: Sequence[str], number: int) -> bool:
    """Whether a fence stands among the data: nothing but more of it goes on to another fence."""
    below = list(takewhile(lambda line: line.rstrip() != FENCE, lines[number + 1 :]))
    is_closed = number + 1 + len(below) < len(lines)
    return is_closed and _is_key(below, 0) and all(map(_HEAD.fullmatch, below))


def _bad_fence(source: Document, number: int) -> Diagnostic:
    line = source.lines[number]
    return BAD_FENCE.at(source.at(number, 0, len(line)), sign=line.rstrip(), typed=FENCE)


def _fence_behind(source: Document, number: int, found: re.Match[str]) -> Diagnostic:
    """A fence in the same line as the last of the data."""
    where = source.at(number, found.start("sign"), len(found["sign"]))
    typed = f"{found['data']}\n{FENCE}"
    return FENCE_BEHIND.at(where, sign=found["sign"], typed=typed, lines=number + 1)


def _body_without_fence(lines: Sequence[str], start: int, stop: int | None) -> int | None:
    """The line after the data where nothing ends it: prose behind an empty line, or the end.

    A note among the data is no body: a key or the fence follows it.
    """
    end = len(lines) if stop is None else stop
    here = range(start, end)
    last_empty = max((n for n in here if not lines[n].strip()), default=-1)
    last_key = max((n for n in here if _is_key(lines[n : n + 1], 0)), default=-1)
    before = next((n for n in range(start - 1, 0, -1) if not lines[n].startswith("#")), 0)
    for number in here:
        is_prose = not _HEAD.fullmatch(lines[number]) and not lines[before].strip()
        noted = stop is not None and last_empty < number
        if is_prose and not noted and last_key < number:
            return number
        before = before if lines[number].startswith("#") else number
    return len(lines) if stop is None else None


def _excess(source: Document, start: int) -> Diagnostic | None:
    """What no text has, and what no reader of Markdown ends with in a reasonable time."""
    if len(source.lines) - start > MOST_LINES:
        where = source.at(start + MOST_LINES)
        return TOO_MANY_LINES.at(where, most=format_number(MOST_LINES))
    if _LONG.search(source.text):
        for number, line in enumerate(source.lines[start:], start):
            if word := _LONG.search(line):
                where = source.at(number, word.start())
                return LONG_WORD.at(where, most=format_number(LONGEST_WORD))
    return _tangled(source, start)


def _tangled(source: Document, start: int) -> Diagnostic | None:
    """The first paragraph with too many signs."""
    if len(_SIGNS.findall(source.text)) <= MOST_SIGNS:
        return None
    counted: Counter[str] = Counter()
    first, rows = start, False
    for number, line in enumerate(source.lines[start:], start):
        ends = not line.strip()
        rows = not ends and (rows or _RULE.fullmatch(line) is not None)
        if ends or rows or _APART.match(line):
            counted.clear()
            first = number + ends
        counted.update(_SIGNS.findall(line))
        for sign, count in counted.items():
            counted[sign] = max(0, count - line.count(_CLOSING.get(sign, "\n")))
            if counted[sign] > MOST_SIGNS:
                return TOO_MANY_SIGNS.at(
                    source.at(first), sign=sign, most=format_number(MOST_SIGNS)
                )
    return None
