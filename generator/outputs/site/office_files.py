"""The Office file of a piece on its page."""

from generator.catalogue import words
from generator.model import addresses
from generator.model.medium import Medium
from generator.model.piece import Piece
from generator.outputs.site.page import Link, link

_PROGRAMS = {
    ".docx": "Word, to be changed and printed",
    ".pptx": "PowerPoint, with the notes of the speaker",
}
"""What opens such a file (msgids)."""


def office_links(medium: Medium, piece: Piece) -> list[Link]:
    """The download of what is to be used and changed by whoever takes it."""
    if not medium.file:
        return []
    note = words(_PROGRAMS[medium.file])
    return [link(words(medium.singular), addresses.office_file(medium, piece), note=note)]
