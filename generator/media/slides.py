"""Slides: what a class sees on the wall while somebody speaks."""

from generator.model.medium import Medium
from generator.model.slide_piece import SlidePiece

MEDIUM = Medium(
    name="slides",
    schema="PresentationDigitalDocument",
    record=SlidePiece,
    singular="Slides",
    plural="Slides for classes",
    order=50,
    section="bai-trinh-chieu",
    unit="bài",
    file=".pptx",
    placing="period",
    menu="foot",
    other_names=("bai trinh chieu", "trinh chieu", "powerpoint", "pptx", "slide"),
    tone="nuoc",
    shape="square",
    starter="""\
---
id: {id}
medium: slides
campaign: {campaign}
activity: {activity}
title: {title}
summary: {summary}
quarter: {quarter}
basis: proposed
status: draft
---

## Vì sao?

- {body}
""",
)
