"""TV: a feature, written as pictures beside words."""

from generator.model.fields import Label
from generator.model.medium import Medium
from generator.model.scripted import Scripted


class Feature(Scripted):
    """TV feature: a piece for television, pictures beside words."""

    locations: tuple[Label, ...] = ()
    """Where it is filmed: what is filmed where, in a few words each.
    Example: [xưởng nhuộm, bể tuần hoàn nước]
    Effect: at the head of the script that the station receives."""


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
