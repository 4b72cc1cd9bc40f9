"""Newspaper: a story in an issue."""

from generator.model.fields import Text
from generator.model.medium import Medium
from generator.model.piece import Deliverable


class Story(Deliverable):
    """A newspaper story (bài báo); `standfirst` is the sapo, `issue` the number of the paper."""

    standfirst: Text = ""
    issue: Text = ""


MEDIUM = Medium(
    name="newspaper",
    schema="NewsArticle",
    record=Story,
    singular="Newspaper story",
    plural="Newspaper",
    order=20,
    section="bao-chi",
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
