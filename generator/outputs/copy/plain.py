"""A story as plain text, for programs that take no Word file."""

from collections.abc import Iterator

from markdown_it.tree import SyntaxTreeNode

from generator.catalogue import words
from generator.outputs.copy.story_copy import Copy
from generator.text.footnotes import MARK
from generator.text.links import asset_path
from generator.text.passage import RULE, passage
from generator.text.picture_use import is_caption
from generator.text.tree import cue_of, plain, tree

BOM = "\ufeff"
"""Without it, old programs of Windows take the text for their own code page."""


def text(copy: Copy) -> bytes:
    """A paragraph a line, an empty line between them; UTF-8 with a mark, line ends of Windows.

    That it is not approved yet stands first.
    """
    piece = copy.piece
    blocks = ["" if copy.is_approved else f"[{copy.status}]", piece.title, piece.standfirst]
    blocks += [_picture(copy, n.picture.file) for n in copy.pictures if n.picture.line is None]
    blocks += _Reader(copy).blocks(tree(piece.body.text).children)
    lines = "\n\n".join(filter(None, [*blocks, copy.byline])).replace("\n", "\r\n")
    return (BOM + lines + "\r\n").encode()


class _Reader:
    def __init__(self, copy: Copy) -> None:
        self.copy = copy

    def blocks(self, nodes: list[SyntaxTreeNode]) -> list[str]:
        """The texts of blocks; the credit of a picture goes with its caption, or stands alone."""
        texts, owed = [], ""
        for node in nodes:
            text = self._block(node)
            if is_caption(node.previous_sibling, node):
                text, owed = f"{text} {owed}".strip(), ""
            texts += [owed, text]
            owed = self._credit(node) if node.type == "paragraph" else ""
        return [text for text in (*texts, owed) if text]

    def _credit(self, node: SyntaxTreeNode) -> str:
        files = [
            asset_path(self.copy.piece.file, str(image.attrs["src"]))
            for image in node.walk()
            if image.type == "image"
        ]
        found = (n.picture.credit_line for n in self.copy.pictures if n.picture.file in files)
        return " ".join(filter(None, found))

    def _block(self, node: SyntaxTreeNode) -> str:
        text: str = getattr(self, f"_{node.type}")(node)
        return text

    def _paragraph(self, node: SyntaxTreeNode) -> str:
        return self._line(node)

    _heading = _paragraph

    def _bullet_list(self, node: SyntaxTreeNode) -> str:
        return "\n".join(self._items(node))

    _ordered_list = _bullet_list

    def _table(self, node: SyntaxTreeNode) -> str:
        return "\n".join(self._rows(node))

    def _fence(self, node: SyntaxTreeNode) -> str:
        return node.content.rstrip("\n")

    _code_block = _fence

    def _blockquote(self, node: SyntaxTreeNode) -> str:
        return "\n\n".join(self.blocks(node.children))

    def _container_cue(self, node: SyntaxTreeNode) -> str:
        label = cue_of(node).label
        return "\n\n".join([*([label] if label else []), *self.blocks(node.children)])

    def _hr(self, _node: SyntaxTreeNode) -> str:
        return RULE

    def _html_block(self, _node: SyntaxTreeNode) -> str:
        return ""  # the check refuses it

    def _footnote_block(self, node: SyntaxTreeNode) -> str:
        return "\n".join([f"{words('Notes')}:", *map(self._note, node.children)])

    def _note(self, node: SyntaxTreeNode) -> str:
        return f"[{node.meta['number']}] " + "\n".join(self.blocks(node.children))

    def _rows(self, node: SyntaxTreeNode) -> Iterator[str]:
        for part in node.children:
            yield from ("\t".join(map(self._line, row.children)) for row in part.children)

    def _items(self, node: SyntaxTreeNode) -> Iterator[str]:
        start = int(node.attrs.get("start", 1))
        for number, item in enumerate(node.children, start):
            mark = f"{number}." if node.type == "ordered_list" else "–"
            yield f"{mark} " + "\n".join(self.blocks(item.children)).replace("\n", "\n   ")

    def _line(self, node: SyntaxTreeNode) -> str:
        if node.type == "image":
            file = asset_path(self.copy.piece.file, str(node.attrs["src"]))
            return _picture(self.copy, file) or plain(node)
        if node.type == "hardbreak":
            return "\n"
        if node.type in {"s", MARK}:
            return passage(node.to_tokens()).plain_text
        if not node.children:
            return plain(node)
        return "".join(self._line(child) for child in node.children)


def _picture(copy: Copy, file: str) -> str:
    """«[Hình: tệp …]», where the picture stands."""
    for named in copy.pictures:
        if named.picture.file == file:
            caption = f": {named.picture.label}" if named.picture.line is None else ""
            return f"[{words('Picture')} {copy.piece.address}{named.files[0]}{caption}]"
    return ""
