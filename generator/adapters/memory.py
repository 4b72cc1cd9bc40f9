"""What pure functions gave, kept in `build/memory/` until the engine is another one.

A file a kind: the mark of the engine, then a line an entry: its key, the checksum of key and text,
and the text as JSON.
"""

import json
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from zlib import crc32

from generator.adapters.disk import write
from generator.adapters.lastrun import engine
from generator.adapters.opening import content

_KEY = 64  # letters of a SHA-256
_SEAL = 8  # figures of a checksum
_SPARE = 1000


@dataclass(slots=True)
class _Kind:
    """The entries of a file, as they stand in it, and those that were used in this run."""

    last: dict[bytes, bytes]
    used: dict[bytes, bytes] = field(default_factory=dict)


class FolderStore:
    """A store below a folder; what cannot be read there is not known."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._lock = folder, Lock()
        self._mark = engine()
        self._kinds: dict[str, _Kind] = {}

    def get(self, kind: str, key: str) -> str | None:
        """What was put there by this version of the engine."""
        with self._lock:
            known, name = self._kind(kind), key.encode()
            line = known.used.get(name) or known.last.get(name, b"")
            written = line[_SEAL + 1 :]
            if line != _sealed(name, written):  # not there, or damaged
                return None
            known.used[name] = line
        return str(json.loads(written.decode("utf-8", "surrogatepass")))

    def put(self, kind: str, key: str, text: str) -> None:
        """Keep it, from the next `save` on also for the next run."""
        written = json.dumps(text, ensure_ascii=False).encode("utf-8", "surrogatepass")
        with self._lock:
            self._kind(kind).used[key.encode()] = _sealed(key.encode(), written)

    def save(self) -> None:
        """Write down what is new; what was not used is forgotten once there is much of it."""
        for name, kind in self._kinds.items():
            both = kind.last | kind.used
            kept = both if len(both) < _SPARE + 2 * len(kind.used) else kind.used
            if kept != kind.last:
                lines = (b"%b %b\n" % pair for pair in kept.items())
                with suppress(OSError):
                    write(self._folder / name, (f"{self._mark}\n".encode(), *lines))

    def _kind(self, name: str) -> _Kind:
        if name not in self._kinds:
            self._kinds[name] = _Kind(self._read(name))
        return self._kinds[name]

    def _read(self, name: str) -> dict[bytes, bytes]:
        try:
            mark, *lines = content(self._folder / name, self._folder).split(b"\n")
        except OSError:
            return {}
        known = {line[:_KEY]: line[_KEY + 1 :] for line in lines if line}
        return known if mark.decode("utf-8", "replace") == self._mark else {}


def _sealed(key: bytes, written: bytes) -> bytes:
    """A text after its checksum: one letter that the disk has lost would be published."""
    return b"%08x %b" % (crc32(written, crc32(key)), written)
