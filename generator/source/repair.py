"""What an author seems to have meant where YAML cannot be read.

YAML notices a missing mark somewhere below it, and says so in words of its grammar. Here likely
meanings of the lines around that place are tried, and one is told only if YAML then reads further:
what a message shows to be typed is valid.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import takewhile
from typing import Final

from generator.source.keys import every_key
from generator.source.notation import COLON, FORM, QUOTED
from generator.source.signs import straight
from generator.source.slip import Slip

NO_SPACE: Final = "a space is missing behind the colon"
NO_SPACE_IN_LIST: Final = "a space is missing behind the hyphen"
INNER_MARK: Final = "the quotation mark within the value ends it too early"
OPEN_MARK: Final = "the quotation mark that begins the value is not closed"
OPEN_BRACKET: Final = "the bracket is not closed"
NO_COLON: Final = "there is no colon behind the key"
NO_HYPHEN: Final = "an item of a list begins with a hyphen"
FIRST_SIGN: Final = "a value that begins with this sign must be in quotation marks"
INDENTED: Final = "this line is not as far in as those of its group"
NOTE: Final = "this is neither “key: value” nor a remark"
PROBLEMS: Final = (
    NO_SPACE,
    NO_SPACE_IN_LIST,
    INNER_MARK,
    OPEN_MARK,
    OPEN_BRACKET,
    NO_COLON,
    NO_HYPHEN,
    FIRST_SIGN,
    INDENTED,
    NOTE,
)
"""What stopped YAML: details that are translated as messages are."""

LARGEST: Final = 60_000  # characters that are read again for every guess
_LONGEST: Final = 1_000
_KEY = r"[A-Za-z_][A-Za-z0-9_]*"
_LINE = re.compile(
    rf"(?P<indent>\s*)(?P<dash>(?:- +)*)(?P<key>(?:{_KEY}\s*:(?:\s+|$))?)(?P<value>.*)"
)
_TIGHT = re.compile(rf"(?P<before>\s*(?:- +)*)(?P<key>{_KEY})\s*:(?P<value>[^\s/].*)")
_BARE = re.compile(
    rf"(?P<before>\s*(?:- +)*)(?P<mark>[\"'*_`]*)(?P<key>{_KEY}):?(?P=mark)"
    r"(?P<sign>\s*(?:[:=;.,>–—]|-+>?|\s-\s)\s*|\s+|$)(?P<value>.*)"
)
_TIGHT_ITEM = re.compile(r"(?P<indent>\s*)-(?P<value>[^\s-].*)")
_OTHER_ITEM = re.compile(r"(?P<indent>\s*)(?P<sign>[*+>])\s+(?P<value>\S.*)")
_SPECIAL: Final = "[]{}*&!|>%@`,?-#:"
_OF_YAML = re.compile(r"[&*!]\S*\s+[\[{]")  # which somebody knows who knows YAML
_CLOSERS: Final = {"[": "]", "{": "}"}

Guess = Callable[[Sequence[str], int], Iterator[Slip]]


def guesses(lines: Sequence[str], near: Sequence[int]) -> Iterator[Slip]:
    """What the lines near a place may have been meant for, likely meanings first."""
    for guess in _GUESSES:
        for number in near:
            bare = lines[number].strip()
            if bare and not bare.startswith("#") and len(bare) < _LONGEST:
                yield from guess(lines, number)


def _spaces(lines: Sequence[str], number: int) -> Iterator[Slip]:
    """«medium:article», «-id: x»."""
    line = lines[number]
    if (found := _TIGHT.fullmatch(line)) and found["key"] in every_key():
        typed = f"{found['before']}{found['key']}: {found['value']}"
        yield _form(number, found.start("value") - 1, typed, NO_SPACE)
    if found := _TIGHT_ITEM.fullmatch(line):
        typed = f"{found['indent']}- {found['value']}"
        yield _form(number, found.start("value") - 1, typed, NO_SPACE_IN_LIST)


def _quotes(lines: Sequence[str], number: int) -> Iterator[Slip]:
    """A value that begins with a mark: one within it, or none at its end."""
    head, value, tail = _parts(lines[number])
    if not value or value[0] not in "\"'":
        return
    mark, rest = value[0], value[1:]
    start = len(head)
    if mark in rest:
        inner = rest.removesuffix(mark) if rest.endswith(mark) else value
        at = start + 1 + rest.index(mark)
        typed = head + straight(inner) + tail
        yield _form(number, at, typed, INNER_MARK)
    else:
        typed = head + straight(rest) + tail
        yield _form(number, start, typed, OPEN_MARK)


def _brackets(lines: Sequence[str], number: int) -> Iterator[Slip]:
    head, value, tail = _parts(lines[number])
    if value and value[0] in _CLOSERS:
        opened = [char for char in value if char in _CLOSERS]
        closed = sum(char in _CLOSERS.values() for char in value)
        missing = "".join(_CLOSERS[char] for char in reversed(opened[: len(opened) - closed]))
        if missing:
            typed = head + value.rstrip(",") + missing + tail
            yield _form(number, len(head), typed, OPEN_BRACKET)


def _quoted(lines: Sequence[str], number: int) -> Iterator[Slip]:
    """A value that YAML reads otherwise: a colon in it, a sign of YAML in front."""
    head, value, tail = _parts(lines[number])
    if not value or not head.strip() or _OF_YAML.match(value):
        return
    further = list(takewhile(partial(_goes_on, lines[number]), lines[number + 1 :]))
    typed = head + straight(value) + tail
    if further:  # the mark is closed where the value ends
        inner = [straight(line.strip())[1:-1] for line in further]
        ends = [f"{_indent(line)}{text}" for line, text in zip(further, inner, strict=True)]
        typed = "\n".join((head + straight(value)[:-1], *ends)) + '"'
    if value[0] in _SPECIAL:
        problem = FIRST_SIGN
        details = {"problem": problem, "mark": value.split()[0]}
        yield Slip(QUOTED.get(value[0], FORM), number, len(head), 1, typed, details)
    elif (at := value.find(": ")) >= 0 or value.endswith(":"):
        at = at if at >= 0 else len(value) - 1
        yield Slip(COLON, number, len(head) + at, 1, typed)


def _goes_on(first: str, line: str) -> bool:
    """Whether a line goes on with the value of the line above it."""
    found = _LINE.fullmatch(line)
    deeper = len(_indent(line)) > len(_indent(first)) and line.strip()
    return bool(deeper and found and not (found["dash"] or found["key"]))


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip())]


def _colons(lines: Sequence[str], number: int) -> Iterator[Slip]:
    """«title Bài thử», «title = Bài thử», «**title** Bài thử»."""
    found = _BARE.fullmatch(lines[number])
    if found and found["key"] in every_key():
        value = found["value"].lstrip(":").strip()
        typed = f"{found['before']}{found['key']}: {value}".rstrip()
        yield _form(number, found.end("key"), typed, NO_COLON)


def _items(lines: Sequence[str], number: int) -> Iterator[Slip]:
    found = _OTHER_ITEM.fullmatch(lines[number])
    if found:
        typed = f"{found['indent']}- {found['value']}"
        yield _form(number, found.start("sign"), typed, NO_HYPHEN)


def _indents(lines: Sequence[str], number: int) -> Iterator[Slip]:
    """The depth of a line above, the nearest first, or two spaces more."""
    line = lines[number]
    here = len(_indent(line))
    above = [other for other in lines[:number] if other.strip() and other.lstrip()[0] != "#"]
    depths = [depth for other in reversed(above[-30:]) for depth in _depths(other)]
    for wanted in dict.fromkeys(depth for depth in depths if depth != here):
        typed = " " * wanted + line.lstrip()
        problem = INDENTED
        yield Slip(FORM, number, 0, max(1, here), typed, {"problem": problem})


def _depths(line: str) -> Iterator[int]:
    found = _LINE.fullmatch(line)
    if found:
        yield from (found.end("dash"), found.end("indent"))
        if found["key"] and not found["value"]:
            yield found.end("dash") + 2


def _notes(lines: Sequence[str], number: int) -> Iterator[Slip]:
    line = lines[number]
    found = _LINE.fullmatch(line)
    bare = re.sub(r"^(?:<!--|//|/\*|;|%)\s*|\s*(?:-->|\*/)$", "", line.strip())
    if found and not found["key"] and not line.startswith(("%YAML", "%TAG", "---", "...")):
        yield _form(number, len(found["indent"]), f"# {bare}", NOTE)


def _form(number: int, at: int, typed: str, problem: str) -> Slip:
    return Slip(FORM, number, at, 1, typed, {"problem": problem})


def _parts(line: str) -> tuple[str, str, str]:
    """What stands in front of a value, the value, and a remark behind it."""
    found = _LINE.fullmatch(line)
    if not found:
        return line, "", ""
    value, mark, remark = found["value"].partition(" # ")
    return line[: found.start("value")], value.rstrip(), f"{mark}{remark}".rstrip()


_GUESSES: Final[tuple[Guess, ...]] = (
    _spaces,
    _quotes,
    _brackets,
    _quoted,
    _colons,
    _items,
    _indents,
    _notes,
)
