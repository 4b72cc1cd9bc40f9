"""The tree to paragraphs, headings, lists, tables and pictures of a Word document."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from markdown_it.tree import SyntaxTreeNode

from generator.text.passage import RULE
from generator.text.picture_use import is_caption, is_picture
from generator.text.tree import cue_of, plain, side_of
from generator.text.word import inline_pictures, styles
from generator.text.word.inline_pictures import WordPicture
from generator.text.word.list_numbering import ListNumbering, inside, put
from generator.text.word.notes import Notes
from generator.text.word.runs import Marks, run

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

PictureOf = Callable[[SyntaxTreeNode], WordPicture | None]
LinkOf = Callable[[str], str | None]


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a block stands: in which style, in which list and how deep (from 0)."""

    style: str = styles.BODY
    number: int | None = None
    depth: int = -1
    bold: bool = False


def line(document: "Document", text: str, style: str) -> "Paragraph":
    """A paragraph of plain words in a style; line ends are line breaks."""
    paragraph = styles.wear(document.add_paragraph(), style)
    run(paragraph, text)
    return paragraph


def write(
    document: "Document",
    nodes: Iterable[SyntaxTreeNode],
    *,
    picture: PictureOf = lambda _: None,
    link: LinkOf = lambda _: None,
) -> None:
    """Append blocks of a tree.

    `picture` gives what a picture shows, or None where its words are enough; `link` gives the
    address of what an author linked to, or None where it must appear as bare words. Raw HTML is
    dropped. A paragraph that is all in italics right after a picture is its caption.
    """
    _Writer(document, picture, link).blocks(list(nodes), _Place())


class _Writer:
    def __init__(self, document: "Document", picture: PictureOf, link: LinkOf) -> None:
        self.document, self.picture, self.link = document, picture, link
        self.lists, self.notes = ListNumbering(document), Notes(document)
        self.last: Paragraph
        self.credit = ""

    def blocks(self, nodes: list[SyntaxTreeNode], place: _Place) -> None:
        before: SyntaxTreeNode | None = None
        for node in nodes:
            captioned = replace(place, style=styles.CAPTION)
            if is_caption(before, node):
                self._paragraph(node, captioned)
                run(self.last, f" {self.credit}" if self.credit else "")
                self.credit = ""
            else:
                self._owed(place)
                self._block(node, place)
            if place.number is not None:
                place = replace(place, number=None)  # only the first paragraph bears the mark
            before = node
        self._owed(place)

    def _owed(self, place: _Place) -> None:
        """The credit of a picture that no caption follows."""
        if self.credit:
            run(self._new(replace(place, style=styles.CAPTION, number=None)), self.credit)
            self.credit = ""

    def _block(self, node: SyntaxTreeNode, place: _Place) -> None:
        getattr(self, f"_{node.type}")(node, place)

    def _html_block(self, _node: SyntaxTreeNode, _place: _Place) -> None:
        """Nothing: the check refuses it."""

    def _paragraph(self, node: SyntaxTreeNode, place: _Place) -> None:
        alone = is_picture(node)
        style = styles.PICTURE if alone and place.depth < 0 else place.style
        self._line(node.children[0], self._new(replace(place, style=style)), Marks(bold=place.bold))

    def _heading(self, node: SyntaxTreeNode, place: _Place) -> None:
        style = styles.HEADING if node.tag in {"h1", "h2"} else styles.SMALL_HEADING
        self._line(node.children[0], self._new(replace(place, style=style)), Marks())

    def _blockquote(self, node: SyntaxTreeNode, place: _Place) -> None:
        style = styles.QUOTE if place.depth < 0 else place.style
        self.blocks(node.children, replace(place, style=style))

    def _bullet_list(self, node: SyntaxTreeNode, place: _Place) -> None:
        ordered = node.type == "ordered_list"
        number = self.lists.new(is_ordered=ordered, start=int(node.attrs.get("start", 1)))
        style = styles.QUOTE if place.style == styles.QUOTE else styles.ITEM
        inner = replace(place, style=style, number=number, depth=place.depth + 1)
        for item in node.children:
            if not item.children or item.children[0].type not in {"paragraph", "heading"}:
                self._new(inner)  # an item that begins with a list still has its mark
                self.blocks(item.children, replace(inner, number=None))
            else:
                self.blocks(item.children, inner)

    _ordered_list = _bullet_list

    def _fence(self, node: SyntaxTreeNode, place: _Place) -> None:
        run(self._new(place), node.content.rstrip("\n"))

    _code_block = _fence

    def _hr(self, _node: SyntaxTreeNode, place: _Place) -> None:
        run(self._new(replace(place, style=styles.PICTURE)), RULE)

    def _container_cue(self, node: SyntaxTreeNode, place: _Place) -> None:
        if label := cue_of(node).label:
            run(self._new(place), label, Marks(bold=True))
        self.blocks(node.children, place)

    def _table(self, node: SyntaxTreeNode, _place: _Place) -> None:
        from docx.enum.text import WD_ALIGN_PARAGRAPH
        from docx.oxml import OxmlElement

        rows = [row.children for part in node.children for row in part.children]
        table = self.document.add_table(len(rows), len(rows[0]), "Table Grid")
        table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001
        for index, (written, row) in enumerate(zip(rows, table.rows, strict=True)):
            for source, cell in zip(written, row.cells, strict=True):
                paragraph = cell.paragraphs[0]
                styles.wear(paragraph, styles.CELL)
                side = side_of(source).upper()
                paragraph.alignment = getattr(WD_ALIGN_PARAGRAPH, side, None)
                self._line(source.children[0], paragraph, Marks(bold=index == 0))
        styles.wear(self.document.add_paragraph(), styles.CELL)  # or two tables would be one

    def _footnote_block(self, node: SyntaxTreeNode, _place: _Place) -> None:
        """Below the pages; a note has nothing but paragraphs."""
        for note in node.children:
            made = self.notes.paragraphs(note.meta["number"], len(note.children) or 1)
            for paragraph, block in zip(made, note.children, strict=False):
                for inline in block.children:
                    self._line(inline, paragraph, Marks())

    def _new(self, place: _Place) -> "Paragraph":
        from docx.shared import Mm, Twips

        paragraph = styles.wear(self.document.add_paragraph(), place.style)
        if place.number is not None:
            put(paragraph, place.number, place.depth)
            if place.style == styles.QUOTE:
                quoted = Mm(styles.LOOKS[styles.QUOTE].indent)
                paragraph.paragraph_format.left_indent = Twips(inside(place.depth)) + quoted
        elif place.depth >= 0:
            paragraph.paragraph_format.left_indent = Twips(inside(place.depth))
        self.last = paragraph
        return paragraph

    def _line(self, inline: SyntaxTreeNode, paragraph: "Paragraph", marks: Marks) -> None:
        for node in inline.children:
            self._inline(node, paragraph, marks)

    def _inline(self, node: SyntaxTreeNode, paragraph: "Paragraph", marks: Marks) -> None:
        match node.type:
            case "text" | "code_inline" | "softbreak":
                run(paragraph, plain(node), marks)
            case "hardbreak":
                run(paragraph, "\n", marks)
            case "strong" | "em" | "s":
                self._line(node, paragraph, marks.with_(node.type))
            case "footnote_ref":
                self.notes.mark(paragraph, node.meta["number"], node.meta["nth"])
            case "html_inline":
                pass  # the check refuses it
            case "link":
                address = self.link(str(node.attrs["href"]))
                self._line(node, paragraph, replace(marks, address=address or marks.address))
            case "image":
                shown = self.picture(node)
                if shown is None:
                    run(paragraph, plain(node), marks)
                else:
                    inline_pictures.add(paragraph, shown)
                    self.credit = shown.credit
            case _:
                raise ValueError(node.type)
