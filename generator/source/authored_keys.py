"""Every key that authors write, in whatever file."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, get_args

from generator.media import media
from generator.model.abbreviations import AbbreviationFile
from generator.model.brand import Brand
from generator.model.campaign import Campaign
from generator.model.column import ColumnFile
from generator.model.evidence import Evidence
from generator.model.holidays import HolidayFile
from generator.model.partner import PartnerFile
from generator.model.place import PlaceFile
from generator.model.printer import PrinterFile
from generator.model.quotations import QuotationFile
from generator.model.record import Record
from generator.model.release import Release
from generator.model.source_document import SourceFile

FILES: Mapping[str, tuple[type[Record], str]] = {
    "plan": (Campaign, "campaigns/*/plan.yml"),
    "partners": (PartnerFile, "campaigns/partners.yml"),
    "places": (PlaceFile, "campaigns/places.yml"),
    "sources": (SourceFile, "campaigns/sources.yml"),
    "quotations": (QuotationFile, "campaigns/quotations.yml"),
    "abbreviations": (AbbreviationFile, "campaigns/abbreviations.yml"),
    "holidays": (HolidayFile, "campaigns/holidays.yml"),
    "printers": (PrinterFile, "campaigns/printers.yml"),
    "columns": (ColumnFile, "campaigns/columns.yml"),
    "evidence": (Evidence, "campaigns/*/evidence/*.yml"),
    "release": (Release, "campaigns/*/releases/*.yml"),
    "brand": (Brand, "assets/brand.yml"),
}
"""The files of data, by a short name: what each holds, and where it lies."""


@cache
def every_record() -> frozenset[type[Record]]:
    """The types of all records, those inside of others included."""
    files = (kind for kind, _ in FILES.values())
    return records_within(*files, *(medium.record for medium in media().values()))


def records_within(*kinds: type[Record]) -> frozenset[type[Record]]:
    """The types of records, with all of those inside of them."""
    found: set[type[Record]] = set()
    waiting = [*kinds]
    while waiting:
        kind = waiting.pop()
        if kind not in found:
            found.add(kind)
            fields = kind.model_fields.values()
            waiting += [inner for field in fields for inner in records_in(field.annotation)]
    return frozenset(found)


@cache
def every_key() -> frozenset[str]:
    """The keys of all records."""
    return frozenset(key for kind in every_record() for key in keys_of(kind))


def keys_of(kind: type[Record]) -> list[str]:
    """The keys of a record, as they are written."""
    return [field.alias or name for name, field in kind.model_fields.items()]


def records_in(annotation: Any) -> Iterator[type[Record]]:  # noqa: ANN401 - types as values
    """The types of records in the type of a field, in order."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        yield annotation
    for part in get_args(annotation):
        yield from records_in(part)
