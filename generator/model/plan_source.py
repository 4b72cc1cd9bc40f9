"""Where a line of a plan stands, or that no document has it yet."""

from typing import Annotated

from pydantic import WithJsonSchema

from generator.model.fields import read_source
from generator.model.intended_values import meant_source
from generator.model.reading import reading
from generator.model.slips import BAD_SOURCE

NO_SOURCE = "chưa có"
"""What is written for the source of a line of a plan before there is a document."""


def _read(value: str) -> str:
    return "" if value.casefold() == NO_SOURCE else read_source(value)


PlanSource = Annotated[
    str,
    reading(_read, BAD_SOURCE, "https://example.org/", meant_source),
    WithJsonSchema({"type": "string"}),
]
"""Document and lines, or a page; empty where its author says that there is none yet."""
