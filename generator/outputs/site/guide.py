"""The handbook: how it is done, by industry, by topic, and every article."""

from collections.abc import Iterator

from generator.catalogue import words
from generator.model import addresses
from generator.model.article import Article
from generator.model.artifact import Artifact
from generator.model.piece import Piece
from generator.outputs.site.cards import card
from generator.outputs.site.diagrams import diagram
from generator.outputs.site.industries import industry_of
from generator.outputs.site.last_change import last_change
from generator.outputs.site.page import body, crumbs, page
from generator.outputs.site.piece_drawings import is_drawn, small_drawing_of
from generator.outputs.site.shelf import Label, Shelf
from generator.outputs.site.staging import sections
from generator.text.tree import tree


def pages(shelf: Shelf) -> Iterator[Artifact]:
    """One page; what grows with the years is in the listings that it leads to."""
    path, title = addresses.GUIDE, words("Handbook")
    articles = [piece for piece in shelf.articles() if piece.address != "index"]
    others = (piece for piece in articles if not _is_tool(piece) and not piece.industry)
    plain = [piece for piece in others if not _drawn(piece)]
    content = body(
        "guide.html",
        diagrams=[diagram_card(shelf, piece, path) for piece in articles if _drawn(piece)],
        industries=[_label(shelf, label, path) for label in shelf.industries()],
        tools=[
            card(shelf, piece, path) for piece in articles if _is_tool(piece) and piece.lang == "vi"
        ],
        topics=[_label(shelf, label, path) for label in shelf.topics()],
        articles=[card(shelf, piece, path) for piece in plain if piece.lang == "vi"],
        foreign=[card(shelf, piece, path) for piece in articles if piece.lang != "vi"],
    )
    lead = words("What cleaner production is, how to begin, and what others in your trade do.")
    yield page(
        path,
        "listing.html",
        title,
        content,
        lead=lead,
        breadcrumbs=crumbs({"title": title}),
        revised=last_change(shelf.plan, articles),
    )


def diagram_card(shelf: Shelf, piece: Piece, page_path: str) -> dict[str, str]:
    """An article's title, address and diagram, as another page shows them."""
    here = addresses.relative(shelf.context.links.pages[piece.id], page_path)
    parts = sections(tree(piece.body.text).children)
    return {"title": piece.title, "url": here, "diagram": diagram(piece, parts, page_path, here)}


def _is_tool(piece: Article) -> bool:
    """Whether readers type something there, and something comes of it."""
    return bool(piece.calculator or piece.assessment)


def _drawn(piece: Piece) -> bool:
    return isinstance(piece, Article) and bool(piece.diagram) and piece.lang == "vi"


def _label(shelf: Shelf, label: Label, page_path: str) -> dict[str, object]:
    industry = industry_of(label)
    drawing = industry.guide.drawing if industry and is_drawn(shelf, industry.guide) else ""
    return {
        "title": label.title,
        "url": addresses.relative(addresses.label(label.slug), page_path),
        "count": len(label.pieces),
        **small_drawing_of(shelf, drawing, page_path),
    }
