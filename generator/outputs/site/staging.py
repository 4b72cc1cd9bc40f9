"""The text of a piece as its page has it: HTML, links resolved, pictures framed."""

import json
from collections.abc import Callable
from dataclasses import dataclass

from markdown_it.tree import SyntaxTreeNode

from generator.media import media
from generator.model import addresses
from generator.model.memory import Ways
from generator.model.piece import Piece
from generator.outputs.site.images import figure
from generator.outputs.site.script_view import script
from generator.outputs.site.shelf import Shelf
from generator.text.anchors import Anchors
from generator.text.footnotes import NoteHtml
from generator.text.html import Targets, credit_of, html_of
from generator.text.links import asset_path
from generator.text.tree import plain, tree

_SECTION = "h2"


@dataclass(frozen=True, slots=True)
class Text:
    """The HTML of a piece, and its sections as (title, id of the heading)."""

    html: str
    sections: list[tuple[str, str]]


def page_text(shelf: Shelf, piece: Piece) -> Text:
    """The text is read once for all that the page needs of it, and as long as it stays so."""
    kind = media()[piece.medium].body
    ways: Ways = {"link": _links(shelf, piece), "frame": _frames(shelf, piece)}

    def make(ask: Ways) -> str:
        root = tree(piece.body.text)
        write = script if kind == "script" else html_of
        targets = Targets(ask["link"], ask["frame"], NoteHtml(piece.id, piece.lang))
        html = write(root.children, targets, Anchors())
        return json.dumps([html, sections(root.children)], ensure_ascii=False)

    known = repr((piece.id, piece.lang, kind, piece.body.text))
    html, found = json.loads(shelf.context.memory.recall_with("staged", known, ways, make))
    return Text(html, [(title, identity) for title, identity in found])


def sections(blocks: list[SyntaxTreeNode]) -> list[tuple[str, str]]:
    """The headings below the title, with the ids that pages give them."""
    anchors = Anchors()
    headings = [node for block in blocks for node in block.walk() if node.type == "heading"]
    named = [(node, plain(node).strip()) for node in headings]
    anchored = [(node, title, anchors.of(title)) for node, title in named]
    return [
        (title, anchor)
        for node, title, anchor in anchored
        if node.tag == _SECTION and node in blocks
    ]


def _links(shelf: Shelf, piece: Piece) -> Callable[[str], str | None]:
    path, links = shelf.context.links.pages[piece.id], shelf.context.links

    def to_link(href: str) -> str | None:
        target = links.resolve(piece.file, href)
        fragment = f"#{target.fragment}" if target.fragment else ""
        if target.kind == "external":
            return href
        if target.kind == "anchor":
            return fragment
        if target.kind in {"piece", "page"}:
            return addresses.relative(target.path, path) + fragment
        return None

    return to_link


def _frames(shelf: Shelf, piece: Piece) -> Callable[[str, str], str | None]:
    page, assets = shelf.context.links.pages[piece.id], shelf.context.plan.workspace.assets
    credit = credit_of(piece)

    def frame(source: str, alt: str) -> str | None:
        name = asset_path(piece.file, source)
        size = shelf.show(assets.get(name))
        return figure(name, size, alt, page) + credit(name) if size else None

    return frame
