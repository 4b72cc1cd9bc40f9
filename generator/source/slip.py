"""A line that is not written rightly, and the line to type."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from generator.diagnostics import Diagnostic, Rule
from generator.source.document import Document

TYPE_LINE: Final = "Type this line instead:\n{typed}"
"""The hint of every rule of this kind."""
TYPE_LINES: Final = "Instead of line {lines}, type:\n{typed}"
"""The same where one mistake goes through several lines, or two lines were run into one."""
HINTS: Final = (TYPE_LINE, TYPE_LINES)


@dataclass(frozen=True, slots=True)
class Slip:
    """A line as it is to be typed; what is wrong in it, and where (0-based code points).

    `replacement` stands instead of `lines` lines; it mostly has as many. What it holds may be an
    example beside what was written: then nothing is judged by it.
    """

    rule: Rule
    line: int
    start: int
    width: int
    replacement: str
    details: Mapping[str, str] = field(default_factory=dict)
    lines: int = 1
    is_example: bool = False

    @property
    def ends(self) -> bool:
        """Whether the file is not read as it was meant: lines below it would stand elsewhere."""
        return self.is_example or self.replacement.count("\n") + 1 != self.lines

    def at(self, source: Document) -> Diagnostic:
        """The diagnostic."""
        where = source.at(self.line, self.start, self.width)
        is_one = self.lines == 1 and "\n" not in self.replacement
        if is_one or self.rule.hint != TYPE_LINE:
            return self.rule.at(where, typed=self.replacement, **self.details)
        last = self.line + self.lines
        lines = f"{self.line + 1}" if self.lines == 1 else f"{self.line + 1}–{last}"
        rule = replace(self.rule, hint=TYPE_LINES)
        return rule.at(where, typed=self.replacement, lines=lines, **self.details)


def with_replacements(source: Document, slips: Iterable[Slip]) -> Document:
    """The document with lines as they were meant."""
    lines = list(source.lines)
    for slip in sorted(slips, key=lambda slip: -slip.line):  # those above stay where they are
        typed = slip.replacement.split("\n")
        lines[slip.line : slip.line + slip.lines] = typed
    return replace(source, lines=tuple(lines))


def together(slips: Iterable[Slip]) -> Iterator[Slip]:
    """Slips of one kind in lines one below the other: one mistake, made through all of them."""
    last: Slip | None = None
    for slip in slips:
        if last and _goes_on(last, slip):
            typed = f"{last.replacement}\n{slip.replacement}"
            last = replace(last, replacement=typed, lines=last.lines + slip.lines)
            continue
        if last:
            yield last
        last = slip
    if last:
        yield last


def _goes_on(last: Slip, slip: Slip) -> bool:
    same = (last.rule, last.details) == (slip.rule, slip.details)
    return same and slip.rule.hint == TYPE_LINE and slip.line == last.line + last.lines
