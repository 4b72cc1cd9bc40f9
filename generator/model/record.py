"""Authored records: what an author wrote, typed and frozen, with the place of every value."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict, PrivateAttr

from generator.diagnostics import Location

Path = tuple[str | int, ...]
KEY = "\0key"
"""Ends the path of the place of a key itself, beside that of its value."""


@dataclass(frozen=True, slots=True)
class Positions:
    """Where each value of a file stands; `prefix` is the record's own path in the file."""

    places: Mapping[Path, Location] = field(default_factory=dict)
    prefix: Path = ()

    def at(self, *path: str | int) -> Location:
        """The place of a value, or of the nearest thing around it that is written."""
        whole = (*self.prefix, *path)
        while whole and whole not in self.places:
            whole = whole[:-1]
        return self.places.get(whole, Location(""))


class Record(BaseModel):
    """The base of everything that authors write in YAML."""

    is_one_of_several: ClassVar[bool] = False
    """Whether a file may hold a list of such records instead of one."""

    model_config = ConfigDict(frozen=True, extra="forbid", ignored_types=())
    _positions: Positions = PrivateAttr(default_factory=Positions)

    def where(self, *path: str | int) -> Location:
        """The file, line and column of a value of this record (the record itself without path)."""
        return self._positions.at(*path)

    def empty(self, key: str) -> Location | None:
        """The place of a key behind which nothing is written; None if it is not there so."""
        places, path = self._positions.places, (*self._positions.prefix, key)
        return None if path in places else places.get((*path, KEY))

    def locate(self, positions: Positions) -> None:
        """Remember where the record was read; done once, by the reader."""
        self._positions = positions
        for name, value in vars(self).items():
            if isinstance(value, _HOLDERS):
                _locate(value, positions, (*positions.prefix, name))


def _locate(value: Any, positions: Positions, path: Path) -> None:  # noqa: ANN401 - any field's value
    if isinstance(value, Record):
        value.locate(Positions(positions.places, path))
    else:
        for index, item in enumerate(value):
            if isinstance(item, _HOLDERS):
                _locate(item, positions, (*path, index))


_HOLDERS = (Record, tuple)
"""What has parts with places of their own."""
