"""Newspaper: a story in an issue."""

from generator.model.fields import Text
from generator.model.medium import Medium
from generator.model.piece import Deliverable


class Story(Deliverable):
    """Story: a piece for a newspaper."""

    standfirst: Text = ""
    """Standfirst: the paragraph between headline and text.
    Example: Muốn bớt nước, xưởng bắt đầu từ cái vòi.
    Effect: on the page and in the story that the paper receives; held against the space of the
    paper."""
    issue: Text = ""
    """Issue: the number of the newspaper that printed it.
    Example: Số 4567
    Effect: on the page and the slip; with a slot of basis source it says to search engines that the
    story was printed."""


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
