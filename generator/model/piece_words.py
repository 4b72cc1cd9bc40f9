"""What a piece says, as a short mark of it: to tell later whether it still says so."""

from generator.model.artifact import digest_of
from generator.model.piece import Piece
from generator.model.read_words import read_words

_LENGTH = 16  # of the mark: characters
_BESIDE = frozenset({"corrections", "industry", "sources", "topics"})
"""What is written of a piece after it was published, and where it stands."""


def mark_of_words(piece: Piece) -> str:
    """The same for the same words, wherever lines end; notes and names for machines are none."""
    said = (each.text for each in read_words(piece) if each.keys[0] not in _BESIDE)
    return digest_of(*(" ".join(text.split()) for text in (*said, piece.body.text)))[:_LENGTH]
