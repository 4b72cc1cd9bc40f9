"""What readers make: the industries that pieces name, each with the article that leads into it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.model import addresses
from generator.model.article import Article
from generator.outputs.site.page import body
from generator.outputs.site.piece_drawings import drawing_meta, small_drawing
from generator.outputs.site.share_pictures import piece_share_meta
from generator.outputs.site.shelf import Label, Shelf
from generator.outputs.site.tips import tip_cards


@dataclass(frozen=True, slots=True)
class Industry:
    """An industry; its guide is the first article in Vietnamese that is written for it."""

    label: Label
    guide: Article


def industries(shelf: Shelf) -> list[Industry]:
    """Those that have a guide, in the order of these."""
    found = [Industry(label, guide) for label in shelf.industries() for guide in _guides(label)]
    return sorted(found, key=lambda industry: shelf.places[industry.guide.id])


def industry_of(label: Label) -> Industry | None:
    """An industry by its label, if it has a guide."""
    return next((Industry(label, guide) for guide in _guides(label)), None)


def industry_doors(shelf: Shelf, page_path: str) -> list[Mapping[str, object]]:
    """The way to the page of each."""
    return [
        {
            "title": industry.label.title,
            "url": addresses.relative(addresses.label(industry.label.slug), page_path),
            **small_drawing(shelf, industry.guide, page_path),
        }
        for industry in industries(shelf)
    ]


def industry_opening(shelf: Shelf, industry: Industry) -> Mapping[str, object]:
    """How its page begins: with the words and the drawing of its guide."""
    guide = industry.guide
    shown = {**drawing_meta(shelf, guide), **piece_share_meta(shelf, guide)}
    return {"lead": guide.summary, **shown}


def industry_top(shelf: Shelf, industry: Industry) -> str:
    """What can be done tomorrow, and the way to the guide, above all that is listed."""
    label, path = industry.label, addresses.label(industry.label.slug)
    articles = [piece for piece in label.pieces if isinstance(piece, Article)]
    guide = addresses.relative(shelf.context.links.pages[industry.guide.id], path)
    return body(
        "industry.html",
        tips=tip_cards(shelf, [each for each in articles if each.lang == "vi"], path),
        guide={"title": industry.guide.title, "url": guide},
    )


def _guides(label: Label) -> Iterator[Article]:
    """At most one: the first."""
    if label.is_industry:
        articles = (piece for piece in label.pieces if isinstance(piece, Article))
        guides = (
            each
            for each in articles
            if each.lang == "vi" and not (each.calculator or each.assessment)
        )
        yield from [*guides][:1]
