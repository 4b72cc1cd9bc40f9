"""The calendar of each quarter to hang on a wall: A3 upright, every line on the back."""

import json
from collections.abc import Iterator
from functools import partial

from generator.diagnostics import Location, Rule
from generator.model import addresses
from generator.model.artifact import Artifact, Audience, Kind, ResultSubject
from generator.model.brand import Brand
from generator.model.inputs import Input, made_from
from generator.model.quarter import Quarter
from generator.outputs import Context, Output
from generator.outputs.wall.quarter_sheet import QuarterSheet
from generator.press import office

BAD_SHEET = Rule(
    "wall-calendar",
    "The wall calendar cannot be set: {problem}.",
    "Mend the template at this line, or remove it to use the default one.",
)
TEMPLATE = office.SheetTemplate("wall-calendar", "print", "job", BAD_SHEET)


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


def _pdf(context: Context, text: str) -> Iterator[bytes]:
    where = partial(_unwritable, context)
    yield office.sheet(context.typesetter, context.workers, TEMPLATE, text, where)


def _unwritable(context: Context, missing: tuple[str, ...]) -> Location:
    """The title that holds a sign which the typeface lacks, or else the sheet as a whole."""
    visible = context.plan.visible.values()
    places = (piece.where("title") for piece in visible if set(missing) & set(piece.title))
    return next(places, Location(addresses.CALENDAR))


OUTPUT = Output("wall", "Wall calendars", build)
