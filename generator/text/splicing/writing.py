"""Words to Markdown, in several spellings: whoever asks takes the first that reads back right."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, product
from typing import Final

from generator.text.autolinks import addresses, target
from generator.text.splicing.block_words import (
    CODE,
    EM,
    SOFT,
    STRONG,
    STRUCK,
    Atom,
    Link,
    Mark,
    Unit,
    Words,
    normal_address,
)

_EVERY: Final = re.compile(r"([\\`*_\[\]<>&~!:@])")
_NEEDED: Final = re.compile(
    r"(\\(?=[!-/:-@\[-`{-~])|[`*\[\]]|(?<!\w)_|_(?!\w)|<(?=[a-z/!?])|&(?=#?\w+;)|~~)", re.IGNORECASE
)
_BLOCK: Final = re.compile(
    r"^(?:(\d{1,9})(?=[.)](?:\s|$))|(?=(?:[-+*](?:\s|$)|\#{1,6}(?:\s|$)|>|:::|~~~|```|={1,}\s*$"
    r"|-+\s*$|[-:|][-:|\s]*$|(?:[-*_]\s*){3,}$)))"
)
"""What would begin another block, or underline the line above."""


def normal(words: Sequence[Unit], *, one_line: bool) -> Words:
    """What Markdown can hold: no space at the ends of lines and marks, no break in one line."""
    kept = [_bare(unit, one_line=one_line) for unit in words]
    following = _marks_behind(kept)
    for number, unit in enumerate(kept):
        if unit.is_space and CODE not in unit.marks:
            before = kept[number - 1].marks if number else frozenset()
            after = following[number]
            if unit.is_break or not unit.marks <= before & after:
                kept[number] = replace(unit, marks=unit.marks & before & after)
    return _trimmed(kept)


def _marks_behind(units: Sequence[Unit]) -> Sequence[frozenset[Mark]]:
    """For each place the marks of what is seen next behind it."""
    found: list[frozenset[Mark]] = []
    marks: frozenset[Mark] = frozenset()
    for unit in reversed(units):
        found.append(marks)
        marks = marks if unit.is_space else unit.marks
    return found[::-1]


def _bare(unit: Unit, *, one_line: bool) -> Unit:
    if unit.is_break:
        marks = unit.marks - {CODE}
        return Unit(" ", marks) if one_line else replace(unit, marks=marks)
    return unit


def _trimmed(kept: Sequence[Unit]) -> Words:
    """Without spaces where a line begins or ends, and without empty lines."""
    done: list[Unit] = []
    for unit in kept:
        if unit.is_break:
            while done and done[-1].is_space and not done[-1].is_break:
                done.pop()
        if not (unit.is_space and (not done or done[-1].is_break)):
            done.append(unit)
    while done and done[-1].is_space:
        done.pop()
    return tuple(done)


class RefusedError(Exception):
    """This cannot stand at its place: it would be read as something else."""


def spellings(words: Sequence[Unit]) -> Iterator[str]:
    """Every way of writing words, the plainest first; a line that is broken is one."""
    seen = set[str]()
    for form in dict.fromkeys((_with_addresses(words), tuple(words))):
        for escaped, star, entities in product((_NEEDED, _EVERY), "*_", (False, True)):
            written = _Writer(form, escaped, star, entities=entities).written()
            if written not in seen:  # one at a time: nearly always the first is taken
                seen.add(written)
                yield written


def _with_addresses(words: Sequence[Unit]) -> Words:
    """Words of which a link that says its own address is written as that address."""
    found: list[Unit] = []
    for marks, group in groupby(words, key=lambda unit: unit.marks):
        units = tuple(group)
        said = "".join(unit.what for unit in units if isinstance(unit.what, str))
        link = next((mark for mark in marks if isinstance(mark, Link)), None)
        is_bare = addresses(said) == ((0, len(units)),) and CODE not in marks
        if link and is_bare and link == Link(normal_address(target(said))) and not link.source:
            found.append(Unit(Atom("address", said), marks - {link}))
        else:
            found += units
    return tuple(found)


def guard(line: str) -> str:
    """A line of a paragraph that no reader takes for another block."""
    found = _BLOCK.match(line)
    if not found:
        return line
    number = found[1] or ""
    return f"{number}\\{line[len(number) :]}"


def heading_words(line: str) -> str:
    """The words of a heading: signs at their end would be taken for its frame."""
    return re.sub(r"#(?=#*$)", r"\\#", line)


class _Writer:
    """One spelling: which signs are escaped, how emphasis is written, letters as entities."""

    def __init__(
        self, words: Sequence[Unit], escaped: re.Pattern[str], star: str, *, entities: bool
    ) -> None:
        self.words, self.escaped, self.star, self.entities = words, escaped, star, entities
        self.out: list[str] = []
        self.said: list[str] = []  # characters that wait to be written
        self.opened: list[Mark] = []

    def written(self) -> str:
        number = 0
        while number < len(self.words):
            unit = self.words[number]
            number += self._marked(number, unit.marks - {CODE}) or self._unit(number, unit)
        self._marked(number, frozenset())
        self._flush()
        return "".join(self.out)

    def _unit(self, number: int, unit: Unit) -> int:
        """Write what stands at a place; how many units that took."""
        if CODE in unit.marks:
            return self._code(number)
        if isinstance(unit.what, Atom) or unit.what == SOFT:
            self._flush()
            self.out.append(unit.what.source if isinstance(unit.what, Atom) else SOFT)
        else:
            self.said.append(unit.what)
        return 1

    def _code(self, number: int) -> int:
        stop = self._reach(number, CODE)
        marks = self.words[number].marks
        stop = next((n for n in range(number, stop) if self.words[n].marks != marks), stop)
        inner = "".join(str(unit.what) for unit in self.words[number:stop])
        ticks = "`" * (max(map(len, re.findall("`+", inner)), default=0) + 1)
        pad = " " if inner[:1] in {"`", " "} or inner[-1:] in {"`", " "} else ""
        self._flush()
        self.out.append(f"{ticks}{pad}{inner}{pad}{ticks}")
        return stop - number

    def _marked(self, number: int, marks: frozenset[Mark]) -> int:
        """Close and open marks before a place; 1 where its letter is written along with them."""
        if set(self.opened) == marks:
            return 0
        is_opening = bool(marks - set(self.opened))
        if self.entities and is_opening and self.said and self.said[-1].isalnum():
            last = self.said.pop()
            self._flush()
            self.out.append(f"&#{ord(last)};")
        self._flush()
        is_closing = not set(self.opened) <= marks
        while not set(self.opened) <= marks:
            self.out.append(self._sign(self.opened.pop()))
        for mark in sorted(
            marks - set(self.opened), key=lambda m: (-self._reach(number, m), str(m))
        ):
            self.out.append("[" if isinstance(mark, Link) else self._sign(mark))
            self.opened.append(mark)
        if self.entities and is_closing and number < len(self.words):
            return self._as_entity(self.words[number])
        return 0

    def _as_entity(self, unit: Unit) -> int:
        if not isinstance(unit.what, str) or not unit.what.isalnum() or CODE in unit.marks:
            return 0
        self.out.append(f"&#{ord(unit.what)};")
        return 1

    def _sign(self, mark: Mark) -> str:
        """What ends a mark, and begins it unless it is a link."""
        if isinstance(mark, str):
            return {EM: self.star, STRONG: "**", STRUCK: "~~"}[mark]
        title = ' "{}"'.format(mark.title.replace('"', '\\"')) if mark.title else ""
        plain = re.fullmatch(r"[^\s()<>]+", mark.href)
        return mark.source or f"]({mark.href if plain else f'<{mark.href}>'}{title})"

    def _reach(self, number: int, mark: Mark) -> int:
        """Where a mark that begins at a place ends."""
        while number < len(self.words) and mark in self.words[number].marks:
            number += 1
        return number

    def _flush(self) -> None:
        self.out.append(self.escaped.sub(r"\\\1", "".join(self.said)))
        self.said.clear()
