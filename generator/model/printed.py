"""What all printed deliverables say in their front matter, beside their words."""

from typing import Literal

from generator.model.fields import Percent, PrintSize, Ref, Text
from generator.model.piece import Deliverable
from generator.model.record import Record


class Sponsor(Record):
    """Whoever paid and is named on the piece: the share of its area, in per cent, and where.

    `logo` is a picture or an SVG of plain shapes below assets/.
    """

    name: Text
    share: Percent
    at: Literal["left", "right", "top", "bottom"]
    logo: Text = ""


class PrintedPiece(Deliverable):
    """A piece that is printed. `size` is the trim.

    Its words may hold {place}, {district}, {distance} and {arrow}: then each place gets a file of
    its own. `place_line` is a line of such words alone. `foreign` is what stands in another
    language below. `printer` chooses another print shop than that of the medium.
    """

    size: PrintSize
    template: Text = ""
    printer: Ref | None = None
    place_line: Text = ""
    foreign: Text = ""
    sponsor: Sponsor | None = None

    @property
    def lines(self) -> tuple[tuple[str, str], ...]:
        """The slots beside the main words, which every template has."""
        sponsor = self.sponsor.name if self.sponsor else ""
        return (("foreign", self.foreign), ("place", self.place_line), ("sponsor", sponsor))
