"""A deliverable that is read aloud from a script, whatever the medium."""

from generator.model.fields import Duration, Label
from generator.model.piece import Deliverable


class Scripted(Deliverable):
    """A deliverable with a script (sản phẩm có kịch bản); `duration` is its slot's length.

    `duration` and `as_aired` are in seconds. `as_aired` is how long it took on the air, as the
    station reports it: that calibrates estimates. `speakers` are those who speak.
    """

    duration: Duration | None = None
    as_aired: Duration | None = None
    speakers: tuple[Label, ...] = ()
