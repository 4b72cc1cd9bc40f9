"""A deliverable that is read aloud from a script, whatever the medium."""

from collections.abc import Mapping
from typing import Annotated, ClassVar

from generator.model.fields import Duration, Label
from generator.model.piece import Deliverable
from generator.model.read_words import Prose


class Scripted(Deliverable):
    """Scripted: a deliverable that is read aloud from a script."""

    form_keys: ClassVar = (*Deliverable.form_keys, "duration", "speakers")

    duration: Duration | None = None
    """Length of the slot: how long the piece may take on the air.
    Example: 7 phút
    Effect: on the page and the script; loa check tells a script that is too long or too short for
    it."""
    as_aired: Duration | None = None
    """Length as aired: how long it took on the air, as the station reports it.
    Example: 6 phút 45 giây
    Effect: from it loa learns how fast this station reads, and estimates all other scripts by
    that."""
    speakers: tuple[Annotated[Label, Prose.NONE], ...] = ()
    """Speakers: the voices of the script, as they stand before the colon.
    Example: [PTV 1, PTV 2]
    Effect: on the page and the script; loa check tells a voice that is not listed."""

    @property
    def facts(self) -> Mapping[str, str]:
        """Who speaks."""
        return {"Voices": ", ".join(self.speakers)}
