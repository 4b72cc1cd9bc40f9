"""The files of evidence: one piece of it, or a list of pieces, in whatever way an office likes."""

import json
from collections.abc import Callable, Iterator
from collections.abc import Mapping as Table
from functools import cache, cached_property
from typing import Any

from generator.diagnostics import Diagnostic, Location, Rule
from generator.model.artifact import digest_of
from generator.model.evidence import Evidence
from generator.model.memory import Memory
from generator.model.record import Path, Positions
from generator.source.document import Document
from generator.source.piece_memory import plain_record, record_of
from generator.source.records import beside, places_of, read_record
from generator.source.yaml_nodes import Mapping, Node, Sequence, read_yaml

NO_EVIDENCE = Rule(
    "evidence-form",
    "Here must stand a piece of evidence, or a list of such.",
    "Write its keys a line each: id, kind, of, on; each piece of a list begins with “- ”. "
    "loa evidence add writes it for you.",
)
NAMED_LIST = NO_EVIDENCE.with_hint(
    "Delete this line: in this file each piece of evidence begins with “- ” by itself."
)


_KIND = "evidence"
EvidenceReading = tuple[list[Evidence], list[Diagnostic], bool]
"""The pieces of a file, its problems, and whether each piece that is written could be read."""


def read_evidence(source: Document, campaign: str) -> EvidenceReading:
    """The pieces of a file, its problems, and whether each piece that is written could be read."""
    root, found = read_yaml(source)
    told, pieces, is_whole = list(found), list[Evidence](), root is not None
    if isinstance(root, Mapping) and isinstance(inner := _only(root), Sequence):
        told.append(NAMED_LIST.at(root.items[0][0].where))
        root = inner
    for index, node in _nodes(root):
        if not isinstance(node, Mapping):
            told.append(NO_EVIDENCE.at(node.where))
            is_whole = False
            continue
        record, problems = read_record(Evidence, node)
        told += beside(found, problems)
        is_whole = is_whole and record is not None
        if record:
            record.read_from(campaign, index, source.path)
            pieces.append(record)
    return pieces, told, is_whole


def read_or_recall(source: Document, campaign: str, memory: Memory) -> EvidenceReading:
    """The pieces of a file; of one in which nothing was wrong, without reading it again."""
    key = digest_of(source.path, source.text, campaign)
    known = memory.store.get(_KIND, key)
    if known is not None:
        return [*_recalled(json.loads(known), source, campaign)], [], True
    found, told, is_whole = read_evidence(source, campaign)
    if is_whole and not told:
        kept = [[each.index, plain_record(each)] for each in found]
        memory.store.put(_KIND, key, json.dumps(kept, ensure_ascii=False))
    return found, told, is_whole


def _recalled(
    kept: list[tuple[int | None, Any]], source: Document, campaign: str
) -> Iterator[Evidence]:
    nodes = _nodes_of(source, len(kept))
    for index, plain in kept:
        record: Evidence = record_of(plain)
        record.read_from(campaign, index, source.path)
        record.locate(Positions(_Places(nodes, index)))
        yield record


def _nodes_of(source: Document, number: int) -> Callable[[int | None], Node | None]:
    """The node of each of so many pieces of a file in which nothing was wrong.

    Of a list only the lines of a piece are read: of thousands a few are asked for.
    """
    whole = cache(lambda: dict(_nodes(read_yaml(source)[0])))
    starts = [line for line, text in enumerate(source.lines) if f"{text} ".startswith("- ")]
    stops = [*starts[1:], len(source.lines)]

    def node(index: int | None) -> Node | None:
        if index is None or len(starts) != number:
            return whole()[index]
        root, _ = read_yaml(source, starts[index], stops[index])
        return root.items[0] if isinstance(root, Sequence) else whole()[index]

    return node


class _Places(Table[Path, Location]):
    """Where each value of a record stands, read from its file when it is asked for."""

    def __init__(self, node_of: Callable[[int | None], Node | None], index: int | None) -> None:
        self._node_of, self._index = node_of, index

    @cached_property
    def _known(self) -> Table[Path, Location]:
        node = self._node_of(self._index)
        return places_of(node) if isinstance(node, Mapping) else {}

    def __getitem__(self, path: Path) -> Location:
        return self._known[path]

    def __iter__(self) -> Iterator[Path]:
        return iter(self._known)

    def __len__(self) -> int:
        return len(self._known)


def _only(root: Mapping) -> Node | None:
    """The value of the only key of a file, if that is none of evidence."""
    known = Evidence.model_fields
    return root.items[0][1] if len(root.items) == 1 and root.items[0][0].text not in known else None


def _nodes(root: Node | None) -> Iterator[tuple[int | None, Node]]:
    if isinstance(root, Sequence):
        yield from enumerate(root.items)
    elif root is not None:
        yield None, root
