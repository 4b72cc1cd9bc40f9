"""Things to do tomorrow, as pages show them: what each takes, what it saves and who says so."""

from collections.abc import Mapping, Sequence
from urllib.parse import urlsplit

from generator.catalogue import translate
from generator.model import addresses
from generator.model.article import Article
from generator.model.tip import Tip, TipFigure
from generator.outputs.site.page import body
from generator.outputs.site.piece_drawings import small_drawing_of
from generator.outputs.site.shelf import Shelf
from generator.outputs.site.sources import WEB, source_list, source_text

OWN = "viec-lam-ngay"
"""The id of what an article tells to do, where it stands on its own page."""


def tip_cards(shelf: Shelf, pieces: Sequence[Article], page_path: str) -> str:
    """HTML of all that some articles tell to do, numbered, on the page at a path."""
    told = ((piece, number) for piece in pieces for number in range(len(piece.tips)))
    tips = [_tip(shelf, piece, number, page_path) for piece, number in told]
    lang = pieces[0].lang if pieces else "vi"
    return body("_tips.html", tips=tips, words=lambda it: translate(it, lang)) if tips else ""


def anchor(piece: Article, number: int) -> str:
    """The id of what a piece tells to do, counted from 0, on whatever page it stands."""
    return f"{piece.id}-viec-{number + 1}"


def _tip(shelf: Shelf, piece: Article, number: int, page_path: str) -> Mapping[str, object]:
    tip = piece.tips[number]
    return {
        "anchor": anchor(piece, number),
        "title": tip.title,
        "text": tip.text,
        "cost": tip.cost,
        "figures": [_figure(shelf, figure) for figure in tip.figures],
        "onward": _onward(shelf, piece, tip, page_path),
        **small_drawing_of(shelf, tip.drawing, page_path),
    }


def _figure(shelf: Shelf, figure: TipFigure) -> Mapping[str, str]:
    """With its source in as few words as tell it apart: of a page its host."""
    source = figure.source
    (found,) = source_list(shelf.workspace, [source])
    is_web = source.startswith(WEB)
    named = urlsplit(source).netloc.removeprefix("www.") if is_web else ""
    return {
        "figure": figure.figure,
        "about": figure.about,
        "source": named or source_text(shelf.workspace, source),
        "url": found["url"],
    }


def _onward(shelf: Shelf, piece: Article, tip: Tip, page_path: str) -> Mapping[str, str]:
    """Where it goes on, if that can be seen."""
    links = shelf.context.links
    target = links.resolve(piece.file, tip.to) if tip.to else None
    if target is None or target.kind != "piece" or target.piece is None:
        return {}
    way = addresses.relative(target.path, page_path)
    fragment = f"#{target.fragment}" if target.fragment else ""
    return {"title": target.piece.title, "url": way + fragment}
