"""A calculator on the page of an article: the form, the way to reckon, and a worked example.

Without script the form stays hidden; formula, bounds and example are there all the same.
"""

import json
from collections.abc import Iterator, Mapping
from functools import partial

from generator.calculators import calculators
from generator.catalogue import translate
from generator.model.article import Article
from generator.model.calculator import Calculator, Variable
from generator.model.formula import SIGNIFICANT, figure, figure_of_result
from generator.model.piece import Piece
from generator.outputs.site.page import body

STYLE, SCRIPT = "assets/calculator.css", "assets/calculator.js"
_TOLD = {
    "empty": "Type a figure here.",
    "form": "Only figures, with a comma before decimals: 0,5",
    "doubtful": "This can be read in two ways. Write 0,5 with a comma, and 1.000 or 1000 for a "
    "thousand.",
    "bounds": "This way to reckon holds from {least} to {most} {unit}.",
    "senseless": "With these figures nothing comes of it; look at them again.",
    "copied": "The address is copied; it holds your figures.",
}


def calculator_form(piece: Piece) -> str:
    """The calculator that an article names; nothing of other pieces."""
    if not isinstance(piece, Article) or piece.calculator is None:
        return ""
    return form_of(calculators()[piece.calculator], piece.lang)


def form_of(calculator: Calculator, language: str, title: str = "", url: str = "") -> str:
    """HTML of a calculator, with its words in a language.

    `title` heads it where it stands on another page than its own, to which `url` leads.
    """
    say = partial(translate, language=language)
    return body(
        "_calculator.html",
        words=say,
        title=title,
        url=url,
        data=json.dumps(_data(calculator, say), ensure_ascii=False),
        variables=[_field(each, say) for each in calculator.variables],
        answers=[*_answers(calculator, say)],
        limits=say(calculator.limits) if calculator.limits else "",
        sources=calculator.sources,
    )


def calculator_files(piece: Piece) -> Mapping[str, object]:
    """What the page of an article with a calculator loads beside all others."""
    is_one = isinstance(piece, Article) and piece.calculator
    return {"styles": [STYLE], "scripts": [SCRIPT]} if is_one else {}


def _field(each: Variable, say: "partial[str]") -> Mapping[str, str]:
    return {
        "name": each.name,
        "label": say(each.label),
        "unit": each.unit,
        "value": figure(each.example),
        "least": figure(each.least),
        "most": figure(each.most),
    }


def _answers(calculator: Calculator, say: "partial[str]") -> Iterator[Mapping[str, str]]:
    """Each with its formula in words, and with the figures of the example."""
    labels = {each.name: each.label for each in calculator.variables}
    labels |= {each.name: each.label for each in calculator.answers}
    names = {name: say(label).lower() for name, label in labels.items()}
    values = calculator.results(calculator.example)
    shown = {name: figure(value) for name, value in calculator.example.items()}
    for each in calculator.answers:
        result = figure_of_result(values[each.name])
        yield {
            "name": each.name,
            "label": say(each.label),
            "unit": each.unit,
            "formula": each.formula.text(names),
            "example": each.formula.text(shown),
            "result": result,
        }
        shown[each.name] = result


def _data(calculator: Calculator, say: "partial[str]") -> Mapping[str, object]:
    return {
        "variables": {
            each.name: [each.least, each.most, each.unit] for each in calculator.variables
        },
        "answers": [[each.name, each.formula.data()] for each in calculator.answers],
        "significant": SIGNIFICANT,
        "told": {name: say(message) for name, message in _TOLD.items()},
    }
