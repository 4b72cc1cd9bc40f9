"""The text of a piece as its page has it: links resolved, pictures framed, headings drawn."""

import json
import posixpath
from collections.abc import Callable
from dataclasses import dataclass

from markdown_it.tree import SyntaxTreeNode

from generator.media import media
from generator.model.memory import Ways
from generator.model.piece import Piece
from generator.outputs.site.images import figure
from generator.outputs.site.script import script
from generator.outputs.site.shelf import Shelf
from generator.text.footnotes import NoteHtml
from generator.text.links import asset_path
from generator.text.staged import Targets, stage
from generator.text.tree import plain, tree
from generator.vietnamese.slugs import slugify

_SECTION = "h2"


@dataclass(frozen=True, slots=True)
class Text:
    """The staged Markdown of a piece, and its sections as (title, id of the heading)."""

    markdown: str
    sections: list[tuple[str, str]]


def staged(shelf: Shelf, piece: Piece) -> Text:
    """The text is read once for all that the page needs of it, and as long as it stays so."""
    kind = media()[piece.medium].body
    ways: Ways = {"link": _links(shelf, piece), "frame": _frames(shelf, piece)}

    def make(ask: Ways) -> str:
        root = tree(piece.body.text)
        write = script if kind == "script" else stage
        named = NoteHtml(piece.id, piece.lang)
        markdown = write(root.children, Targets(ask["link"], _bare, ask["frame"], named))
        return json.dumps([markdown, sections(root.children)], ensure_ascii=False)

    known = repr((piece.id, piece.lang, kind, piece.body.text))
    markdown, found = json.loads(shelf.context.memory.asked("staged", known, ways, make))
    return Text(markdown, [(title, identity) for title, identity in found])


def sections(blocks: list[SyntaxTreeNode]) -> list[tuple[str, str]]:
    """The headings below the title, with the ids that pages give them."""
    titles = [plain(node).strip() for node in blocks if node.tag == _SECTION]
    return [(title, slugify(title)) for title in titles]


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
            return posixpath.relpath(target.path, posixpath.dirname(path) or ".") + fragment
        return None

    return to_link


def _frames(shelf: Shelf, piece: Piece) -> Callable[[str, str], str | None]:
    page, assets = shelf.context.links.pages[piece.id], shelf.context.plan.workspace.assets

    def frame(source: str, alt: str) -> str | None:
        name = asset_path(piece.file, source)
        size = shelf.show(assets.get(name))
        return figure(name, size, alt, page) if size else None

    return frame


def _bare(source: str) -> str | None:  # noqa: ARG001 - pictures are framed
    return None
