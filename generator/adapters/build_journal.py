"""What was built from the desk, when, and what came and went with it: a few lines in `build/`."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from generator.adapters.disk import read_json, write_json
from generator.model.build_record import BuildRecord

_MOST = 50
"""Builds that are remembered."""


class BuildJournal:
    """The journal of the workspace `root`."""

    def __init__(self, root: Path) -> None:
        """Nothing is read yet."""
        self._path = root / "build" / "desk" / "builds.json"

    def records(self) -> tuple[BuildRecord, ...]:
        """The last builds, the newest first; nothing of what cannot be read."""
        return tuple(self._read())

    def add(self, record: BuildRecord) -> None:
        """Remember one more."""
        last = (record, *self.records())[:_MOST]
        write_json(self._path, {"builds": [_json(each) for each in last]})

    def _read(self) -> Iterator[BuildRecord]:
        found = read_json(self._path).get("builds")
        for each in found if isinstance(found, list) else ():
            try:
                yield _record(each)
            except (KeyError, TypeError, ValueError):
                continue


def _json(record: BuildRecord) -> Mapping[str, object]:
    titles = {"arrivals": list(record.arrivals), "departures": list(record.departures)}
    return {"at": record.at.isoformat(), "why": record.why, **titles}


def _record(found: Mapping[str, Any]) -> BuildRecord:
    arrivals, departures = (tuple(map(str, found[key])) for key in ("arrivals", "departures"))
    return BuildRecord(datetime.fromisoformat(found["at"]), found["why"], arrivals, departures)
