"""What Typst complains of, as values: which text, name or line a person has to change."""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import TYPE_CHECKING

from generator.model.typesetting import Lack, Overset, TypesetError

if TYPE_CHECKING:
    import typst

OVERSET = "a text is too long for its slot"

_PLACE = re.compile(r"┌─ (?P<file>.+?):(?P<line>\d+):(?P<column>\d+)")
_OVERSET = re.compile(
    r"(?P<slot>[\w-]+) (?P<fits>[\d.]+) (?P<least>[\d.]+) (?P<characters>\d+)(?:; |$)"
)
_OVERSET_MARK = "panicked with: overset: "
_FONT = re.compile(r"unknown font family: ([^\n]+)")
_FILE = re.compile(r"file not found \(searched at (?:.*/)?([^/]+)\)")
_KEY = re.compile(r"does not contain key \"(.+?)\"")
_SEARCHED = re.compile(r" \(searched at .*\)")
_DRAWING = re.compile(r"drawing-(.+)\.typ")


def typeset_error(
    error: "typst.TypstError | typst.TypstWarning",
    template: str,
    own: AbstractSet[str],
    known: Sequence[str],
) -> TypesetError:
    """The error of a template; `own` files are a person's to mend, `known` names lie there."""
    if error.message.startswith(_OVERSET_MARK):
        return TypesetError(OVERSET, template, overset=_overset(error.message))
    hints, lack = tuple(error.hints), _lack(error, known)
    message = _SEARCHED.sub("", error.message)
    places = list(_PLACE.finditer(error.diagnostic))
    if not places:
        return TypesetError(message, template, hints=hints, lack=lack)
    # From where it went wrong outwards to who called it: the first file that somebody wrote.
    place = next((one for one in places if Path(one["file"]).name in own), places[0])
    return TypesetError(
        message,
        Path(place["file"]).name,
        int(place["line"]),
        int(place["column"]) + 1,  # Typst counts columns from 0
        hints,
        lack=lack,
    )


def _overset(message: str) -> tuple[Overset, ...]:
    return tuple(
        Overset(m["slot"], float(m["fits"]), float(m["least"]), int(m["characters"]))
        for m in _OVERSET.finditer(message.removeprefix(_OVERSET_MARK))
    )


def _lack(error: "typst.TypstError | typst.TypstWarning", known: Sequence[str]) -> Lack | None:
    """What is named and not there. A font that is not there makes the next step fail."""
    if font := _FONT.search(error.diagnostic) or _FONT.search(error.message):
        return Lack("font", font[1].strip())
    if (key := _KEY.search(error.message)) and "calling `ink`" in error.diagnostic:
        return Lack("ink", key[1])
    file = _FILE.search(error.message)
    drawing = _DRAWING.fullmatch(file[1]) if file else None
    if drawing is None:
        return None
    drawings = (_DRAWING.fullmatch(f"{name}.typ") for name in known)
    return Lack("drawing", drawing[1], tuple(one[1] for one in drawings if one))
