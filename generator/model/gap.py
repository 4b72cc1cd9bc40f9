"""What only the office can put into a piece: it is told so, and nothing of it is printed."""

from typing import Literal

from generator.model.fields import Code
from generator.model.record import Record


class Gap(Record):
    """Gap: something real that only the office can put into a piece.

    A piece is whole without it.
    """

    what: Literal["quotation", "case", "figure", "contact", "update", "licence"]
    """What is missing: words of a person (quotation), a case, a figure, whom to call (contact),
    what has changed since (update), or the licence of what is handed out (licence).
    Example: quotation
    Effect: says in the checklist what kind of thing is awaited."""
    under: Code = ""
    """Heading: the heading below which it belongs, as the piece has it.
    Example: Tìm người đi cùng
    Effect: in the checklist; loa check tells a heading that the piece does not have."""
    ask: Code
    """Question: whom to ask, and for what.
    Example: "Một quản đốc đã dự lớp: bớt được gì?"
    Effect: in the checklist of the pack, or in the run list of a printed piece."""
