'''What the keys of records mean: the words that stand below each field in its record's class.

    duration: Duration | None = None
    """Length of the slot: how long the piece may take on the air.
    Example: 7 phút
    Effect: on the page and the script; loa check tells a script that is too long for it."""

The first sentence is the key's name and its meaning, `Effect` is where readers or partners meet it,
`Example` a value as it is typed, where the type of the field has none that says anything. Each text
is a message: its Vietnamese words are in the catalogue. Nothing of this is read before somebody
asks, so that no command waits for it.
'''

import ast
import inspect
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from generator.model.record import Record

_LABELS = ("Example", "Effect")


@dataclass(frozen=True, slots=True)
class Description:
    """What is said of one key; nothing where its author has said nothing."""

    meaning: str = ""
    effect: str = ""
    example: str = ""


def meaning_of(kind: type[Record]) -> str:
    """What a record is: the first line of its class."""
    return (inspect.getdoc(kind) or "").partition("\n")[0]


@cache
def descriptions(kind: type[Record]) -> Mapping[str, Description]:
    """What is said of every key of a record, by the key as it is written."""
    found: dict[str, Description] = {}
    for base in reversed(kind.__mro__):
        if issubclass(base, Record):
            found |= {name: _described(text) for name, text in _below_fields(base)}
    fields = kind.model_fields.items()
    return {field.alias or name: found.get(name, Description()) for name, field in fields}


def _below_fields(kind: type[Record]) -> Iterator[tuple[str, str]]:
    for field, below in pairwise(_classes(kind.__module__)[kind.__name__].body):
        match field, below:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=text)):
                yield name, inspect.cleandoc(str(text))


@cache
def _classes(module: str) -> Mapping[str, ast.ClassDef]:
    tree = ast.parse(inspect.getsource(sys.modules[module]))
    return {node.name: node for node in tree.body if isinstance(node, ast.ClassDef)}


def _described(text: str) -> Description:
    parts: dict[str, list[str]] = {"": []}
    label = ""
    for line in text.splitlines():
        head, colon, rest = line.partition(": ")
        if colon and head in _LABELS:
            label, line = head, rest  # noqa: PLW2901 - what follows the label
        parts.setdefault(label, []).append(line)
    said = {name: " ".join(lines) for name, lines in parts.items()}
    return Description(said[""], said.get("Effect", ""), said.get("Example", ""))
