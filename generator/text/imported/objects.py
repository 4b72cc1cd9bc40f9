"""Charts, SmartArt and what other programs put into a document: named, with the words in them."""

from collections.abc import Iterator
from typing import Final

from generator.text.imported.package import Node, Package, W
from generator.text.imported.shapes import A, R, relations

CHART: Final = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_SHOWN_KINDS: Final = frozenset(
    {"picture", "wordprocessingShape", "wordprocessingGroup", "wordprocessingCanvas"}
    | {"lockedCanvas"}
)
_NAMES: Final = {"chart": "a chart", "chartex": "a chart", "diagram": "a SmartArt drawing"}
_OTHER: Final = "an object of another program (sheet of Excel, sound, file)"


_EMBEDDED: Final = {
    "Word": "a Word document",
    "Excel": "a sheet of Excel",
    "PowerPoint": "slides of PowerPoint",
}
"""What can be opened by a double click, by the first part of its `ProgID`."""


def embedded_document(element: Node) -> str:
    """What lies within the document as a document of its own; nothing for other objects."""
    names = (each.get("ProgID", "") for each in element.iter() if isinstance(each.tag, str))
    return next((_EMBEDDED[kind] for n in names if (kind := n.partition(".")[0]) in _EMBEDDED), "")


def object_of(package: Package, element: Node) -> tuple[str, str] | None:
    """What an object is called, and its words; None for pictures, boxes and other shapes."""
    if element.tag == f"{W}object":
        return _OTHER, ""
    kind = element.get("uri", "").rpartition("/")[2]
    if kind in _SHOWN_KINDS:
        return None
    words = " ".join(" ".join(_words(package, element)).split())
    return _NAMES.get(kind, _OTHER), words


def _words(package: Package, element: Node) -> Iterator[str]:
    """The words of a chart or SmartArt drawing, which lie in a part of their own."""
    known = relations(package, package.document_name)
    keys = {value for node in element.iter() for name, value in node.items() if name in _KEYS}
    for key in sorted(keys):
        relation = known.get(key)
        root = None if relation is None or relation.is_outside else package.root(relation.target)
        for node in root.iter(f"{A}t", f"{CHART}v") if root is not None else ():
            yield node.text or ""


_KEYS: Final = frozenset({f"{R}id", f"{R}dm"})
