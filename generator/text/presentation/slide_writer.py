"""A slide: its title, its words, its table or picture, its foot and the notes of the speaker."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from markdown_it.tree import SyntaxTreeNode

from generator.text.deck import LEAST_LETTERS, Slide, rows_of, shares
from generator.text.picture_use import is_caption
from generator.text.presentation.masters import (
    BODY_BOX,
    COUNT,
    COVER_DRAWING,
    DIAGRAM_BOX,
    DIAGRAM_CREDIT,
    EMU,
    FOOT_TEXTS,
    PICTURE_BOX,
    SMALL_PRINT,
    SlideBox,
)
from generator.text.presentation.slide_words import Manner, SlideWords
from generator.text.tree import plain
from generator.text.word.runs import printable

if TYPE_CHECKING:
    from lxml.etree import _Element
    from pptx.shapes.base import BaseShape
    from pptx.slide import Slide as PptxSlide
    from pptx.slide import SlideLayout
    from pptx.text.text import TextFrame
    from pptx.util import Emu

_NUMERAL: Final = 88
"""Points of words in bold that stand above those which they begin."""
_LINE: Final = 1.4
"""Of a line and what is between two, in heights of its letters."""
_CAPTION: Final = 40
_APART: Final = 10
"""Points between words and the table below them."""


@dataclass(frozen=True, slots=True)
class SlidePicture:
    """A picture: PNG or JPEG, its alternative text, and who is named below it."""

    data: bytes
    alt: str = ""
    credit: str = ""


PictureOf = Callable[[SyntaxTreeNode], SlidePicture | None]


class SlideWriter:
    """Writes slides of one deck, whose name stands in their foot."""

    def __init__(self, deck: str, manner: Manner, picture: PictureOf) -> None:
        """For a deck of this name; `picture` gives what a picture shows."""
        self.deck, self.manner, self.picture = deck, manner, picture

    def cover(
        self, page: "PptxSlide", slide: Slide, lines: tuple[str, str], drawing: SlidePicture | None
    ) -> None:
        """The first slide: what the deck is called and about (`lines`, and a notice)."""
        summary, notice = lines
        if drawing:
            self._put(page, drawing, COVER_DRAWING)
        title, below = page.placeholders
        SlideWords(title.text_frame, self.manner).line(self.deck)
        if summary:
            SlideWords(below.text_frame, self.manner).line(summary)
        else:
            _remove(below)
        self._notes(page, slide, notice)

    def write(self, page: "PptxSlide", slide: Slide, number: int) -> None:
        """A slide that a heading begins; `number` stands in its foot."""
        title, *bodies = page.placeholders
        if slide.heading is not None:
            words = SlideWords(title.text_frame, self.manner)
            words.paragraph(slide.heading.children[0].children)
        tables = [block for block in slide.body if block.type == "table"]
        blocks = [block for block in slide.body if block.type != "table"]
        for body in bodies:
            if blocks:
                self._body(body.text_frame, slide, blocks)
            else:
                _remove(body)
        above = sum(lines for block, lines in slide.measures() if block.type not in {"th", "td"})
        for table in tables:
            self._table(page, table, above * LEAST_LETTERS * _LINE + _APART * bool(above))
        self._pictures(page, slide)
        if slide.kind in {"words", "picture"}:
            self._foot(page, number)
        self._notes(page, slide)

    def _body(self, frame: "TextFrame", slide: Slide, blocks: list[SyntaxTreeNode]) -> None:
        if slide.kind == "large":
            self._large(frame, blocks)
        else:
            manner = replace(self.manner, letters=slide.letters)
            SlideWords(frame, manner).blocks(blocks)

    def _large(self, frame: "TextFrame", blocks: list[SyntaxTreeNode]) -> None:
        """Few words alone; what a paragraph begins with in bold stands above it, largest of all."""
        from pptx.enum.dml import MSO_THEME_COLOR
        from pptx.util import Pt

        words = SlideWords(frame, self.manner)
        for block in blocks:
            first, *others = (n for n in block.children[0].children if plain(n))
            if first.type != "strong" or not others:
                words.blocks([block])
                continue
            loud = words.paragraph([first])
            for run in loud.runs:
                run.font.size, run.font.color.theme_color = Pt(_NUMERAL), MSO_THEME_COLOR.ACCENT_3
            for run in words.paragraph(others).runs[:1]:
                run.text = run.text.lstrip()

    def _table(self, page: "PptxSlide", node: SyntaxTreeNode, above: float) -> None:
        rows = rows_of(node)
        box = replace(BODY_BOX, y=BODY_BOX.y + above, height=LEAST_LETTERS * _LINE * len(rows))
        table = page.shapes.add_table(len(rows), len(rows[0]), *_emu(box)).table
        for number, share in enumerate(shares(node)):
            table.columns[number].width = _length(box.width * share)
        for number, (written, row) in enumerate(zip(rows, table.rows, strict=True)):
            manner = replace(self.manner, letters=LEAST_LETTERS, is_bold=number == 0)
            for source, cell in zip(written, row.cells, strict=True):
                SlideWords(cell.text_frame, manner).paragraph(source.children[0].children)

    def _pictures(self, page: "PptxSlide", slide: Slide) -> None:
        """With its credit below, or below the title where the picture goes from edge to edge."""
        low = PICTURE_BOX.y + PICTURE_BOX.height - _CAPTION
        box = replace(PICTURE_BOX, height=PICTURE_BOX.height - _CAPTION)
        below = SlideBox(box.x, low + 4, box.width, _CAPTION)
        if slide.kind == "diagram":
            box, below = DIAGRAM_BOX, DIAGRAM_CREDIT
        for node in slide.pictures:
            if shown := self.picture(node):
                self._put(page, shown, box, 1 if slide.kind == "diagram" else 0.5)
                self._caption(page, " ".join((*_captions(slide), shown.credit)).strip(), below)

    def _caption(self, page: "PptxSlide", caption: str, box: SlideBox) -> None:
        if caption:
            frame = page.shapes.add_textbox(*_emu(box)).text_frame
            frame.word_wrap = True
            frame.margin_left = frame.margin_right = 0
            SlideWords(frame, replace(self.manner, letters=SMALL_PRINT)).line(caption)

    def _put(
        self, page: "PptxSlide", shown: SlidePicture, box: SlideBox, side: float = 0.5
    ) -> None:
        """As large as the box lets it be, in its middle, or at its right side (1)."""
        from pptx.util import Emu

        picture: Any = page.shapes.add_picture(BytesIO(shown.data), Emu(0), Emu(0))
        scale = min(box.width * EMU / picture.width, box.height * EMU / picture.height)
        picture.width, picture.height = round(picture.width * scale), round(picture.height * scale)
        picture.left = round(box.x * EMU + (box.width * EMU - picture.width) * side)
        picture.top = round(box.y * EMU + (box.height * EMU - picture.height) / 2)
        named = picture._element.nvPicPr.cNvPr  # noqa: SLF001 - python-pptx has no such name
        named.set("descr", printable(shown.alt))

    def _foot(self, page: "PptxSlide", number: int) -> None:
        for text, words in zip(FOOT_TEXTS, (self.deck, str(number)), strict=True):
            box = page.shapes.add_textbox(*_emu(text.box))
            _as_foot(box.element, text.kind, text.number)
            if text.kind == "sldNum":
                paragraph = box.text_frame.paragraphs[0]._p  # noqa: SLF001 - no fields in it
                _add_number(paragraph, words, self.manner.language)
            else:
                SlideWords(box.text_frame, self.manner).line(words)

    def _notes(self, page: "PptxSlide", slide: Slide, notice: str = "") -> None:
        if not (slide.speech or slide.notes or notice):
            return
        frame = page.notes_slide.notes_text_frame
        if frame is None:
            raise TypeError(type(page))
        words = SlideWords(frame, replace(self.manner, letters=0, is_note=True))
        if notice:
            words.line(notice)
        words.blocks(slide.speech)
        for note in slide.notes:
            words.line(f"[{note.meta['number']}] {plain(note).strip()}")


def _captions(slide: Slide) -> Iterable[str]:
    before = (None, *slide.blocks)
    for above, block in zip(before, slide.blocks, strict=False):
        if is_caption(above, block):
            yield plain(block).strip()


def _length(points: float) -> "Emu":
    from pptx.util import Emu

    return Emu(round(points * EMU))


def _emu(box: SlideBox) -> "tuple[Emu, Emu, Emu, Emu]":
    return _length(box.x), _length(box.y), _length(box.width), _length(box.height)


def _remove(shape: "BaseShape") -> None:
    element = shape.element
    if (parent := element.getparent()) is not None:
        parent.remove(element)


def _as_foot(element: "_Element", kind: str, number: int) -> None:
    """Make a box of text a placeholder of the foot, whose looks are those of the layout."""
    from lxml import etree
    from pptx.oxml.ns import qn

    for named in element.iter(qn("p:nvPr")):
        etree.SubElement(named, qn("p:ph"), {"type": kind, "sz": "quarter", "idx": str(number)})
    for own in element.iter(qn("p:cNvSpPr"), qn("p:spPr"), qn("a:bodyPr")):
        own.attrib.clear()
        for child in list(own):
            own.remove(child)


def _add_number(paragraph: "_Element", words: str, language: str) -> None:
    """A field that counts slides."""
    from lxml import etree
    from pptx.oxml.ns import qn

    field = etree.SubElement(paragraph, qn("a:fld"), {"id": COUNT, "type": "slidenum"})
    etree.SubElement(field, qn("a:rPr"), {"lang": language})
    etree.SubElement(field, qn("a:t")).text = words


def layout_of(layouts: Iterable["SlideLayout"], name: str) -> "SlideLayout":
    """The layout of a name."""
    return next(layout for layout in layouts if layout.name == name)
