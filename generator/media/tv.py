"""TV: a feature, written as pictures beside words."""

from generator.model.feature import Feature
from generator.model.medium import Medium

MEDIUM = Medium(
    name="tv",
    schema="TVEpisode",
    record=Feature,
    singular="TV feature",
    plural="TV",
    order=15,
    section="truyen-hinh",
    unit="phóng sự",
    body="script",
    cues="seen",
    other_names=("phim", "phong su", "tivi", "truyen hinh", "video", "ti vi"),
    tone="muc",
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
