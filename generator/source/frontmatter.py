"""A Markdown file: front matter between two fences, then the body."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.diagnostics import Diagnostic, Rule
from generator.model.body import Body
from generator.source.document import Document
from generator.source.keys import every_key
from generator.source.signs import DASHES
from generator.source.slip import TYPE_LINE
from generator.vietnamese.numbers import format_number
from generator.vietnamese.text import nfc

FENCE = "---"
NO_FENCE = Rule(
    "front-matter-missing",
    "The file does not begin with its data (the lines between two “---”).",
    "Begin the file with --- on a line of its own, then id:, medium:, title: and so on, "
    "then --- again.",
)
LATE_FENCE = Rule(NO_FENCE.code, NO_FENCE.message, "Delete the empty lines above ---.")
FENCE_ABOVE = Rule(NO_FENCE.code, NO_FENCE.message, TYPE_LINE)
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
BAD_FENCE = Rule(
    "front-matter-sign",
    "“{sign}” does not begin or end the data of a file; three hyphens do.",
    TYPE_LINE,
)
TANGLED = Rule(
    "too-many-brackets",
    "This paragraph has more than {most} opening brackets [ that nothing closes.",
    "Remove what was pasted here by mistake.",
)
MOST_BRACKETS = 1000  # each is tried as a link: a file full of them takes half a minute


# What stands for --- : a dash that Word makes of hyphens, more or fewer of them, other rules.
_LIKE_A_FENCE = re.compile(rf"[-{DASHES}]+|(?:- )+-|_{{3,}}|={{3,}}|\*{{3,}}|\+{{3,}}|~{{3,}}|…+")
_HEAD = re.compile(r"\s*#.*|\s+\S.*|\s*|- .*|[\"']?[A-Za-z_][A-Za-z0-9_]*[\"']?\s*[:：].*")
_KEY = re.compile(r"[\"']?([A-Za-z_][A-Za-z0-9_]*)[\"']?\s*[:：]")


@dataclass(frozen=True, slots=True)
class Split:
    """Lines `start` to `stop` of the document are the front matter; the body follows.

    `found` is what is wrong with the fences although it is clear where they belong.
    """

    start: int
    stop: int
    body: Body
    found: tuple[Diagnostic, ...] = ()


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
        told = OPEN_FENCE.at(source.at(last, 0, len(lines[last])), added=FENCE)
        return _halves(source, start, last + 1, last + 1, (*opened, told))
    stop = len(lines) if stop is None else stop
    closed = [_bad_fence(source, stop)] if lines[stop].rstrip() != FENCE else []
    return _halves(source, start, stop, stop + 1, (*opened, *closed))


def _halves(
    source: Document, start: int, stop: int, first: int, found: tuple[Diagnostic, ...]
) -> Split | Diagnostic:
    raw = source.lines[first:]
    body = Body(nfc("\n".join(raw)), source.path, first + 1, raw)
    return _tangled(source, first) or Split(start, stop, body, found)


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
    return None, (NO_FENCE.at(where),)


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


def _bad_fence(source: Document, number: int) -> Diagnostic:
    line = source.lines[number]
    return BAD_FENCE.at(source.at(number, 0, len(line)), sign=line.rstrip(), typed=FENCE)


def _body_without_fence(lines: Sequence[str], start: int, stop: int | None) -> int | None:
    """The line after the data where nothing ends it: prose behind an empty line, or the end.

    A note among the data is no body: a key or the fence follows it.
    """
    end = len(lines) if stop is None else stop
    for number in range(start, end):
        before = next((n for n in range(number - 1, 0, -1) if not lines[n].startswith("#")), 0)
        is_prose = not _HEAD.fullmatch(lines[number]) and not lines[before].strip()
        further = lines[number:end]
        noted = stop is not None and all(line.strip() for line in further)
        if is_prose and not noted and not any(_is_key([line], 0) for line in further):
            return number
    return len(lines) if stop is None else None


def _tangled(source: Document, start: int) -> Diagnostic | None:
    """Where the first paragraph begins whose brackets cannot be read in a reasonable time."""
    if source.text.count("[") <= MOST_BRACKETS:
        return None
    count, first = 0, start
    for number, line in enumerate(source.lines[start:], start):
        if not line.strip():
            count, first = 0, number + 1
        count += line.count("[") - line.count("]")
        if count > MOST_BRACKETS:
            return TANGLED.at(source.at(first), most=format_number(MOST_BRACKETS))
    return None
