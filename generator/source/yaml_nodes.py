"""YAML to nodes: every scalar is text and knows its place; the schema decides types, not YAML."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import count

import yaml

from generator.diagnostics import Diagnostic, Location, Rule
from generator.source.colon_slips import colon_slips
from generator.source.document import Document
from generator.source.escapes import escape_slips
from generator.source.head_slips import head_slips
from generator.source.hyphens import hyphen_slips
from generator.source.lines import is_of_words, key_in, parts
from generator.source.notation import (
    BAD_YAML,
    CUT,
    CUT_WHOLE,
    PROGRAM_TAG,
    REMARK_AS_VALUE,
    TOO_DEEP,
    place_of,
    refusal_of,
    remark_behind,
    syntax,
)
from generator.source.repair import LARGEST, guesses, near, runs_over
from generator.source.replacement_lines import scalar
from generator.source.slip import TYPE_LINE, Slip, together, with_replacements
from generator.source.stop_reasons import OPEN_MARK
from generator.source.yaml_signs import signs, straight

DUPLICATE_KEY = Rule(
    "duplicate-key",
    "“{key}” is written twice in the same group, first in line {first}: one of the two would be "
    "lost.",
    "Keep one of the two lines.",
)
DUPLICATE_GROUP = DUPLICATE_KEY.with_hint(
    "Move the lines below this one to the end of those below line {first}, then delete this line."
)
KEY_FORM = Rule(
    "key-form",
    "A key must be a plain word.",
    "Write key: value, with the key on one line.",
)
BRACES_TWICE = KEY_FORM.with_hint(TYPE_LINE)
DEEPEST = 20
MOST_GUESSES = 12
"""Lines of one file whose meaning is guessed; who has more wrong ones begins the file anew."""

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_FINDERS = (hyphen_slips, signs, colon_slips, escape_slips)  # of two, the last one tells
_NOTHING = frozenset({"~", "null", "Null", "NULL"})


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text value."""

    text: str
    where: Location


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and values in the order of the file; `flow` if it is written in braces."""

    items: tuple[tuple[Scalar, "Node"], ...]
    where: Location
    flow: bool = False


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    items: tuple["Node", ...]
    where: Location


Node = Scalar | Mapping | Sequence


def read_yaml(
    source: Document, start: int = 0, stop: int | None = None, tags: frozenset[str] = frozenset()
) -> tuple[Node | None, list[Diagnostic]]:
    """The node of lines `start` to `stop` of a document (None when there is none) and the problems.

    A line with a slip of typing is read as it was meant, so that it hides nothing else and nothing
    else is told of it. `tags` are those of YAML that may stand there, by their whole names; their
    values are text.
    """
    lines = source.lines[start:stop]
    slips = {slip.line: slip for slip in head_slips(lines, start)}
    if not slips:
        slips = {slip.line: slip for find in _FINDERS for slip in find(lines, start)}
    for guessed in count(len(slips)):  # a guess may lead back to the one before it
        reader = _Reader(with_replacements(source, slips.values()), start, stop, tags)
        root = reader.read()
        guess = _guess(reader) if guessed < MOST_GUESSES else None
        if guess is None:
            break
        told = slips.get(guess.line)  # its first mistake is told, with what is right in the end
        slips[guess.line] = replace(told, replacement=guess.replacement) if told else guess
    mended = [slip.at(source) for slip in together(slips[line] for line in sorted(slips))]
    if any(slip.ends for slip in slips.values()):
        return None, mended
    return root, [*mended, *reader.found]


def _guess(reader: "_Reader") -> Slip | None:
    """What was meant where reading stopped: a line with which all can be read, or most."""
    at, first = reader.stopped_at, reader.start
    if at is None or reader.ended or len(reader.source.text) > LARGEST:
        return None
    best = None
    lines = reader.source.lines[first : reader.stop]
    for guess in guesses(lines, near(lines, at)):
        slip = replace(guess, line=guess.line + first)
        tried = with_replacements(reader.source, [slip])
        again = _Reader(tried, first, reader.stop, reader.tags)
        again.read()
        if again.stopped_at is None:
            return slip
        if again.stopped_at > at:
            at, best = again.stopped_at, slip
    return best


def _joined(one: Node, other: Node) -> Node:
    """What two values of one key hold together; of two texts the first that says something."""
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        known = {key.text for key, _ in one.items}
        more = tuple(pair for pair in other.items if pair[0].text not in known)
        return replace(one, items=(*one.items, *more))
    if isinstance(one, Sequence) and isinstance(other, Sequence):
        return replace(one, items=(*one.items, *other.items))
    return other if isinstance(one, Scalar) and not one.text else one


class _Refused(Exception):  # noqa: N818 - no fault: reading ends here
    """What follows cannot be read."""


class _Reader:
    """Turns PyYAML's events into nodes; nothing is expanded, and no group is entered too deep.

    `stopped_at` is the line of the text at which it could not go on, if there is one; `ended` says
    that no slip of typing is to blame for that.
    """

    def __init__(
        self, source: Document, start: int, stop: int | None, tags: frozenset[str]
    ) -> None:
        self.source, self.start, self.stop, self.tags = source, start, stop, tags
        self.found: list[Diagnostic] = []
        self.told: set[tuple[Rule, str]] = set()
        self.depth = self.documents = 0
        self.stopped_at: int | None = None
        self.remarks = self.ended = False
        self.last: yaml.Event = yaml.StreamStartEvent()

    def read(self) -> Node | None:
        """The node, or None if reading stopped."""
        root: Node | None = None
        text = "\n".join(self.source.lines[self.start : self.stop])
        self.remarks = " #" in text.replace("\t", " ")
        try:
            events = self._judged(yaml.parse(text, Loader=_LOADER))
            for event in events:
                if isinstance(event, yaml.NodeEvent):
                    root = self._node(event, events)
        except yaml.YAMLError as error:
            self._stop(place_of(error)[0], syntax(error, self.start).at(self.source))
        except _Refused:
            pass
        return root if self.stopped_at is None else None

    def _stop(self, line: int, problem: Diagnostic) -> None:
        self.found.append(problem)
        self.stopped_at = line if self.stopped_at is None else self.stopped_at

    def _judged(self, events: Iterator[yaml.Event]) -> Iterator[yaml.Event]:
        for event in events:
            if isinstance(event, yaml.ScalarEvent) and not (event.anchor or event.tag):
                yield event  # nearly all are: nothing can be wrong with them
                continue
            self.documents += isinstance(event, yaml.DocumentStartEvent)
            self.depth += isinstance(event, yaml.CollectionStartEvent)
            self.depth -= isinstance(event, yaml.CollectionEndEvent)
            told = refusal_of(event, self.documents, self.tags)
            if self.depth > DEEPEST:
                told = TOO_DEEP, str(DEEPEST)
            if told and told not in self.told:
                self.told.add(told)
                line = event.start_mark.line if event.start_mark else 0
                self._stop(line, told[0].at(self._where(event, event), mark=told[1]))
                self.ended |= bool(self.tags) or told[0] is PROGRAM_TAG  # who writes it knows YAML
            if self.depth > DEEPEST or self.documents > 1:
                self.ended = True
                raise _Refused
            yield event

    def _node(self, event: yaml.Event, events: Iterator[yaml.Event]) -> Node:
        if isinstance(event, yaml.MappingStartEvent):
            pairs = tuple(self._pairs(events))
            return Mapping(pairs, self._where(event, self.last), bool(event.flow_style))
        if isinstance(event, yaml.SequenceStartEvent):
            items = tuple(self._node(item, events) for item in self._until_end(events))
            return Sequence(items, self._where(event, self.last))
        text = str(getattr(event, "value", ""))
        is_plain = not getattr(event, "style", None)
        if not is_plain:
            self._ends(event)
        if is_plain and self.remarks:
            text = self._cut(event, text)
        if is_plain and text in _NOTHING:
            text = ""
        return Scalar(text, self._where(event, event))

    def _ends(self, event: yaml.Event) -> None:
        """Stop where a value in quotation marks goes on over keys: its mark was not closed."""
        where, last = self._where(event, event), event.end_mark
        below = self.source.lines[where.line : last.line + self.start + 1] if last else ()
        if getattr(event, "style", "") in {'"', "'"} and runs_over(below):
            self._stop(where.line - 1 - self.start, BAD_YAML.at(where, problem=OPEN_MARK))
            raise _Refused

    def _cut(self, event: yaml.Event, text: str) -> str:
        """What YAML drops behind an unquoted value, where it is no remark but a part of it.

        Where it is all of the value, it is taken for the value.
        """
        if event.end_mark is None:
            return text
        number, column = event.end_mark.line + self.start, event.end_mark.column
        line = self.source.lines[number]
        behind = remark_behind(key_in(parts(line)[0])) if text else REMARK_AS_VALUE
        found = behind.match(line[column:])
        if not found:
            return text
        cut = found[2].rstrip()
        if not text:
            return self._uncovered(number, column + found.start(2), cut)
        start = event.start_mark.column if event.start_mark else 0
        typed = line[:start].rstrip(" ") + " " + straight(line[start:].strip())
        at = column + found.start(2)
        self.found.append(CUT.at(self.source.at(number, at, len(cut)), cut=cut, typed=typed))
        return text

    def _uncovered(self, number: int, column: int, cut: str) -> str:
        """The value that nothing but a remark stands for: its sign belongs only to words."""
        head = self.source.lines[number][:column]
        text = cut if is_of_words(head, cut) else cut.lstrip("#").strip()
        typed = text if text[0] in "[{" else scalar(text)
        where = self.source.at(number, column, len(cut))
        self.found.append(CUT_WHOLE.at(where, cut=cut, typed=f"{head.rstrip()} {typed}"))
        return text

    def _until_end(self, events: Iterator[yaml.Event]) -> Iterator[yaml.Event]:
        for event in events:
            self.last = event
            if isinstance(event, yaml.CollectionEndEvent):
                return
            yield event

    def _pairs(self, events: Iterator[yaml.Event]) -> Iterator[tuple[Scalar, Node]]:
        seen: dict[str, tuple[Scalar, Node]] = {}
        for event in self._until_end(events):
            key, value = self._node(event, events), self._node(next(events), events)
            if not isinstance(key, Scalar):
                yield from self._braced(key)
            elif key.text in seen:
                first, other = seen[key.text]
                both = _joined(other, value)
                rule = DUPLICATE_KEY if isinstance(value, Scalar) else DUPLICATE_GROUP
                self.found.append(rule.at(key.where, key=key.text, first=first.where.line))
                seen[key.text] = first, both
            else:
                seen[key.text] = key, value
        yield from seen.values()

    def _braced(self, key: Node) -> Iterator[tuple[Scalar, Node]]:
        """The keys of a group in two pairs of braces; what is wrong with whatever is no key."""
        typed = (line := key.where.text).replace("{{", "{").replace("}}", "}")
        pairs = key.items if isinstance(key, Mapping) else ()
        if typed != line and any(not isinstance(value, Scalar) or value.text for _, value in pairs):
            self.found.append(BRACES_TWICE.at(key.where, typed=typed))
            yield from pairs
        else:
            self.found.append(KEY_FORM.at(key.where))

    def _where(self, first: yaml.Event, last: yaml.Event) -> Location:
        start, end = first.start_mark, last.end_mark
        if start is None or end is None:
            return self.source.at(self.start)
        width = end.column - start.column if end.line == start.line else 1
        return self.source.at(start.line + self.start, start.column, max(1, width))
