"""A file of data written anew with some of its values otherwise; the rest stays as it was typed.

Order, quotation marks and line ends are kept. A remark stays with a line that stays: one behind or
above a value that goes or changes goes with it.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

import yaml

from generator.source.edits import NotEditableError
from generator.source.entries import Route, value_text
from generator.source.entry_data import BOM, EntryData, is_flow

_REMARK = re.compile(r"(?<![^\s])#[^\r\n]*")


@dataclass(frozen=True, slots=True)
class RemarkLine:
    """A line of remark in the place of a key that goes."""

    text: str


NewValue = str | RemarkLine | None
"""None takes a key or an item away."""
_Span = tuple[int, int, str]


def rewrite(
    path: str, text: str, values: Mapping[Route, NewValue], is_stale: Callable[[str], bool]
) -> str:
    """The text with other values at some places; a key that is not there is added to its group.

    Remarks that `is_stale` tells go too.

    Raises:
        NotEditableError: it is written so that lines of the author would have to go.
    """
    bare = text.removeprefix(BOM)
    try:
        root = yaml.SafeLoader(bare).get_single_node()
    except yaml.YAMLError:
        root = None
    if not isinstance(root, yaml.MappingNode) or is_flow(root):
        raise NotEditableError(path)
    writer = _Writer(EntryData(bare, root, 0), values)
    writer.walk(root, ())
    spans = _merged([*writer.spans, *writer.stale_remarks(is_stale)])
    for start, end, new in reversed(spans):
        bare = bare[:start] + new + bare[end:]
    return bare


def _merged(spans: list[_Span]) -> list[_Span]:
    """In order, what is added first, and without those that lie within another."""
    found: list[_Span] = []
    for span in sorted(spans, key=lambda span: (span[0], span[0] < span[1], -span[1])):
        if not found or span[0] >= found[-1][1]:
            found.append(span)
        elif span[1] > found[-1][1]:
            start, _, new = found[-1]
            found[-1] = start, span[1], new + span[2]
    return found


@dataclass(slots=True)
class _Writer:
    """Collects what is written where."""

    data: EntryData
    values: Mapping[Route, NewValue]
    spans: list[_Span] = field(default_factory=list)

    def walk(self, node: yaml.Node, route: Route) -> None:
        """All below a value."""
        if isinstance(node, yaml.CollectionNode) and is_flow(node):
            if self._changes(route):
                self._replace(node, self._flow(node, route))
        elif isinstance(node, yaml.MappingNode):
            self._group(node, route)
        elif isinstance(node, yaml.SequenceNode):
            for number, item in enumerate(node.value):
                self._item(item, (*route, number))

    def stale_remarks(self, is_stale: Callable[[str], bool]) -> Iterator[_Span]:
        """The remarks that hold no longer, with the line of one that has a line of its own."""
        inside = sorted(self._texts(self.data.root))
        for found in _REMARK.finditer(self.data.text):
            within = any(start <= found.start() < end for start, end in inside)
            if not within and is_stale(found[0]):
                yield self._whole(found.start(), found.end())

    def _group(self, node: yaml.MappingNode, route: Route) -> None:
        for number, (key, value) in enumerate(node.value):
            here = (*route, str(key.value))
            if here not in self.values:
                self.walk(value, here)
            elif isinstance(new := self.values[here], str):
                self._replace(value, value_text(new, _marks(value)), key)
            else:
                self._remove_key(node, number, new)
        self._add(node, route)

    def _add(self, node: yaml.MappingNode, route: Route) -> None:
        """Keys that are not there yet, below the last one."""
        for key, value in self._missing(node, route):
            at = self.data.span(node.value[-1][1])[1]
            indent = " " * node.value[0][0].start_mark.column
            stop = self.data.line(at)[1]
            self.spans.append((stop, stop, f"{indent}{key}: {value}{self._line_end()}"))

    def _missing(self, node: yaml.CollectionNode, route: Route) -> Iterator[tuple[str, str]]:
        known = {(*route, str(key.value)) for key, _ in node.value}
        for place, new in self.values.items():
            if place[:-1] == route and place not in known and isinstance(new, str):
                yield str(place[-1]), value_text(new, inside=is_flow(node))

    def _item(self, item: yaml.Node, route: Route) -> None:
        if route not in self.values:
            self.walk(item, route)
        elif isinstance(new := self.values[route], str):
            self._replace(item, value_text(new, _marks(item)))
        else:
            start, end = self.data.span(item)
            dash = self.data.text.rindex("-", 0, start)
            self.spans.append((self._above(dash), self.data.line(end)[1], ""))

    def _replace(self, node: yaml.Node, new: str, key: yaml.Node | None = None) -> None:
        """A value, and the remarks that stand behind and above it."""
        start, end = self.data.span(node)
        if start == end:  # nothing is written yet
            raise NotEditableError(new)
        behind = _REMARK.search(self.data.text, end, max(end, self.data.line(end)[1]))
        self.spans.append((start, end, new))
        if behind and not self.data.text[end : behind.start()].strip(" \t"):
            self.spans.append((end, behind.end(), ""))
        first = self.data.at(key.start_mark) if key else start
        line = self.data.line(first)[0]
        if self._above(first) < line:
            self.spans.append((self._above(first), line, ""))

    def _remove_key(self, group: yaml.MappingNode, number: int, new: NewValue) -> None:
        key, value = group.value[number]
        first = self.data.at(key.start_mark)
        end = self.data.line(max(self.data.span(value)[1], self.data.at(key.end_mark)))[1]
        line = self.data.line(first)[0]
        if self.data.text[line:first].strip():  # it stands behind the dash of its item
            following = group.value[number + 1 : number + 2]
            after = self.data.at(following[0][0].start_mark) if following else end
            if not following or "#" in self.data.text[end:after]:
                raise NotEditableError(str(key.value))
            self.spans.append((first, after, ""))
            return
        start, text = self._above(first), self.data.text
        if isinstance(new, RemarkLine):
            words = f"{text[line:first]}{new.text}{self._line_end()}"
            self.spans.append((start, end, words))
            return
        while _is_blank_line(text, end) and text[:start].endswith(("\n\n", "\n\r\n")):
            end = self.data.line(end)[1]
        self.spans.append((start, end, ""))

    def _flow(self, node: yaml.CollectionNode, route: Route) -> str:
        """A group or list in brackets as it would be."""
        start, end = self.data.span(node)
        if any("#" in self.data.text[a:b] for a, b in _gaps(self.data, node, start, end)):
            raise NotEditableError(self.data.text[start:end])
        if isinstance(node, yaml.SequenceNode):
            parts = [self._part(item, (*route, at)) for at, item in enumerate(node.value)]
            return f"[{', '.join(part for part in parts if part is not None)}]"
        pairs = [
            f"{key.value}: {part}"
            for key, value in node.value
            if (part := self._part(value, (*route, str(key.value)))) is not None
        ]
        more = [f"{key}: {value}" for key, value in self._missing(node, route)]
        return f"{{{', '.join((*pairs, *more))}}}"

    def _part(self, node: yaml.Node, route: Route) -> str | None:
        if route in self.values:
            new = self.values[route]
            return value_text(new, _marks(node), inside=True) if isinstance(new, str) else None
        if isinstance(node, yaml.CollectionNode):
            return self._flow(node, route)
        start, end = self.data.span(node)
        return self.data.text[start:end]

    def _changes(self, route: Route) -> bool:
        return any(place[: len(route)] == route for place in self.values)

    def _above(self, at: int) -> int:
        """Where the remarks begin that stand in lines of their own right above a place."""
        start = self.data.line(at)[0]
        while start:
            before = start - (2 if self.data.text[start - 2 : start] == "\r\n" else 1)
            line = self.data.line(before)[0]
            if not self.data.text[line:start].lstrip().startswith("#"):
                break
            start = line
        return start

    def _whole(self, start: int, end: int) -> _Span:
        line, stop = self.data.line(start)
        if not self.data.text[line:start].strip():
            return line, stop, ""
        while self.data.text[start - 1] in " \t":
            start -= 1
        return start, end, ""

    def _texts(self, node: yaml.Node) -> Iterator[tuple[int, int]]:
        if isinstance(node, yaml.ScalarNode):
            yield self.data.span(node)
        elif isinstance(node, yaml.CollectionNode):
            for part in node.value:
                for each in part if isinstance(part, tuple) else (part,):
                    yield from self._texts(each)

    def _line_end(self) -> str:
        return "\r\n" if "\r\n" in self.data.text else "\n"


def _gaps(data: EntryData, node: yaml.Node, start: int, end: int) -> Iterator[tuple[int, int]]:
    """What stands between the texts of a group in brackets."""
    for part in node.value if isinstance(node, yaml.CollectionNode) else ():
        for each in part if isinstance(part, tuple) else (part,):
            first, last = data.span(each)
            yield start, first
            start = last
    yield start, end


def _is_blank_line(text: str, at: int) -> bool:
    return text[at : at + 1] == "\n" or text[at : at + 2] == "\r\n"


def _marks(node: yaml.Node) -> str | None:
    """The quotation marks around a text."""
    style = node.style if isinstance(node, yaml.ScalarNode) else None
    return style if style in {"'", '"'} else None
