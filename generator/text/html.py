"""The tree to HTML with absolute links, for feeds."""

from markdown_it.token import Token

from generator.model import addresses
from generator.model.piece import Piece
from generator.text.links import Links, asset_path
from generator.text.tree import CUE, cue_of, render, tokens


def html(piece: Piece, links: Links, base: str) -> str:
    """The body of a piece as HTML; `base` is the absolute address of the site.

    A link to what is not visible yet leaves its bare words; raw HTML is dropped.
    """
    writer = _Writer(piece, links, base)
    stream = [token for token in tokens(piece.body.text) if token.type != "html_block"]
    return render([changed for token in stream for changed in writer.block(token)])


class _Writer:
    def __init__(self, piece: Piece, links: Links, base: str) -> None:
        self.piece, self.links, self.base = piece, links, base

    def block(self, token: Token) -> list[Token]:
        if token.type == f"{CUE}_open":
            return _cue(token)
        if token.type == f"{CUE}_close":
            return [Token("blockquote_close", "blockquote", -1)]
        if token.children:
            token.children = self._inline(token.children)
        return [token]

    def _inline(self, children: list[Token]) -> list[Token]:
        kept: list[Token] = []
        open_links: list[bool] = []
        for token in children:
            if token.type == "link_open":
                open_links.append(self._point(token))
            elif token.type == "image":
                picture = asset_path(self.piece.file, str(token.attrs["src"]))
                token.attrs["src"] = self.base + addresses.picture(picture)
            shown = (
                open_links[-1] if token.type.startswith("link_") else token.type != "html_inline"
            )
            if token.type == "link_close":
                open_links.pop()
            if shown:
                kept.append(token)
        return kept

    def _point(self, token: Token) -> bool:
        """Give a link its absolute address; False when it must not be a link."""
        target = self.links.resolve(self.piece.file, str(token.attrs["href"]))
        if target.kind == "external":
            return True
        if target.kind not in {"piece", "page", "anchor"}:
            return False
        page = target.path or self.links.pages[self.piece.id]
        fragment = f"#{target.fragment}" if target.fragment else ""
        token.attrs = {"href": self.base + addresses.url(page) + fragment}
        return True


def _cue(token: Token) -> list[Token]:
    label = Token("inline", "", 0, children=[Token("text", "", 0, content=cue_of(token).label)])
    opened = [Token("blockquote_open", "blockquote", 1), Token("paragraph_open", "p", 1)]
    return [*opened, label, Token("paragraph_close", "p", -1)]
