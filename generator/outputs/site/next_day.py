"""From whatever page a search leads to: the way to what can be done tomorrow, and what it saves."""

from collections.abc import Mapping

from generator.catalogue import translate, words
from generator.model import addresses
from generator.model.article import Article
from generator.model.piece import Piece
from generator.outputs.site.industries import Industry, industries, industry_of
from generator.outputs.site.shelf import Shelf
from generator.outputs.site.tips import OWN, anchor
from generator.vietnamese.slugs import slugify

_TOMORROW = "#ngay-mai"
_QUESTION = "#nganh"


def way_to_next_day(shelf: Shelf, piece: Piece) -> Mapping[str, object]:
    """Front matter: the page's own list; in Vietnamese that of its industry, or the question.

    Where there are no industries, nothing asks.
    """
    if isinstance(piece, Article) and piece.tips:
        return {"to_do": _own(piece)}
    if piece.lang != "vi" or getattr(piece, "menu", None):
        return {}
    label = shelf.labels.get(slugify(piece.industry)) if piece.industry else None
    industry = industry_of(label) if label else None
    way = _of_industry(industry) if industry else _question(shelf)
    return {"to_do": way} if way else {}


def _own(piece: Article) -> Mapping[str, object]:
    """What it tells to do, each with the way to its card: on the page of the industry, or here."""
    industry = addresses.label(slugify(piece.industry)) if piece.industry else ""
    page = addresses.url(industry)
    return {
        "title": translate("What to do tomorrow", piece.lang),
        "tips": [
            {"title": tip.title, "url": f"{page}#{anchor(piece, number)}"}
            for number, tip in enumerate(piece.tips)
        ],
        "more": translate("See how, and what it saves", piece.lang),
        "url": page + (_TOMORROW if page else f"#{OWN}"),
    }


def _of_industry(industry: Industry) -> Mapping[str, object]:
    page = addresses.url(addresses.label(industry.label.slug))
    has_tips = any(isinstance(it, Article) and it.tips for it in industry.label.pieces)
    return {
        "kicker": industry.label.title,
        "title": words("What to do tomorrow, and what does it save?"),
        "url": page + (_TOMORROW if has_tips else ""),
    }


def _question(shelf: Shelf) -> Mapping[str, object]:
    """The street of workshops, where there is one."""
    home = next((each for each in shelf.articles() if each.address == "index"), None)
    if home is None or not industries(shelf):
        return {}
    return {
        "kicker": home.question or words("What do you make?"),
        "title": words("Choose, and see what to do tomorrow"),
        "url": f"./{_QUESTION}",
    }
