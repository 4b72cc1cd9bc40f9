"""A page of the site that no plan promised."""

from typing import Literal

from generator.model.assessment import Questionnaire
from generator.model.fields import Code, Text
from generator.model.piece import Piece
from generator.model.record import Record
from generator.model.tip import Tip


class Door(Record):
    """Entrance: one of those on the home page."""

    kind: Literal["read", "listen", "print", "join"]
    """Kind: what one does there: read, listen, print or join.
    Example: read
    Effect: the sign of the button."""
    title: Text
    """Title: the words of the button.
    Example: Sáu bước đầu tiên
    Effect: on the home page."""
    text: Text
    """Line below: one line about what is there.
    Example: Bắt đầu từ việc không tốn tiền.
    Effect: on the home page, below the title of the button."""
    to: Code
    """Where it leads: the path to the .md file of a piece.
    Example: sau-buoc.md
    Effect: the button leads there; an entrance to what is not public yet is left out."""


class Article(Piece):
    """Article: a page of the site that no plan promised."""

    doors: tuple[Door, ...] = ()
    """Entrances: what the home page offers first.
    Effect: large buttons at the top of the home page; other pages do not show them."""
    question: Text = ""
    """Question: what the home page asks above the doors of the industries.
    Example: Xưởng của bạn làm gì?
    Effect: on the home page, where pieces name an industry; other pages do not show it."""
    tips: tuple[Tip, ...] = ()
    """Things to do tomorrow: what a reader can begin with, and what it saves.
    Effect: on the home page, if they are its own; else on the page of the industry, to which this
    piece leads."""
    diagram: Literal["ring", "tiles"] | None = None
    """Diagram: draws the numbered headings as stations of a ring (ring) or as tiles (tiles).
    Example: ring
    Effect: above the text; each part leads to its heading."""
    calculator: (
        Literal["ro-nuoc", "ro-khi-nen", "ro-hoi", "den", "rua-nguoc-dong", "hoan-von"] | None
    ) = None
    """Calculator: what readers can reckon on this page: leaks of water, air or steam (ro-nuoc,
    ro-khi-nen, ro-hoi), lamps (den), rinsing (rua-nguoc-dong), payback (hoan-von).
    Example: ro-nuoc
    Effect: above the text: fields to type figures in, the result, and how it is reckoned."""
    assessment: Questionnaire = ()
    """Self-assessment: questions in groups that whoever knows the works answers for himself.
    Effect: above the text: the questions, what the answers come to, what to do first; and a sheet
    for print. What is answered stays on the device of the reader."""
    menu: Literal["about", "language"] | None = None
    """Menu: about puts the page into the foot of every page; language is for the page with which
    readers of another language begin.
    Example: about
    Effect: a link in the foot of every page; of the other language one in its head."""
