"""Lists and groups in one line as people write them who know only Word.

A list in a list, a list in braces, a group in square brackets, keys with semicolons between them or
without a space behind their colon: YAML reads something else, or drops a part without a word. What
was meant is clear; it is told with the line to type.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.diagnostics import Diagnostic, Rule
from generator.source.authored_keys import every_key
from generator.source.replacement_lines import (
    divided_keys,
    group_line,
    instead,
    list_line,
    marked_text,
)
from generator.source.slip import TYPE_LINE, TYPE_LINES
from generator.source.stop_reasons import (
    BRACES,
    BRACKETS,
    LIST_IN_LIST,
    NO_KEY,
    OPEN_KEYS,
    OPEN_LIST,
    PART_LOST,
)
from generator.source.value_shapes import items_of, list_keys
from generator.source.yaml_nodes import Mapping, Node, Scalar, Sequence

FORM = Rule(
    "inline-form",
    "What stands here in one line is not read as it was meant: {problem}.",
    TYPE_LINE,
)
LINES = FORM.with_hint(TYPE_LINES)
ITEMS = FORM.with_hint("Write each item in a line of its own, with one hyphen.")
_LIKE_A_KEY = re.compile(r"([A-Za-z_]\w*)\s*[:=]\s*\S.*")

NodeReading = tuple[Node, str, str]
"""A node as it was meant, how it is typed, and what is wrong with it as it stands."""


def read_flow(node: Mapping, diagnostics: list[Diagnostic]) -> Mapping:
    """The group with what stands in one line in it as it was meant."""
    pairs = tuple((name, _shaped(value, diagnostics, name.text)) for name, value in node.items)
    return replace(node, items=pairs)


def _shaped(node: Node, told: list[Diagnostic], key: str, *, in_list: bool = False) -> Node:
    """A value of a key, or an item of one."""
    if isinstance(node, Mapping):
        node = read_flow(node, told)
    elif isinstance(node, Sequence):
        items = tuple(_shaped(item, told, key, in_list=True) for item in node.items)
        node = replace(node, items=items)
    for meant, typed, problem in _slips(node, key, in_list=in_list):
        told.append(FORM.at(node.where, problem=problem, typed=instead(node.where, typed)))
        return meant
    return _flat(node, told) if isinstance(node, Sequence) else node


def _slips(node: Node, key: str, *, in_list: bool) -> Iterator[NodeReading]:
    """The slips of one node itself in one line; the first is told."""
    if isinstance(node, Sequence):
        inner = any(isinstance(item, Sequence) or _is_pair(item) for item in node.items)
        if inner and marked_text(node.where).endswith("]"):
            yield from _in_brackets(node, key, in_list=in_list)
            yield from _nested(node)
    elif isinstance(node, Mapping) and node.flow:
        bare = any(_is_bare(name, value) for name, value in node.items)
        if not bare or not marked_text(node.where).endswith("}"):
            return
        yield from _in_braces(node, key, in_list=in_list)
        yield from _undivided(node)
        yield from _unnamed(node, key)


def _is_pair(node: Node) -> bool:
    """Whether a node is a key with its value that stands in a list without braces."""
    at = node.where.column - 1
    return isinstance(node, Mapping) and node.flow and node.where.text[at : at + 1] != "{"


def _nested(node: Sequence) -> Iterator[NodeReading]:
    """«[[a, b]]»."""
    if any(isinstance(item, Sequence) for item in node.items):
        items = tuple(_leaves(node))
        typed = ", ".join(marked_text(item.where) for item in items)
        yield replace(node, items=items), f"[{typed}]", LIST_IN_LIST


def _flat(node: Sequence, told: list[Diagnostic]) -> Sequence:
    """The list with the items of lists that are items of it: «- [a, b]», «- - a»."""
    for item in node.items:
        if isinstance(item, Sequence):
            where, leaves = item.where, tuple(_leaves(item))
            head = where.text[: where.column - 1]
            if marked_text(where).endswith("]") and head.strip() == "-":
                lines = "\n".join(f"{head}{marked_text(leaf.where)}" for leaf in leaves)
                told.append(LINES.at(where, problem=LIST_IN_LIST, typed=lines, lines=where.line))
            else:
                told.append(ITEMS.at(where, problem=LIST_IN_LIST))
    return replace(node, items=tuple(_leaves(node)))


def _leaves(node: Sequence) -> Iterator[Node]:
    for item in node.items:
        if isinstance(item, Sequence):
            yield from _leaves(item)
        else:
            yield item


def _in_brackets(node: Sequence, key: str, *, in_list: bool) -> Iterator[NodeReading]:
    """«[name: A, role: host]»: keys of one group, each of which YAML takes for a group."""
    pairs = [
        pair
        for item in node.items
        if isinstance(item, Mapping) and _is_pair(item)
        for pair in item.items
    ]
    names = [name.text for name, _ in pairs]
    is_group = len(set(names)) == len(names) == len(node.items) and every_key().issuperset(names)
    is_item = key in list_keys() and not in_list
    if names and is_group and not (is_item and len(names) == 1):
        group = Mapping(tuple(pairs), node.where, flow=True)
        braced = f"{{{marked_text(node.where)[1:-1].strip()}}}"
        meant = replace(node, items=(group,)) if is_item else group
        yield meant, f"[{braced}]" if is_item else braced, BRACKETS


def _in_braces(node: Mapping, key: str, *, in_list: bool) -> Iterator[NodeReading]:
    """«{PTV 1, PTV 2}» for a list."""
    is_list = key in list_keys() and items_of(key) is None and not in_list
    if node.items and is_list and all(_is_bare(name, value) for name, value in node.items):
        names = [name for name, _ in node.items]
        typed = ", ".join(marked_text(name.where) for name in names)
        yield Sequence(tuple(names), node.where), f"[{typed}]", BRACES


def _undivided(node: Mapping) -> Iterator[NodeReading]:
    """«{name:A, role:host}», «{name = A}», «{name: A, B, role: host}»."""
    bare = [name for name, value in node.items if _is_bare(name, value)]
    text = marked_text(node.where)
    if not bare or not text.endswith("}"):
        return
    pairs = divided_keys(text, every_key())
    names = [name for name, _ in pairs]
    if names and len(set(names)) == len(names):
        cut = {name for name, value in pairs if "," in value and value[0] not in "[{"}
        pairs = [
            (n, list_line(v.strip('"'), None) if n in cut & list_keys() else v) for n, v in pairs
        ]
        typed = f"{{{', '.join(f'{name}: {value}' for name, value in pairs)}}}"
        known = {name.text: value for name, value in node.items}
        items = tuple(
            (Scalar(name, node.where), known.get(name, Scalar(value, node.where)))
            for name, value in pairs
        )
        tight = any(_LIKE_A_KEY.fullmatch(name.text) for name in bare)
        problem = OPEN_KEYS if tight else OPEN_LIST if cut & list_keys() else PART_LOST
        yield replace(node, items=items), typed, problem


def _unnamed(node: Mapping, key: str) -> Iterator[NodeReading]:
    """«{A, B}» for a group of a list: what is written belongs to the key that is for words."""
    kind = items_of(key) if key in list_keys() else None
    if kind and node.items and all(_is_bare(name, value) for name, value in node.items):
        given = ", ".join(name.text for name, _ in node.items)
        yield node, group_line(given, kind), NO_KEY


def _is_bare(name: Scalar, value: Node) -> bool:
    """Whether what YAML takes for a key stands alone: no key of ours, and nothing behind it."""
    return isinstance(value, Scalar) and not value.text and name.text not in every_key()
