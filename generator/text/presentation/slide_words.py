"""Nodes of the tree to paragraphs of a slide."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from markdown_it.tree import SyntaxTreeNode

from generator.text.picture_use import is_picture
from generator.text.presentation.masters import EMU, INDENT
from generator.text.tree import plain
from generator.text.word.runs import Marks, printable

if TYPE_CHECKING:
    from lxml.etree import _Element
    from pptx.text.text import TextFrame, _Paragraph, _Run

LinkOf = Callable[[str], str | None]
"""The address of what an author linked to, or None where it must appear as bare words."""

_DEEPEST: Final = 8
_RAISED: Final = "30000"
_WIDER: Final = 14
"""Points by which a number is wider than a dot."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How words are written: in which language, how large (0: as the layout says), linked how.

    `is_note` says that they are notes, where lists have no marks of their own.
    """

    language: str = "vi-VN"
    letters: int = 0
    link: LinkOf = lambda _: None
    is_note: bool = False
    is_bold: bool = False


@dataclass(frozen=True, slots=True)
class _Place:
    """How deep a paragraph lies in lists, -1 outside; `number` is that of a numbered item."""

    depth: int = -1
    number: int | None = None
    is_marked: bool = False


class SlideWords:
    """Writes blocks into a frame of text; its first paragraph is there already."""

    def __init__(self, frame: "TextFrame", manner: Manner) -> None:
        """Begin in an empty frame."""
        self.frame, self.manner = frame, manner
        self._is_empty = True

    def blocks(self, nodes: Iterable[SyntaxTreeNode]) -> None:
        """Append blocks of a tree; pictures are no words, a table becomes lines."""
        for node in nodes:
            self._block(node, _Place())

    def line(self, text: str) -> None:
        """Append a paragraph of plain words."""
        self._run(self._new(_Place()), text, Marks())

    def paragraph(self, nodes: Iterable[SyntaxTreeNode]) -> "_Paragraph":
        """Append a paragraph of the words of nodes in a line."""
        made = self._new(_Place())
        for node in nodes:
            self._inline(node, made, Marks(bold=self.manner.is_bold))
        return made

    def _block(self, node: SyntaxTreeNode, place: _Place) -> None:
        match node.type:
            case "paragraph" | "heading":
                self._paragraph(node, place)
            case "bullet_list" | "ordered_list":
                self._list(node, place)
            case "blockquote":
                for child in node.children:
                    self._block(child, place)
            case "fence":
                self._run(self._new(place), node.content.rstrip("\n"), Marks())
            case "table":
                for row in (row for part in node.children for row in part.children):
                    self._run(self._new(place), " | ".join(map(plain, row.children)), Marks())
            case "hr" | "html_block":
                pass  # a rule says nothing; HTML is refused
            case _:
                raise TypeError(node.type)

    def _paragraph(self, node: SyntaxTreeNode, place: _Place) -> None:
        if is_picture(node) and not self.manner.is_note:
            return
        paragraph, marks = self._new(place), Marks(bold=node.type == "heading")
        for child in node.children[0].children:
            self._inline(child, paragraph, marks)

    def _list(self, node: SyntaxTreeNode, place: _Place) -> None:
        start = int(node.attrs.get("start", 1))
        depth = min(place.depth + 1, _DEEPEST)
        for number, item in enumerate(node.children, start):
            numbered = number if node.type == "ordered_list" else None
            inner = _Place(depth, numbered, is_marked=True)
            for child in item.children:
                self._block(child, inner)
                inner = replace(inner, number=None, is_marked=False)

    def _new(self, place: _Place) -> "_Paragraph":
        if not self._is_empty:
            self.frame.add_paragraph()  # type: ignore[no-untyped-call] # python-pptx's
        paragraph = self.frame.paragraphs[-1]
        self._is_empty = False
        if self.manner.is_note:
            mark = f"{place.number}." if place.number is not None else "–"
            self._run(paragraph, f"{mark} " if place.is_marked else "", Marks())
            return paragraph
        properties: Any = paragraph._p.get_or_add_pPr()  # noqa: SLF001 - python-pptx has no marks
        if place.depth > 0:
            properties.set("lvl", str(place.depth))
        if not place.is_marked:
            properties.set("marL", str(max(0, (place.depth + 1) * INDENT * EMU)))
            properties.set("indent", "0")
            _add(properties, "a:buNone")
        elif place.number is not None:
            counter = _add(properties, "a:buAutoNum")
            counter.set("type", "arabicPeriod")
            counter.set("startAt", str(place.number))
            properties.set("marL", str(((place.depth + 1) * INDENT + _WIDER) * EMU))
            properties.set("indent", str(-(INDENT + _WIDER) * EMU))
        return paragraph

    def _inline(self, node: SyntaxTreeNode, paragraph: "_Paragraph", marks: Marks) -> None:
        match node.type:
            case "text" | "code_inline" | "softbreak":
                self._run(paragraph, plain(node), marks)
            case "hardbreak":
                paragraph.add_line_break()  # type: ignore[no-untyped-call] # python-pptx's
            case "strong" | "em" | "s":
                for child in node.children:
                    self._inline(child, paragraph, marks.with_(node.type))
            case "footnote_ref":
                number = str(node.meta["number"])
                self._run(paragraph, number, replace(marks, is_superscript=True))
            case "link":
                address = self.manner.link(str(node.attrs["href"])) or marks.address
                for child in node.children:
                    self._inline(child, paragraph, replace(marks, address=address))
            case "image":
                self._run(paragraph, plain(node) if self.manner.is_note else "", marks)
            case "html_inline":
                pass  # the check refuses it
            case _:
                raise TypeError(node.type)

    def _run(self, paragraph: "_Paragraph", text: str, marks: Marks) -> None:
        for at, part in enumerate(printable(text).split("\n")):
            if at:
                paragraph.add_line_break()  # type: ignore[no-untyped-call] # python-pptx's
            if part:
                run = paragraph.add_run()
                run.text = part
                self._mark(run, marks)

    def _mark(self, run: "_Run", marks: Marks) -> None:
        from pptx.util import Pt

        properties: Any = run._r.get_or_add_rPr()  # noqa: SLF001 - python-pptx has no languages
        properties.set("lang", self.manner.language)
        if self.manner.letters:
            run.font.size = Pt(self.manner.letters)
        run.font.bold, run.font.italic = marks.bold or None, marks.italic or None
        if marks.struck:
            properties.set("strike", "sngStrike")
        if marks.is_superscript:
            properties.set("baseline", _RAISED)
        if marks.address:
            run.hyperlink.address = marks.address


def _add(parent: "_Element", name: str) -> "_Element":
    from lxml import etree
    from pptx.oxml.ns import qn

    return etree.SubElement(parent, qn(name))
