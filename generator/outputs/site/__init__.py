"""The public site: its pages before their frame (`frame.py`), and the files that they load."""

from collections.abc import Iterable
from functools import partial

from generator.model.artifact import Artifact
from generator.model.layout_cache import laid_out
from generator.outputs import Context, Output
from generator.outputs.site import (
    artworks,
    brand_files,
    calendar,
    campaigns,
    follow,
    guide,
    labels,
    manifest,
    own,
    partners,
    picture_files,
    piece_drawings,
    pieces,
    quarters,
    recording_files,
    redirects,
    scripts,
    sections,
    share_pictures,
    social,
    wellknown,
)
from generator.outputs.site.shelf import Shelf, shelf_of


def build(context: Context) -> Iterable[Artifact]:
    """Every page, picture and recording that a reader may see as of the plan's moment."""
    shelf = shelf_of(context)
    yield from pieces.pages(shelf)
    yield from listings(shelf)
    yield from files(shelf)
    yield from picture_files.pages(shelf)  # last: the pages before have told which


def listings(shelf: Shelf) -> Iterable[Artifact]:
    """Every page that is not that of a piece; again only where more than a text has changed."""
    context, make = shelf.context, partial(without_texts, shelf)
    yield from laid_out(context.memory, context.faces, make) if context.faces else make()
    yield from guide.pages(shelf)  # it draws the headings of texts


def without_texts(shelf: Shelf) -> Iterable[Artifact]:
    """The listings that show nothing of the texts of pieces."""
    for part in (sections, labels, partners, redirects):
        yield from part.pages(shelf)
    for whole in (follow, campaigns, calendar, quarters):
        yield from whole.pages(shelf.context)


def files(shelf: Shelf) -> Iterable[Artifact]:
    """What pages load or lead to, but for pictures in texts."""
    for whole in (brand_files, own, recording_files, social, manifest, wellknown):
        yield from whole.pages(shelf.context)
    for part in (scripts, artworks, piece_drawings, share_pictures):
        yield from part.pages(shelf)


OUTPUT = Output("site", "Website", build, needs=("calendars", "print"))
