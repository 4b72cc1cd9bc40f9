"""Sheets for offices and walls: set from a template and one JSON text, or the reason why not."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from generator.diagnostics import Location, Rule
from generator.model.artifact import NotMadeError
from generator.model.inputs import Digest, Input, made_from
from generator.model.typesetting import TypesetError
from generator.ports import Typesetter, Workers, WorkLostError
from generator.press.lost import lost
from generator.press.typesetting_faults import NO_GLYPH

BAD_TEMPLATE = Rule(
    "handoff-template",
    "The page cannot be set: {problem}.",
    "Mend the template at this line, or remove it to use the default one.",
)
_LONG = 400_000
"""Characters of what a sheet is made from: one of thousands of lines takes 200 MB to set."""
Data = Mapping[str, object]
Where = Callable[[tuple[str, ...]], Location]


@dataclass(frozen=True, slots=True)
class SheetTemplate:
    """A template: `folder` of `assets/` may hold one's own, `key` names the text that it reads.

    `bad` tells of a mistake in it.
    """

    name: str
    folder: str = "handoff"
    key: str = "sheet"
    bad: Rule = BAD_TEMPLATE


def digest(typesetter: Typesetter, template: str, data: Data) -> Digest:
    """Names everything that the page depends on."""
    return made_from({Input.TEMPLATE: typesetter.digest(template), Input.WORDS: _json(data)})


def page(
    typesetter: Typesetter, workers: Workers, template: str, data: Data, where: Where
) -> bytes:
    """The PDF of a page for partners; the rest as `sheet`."""
    return sheet(typesetter, workers, SheetTemplate(template), _json(data), where)


def sheet(
    typesetter: Typesetter, workers: Workers, template: SheetTemplate, text: str, where: Where
) -> bytes:
    """The PDF; `where` is the place of characters that the typeface lacks.

    Raises:
        NotMadeError: the template has an error, or such a character stands in a text.
    """
    try:
        task = (typesetter, template.name, {template.key: text})
        return workers.run(set_sheet, task, alone=len(text) > _LONG)
    except WorkLostError:
        raise lost(where(()), f"{template.name}.typ") from None
    except TypesetError as error:
        if error.missing:
            missing = NO_GLYPH.at(where(error.missing), characters=" ".join(error.missing))
            raise NotMadeError(missing) from None
        place = Location(f"assets/{template.folder}/{error.template}", error.line, error.column)
        raise NotMadeError(template.bad.at(place, problem=error.message)) from None


def set_sheet(task: tuple[Typesetter, str, Mapping[str, str]]) -> bytes:
    """The PDF, made in a process of its own: a typesetter serves one at a time."""
    typesetter, template, inputs = task
    return typesetter.pdf(template, inputs)


def _json(data: Data) -> str:
    return json.dumps(data, ensure_ascii=False, sort_keys=True)
