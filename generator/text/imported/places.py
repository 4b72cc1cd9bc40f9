"""Where something stands in a Word document: in which paragraph, counted from 1."""

from collections.abc import Iterator

from generator.diagnostics import Location
from generator.text.imported.package import Node, Package, W, text_of

FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


def paragraphs(package: Package) -> list[Node]:
    """The paragraphs of the text in order; what is drawn twice for old programs counts once."""
    root = package.document
    return [] if root is None else [p for p in root.iter(f"{W}p") if not is_double(p)]


def is_double(element: Node) -> bool:
    """Whether it repeats, for programs before Word 2010, what stands beside it."""
    return next(element.iterancestors(FALLBACK), None) is not None


class Places:
    """The places of the paragraphs of a document; empty ones do not count: nobody sees them."""

    def __init__(self, package: Package) -> None:
        self._name = package.name
        self._numbers: dict[Node, int] = {}
        number = 0
        for paragraph in paragraphs(package):
            number += bool(text_of(paragraph).strip())
            self._numbers[paragraph] = max(1, number)

    def of(self, element: Node) -> Location:
        """The paragraph around an element, as a line of the document."""
        for around in (element, *element.iterancestors()):
            if around in self._numbers:
                return Location(self._name, self._numbers[around], 1, 1, text_of(around)[:200])
        return Location(self._name)

    def __iter__(self) -> Iterator[Node]:
        return iter(self._numbers)
