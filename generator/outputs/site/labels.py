"""The listing of every industry and topic, whatever the medium."""

from collections.abc import Iterator

from generator.catalogue import words
from generator.model import addresses
from generator.model.artifact import Artifact
from generator.outputs.site.industries import industry_of, industry_opening, industry_top
from generator.outputs.site.listing import Listing, listing
from generator.outputs.site.page import Link, crumbs, link
from generator.outputs.site.shelf import Label, Shelf


def pages(shelf: Shelf) -> Iterator[Artifact]:
    """A listing for each label; beside it all labels of its kind."""
    for label in shelf.labels.values():
        yield from _label(shelf, label)


def _label(shelf: Shelf, label: Label) -> Iterator[Artifact]:
    kind = words("Industry") if label.is_industry else words("Topic")
    group = shelf.industries() if label.is_industry else shelf.topics()
    industry = industry_of(label)
    yield from listing(
        shelf,
        Listing(
            label.title,
            label.pieces,
            lambda number: addresses.label(label.slug, number),
            is_mixed=True,
            top=industry_top(shelf, industry) if industry else "",
            opening=industry_opening(shelf, industry) if industry else {},
        ),
        kicker=kind,
        breadcrumbs=crumbs(link(words("Handbook"), addresses.GUIDE), {"title": label.title}),
        section=[_beside(other, label) for other in group],
        section_title=kind,
    )


def _beside(other: Label, label: Label) -> Link:
    return link(other.title, addresses.label(other.slug), current=other.slug == label.slug)
