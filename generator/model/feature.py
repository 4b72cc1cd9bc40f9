"""A deliverable that is filmed: pictures beside words."""

from generator.model.fields import Label
from generator.model.scripted_piece import Scripted


class Feature(Scripted):
    """TV feature: a piece for television, pictures beside words."""

    locations: tuple[Label, ...] = ()
    """Where it is filmed: what is filmed where, in a few words each.
    Example: [xưởng nhuộm, bể tuần hoàn nước]
    Effect: at the head of the script that the station receives."""
