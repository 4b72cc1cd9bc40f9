"""TV: a feature, written as pictures beside words."""

from generator.model.fields import Duration, Text
from generator.model.medium import Medium
from generator.model.piece import Deliverable


class Feature(Deliverable):
    """A TV feature (phóng sự); `duration` is the length of its slot in seconds.

    `as_aired` is how long it took on the air, as the station reports it: that calibrates estimates.
    `speakers` are those who speak, `locations` what has to be filmed where, in a few words each.
    """

    duration: Duration | None = None
    as_aired: Duration | None = None
    speakers: tuple[Text, ...] = ()
    locations: tuple[Text, ...] = ()


MEDIUM = Medium(
    name="tv",
    schema="TVEpisode",
    record=Feature,
    singular="TV feature",
    plural="TV",
    order=15,
    section="truyen-hinh",
    body="script",
    cues="seen",
    starter="""\
---
id: {id}
medium: tv
campaign: {campaign}
activity: {activity}
title: {title}
summary: {summary}
quarter: {quarter}
basis: proposed
duration: 7 phút
speakers: [Lời bình]
status: draft
---

::: nhạc hiệu 8 giây
:::

::: hình
Toàn cảnh.
:::

**Lời bình:** {body}
""",
)
