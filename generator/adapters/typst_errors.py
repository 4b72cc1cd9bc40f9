"""What Typst complains of, as values: which text, name or line a person has to change."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from generator.adapters import page_fonts
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
_SEARCHED = re.compile(r" \(searched at (?:.*/)?([^/]*)\)")
_DRAWING = re.compile(r"drawing-(.+)\.typ")


def typeset_error(
    error: "typst.TypstError | typst.TypstWarning",
    template: str,
    own: Mapping[str, str],
    file_names: Sequence[str],
) -> TypesetError:
    """The error of a template, at the line of whoever wrote one that takes part in it.

    `own` are the texts of the workspace's files among those that take part, by name; `file_names`
    are the names of all that lie there.
    """
    if error.message.startswith(_OVERSET_MARK):
        return TypesetError(OVERSET, template, overset=_overset(error.message))
    lack = _lack(error, file_names, own)
    file, line, column = _place(error, template, own, lack)
    message = _SEARCHED.sub(r": \1", error.message)
    hints = tuple(error.hints)
    return TypesetError(message, file, line, column, hints, lack=lack, own=file in own)


def _place(
    error: "typst.TypstError | typst.TypstWarning",
    template: str,
    own: Mapping[str, str],
    lack: Lack | None,
) -> tuple[str, int, int]:
    """File, line and column from 1: the first of the workspace's own, from where it went wrong.

    Where Typst names none of them, an own file is to blame all the same: the one that names what is
    lacking, else the one that stands before a file of the package and lacks what others need.
    """
    places = [
        (Path(m["file"]).name, int(m["line"]), int(m["column"]) + 1)  # Typst counts from 0
        for m in _PLACE.finditer(error.diagnostic)
    ]
    named = _named(lack.name, own) if lack else None
    inner = next((place for place in places if place[0] in own), named)
    if inner is None and own:
        return (template if template in own else min(own)), 0, 0
    return inner or (places[0] if places else (template, 0, 0))


def _named(name: str, own: Mapping[str, str]) -> tuple[str, int, int] | None:
    """Where an own file writes a name in quotation marks."""
    for file, text in sorted(own.items()):
        for number, line in enumerate(text.splitlines(), start=1):
            column = line.find(f'"{name}"')
            if column >= 0:
                return file, number, column + 1
    return None


def _as_written(family: str, own: Mapping[str, str]) -> str:
    """A family as an own file calls it: Typst tells all of them in small letters."""
    quoted = re.compile(f'"({re.escape(family)})"', re.IGNORECASE)
    found = (quoted.search(text) for text in own.values())
    return next((match[1] for match in found if match), family)


def _overset(message: str) -> tuple[Overset, ...]:
    return tuple(
        Overset(m["slot"], float(m["fits"]), float(m["least"]), int(m["characters"]))
        for m in _OVERSET.finditer(message.removeprefix(_OVERSET_MARK))
    )


def _lack(
    error: "typst.TypstError | typst.TypstWarning", known: Sequence[str], own: Mapping[str, str]
) -> Lack | None:
    """What is named and not there. A font that is not there makes the next step fail."""
    if font := _FONT.search(error.diagnostic) or _FONT.search(error.message):
        return Lack("font", _as_written(font[1].strip(), own), page_fonts.families())
    if (key := _KEY.search(error.message)) and "calling `ink`" in error.diagnostic:
        return Lack("ink", key[1])
    file = _FILE.search(error.message)
    drawing = _DRAWING.fullmatch(file[1]) if file else None
    if drawing is None:
        return None
    drawings = (_DRAWING.fullmatch(f"{name}.typ") for name in known)
    return Lack("drawing", drawing[1], tuple(one[1] for one in drawings if one))
