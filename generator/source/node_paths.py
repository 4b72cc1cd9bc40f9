"""What stands at a path of a file, as its author wrote it."""

from collections.abc import Iterable
from typing import Any

from generator.model.record import Path
from generator.source.yaml_nodes import Mapping, Node, Sequence


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
