"""A story as a Word document, in the styles of a newspaper desk."""

from collections.abc import Mapping

from markdown_it.tree import SyntaxTreeNode

from generator.catalogue import words
from generator.outputs.copy.story_copy import Copy
from generator.text.links import asset_path
from generator.text.tree import tree
from generator.text.word import WordPicture, blank, docx_bytes, line, write
from generator.text.word.inline_pictures import add
from generator.text.word.margins import foot, head
from generator.text.word.styles import AUTHOR, CAPTION, PICTURE, STANDFIRST, TITLE, wear
from generator.text.word.tree_writer import LinkOf

_WIDE = 60.0  # mm; the files beside the document are those to print, and a page is filled


def document(copy: Copy, previews: Mapping[str, bytes], link: LinkOf) -> bytes:
    """The bytes; `previews` are small pictures by their file below `assets/`."""
    piece = copy.piece
    made = blank(piece.title, author=copy.sent_by)
    head(made, " · ".join(filter(None, (copy.paper, copy.when, copy.status))))
    foot(made, f"{piece.id} · {words('page')}")
    line(made, piece.title, TITLE)
    if piece.standfirst:
        line(made, piece.standfirst, STANDFIRST)
    shown = {
        named.picture.file: WordPicture(
            previews[named.picture.file],
            named.picture.alt,
            piece.address + named.files[0],
            _WIDE,
            named.picture.credit_line,
        )
        for named in copy.pictures
        if named.picture.file in previews
    }
    for named in copy.pictures:
        if named.picture.line is None and named.picture.file in shown:
            add(wear(made.add_paragraph(), PICTURE), shown[named.picture.file])
            line(made, named.picture.label, CAPTION)

    def picture(node: SyntaxTreeNode) -> WordPicture | None:
        return shown.get(asset_path(piece.file, str(node.attrs["src"])))

    write(made, tree(piece.body.text).children, picture=picture, link=link)
    if copy.byline:
        line(made, copy.byline, AUTHOR)
    return docx_bytes(made)
