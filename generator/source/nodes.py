"""YAML to nodes: every scalar is text and knows its place; the schema decides types, not YAML."""

from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from generator.diagnostics import Diagnostic, Location, Rule
from generator.source.document import Document

DUPLICATE_KEY = Rule(
    "duplicate-key",
    "“{key}” is written twice in the same group (first in line {first}).",
    "Keep one of the two lines.",
)
ALIAS = Rule(
    "yaml-alias",
    "“{mark}” is an anchor or an alias of YAML, which is not used here.",
    "Write the value out, or put it in quotes if it begins with & or *.",
)
TAG = Rule(
    "yaml-tag",
    "“{mark}” is a tag of YAML, which is not used here.",
    "Put the value in quotes if it begins with an exclamation mark.",
)
TAB = Rule(
    "tab-indent",
    "The indentation holds a tab.",
    "Use spaces: two for each level.",
)
BAD_YAML = Rule(
    "yaml-form",
    "The text cannot be read from here on: {problem}.",
    "Check the colon and space after each key, the quotes, and the indentation of this line and the one above.",
)
KEY_FORM = Rule(
    "key-form",
    "A key must be a plain word.",
    "Write key: value, with the key on one line.",
)
TOO_DEEP = Rule(
    "too-deep",
    "The groups are nested more than {depth} levels deep.",
    "Write it flatter, as in the examples of the documentation.",
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
    source: Document, start: int = 0, stop: int | None = None, *, lenient: bool = False
) -> tuple[Node | None, list[Diagnostic]]:
    """The node of lines `start` to `stop` of a document (None when there is none) and the problems.

    `lenient` lets tags pass: `mkdocs.yml` is another program's file.
    """
    text = "\n".join(source.lines[start:stop])
    found = [*_tabs(source, start, stop)] or [*_forbidden(source, text, start, lenient=lenient)]
    if found:
        return None, found
    tree = yaml.compose(text, Loader=_LOADER)
    if tree is None:
        return None, []
    return _Reader(source, start).read(tree)


def _tabs(source: Document, start: int, stop: int | None) -> Iterator[Diagnostic]:
    for number, line in enumerate(source.lines[start:stop], start):
        indent = line[: len(line) - len(line.lstrip())]
        if "\t" in indent:
            yield TAB.at(source.at(number, indent.index("\t")))


def _forbidden(source: Document, text: str, start: int, *, lenient: bool) -> Iterator[Diagnostic]:
    """Anchors, aliases, tags, depth and syntax, from the event stream: nothing is expanded."""
    depth = 0
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(
                event, yaml.CollectionEndEvent
            )
            mark = event.start_mark
            where = source.at(mark.line + start, mark.column)
            if getattr(event, "anchor", None):
                sign = "*" if isinstance(event, yaml.AliasEvent) else "&"
                yield ALIAS.at(where, mark=f"{sign}{event.anchor}")
            elif getattr(event, "tag", None) and not lenient:
                yield TAG.at(where, mark=event.tag)
            elif depth > DEEPEST:
                yield TOO_DEEP.at(where, depth=DEEPEST)
                return
    except yaml.YAMLError as error:
        yield _syntax(source, error, start)


def _syntax(source: Document, error: yaml.YAMLError, start: int) -> Diagnostic:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line, column = (mark.line, mark.column) if mark else (0, 0)
    problem = getattr(error, "problem", None) or "unreadable character"
    return BAD_YAML.at(source.at(line + start, column), problem=problem)


class _Reader:
    """Turns PyYAML's nodes into ours and finds repeated keys."""

    def __init__(self, source: Document, start: int) -> None:
        self.source, self.start = source, start
        self.found: list[Diagnostic] = []

    def read(self, tree: yaml.Node) -> tuple[Node, list[Diagnostic]]:
        return self._node(tree), self.found

    def _node(self, node: yaml.Node) -> Node:
        where = self._where(node)
        if isinstance(node, yaml.ScalarNode):
            return Scalar(str(node.value), where)
        if isinstance(node, yaml.SequenceNode):
            return Sequence(tuple(self._node(item) for item in node.value), where)
        return Mapping(tuple(self._pairs(node)), where)

    def _pairs(self, node: yaml.MappingNode) -> Iterator[tuple[Scalar, Node]]:
        seen: dict[str, int] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                self.found.append(KEY_FORM.at(self._where(key)))
                continue
            name = Scalar(str(key.value), self._where(key))
            if name.text in seen:
                self.found.append(
                    DUPLICATE_KEY.at(name.where, key=name.text, first=seen[name.text])
                )
                continue
            seen[name.text] = name.where.line
            yield name, self._node(value)

    def _where(self, node: yaml.Node) -> Location:
        start, end = node.start_mark, node.end_mark
        width = end.column - start.column if end.line == start.line else 1
        return self.source.at(start.line + self.start, start.column, max(1, width))
