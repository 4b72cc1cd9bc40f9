"""Newspaper: a story in an issue."""

from generator.model.medium import Medium
from generator.model.story import Story

MEDIUM = Medium(
    name="newspaper",
    schema="NewsArticle",
    record=Story,
    singular="Newspaper story",
    plural="Newspaper",
    order=20,
    section="bao-chi",
    other_names=("bai bao", "bao", "bao chi", "bao dien tu", "bao in"),
    tone="dat",
    shape="square",
    starter="""\
---
id: {id}
medium: newspaper
campaign: {campaign}
activity: {activity}
title: {title}
summary: {summary}
standfirst: {summary}
quarter: {quarter}
basis: proposed
status: draft
---

{body}
""",
)
