"""A deliverable that a class sees on the wall while somebody speaks."""

from typing import ClassVar

from generator.model.piece import Deliverable


class SlidePiece(Deliverable):
    """Slides: a section of the Markdown is a slide, a quotation in it is what the speaker says."""

    form_keys: ClassVar = ("title", "summary", "slot", "quarter", "topics", "drawing", "sources")
