"""Keys of a file's data set, removed, lengthened: all else stays as its author wrote it.

A place is found by the marks of YAML and counted in characters of the text as saved, so that
comments, order, quotation marks, line ends and a byte order mark are never written anew.
"""

import json
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache

import yaml

from generator.diagnostics import Diagnostic
from generator.source.document import document
from generator.source.edits import NotEditableError
from generator.source.entry_data import BOM, EntryData, is_flow, is_line_each, items_replaced
from generator.source.frontmatter import split
from generator.source.replacement_lines import scalar
from generator.source.yaml_signs import straight

Route = tuple[str | int, ...]
"""The keys, and the numbers of items, that lead to a value."""
Value = str | tuple[str, ...] | None
"""A text, a list of texts; None is a key that is not there."""

_LONG = 72
"""Letters of a list in one line; a longer one has a line for each item, as people write it."""
_KNOWN = 8
"""Texts whose data is remembered: those that some people write in now."""
_Pair = tuple[yaml.Node, yaml.Node]


@dataclass(frozen=True, slots=True)
class KeyEntry:
    """A value at a place; None takes its key away.

    A key that is not there is added below the last of the keys `after` that is, or as the last one
    of its group, with the remark `note`.
    """

    route: Route
    value: Value
    after: tuple[str, ...] = ()
    note: str = ""


def value_at(path: str, text: str, route: Route) -> Value:
    """What is written at a place; a list of texts as a tuple; None of what is neither.

    Raises:
        NotEditableError: the file cannot be read.
    """
    with suppress(KeyError):
        return _value(_node(_data(path, text).root, route))
    return None


def _value(node: yaml.Node) -> Value:
    if isinstance(node, yaml.ScalarNode):
        return str(node.value)
    items = node.value if isinstance(node, yaml.SequenceNode) else ()
    if items and all(isinstance(item, yaml.ScalarNode) for item in items):
        return tuple(str(item.value) for item in items)
    return None


def values_at(path: str, text: str) -> dict[str, Value]:
    """The texts, and lists of texts, that stand at the keys of a file; of what is neither None.

    Raises:
        NotEditableError: the file cannot be read.
    """
    root = _data(path, text).root
    pairs = root.value if isinstance(root, yaml.MappingNode) else ()
    return {str(key.value): _value(node) for key, node in pairs}


def with_entry(path: str, text: str, entry: KeyEntry) -> str:
    """The text with another value at a place.

    Raises:
        NotEditableError: the place is written so that lines of the author would have to go.
    """
    data, route, value = _data(path, text), entry.route, entry.value
    group, pair = _found(data, path, route)
    if value is None:
        done = _without(data, group, pair) if pair else text
    elif pair:
        done = _replaced(data, group, pair, value)
    else:
        note = f"  # {entry.note}" if entry.note else ""
        words = value_text(value, inside=is_flow(group))
        if isinstance(value, tuple) and len(words) > _LONG and not is_flow(group):
            note += "".join(f"\n  - {value_text(each)}" for each in value)
            words = ""
        done = _added(data, group, f"{route[-1]}: {words}".rstrip() + note, entry.after)
    if value_at(path, done, route) != value:
        raise NotEditableError(path)
    return done


def with_entry_of(path: str, text: str, other: str, key: str) -> str:
    """The text with a key as another text of the file has it: its lines, where they stand there.

    Raises:
        NotEditableError: it has no such key, or one that shares its line with others.
    """
    there, here = _data(path, other), _data(path, with_entry(path, text, KeyEntry((key,), None)))
    pairs, known = (dict(_lines_of(each)) for each in (there, here))
    if key not in pairs:
        raise NotEditableError(path)
    start, stop = pairs[key]
    above = [there.start, *(end for _, end in pairs.values() if end <= start)]
    names = [name for name, (_, end) in pairs.items() if end <= start]
    at = next((known[name][1] for name in reversed(names) if name in known), here.start)
    remarks = other[above[-1] : start]
    is_next = not names or names[-1] in known
    at += len(remarks) if is_next and here.text.startswith(remarks, at) else 0
    done = here.text[:at] + other[start:stop] + here.text[at:]
    if value_at(path, done, (key,)) != value_at(path, other, (key,)):
        raise NotEditableError(path)
    return done


def _lines_of(data: EntryData) -> Iterator[tuple[str, tuple[int, int]]]:
    """Where the lines of each key begin and end."""
    if not isinstance(data.root, yaml.MappingNode) or is_flow(data.root):
        raise NotEditableError(data.text)
    for key, value in data.root.value:
        first = data.at(key.start_mark)
        end = max(data.span(value)[1], data.at(key.end_mark) + 1)
        yield str(key.value), (max(data.line(first)[0], data.start), data.line(end)[1])


def with_item(path: str, text: str, route: Route, item: str) -> str:
    """The text with one item more, as YAML writes it in one line, at the end of a list.

    A list that is not there becomes the last key of its group.

    Raises:
        NotEditableError: what is there is no list.
    """
    data = _data(path, text)
    group, pair = _found(data, path, route)
    if pair is None:
        return _added(data, group, f"{route[-1]}:\n  - {item}")
    list_ = pair[1]
    start, end = data.span(list_)
    if isinstance(list_, yaml.ScalarNode) and not list_.value:
        return f"{text[:start]} [{item}]{text[end:]}"
    if not isinstance(list_, yaml.SequenceNode):
        raise NotEditableError(path)
    if is_flow(list_):
        at = data.span(list_.value[-1])[1] if list_.value else start + 1
        return text[:at] + (", " if list_.value else "") + item + text[at:]
    return _below(data, end, data.text[data.line(start)[0] : start] + f"- {item}")


@lru_cache(_KNOWN)
def _data(path: str, text: str) -> EntryData:
    """One text is asked for all its fields, one after the other."""
    start, stop = _bounds(path, text)
    try:
        root = yaml.SafeLoader(text[start:stop]).get_single_node()
    except yaml.YAMLError:
        root = None
    if root is None:
        raise NotEditableError(path)
    return EntryData(text, root, start)


def _bounds(path: str, text: str) -> tuple[int, int]:
    bare = text.removeprefix(BOM)
    first = len(text) - len(bare)
    if not path.endswith(".md"):
        return first, len(text)
    found = split(document(path, bare)) if bare.strip() else None
    if found is None or isinstance(found, Diagnostic):
        raise NotEditableError(path)
    starts = [first, *_starts(bare, first)]
    return starts[found.start], starts[min(found.stop, len(starts) - 1)]


def _starts(text: str, first: int) -> Iterator[int]:
    """Where each line but the first begins."""
    for at, sign in enumerate(text, first + 1):
        if sign == "\n" or (sign == "\r" and text[at - first : at - first + 1] != "\n"):
            yield at


def _found(data: EntryData, path: str, route: Route) -> tuple[yaml.Node, _Pair | None]:
    """The group that a place is in, and the key with its value if it is there."""
    try:
        group = _node(data.root, route[:-1])
        return group, _pair(group, route[-1])
    except KeyError:
        raise NotEditableError(path) from None


def _node(node: yaml.Node, route: Route) -> yaml.Node:
    """The value at a place; raises KeyError where there is none."""
    for part in route:
        if isinstance(part, int) and isinstance(node, yaml.SequenceNode):
            node = next(iter(node.value[part : part + 1]), yaml.ScalarNode("", ""))
        elif pair := _pair(node, part):
            node = pair[1]
        else:
            raise KeyError(part)
    return node


def _pair(node: yaml.Node, key: str | int) -> _Pair | None:
    """A key with its value; raises KeyError in what is no group, or where it is written twice."""
    if not isinstance(node, yaml.MappingNode):
        raise KeyError(key)
    found = [pair for pair in node.value if pair[0].value == key]
    if len(found) > 1:
        raise KeyError(key)
    return found[0] if found else None


def value_text(
    value: str | tuple[str, ...], style: str | None = None, *, inside: bool = False
) -> str:
    """A value in one line, in the marks that stand around it already; `inside` brackets."""
    if isinstance(value, tuple):
        return f"[{', '.join(value_text(each, inside=True) for each in value)}]"
    plain = scalar(value, inside=inside)
    if style is None and plain == value == value.strip():
        return plain
    if "\n" in value:
        return json.dumps(value, ensure_ascii=False)
    return (
        "'{}'".format(value.replace("'", "''")) if style == "'" or '"' in value else straight(value)
    )


def _replaced(data: EntryData, group: yaml.Node, pair: _Pair, value: str | tuple[str, ...]) -> str:
    key, old = pair
    if isinstance(value, tuple) and isinstance(old, yaml.SequenceNode) and is_line_each(data, old):
        return items_replaced(data, old, value, value_text)
    start, end = data.span(old)
    behind = data.text.index(":", data.at(key.end_mark)) + 1
    between = data.text[behind:end]
    if isinstance(old, yaml.CollectionNode) and "#" in between and "\n" in between:
        raise NotEditableError(between)  # the author's remarks would go
    marks = old.style if isinstance(old, yaml.ScalarNode) and old.style in {"'", '"'} else None
    new = value_text(value, marks, inside=is_flow(group))
    if start == end or "\n" in data.text[behind:start]:
        start, new = behind, f" {new}"
    return data.text[:start] + new + data.text[end:]


def _without(data: EntryData, group: yaml.Node, pair: _Pair) -> str:
    """The text without a key: without its lines, or the part of a group in brackets."""
    first, end = data.at(pair[0].start_mark), data.span(pair[1])[1]
    if is_flow(group):
        number = group.value.index(pair)
        start = data.span(group.value[number - 1][1])[1] if number else first
        last = data.at(group.value[1][0].start_mark) if not number and group.value[1:] else end
        return data.text[:start] + data.text[last:]
    start = data.line(first)[0]
    if data.text[start:first].strip(" " + BOM):
        raise NotEditableError(data.text[start:first])
    return data.text[:start] + data.text[data.line(end)[1] :]


def _added(data: EntryData, group: yaml.Node, entry: str, after: Sequence[str] = ()) -> str:
    """The text with a key more."""
    if not isinstance(group, yaml.MappingNode) or not group.value:
        raise NotEditableError(entry)
    if is_flow(group):
        at = data.span(group.value[-1][1])[1]
        return f"{data.text[:at]}, {entry}{data.text[at:]}"
    known = {pair[0].value: pair for pair in group.value}
    key, value = next((known[a] for a in reversed(after) if a in known), group.value[-1])
    first = data.at(key.start_mark)
    before = data.text[data.line(first)[0] : first].lstrip(BOM)
    if before.strip(" -"):
        raise NotEditableError(entry)
    indent = " " * len(before)
    lines = entry.split("\n")
    end = max(data.span(value)[1], data.at(key.end_mark) + 1)
    return _below(data, end, *(indent + line for line in lines))


def _below(data: EntryData, at: int, *lines: str) -> str:
    """The text with lines below that of a place, which end as it does."""
    stop = data.line(at)[1]
    head = data.text[:stop]
    end = head[len(head.rstrip("\r\n")) :][-2:] or "\n"
    end = end if end == "\r\n" else end[-1]
    head += "" if head.endswith(end) else end
    return head + end.join(lines) + end + data.text[stop:]
