"""What papers that leave the office say of an approval, or of one that nobody has given."""

from generator.catalogue import words
from generator.model.piece import Piece
from generator.vietnamese.dates import format_date

ONLY_AN_EXAMPLE = (
    "EXAMPLE: nobody has approved this piece. It is not to be printed or aired before somebody has."
)
"""In the place of who approved a piece, and when."""
EXAMPLES = (
    "EXAMPLES: nobody has approved these pieces. They are not to be printed or aired before "
    "somebody has."
)
"""At the head of every paper of a pack that holds such a piece."""


def approval_in_words(piece: Piece) -> str:
    """Who approved a piece, when and by which paper; that nobody has, of an example."""
    if piece.is_example:
        return words(ONLY_AN_EXAMPLE)
    day = format_date(piece.approved_on) if piece.approved_on else "–"
    by = piece.approved_by or words("nobody named")
    said = words("Approved by {name} on {day}", name=by, day=day)
    number = words("number {number}", number=piece.approval_number)
    return f"{said}, {number}" if piece.approval_number else said
