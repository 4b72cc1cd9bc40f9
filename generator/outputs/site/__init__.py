"""The public site as staged pages: MkDocs (or its successor) makes HTML of them."""

from collections.abc import Iterable

from generator.model.artifact import Artifact
from generator.outputs import Context, Output
from generator.outputs.site import (
    calendar,
    campaigns,
    follow,
    pictures,
    pieces,
    recordings,
    sections,
)


def build(context: Context) -> Iterable[Artifact]:
    """Every page, picture and recording that a reader may see as of the plan's moment."""
    for part in (pieces, sections, calendar, campaigns, follow, pictures, recordings):
        yield from part.pages(context)


OUTPUT = Output("site", "Website", build, needs=("calendars", "print"))
