"""The calendar of each quarter to hang on a wall: A3 upright, every line on the back."""

import json
from collections.abc import Iterator
from functools import partial

from generator.diagnostics import Diagnostic, Location, Rule
from generator.model import addresses
from generator.model.artifact import Artifact, Audience, Kind, NotMadeError, ResultSubject
from generator.model.brand import Brand
from generator.model.inputs import Input, made_from
from generator.model.quarter import Quarter
from generator.model.typesetting import TypesetError
from generator.outputs import Context, Output
from generator.outputs.wall.quarter_sheet import QuarterSheet
from generator.ports import Typesetter, WorkLostError
from generator.press.lost import lost
from generator.press.typesetting_faults import NO_GLYPH

TEMPLATE = "wall-calendar"
BAD_SHEET = Rule(
    "wall-calendar",
    "The wall calendar cannot be set: {problem}.",
    "Mend the template at this line, or remove it to use the default one.",
)


def build(context: Context) -> Iterator[Artifact]:
    """A sheet for each quarter."""
    brand = context.workspace.brand
    if brand is not None:
        yield from (_artifact(context, quarter, brand) for quarter in context.plan.quarters)


def _artifact(context: Context, quarter: Quarter, brand: Brand) -> Artifact:
    sheet = QuarterSheet(context, quarter, brand)
    data = json.dumps(sheet.data(), ensure_ascii=False, sort_keys=True)
    digest = made_from({Input.TEMPLATE: context.typesetter.digest(), Input.TIMES: data})
    path = addresses.wall_calendar(quarter)
    of = ResultSubject(Kind.WALL, quarter=quarter)
    return Artifact(path, Audience.PUBLIC, digest, partial(_pdf, context, data), of)


_LONG = 400_000
"""Characters of what a sheet is made from: one of thousands of lines takes 200 MB to set."""


def set_sheet(task: tuple[Typesetter, str]) -> bytes:
    """The PDF of a sheet, made in a process of its own: a typesetter serves one at a time."""
    setter, data = task
    return setter.pdf(TEMPLATE, {"job": data})


def _pdf(context: Context, data: str) -> Iterator[bytes]:
    try:
        task, is_long = (context.typesetter, data), len(data) > _LONG
        yield context.workers.run(set_sheet, task, alone=is_long)
    except WorkLostError:
        raise lost(Location(addresses.CALENDAR), f"{TEMPLATE}.typ") from None
    except TypesetError as error:
        if error.missing:
            raise NotMadeError(_unwritable(context, error)) from None
        where = Location(f"assets/print/{error.template}", error.line, error.column)
        raise NotMadeError(BAD_SHEET.at(where, problem=error.message)) from None


def _unwritable(context: Context, error: TypesetError) -> Diagnostic:
    """The title that holds a sign which the typeface lacks, or else the sheet as a whole."""
    titled = (p for p in context.plan.visible.values() if set(error.missing) & set(p.title))
    places = [piece.where("title") for piece in titled] or [Location(addresses.CALENDAR)]
    return NO_GLYPH.at(places[0], characters=" ".join(error.missing))


OUTPUT = Output("wall", "Wall calendars", build)
