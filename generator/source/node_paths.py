"""What stands at a path of a file, as its author wrote it."""

from collections.abc import Iterable
from typing import Any

from generator.model.record import Path
from generator.source.replacement_lines import scalar
from generator.source.yaml_nodes import Mapping, Node, Scalar, Sequence


def node_at(node: Node, path: Path) -> Node | None:
    """The node at a path."""
    found: Node | None = node
    for part in path:
        if isinstance(found, Mapping):
            found = next((value for key, value in found.items if key.text == part), None)
        elif isinstance(found, Sequence) and isinstance(part, int):
            found = found.items[part]
    return found


def pairs_at(node: Node, path: Path) -> Iterable[tuple[Any, Node]]:
    """The keys and values of the group at a path."""
    found = node_at(node, path)
    return found.items if isinstance(found, Mapping) else ()


def with_tight_colon(node: Node | None) -> str:
    """An item that a space behind its colon has made a key and its value: «ke-hoach.txt: 3»."""
    pairs = node.items if isinstance(node, Mapping) and not node.flow else ()
    for key, value in pairs if len(pairs) == 1 else ():
        if isinstance(value, Scalar) and value.text:
            return f"{key.text}:{value.text}" if value.text[0].isdigit() else scalar(value.text)
    return ""
