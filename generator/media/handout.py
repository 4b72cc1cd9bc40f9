"""Handout: sheets of paper for a class or an office, as Word."""

from generator.model.class_paper import ClassPaper
from generator.model.medium import Medium

MEDIUM = Medium(
    name="handout",
    schema="DigitalDocument",
    record=ClassPaper,
    singular="Handout",
    plural="Handouts",
    order=51,
    section="phat-tay",
    unit="bản",
    file=".docx",
    placing="period",
    menu="foot",
    other_names=("tai lieu", "tai lieu phat tay", "giao trinh", "bai kiem", "word"),
    tone="muc",
    shape="square",
    starter="""\
---
id: {id}
medium: handout
campaign: {campaign}
activity: {activity}
title: {title}
summary: {summary}
quarter: {quarter}
basis: proposed
status: draft
---

{body}
""",
)
