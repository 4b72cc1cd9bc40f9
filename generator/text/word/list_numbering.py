"""Bullets and numbers of Word's lists: every list of ours counts by itself."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.text.paragraph import Paragraph

_BULLETS, _NUMBERS = 0, 1
_LEVELS = 9  # as many as Word has
_SIGNS = ("–", "•", "◦")
_STEP = 340  # twentieths of a point (6 mm) by which a level is set in


class ListNumbering:
    """Makes the numbering of one document."""

    def __init__(self, document: "Document") -> None:
        self._numbering: Any = document.part.numbering_part.element

    def new(self, *, is_ordered: bool, start: int = 1) -> int:
        """The number of a new list that counts from `start`."""
        made = self._numbering.add_num(_NUMBERS if is_ordered else _BULLETS)
        if is_ordered:
            for level in range(_LEVELS):
                made.add_lvlOverride(level).add_startOverride(start if level == 0 else 1)
        return int(made.numId)


def put(paragraph: "Paragraph", number: int, level: int) -> None:
    """Make a paragraph an item of a list; `level` counts from 0."""
    element: Any = paragraph._p  # noqa: SLF001 - python-docx numbers nothing
    properties = element.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = min(level, _LEVELS - 1)
    properties.get_or_add_numId().val = number


def make_lists(document: "Document") -> None:
    """Give a new document our bullets and numbers and no others."""
    element = document.part.numbering_part.element
    for child in list(element):
        element.remove(child)
    for kind in (_BULLETS, _NUMBERS):
        element.append(_abstract(kind))


def inside(level: int) -> int:
    """How far a further paragraph of an item is set in, in twentieths of a point."""
    return _STEP * (level + 1)


def _abstract(kind: int) -> "BaseOxmlElement":
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    levels = "".join(_level(kind, level) for level in range(_LEVELS))
    return parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{kind}">'
        f'<w:multiLevelType w:val="hybridMultilevel"/>{levels}</w:abstractNum>'
    )


def _level(kind: int, level: int) -> str:
    ordered = kind == _NUMBERS
    sign = f"%{level + 1}." if ordered else _SIGNS[min(level, len(_SIGNS) - 1)]
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/>'
        f'<w:numFmt w:val="{"decimal" if ordered else "bullet"}"/>'
        f'<w:lvlText w:val="{sign}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{inside(level)}" w:hanging="{_STEP}"/></w:pPr></w:lvl>'
    )
