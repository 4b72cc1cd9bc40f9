"""What only the office can put into a piece: it is told so, and nothing of it is printed."""

from typing import Literal

from generator.model.fields import Text
from generator.model.record import Record


class Gap(Record):
    """A place in a piece that waits for something real (chỗ chờ điền).

    `what` is the words of a person, a case, a figure, whom to call, or what has changed since the
    piece was written; `under` the heading below which it belongs, as the piece has it; `ask` whom
    to ask, and for what. A piece is whole without it.
    """

    what: Literal["quotation", "case", "figure", "contact", "update"]
    under: Text = ""
    ask: Text
