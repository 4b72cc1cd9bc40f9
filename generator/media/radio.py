"""Radio: a segment read on the air."""

from generator.model.fields import Duration, Text
from generator.model.medium import Medium
from generator.model.piece import Deliverable


class Segment(Deliverable):
    """A radio segment (chương trình); `duration` is the length of its slot in seconds."""

    duration: Duration | None = None
    speakers: tuple[Text, ...] = ()


MEDIUM = Medium(
    name="radio",
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
