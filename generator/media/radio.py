"""Radio: a segment read on the air."""

from typing import Literal

from generator.model.fields import Copies, Text, Timecode
from generator.model.medium import Medium
from generator.model.record import Record
from generator.model.scripted import Scripted


class Person(Record):
    """Who is heard or answers for the segment; roles are those of the podcast taxonomy.

    https://podcasttaxonomy.com
    """

    name: Text
    role: Literal["host", "guest", "reporter", "narrator", "author", "editor", "producer"] = "host"


class Segment(Scripted):
    """A radio segment (chương trình).

    `audio` is its recording, a file below `assets/`; `times` are the seconds at which each line of
    the script begins in it, cues included and headings not. `episode` is its number in the year.
    """

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
