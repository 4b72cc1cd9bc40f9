"""A self-assessment on the page of an article: questions, what they come to, what to do first.

Without script the questions stand there to be ticked and printed, and every advice with its number.
"""

import json
from collections.abc import Iterator, Mapping
from functools import partial

from generator.catalogue import translate
from generator.model import addresses
from generator.model.article import Article
from generator.model.assessment import (
    MOST_POINTS,
    OPEN,
    PACES,
    SCALE,
    NumberedQuestion,
    numbered_questions,
    stamp_of,
)
from generator.model.piece import Piece
from generator.outputs.site.page import body
from generator.text.links import Links

STYLE, SCRIPT = "assets/assessment.css", "assets/assessment.js"
_TOLD = {
    "progress": "{answered} of {all} questions answered",
    "points": "{points} of {most} points",
    "weakest": "Begin with: {group}.",
    "best": "Nothing is missing in what was answered.",
    "none": "Nothing of this sort is missing.",
    "copied": "The address is copied; it holds your answers.",
    "unfit": "This address holds answers to other questions than these; answer them anew.",
}


def assessment_form(piece: Piece, links: Links) -> str:
    """The self-assessment of an article; nothing of other pieces."""
    if not isinstance(piece, Article) or not piece.assessment:
        return ""
    say = partial(translate, language=piece.lang)
    return body(
        "_assessment.html",
        words=say,
        groups=[*_groups(piece)],
        lists=[*_lists(piece, links, say)],
        scale=[(sign, say(title)) for sign, title in SCALE.items()],
        count=sum(len(group.questions) for group in piece.assessment),
        stamp=stamp_of(piece.assessment),
        told=json.dumps({key: say(text) for key, text in _TOLD.items()}, ensure_ascii=False),
        open=OPEN,
        most=MOST_POINTS,
        sheet=addresses.SHEET,
    )


def assessment_files(piece: Piece) -> Mapping[str, object]:
    """What the page of an article with a self-assessment loads beside all others."""
    is_one = isinstance(piece, Article) and piece.assessment
    return {"styles": [STYLE], "scripts": [SCRIPT]} if is_one else {}


def _groups(piece: Article) -> Iterator[Mapping[str, object]]:
    every = [*numbered_questions(piece.assessment)]
    for place, group in enumerate(piece.assessment):
        asked = [(each.number, each.question.ask) for each in every if each.group == place]
        most = MOST_POINTS * len(asked)
        yield {"number": place + 1, "title": group.title, "questions": asked, "most": most}


def _lists(
    piece: Article, links: Links, say: "partial[str]"
) -> Iterator[tuple[str, str, list[Mapping[str, object]]]]:
    """Every advice, by when it can be begun."""
    for pace, title in PACES.items():
        mine = (each for each in numbered_questions(piece.assessment) if each.question.when == pace)
        yield pace, say(title), [_step(piece, links, say, each) for each in mine]


def _step(
    piece: Article, links: Links, say: "partial[str]", each: NumberedQuestion
) -> Mapping[str, object]:
    """An advice with its way; what is not public yet is not led to."""
    target = links.resolve(piece.file, each.question.to)
    step = {"number": each.number, "advice": each.question.advice, "url": "", "title": ""}
    if target.kind not in {"piece", "page"}:
        return step
    way = addresses.relative(target.path, links.pages[piece.id])
    fragment = f"#{target.fragment}" if target.fragment else ""
    title = target.piece.title if target.piece else say("Read on")
    return step | {"url": way + fragment, "title": title}
