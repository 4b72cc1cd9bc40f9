"""The files of evidence: one piece of it, or a list of pieces, in whatever way an office likes."""

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Rule
from generator.model.evidence import Evidence
from generator.source.document import Document
from generator.source.records import beside, read_record
from generator.source.yaml_nodes import Mapping, Node, Sequence, read_yaml

NO_EVIDENCE = Rule(
    "evidence-form",
    "Here must stand a piece of evidence, or a list of such.",
    "Write its keys a line each: id, kind, of, on; each piece of a list begins with “- ”. "
    "loa evidence add writes it for you.",
)


def read_evidence(source: Document, campaign: str) -> tuple[list[Evidence], list[Diagnostic], bool]:
    """The pieces of a file, its problems, and whether each piece that is written could be read."""
    root, found = read_yaml(source)
    told, pieces, is_whole = list(found), list[Evidence](), root is not None
    for index, node in _nodes(root):
        if not isinstance(node, Mapping):
            told.append(NO_EVIDENCE.at(node.where))
            is_whole = False
            continue
        record, problems = read_record(Evidence, node)
        told += beside(found, problems)
        is_whole = is_whole and record is not None
        if record:
            record.read_from(campaign, index)
            pieces.append(record)
    return pieces, told, is_whole


def _nodes(root: Node | None) -> Iterator[tuple[int | None, Node]]:
    if isinstance(root, Sequence):
        yield from enumerate(root.items)
    elif root is not None:
        yield None, root
