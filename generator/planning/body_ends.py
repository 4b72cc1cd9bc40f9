"""Bodies and levels of the state that are no more, whatever a workspace knows of them.

`body_ends.csv` holds their last day, who follows them where one body does, and the law that says
so. The departments of five ministries were merged on 1/3/2025, the districts ended on 1/7/2025.
"""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources

from generator.vietnamese.dates import read_date


@dataclass(frozen=True, slots=True)
class BodyEnd:
    """Bodies that are called by a `form`; `until` is their last day, `follower` may be empty."""

    form: re.Pattern[str]
    until: date
    follower: str
    source: str


def body_ends(text: str, day: date) -> Iterator[tuple[str, BodyEnd]]:
    """Each body that a text names and that is no more on a day, with the words that name it.

    Of a name within a longer one only the longer one is told.
    """
    ended = (body for body in _known() if body.until < day)
    found = [(each.span(), body) for body in ended for each in body.form.finditer(text)]
    end = 0
    for (first, last), body in sorted(found, key=lambda each: (each[0][0], -each[0][1])):
        if first >= end:
            yield text[first:last], body
            end = last


@cache
def _known() -> tuple[BodyEnd, ...]:
    table = (resources.files("generator") / "planning/body_ends.csv").read_text("utf-8")
    return tuple(
        BodyEnd(
            re.compile(rf"(?<!\w)(?:{row['form']})(?!\w)", re.IGNORECASE),
            read_date(row["until"]),
            row["follower"],
            row["source"],
        )
        for row in csv.DictReader(table.splitlines())
    )
