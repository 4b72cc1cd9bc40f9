"""Pages for partners: A4 sheets set from a template and one JSON text, or the reason why not."""

import json
from collections.abc import Callable, Mapping

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
Data = Mapping[str, object]
Where = Callable[[tuple[str, ...]], Location]


def digest(typesetter: Typesetter, template: str, data: Data) -> Digest:
    """Names everything that the page depends on."""
    return made_from({Input.TEMPLATE: typesetter.digest(template), Input.WORDS: _json(data)})


def page(
    typesetter: Typesetter, workers: Workers, template: str, data: Data, where: Where
) -> bytes:
    """The PDF; `where` is the place of characters that the typeface lacks.

    Raises:
        NotMadeError: the template has an error, or such a character stands in a text.
    """
    try:
        return workers.run(set_page, (typesetter, template, _json(data)))
    except WorkLostError:
        raise lost(where(()), f"{template}.typ") from None
    except TypesetError as error:
        if error.missing:
            missing = NO_GLYPH.at(where(error.missing), characters=" ".join(error.missing))
            raise NotMadeError(missing) from None
        place = Location(f"assets/handoff/{error.template}", error.line, error.column)
        raise NotMadeError(BAD_TEMPLATE.at(place, problem=error.message)) from None


def set_page(task: tuple[Typesetter, str, str]) -> bytes:
    """The PDF, made in a process of its own: a typesetter serves one at a time."""
    typesetter, template, data = task
    return typesetter.pdf(template, {"sheet": data})


def _json(data: Data) -> str:
    return json.dumps(data, ensure_ascii=False, sort_keys=True)
