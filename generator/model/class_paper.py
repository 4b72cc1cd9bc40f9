"""A deliverable on sheets of paper for a class or an office: a programme, a test, a letter."""

from typing import ClassVar

from generator.model.fields import Copies, Text
from generator.model.piece import Deliverable
from generator.model.record import Record


class RightAnswer(Record):
    """Answer: what is right to one question of a test."""

    question: Copies
    """Question: its number, counted from the first question of the text.
    Example: 3
    Effect: loa check tells a question that the text does not have, and one without an answer."""
    right: Text
    """Right answer: one of the lines below the question, word for word.
    Example: Hai lượt
    Effect: in the trainer's copy alone; loa check tells what the question does not offer."""
    why: Text = ""
    """Why: what the trainer says of it.
    Example: Một lượt khi mua, một lượt khi dọn.
    Effect: in the trainer's copy alone."""


class ClassPaper(Deliverable):
    """Handout: sheets in Word, for a class or an office to print, change and fill in."""

    form_keys: ClassVar = ("title", "summary", "slot", "quarter", "topics", "sources")

    answers: tuple[RightAnswer, ...] = ()
    """Answers: what is right to the questions of a test: numbered items with a list below each.
    Effect: the trainer's copy has them at its end; neither the site nor the sheet of the class."""
