"""The public site as staged pages: MkDocs (or its successor) makes HTML of them."""

from collections.abc import Iterable

from generator.model.artifact import Artifact
from generator.outputs import Context, Output
from generator.outputs.site import (
    artworks,
    brand,
    calendar,
    campaigns,
    follow,
    guide,
    labels,
    manifest,
    partners,
    pictures,
    pieces,
    recordings,
    redirects,
    scripts,
    sections,
    social,
    wellknown,
)
from generator.outputs.site.shelf import shelf_of


def build(context: Context) -> Iterable[Artifact]:
    """Every page, picture and recording that a reader may see as of the plan's moment."""
    shelf = shelf_of(context)
    for whole in (
        brand,
        calendar,
        campaigns,
        follow,
        recordings,
        social,
        manifest,
        wellknown,
    ):
        yield from whole.pages(context)
    for part in (pieces, sections, labels, guide, partners, redirects, scripts, artworks):
        yield from part.pages(shelf)
    yield from pictures.pages(shelf)  # last: the pages before have told which


OUTPUT = Output("site", "Website", build, needs=("calendars", "print"))
