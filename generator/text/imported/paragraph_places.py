"""Where something stands in a Word document: in which paragraph, counted from 1."""

from generator.diagnostics import Location
from generator.text.imported.change_log import ChangeLog
from generator.text.imported.package import Node, W, text_of
from generator.text.imported.tags import value_of

FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


_SEEN = (f"{W}drawing", f"{W}object", f"{W}pict")


def is_double(element: Node) -> bool:
    """Whether it repeats, for programs before Word 2010, what stands beside it."""
    return next(element.iterancestors(FALLBACK), None) is not None


def _is_seen(paragraph: Node) -> bool:
    """Whether it shows words, a picture or an object, though the draft may have none of them."""
    return bool(text_of(paragraph).strip()) or next(paragraph.iter(*_SEEN), None) is not None


class ParagraphPlaces:
    """The places of the paragraphs of a document; empty ones do not count: nobody sees them.

    One that holds a picture or an object is not empty, nor is one of a table of contents.
    """

    def __init__(self, name: str, body: Node, record: ChangeLog) -> None:
        self._name, self._became = name, record.became
        self._numbers: dict[Node, int] = {}
        seen = {new for old, new in record.became.items() if _is_seen(old)}
        left, number = list(reversed(record.left_blocks)), 0
        for paragraph in body.iter(f"{W}p"):
            index = int(value_of(paragraph, "pPr/jc"))
            while left and left[-1][1] <= index:
                number = self._left_out(left.pop()[0], number)
            number += bool(text_of(paragraph).strip()) or paragraph in seen
            self._numbers[paragraph] = max(1, number)
        while left:
            number = self._left_out(left.pop()[0], number)

    def _left_out(self, block: Node, number: int) -> int:
        """Number the first paragraph of a block that was left out, and tell the last one."""
        self._numbers[block] = number + 1
        return number + sum(map(_is_seen, block.iter(f"{W}p")))

    def of(self, element: Node) -> Location:
        """The paragraph around an element, or the first in it, or before it, as a line.

        Notes stand below the pages, so that their places have no number.
        """
        for around in (element, *element.iterancestors()):
            if around in self._became or around in self._numbers:
                return self._at(self._became.get(around, around))
        for around in (*element.iter(f"{W}p"), *element.itersiblings(preceding=True)):
            if around in self._became:
                return self._at(self._became[around])
        return Location(self._name)

    def _at(self, paragraph: Node) -> Location:
        number, text = self._numbers.get(paragraph, 0), text_of(paragraph)[:200].strip()
        if not number:
            return Location(self._name, text=text)
        return Location(self._name, number, 1, 1, text)
