"""YAML to nodes: every scalar is text and knows its place; the schema decides types, not YAML."""

from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from generator.diagnostics import Diagnostic, Location, Rule
from generator.source.document import Document
from generator.source.notation import CUT, DROPPED, TOO_DEEP, odd_characters, refused, syntax

DUPLICATE_KEY = Rule(
    "duplicate-key",
    "“{key}” is written twice in the same group (first in line {first}).",
    "Keep one of the two lines.",
)
KEY_FORM = Rule(
    "key-form",
    "A key must be a plain word.",
    "Write key: value, with the key on one line.",
)
DEEPEST = 20

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text value."""

    text: str
    where: Location


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and values in the order of the file."""

    items: tuple[tuple[Scalar, "Node"], ...]
    where: Location


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

    `tags` are those of YAML that may stand there, by their whole names; their values are text.
    """
    found = [*odd_characters(source, start, stop)]
    if found:
        return None, found
    return _Reader(source, start, tags).read("\n".join(source.lines[start:stop]))


class _Refused(Exception):  # noqa: N818 - no fault: reading ends here
    """What follows cannot be read."""


class _Reader:
    """Turns PyYAML's events into nodes; nothing is expanded, and no group is entered too deep."""

    def __init__(self, source: Document, start: int, tags: frozenset[str]) -> None:
        self.source, self.start, self.tags = source, start, tags
        self.found: list[Diagnostic] = []
        self.told: set[tuple[Rule, str]] = set()
        self.depth = self.documents = 0
        self.whole, self.remarks = True, False
        self.last: yaml.Event = yaml.StreamStartEvent()

    def read(self, text: str) -> tuple[Node | None, list[Diagnostic]]:
        root: Node | None = None
        self.remarks = " #" in text.replace("\t", " ")
        try:
            events = self._judged(yaml.parse(text, Loader=_LOADER))
            for event in events:
                if isinstance(event, yaml.NodeEvent):
                    root = self._node(event, events)
        except yaml.YAMLError as error:
            self._refuse(syntax(self.source, error, self.start))
        except _Refused:
            pass
        return (root if self.whole else None), self.found

    def _refuse(self, problem: Diagnostic) -> None:
        self.found.append(problem)
        self.whole = False

    def _judged(self, events: Iterator[yaml.Event]) -> Iterator[yaml.Event]:
        for event in events:
            if isinstance(event, yaml.ScalarEvent) and not (event.anchor or event.tag):
                yield event  # nearly all are: nothing can be wrong with them
                continue
            self.documents += isinstance(event, yaml.DocumentStartEvent)
            self.depth += isinstance(event, yaml.CollectionStartEvent)
            self.depth -= isinstance(event, yaml.CollectionEndEvent)
            told = refused(event, self.documents, self.tags)
            if self.depth > DEEPEST:
                told = TOO_DEEP, str(DEEPEST)
            if told and told not in self.told:
                self.told.add(told)
                self._refuse(told[0].at(self._where(event, event), mark=told[1]))
            if self.depth > DEEPEST or self.documents > 1:
                raise _Refused
            yield event

    def _node(self, event: yaml.Event, events: Iterator[yaml.Event]) -> Node:
        if isinstance(event, yaml.MappingStartEvent):
            pairs = tuple(self._pairs(events))
            return Mapping(pairs, self._where(event, self.last))
        if isinstance(event, yaml.SequenceStartEvent):
            items = tuple(self._node(item, events) for item in self._until_end(events))
            return Sequence(items, self._where(event, self.last))
        if self.remarks and (cut := self._cut(event)):
            self.found.append(cut)
        return Scalar(str(getattr(event, "value", "")), self._where(event, event))

    def _cut(self, event: yaml.Event) -> Diagnostic | None:
        """What YAML drops behind an unquoted value, where it is no remark but a part of it."""
        if getattr(event, "style", None) or event.end_mark is None:
            return None
        number, column = event.end_mark.line + self.start, event.end_mark.column
        rest = self.source.lines[number][column:]
        dropped = DROPPED.match(rest)
        return dropped and CUT.at(
            self.source.at(number, column + dropped.start(1), len(dropped[1].rstrip())),
            cut=dropped[1].rstrip(),
        )

    def _until_end(self, events: Iterator[yaml.Event]) -> Iterator[yaml.Event]:
        for event in events:
            self.last = event
            if isinstance(event, yaml.CollectionEndEvent):
                return
            yield event

    def _pairs(self, events: Iterator[yaml.Event]) -> Iterator[tuple[Scalar, Node]]:
        seen: dict[str, int] = {}
        for event in self._until_end(events):
            key, value = self._node(event, events), self._node(next(events), events)
            if not isinstance(key, Scalar):
                self.found.append(KEY_FORM.at(key.where))
            elif key.text in seen:
                first = seen[key.text]
                self.found.append(DUPLICATE_KEY.at(key.where, key=key.text, first=first))
            else:
                seen[key.text] = key.where.line
                yield key, value

    def _where(self, first: yaml.Event, last: yaml.Event) -> Location:
        start, end = first.start_mark, last.end_mark
        if start is None or end is None:
            return self.source.at(self.start)
        width = end.column - start.column if end.line == start.line else 1
        return self.source.at(start.line + self.start, start.column, max(1, width))
