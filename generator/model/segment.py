"""A deliverable that is read on the air, and heard on the site once there is a recording."""

from typing import Literal

from generator.model.fields import Code, Copies, Text, Timecode
from generator.model.record import Record
from generator.model.scripted_piece import Scripted


class Person(Record):
    """Person: who is heard or answers for a segment.

    Roles are those of the podcast taxonomy: https://podcasttaxonomy.com
    """

    name: Text
    """Name: the person's name.
    Example: PTV 1
    Effect: in the podcast and on the script."""
    role: Literal["host", "guest", "reporter", "narrator", "author", "editor", "producer"] = "host"
    """Role: what the person does in the segment.
    Example: host
    Effect: podcast programs show it beside the name."""


class Segment(Scripted):
    """Radio segment: a piece for the radio."""

    audio: Code = ""
    """Recording: the sound file below assets/.
    Example: assets/am-thanh/phat-thanh-2021-2-1.mp3
    Effect: a player on the page, an episode of the podcast, and a file of the pack."""
    times: tuple[Timecode, ...] = ()
    """Times of lines: when each line of the script begins in the recording, cues included.
    Example: ["0:00", "0:12"]
    Effect: captions of the player on the page and of the podcast."""
    persons: tuple[Person, ...] = ()
    """Persons: who is heard or answers for the segment.
    Effect: named in the podcast and on the script."""
    episode: Copies | None = None
    """Number of the episode: its number in the year, where it is not to be counted.
    Example: 3
    Effect: the number that podcast programs show."""
