"""The sheet of each self-assessment, to be filled in by hand: A4, for everybody to print."""

import json
import posixpath
from collections.abc import Iterator
from functools import partial

from generator.catalogue import translate
from generator.diagnostics import Location, Rule
from generator.media import media
from generator.model import addresses
from generator.model.article import Article
from generator.model.artifact import Artifact, Audience, Kind, ResultSubject
from generator.model.assessment import MOST_POINTS, PACES, SCALE, Pace, numbered_questions
from generator.model.brand import Brand
from generator.model.inputs import Input, made_from
from generator.outputs import Context, Output
from generator.press import office

BAD_FORM = Rule(
    "assessment-sheet",
    "The sheet of the self-assessment cannot be set: {problem}.",
    "Mend the template at this line, or remove it to use the default one.",
)
TEMPLATE = office.SheetTemplate("assessment", "print", bad=BAD_FORM)


def build(context: Context) -> Iterator[Artifact]:
    """A sheet for each piece that asks."""
    brand = context.workspace.brand
    for piece in context.plan.visible.values() if brand else ():
        if brand and isinstance(piece, Article) and piece.assessment:
            yield _artifact(context, piece, brand)


def _artifact(context: Context, piece: Article, brand: Brand) -> Artifact:
    text = json.dumps(_data(context, piece, brand), ensure_ascii=False, sort_keys=True)
    digest = made_from({Input.TEMPLATE: context.typesetter.digest(), Input.WORDS: text})
    of = ResultSubject(Kind.FORM, piece=piece.id)
    folder = posixpath.dirname(addresses.page(media()[piece.medium], piece))
    path = posixpath.join(folder, addresses.SHEET)
    return Artifact(path, Audience.PUBLIC, digest, partial(_pdf, context, piece, text), of)


def _pdf(context: Context, piece: Article, text: str) -> Iterator[bytes]:
    def where(_: tuple[str, ...]) -> Location:
        return piece.where("assessment")

    yield office.sheet(context.typesetter, context.workers, TEMPLATE, text, where)


def _data(context: Context, piece: Article, brand: Brand) -> dict[str, object]:
    """What the template is given."""
    say, site = partial(translate, language=piece.lang), context.workspace.site
    return {
        "family": brand.type.family,
        "palette": {key: colour.screen for key, colour in brand.colours.items()},
        "title": piece.title,
        "site": site.name,
        "url": site.url + addresses.url(addresses.page(media()[piece.medium], piece)),
        "how": say("Walk round and tick one box in each line."),
        "name": say("Who"),
        "day": say("Day"),
        "points": say("Points of this group"),
        "scale": [_answer(sign, say(title)) for sign, title in SCALE.items()],
        "groups": [_group(piece, at) for at in range(len(piece.assessment))],
        "first": say("Where you ticked “not yet” or “partly”, do what has the same number here"),
        "lists": [{"title": say(title), "steps": _steps(piece, p)} for p, title in PACES.items()],
    }


def _answer(sign: str, title: str) -> str:
    """An answer with the points that it counts."""
    return f"{title} ({sign})" if sign.isdigit() else title


def _group(piece: Article, at: int) -> dict[str, object]:
    mine = [each for each in numbered_questions(piece.assessment) if each.group == at]
    return {
        "title": piece.assessment[at].title,
        "most": MOST_POINTS * len(mine),
        "questions": [{"number": each.number, "ask": each.question.ask} for each in mine],
    }


def _steps(piece: Article, pace: Pace) -> list[dict[str, object]]:
    """What is advised at one pace, in the order of the questions."""
    mine = (each for each in numbered_questions(piece.assessment) if each.question.when == pace)
    return [{"number": each.number, "advice": each.question.advice} for each in mine]


OUTPUT = Output("assessments", "Assessment sheets", build, texts=False)
