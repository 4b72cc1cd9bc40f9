"""A self-assessment (phiếu tự đánh giá): questions in groups, and what comes of the answers."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from generator.model.artifact import digest_of
from generator.model.fields import Code, Text
from generator.model.record import Record
from generator.model.slips import QUESTION_ALONE, fault

Pace = Literal["today", "week", "plan"]
PACES: Mapping[Pace, str] = {
    "today": "Do it today",
    "week": "Do it this week",
    "plan": "Put it into the plan",
}
"""When what a question advises can be begun; msgids."""
SCALE: Mapping[str, str] = {"2": "Yes", "1": "Partly", "0": "Not yet", "-": "Does not apply"}
"""Answers as they stand in an address, and their msgids; a figure is what it counts."""
OPEN = "."
"""Stands for a question that is not answered."""
MOST_POINTS = 2
_STAMP = 8


class Question(Record):
    """Question: one that whoever knows the works answers with yes, partly or not yet."""

    ask: Text
    """Question: one thing alone, so that yes is the good answer.
    Example: Ống hơi, van và mặt bích có bọc cách nhiệt không?
    Effect: on the page and on the sheet, with a number of its own."""
    advice: Text
    """Advice: what is to be done where the answer is not yet.
    Example: Bọc chỗ hở, bắt đầu từ van và mặt bích.
    Effect: in the result of whoever answered partly or not yet, and on the back of the sheet."""
    to: Code
    """Where it leads: the path to the .md file of the piece that says how.
    Example: ../sau-buoc.md
    Effect: a link behind the advice; one to what is not public yet is left out."""
    when: Pace
    """When: whether it can be done today, this week, or has to be planned.
    Example: today
    Effect: the result has a list of each, today first."""


class QuestionGroup(Record):
    """Group of questions: those on one matter, which are counted together."""

    title: Text
    """Title: the matter of these questions, in a few words.
    Example: Nước
    Effect: a heading above the questions, and a bar of the result."""
    questions: tuple[Question, ...] = Field(min_length=1)
    """Questions: those of this group.
    Effect: each is asked once, in this order."""


def _is_group(value: object) -> object:
    if isinstance(value, Mapping) and "ask" in value and "questions" not in value:
        raise fault(QUESTION_ALONE, value=str(value["ask"]))
    return value


Questionnaire = tuple[Annotated[QuestionGroup, BeforeValidator(_is_group)], ...]
"""What an author writes: groups; a question without one is told as that."""


@dataclass(frozen=True, slots=True)
class GroupScore:
    """What a group comes to: points of at most so many, among questions that apply."""

    points: int
    most: int


@dataclass(frozen=True, slots=True)
class Assessment:
    """What comes of answers.

    `weakest` is the place of the group with the least share of its points, the first of several;
    None where nothing is missing. `steps` are the numbers of the questions whose advice is to be
    followed, by pace: first those answered with not yet, then those with partly.
    """

    answer_count: int
    groups: tuple[GroupScore, ...]
    weakest: int | None
    steps: Mapping[Pace, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class NumberedQuestion:
    """A question with its number, from 1 through all groups, and the place of its group."""

    number: int
    group: int
    question: Question


def numbered_questions(groups: Sequence[QuestionGroup]) -> Iterator[NumberedQuestion]:
    """Every question, as readers count them."""
    asked = [(at, each) for at, group in enumerate(groups) for each in group.questions]
    return (NumberedQuestion(n, at, each) for n, (at, each) in enumerate(asked, 1))


def assess(groups: Sequence[QuestionGroup], answers: str) -> Assessment:
    """What comes of answers, one sign of `SCALE` or `OPEN` a question, in their order."""
    given = [*zip(numbered_questions(groups), answers, strict=True)]
    scores = tuple(
        _score([sign for each, sign in given if each.group == at]) for at in range(len(groups))
    )
    lacking = [each for wanted in "01" for each, sign in given if sign == wanted]
    steps = {
        pace: tuple(each.number for each in lacking if each.question.when == pace) for pace in PACES
    }
    return Assessment(sum(sign != OPEN for sign in answers), scores, _weakest(scores), steps)


def stamp_of(groups: Sequence[QuestionGroup]) -> str:
    """Names these questions in this order: an address with answers to others does not fit."""
    return digest_of(*(each.ask for group in groups for each in group.questions))[:_STAMP]


def _score(signs: Sequence[str]) -> GroupScore:
    counted = [int(sign) for sign in signs if sign.isdigit()]
    return GroupScore(sum(counted), MOST_POINTS * len(counted))


def _weakest(scores: Sequence[GroupScore]) -> int | None:
    lacking = [at for at, score in enumerate(scores) if score.points < score.most]
    return min(lacking, key=lambda at: scores[at].points / scores[at].most, default=None)
