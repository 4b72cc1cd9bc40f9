"""Radio: a segment read on the air."""

from generator.model.medium import Medium
from generator.model.segment import Segment

MEDIUM = Medium(
    name="radio",
    schema="RadioEpisode",
    record=Segment,
    singular="Radio segment",
    plural="Radio",
    order=10,
    section="phat-thanh",
    unit="chương trình",
    body="script",
    other_names=("dai", "loa", "phat thanh", "truyen thanh"),
    tone="nuoc",
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
