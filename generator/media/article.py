"""A page of the site that is no campaign deliverable."""

from generator.model.article import Article
from generator.model.medium import Medium

MEDIUM = Medium(
    name="article",
    schema="Article",
    record=Article,
    singular="Article",
    plural="Articles",
    section="",
    placing="none",
    other_names=("bai", "bai viet", "trang web", "web", "website"),
    shape="ring",
    starter="""\
---
id: {id}
medium: article
title: {title}
summary: {summary}
status: draft
---

{body}
""",
)
