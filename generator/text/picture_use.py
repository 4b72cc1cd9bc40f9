"""The pictures of a piece with all that is said of them: for copy, packs and checks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import zip_longest

from markdown_it.tree import SyntaxTreeNode

from generator.model.piece import Piece
from generator.model.rights import Rights
from generator.text.links import asset_path
from generator.text.passage import passages_of
from generator.text.tree import plain, tree
from generator.vietnamese.text import fold

_HOLDING = frozenset({"paragraph", "heading", "td", "th"})
_CREDIT = re.compile(r"\s*\b(?:Ảnh|Sơ đồ|Biểu đồ|Đồ họa|Minh họa)\s*:[^:]*$")


@dataclass(frozen=True, slots=True)
class PictureUse:
    """A picture of a piece; `file` lies below `assets/`, `line` is 0-based in the body.

    `line` is None of the picture of the front matter; `caption` is as the author wrote it.
    """

    file: str
    alt: str
    caption: str
    rights: Rights | None
    line: int | None = None
    caption_line: int | None = None

    @property
    def credit(self) -> str:
        """Who is named beside it."""
        return self.rights.credit if self.rights else ""

    @property
    def credit_line(self) -> str:
        """The credit as a paper prints it, where the caption does not say it already."""
        if not self.credit or fold(self.credit) in fold(self.caption):
            return ""
        return f"{'Sơ đồ' if self.is_drawn else 'Ảnh'}: {self.credit}."

    @property
    def label(self) -> str:
        """What a paper prints below it: the caption and the credit."""
        return f"{self.caption} {self.credit_line}".strip()

    @property
    def words(self) -> str:
        """The caption without the credit at its end, which a paper counts apart."""
        return _CREDIT.sub("", self.caption)

    @property
    def is_drawn(self) -> bool:
        """Whether it is a diagram: it shows no person and has no resolution."""
        return self.file.casefold().endswith(".svg")


def pictures_of(piece: Piece) -> list[PictureUse]:
    """Every picture of a piece once, that of its front matter first."""
    found = [*_front(piece), *(_pictured(piece, *parts) for parts in _shown(piece.body.text))]
    return list({picture.file: picture for picture in reversed(found)}.values())[::-1]


def is_picture(node: SyntaxTreeNode) -> bool:
    """Whether a paragraph is a picture and nothing else."""
    return [child.type for child in _meaning(node)] == ["image"]


def is_caption(before: SyntaxTreeNode | None, node: SyntaxTreeNode) -> bool:
    """Whether a paragraph is the caption of a picture: all in italics, right below it."""
    below = before is not None and is_picture(before)
    return below and [child.type for child in _meaning(node)] == ["em"]


def _front(piece: Piece) -> Iterator[PictureUse]:
    if piece.picture:
        file = piece.picture.file
        rights = piece.rights_of(file) or Rights(file=file, credit=piece.picture.credit)
        yield PictureUse(file, piece.picture.alt, piece.picture.caption, rights)


def _pictured(piece: Piece, source: str, alt: str, caption: str, *lines: int | None) -> PictureUse:
    file = asset_path(piece.file, source)
    return PictureUse(file, alt, caption, piece.rights_of(file), *lines)


@lru_cache(maxsize=2048)
def _shown(markdown: str) -> tuple[tuple[str, str, str, int, int | None], ...]:
    """Address, alternative text, caption and their lines of every picture of a text."""
    if "![" not in markdown:
        return ()
    blocks = [node for node in tree(markdown).walk() if node.type in _HOLDING]
    found = []
    for node, below in zip_longest(blocks, blocks[1:]):
        has_caption = below is not None and _follows(node, below) and is_caption(node, below)
        caption, at = (_caption(below), _line(below)) if below and has_caption else ("", None)
        for image in node.walk():
            if image.type == "image":
                source = str(image.attrs["src"])
                found.append((source, plain(image).strip(), caption, _line(node), at))
    return tuple(found)


def _caption(node: SyntaxTreeNode) -> str:
    return " ".join(passage.plain_text for passage in passages_of(node))


def _follows(node: SyntaxTreeNode, below: SyntaxTreeNode) -> bool:
    return node.next_sibling is below


def _line(node: SyntaxTreeNode) -> int:
    return node.map[0] if node.map else 0


def _meaning(node: SyntaxTreeNode) -> Iterator[SyntaxTreeNode]:
    inline = node.children[0] if node.type == "paragraph" and node.children else None
    for child in inline.children if inline else ():
        if child.type != "softbreak" and (child.type != "text" or child.content.strip()):
            yield child
