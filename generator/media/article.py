"""A page of the site that is no campaign deliverable."""

from typing import Literal

from generator.model.fields import Text
from generator.model.medium import Medium
from generator.model.piece import Piece
from generator.model.record import Record


class Door(Record):
    """An entrance on the home page: where it leads (`to`, a .md file), and one line about it."""

    kind: Literal["read", "listen", "print", "join"]
    title: Text
    text: Text
    to: Text


class Article(Piece):
    """A page of the site (bài viết).

    `diagram` draws its numbered headings (“Bước 1. …”, “1. …”): as stations of a ring, or as tiles.
    `menu: about` puts it into the foot of every page.
    """

    doors: tuple[Door, ...] = ()
    diagram: Literal["ring", "tiles"] | None = None
    menu: Literal["about"] | None = None


MEDIUM = Medium(
    name="article",
    schema="Article",
    record=Article,
    singular="Article",
    plural="Articles",
    section="",
    placing="none",
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
