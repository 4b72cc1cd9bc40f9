"""Radio: a segment read on the air."""

from typing import Literal

from generator.model.fields import Copies, Duration, Text, Timecode
from generator.model.medium import Medium
from generator.model.piece import Deliverable
from generator.model.record import Record


class Person(Record):
    """Who is heard or answers for the segment; roles are those of the podcast taxonomy.

    https://podcasttaxonomy.com
    """

    name: Text
    role: Literal["host", "guest", "reporter", "narrator", "author", "editor", "producer"] = "host"


class Segment(Deliverable):
    """A radio segment (chương trình); `duration` is the length of its slot in seconds.

    `as_aired` is how long it took on the air, as the station reports it: that calibrates estimates.

    `audio` is its recording, a file below `assets/`; `times` are the seconds at which each line of
    the script begins in it, cues included and headings not. `episode` is its number in the year.
    """

    duration: Duration | None = None
    as_aired: Duration | None = None
    speakers: tuple[Text, ...] = ()
    audio: Text = ""
    times: tuple[Timecode, ...] = ()
    persons: tuple[Person, ...] = ()
    episode: Copies | None = None


MEDIUM = Medium(
    name="radio",
    schema="RadioEpisode",
    record=Segment,
    singular="Radio segment",
    plural="Radio",
    order=10,
    section="phat-thanh",
    body="script",
    starter="""\
---
id: {id}
medium: radio
campaign: {campaign}
activity: {activity}
title: {title}
summary: {summary}
quarter: {quarter}
basis: proposed
duration: 7 phút
speakers: [PTV 1, PTV 2]
status: draft
---

::: nhạc hiệu 10 giây
:::

**PTV 1:** {body}
""",
)
