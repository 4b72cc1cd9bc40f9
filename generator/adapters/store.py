"""`build/store.db`: what a later run is to know, by kind and key.

It is a cache: whatever is lost, broken, foreign or older in it is made again. Each entry bears a
checksum, for what is remembered is published: SQLite would not see a letter that the disk has
lost. Nothing is written before `save`, and then in one transaction.
"""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, suppress
from pathlib import Path
from threading import Lock
from zlib import crc32

from generator.adapters.disk import make_folder, remove

NAME = "store.db"
_SHAPE = 1
"""Counts up when tables or entries come to mean something else."""
_TABLE = (
    "CREATE TABLE IF NOT EXISTS entry (kind TEXT, key TEXT, text BLOB, seal INTEGER,"
    " PRIMARY KEY (kind, key)) WITHOUT ROWID"
)
_ALL = "SELECT key, text, seal FROM entry WHERE kind=?"
_ONE = f"{_ALL} AND key=?"
_PATIENCE = 10.0  # seconds that another command may be writing
_SPARE = 1000  # entries of a kind that are kept though nobody asked for them


class Store:
    """The entries of one folder; any thread may ask."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._path, self._lock = folder, folder / NAME, Lock()
        self._new: dict[tuple[str, str], str | None] = {}
        self._used: dict[str, set[str]] = {}
        self._there = self._opened() if self._path.is_file() else None

    def get(self, kind: str, key: str) -> str | None:
        """What was put there."""
        with self._lock:
            self._used.setdefault(kind, set()).add(key)
            if (kind, key) in self._new:
                return self._new[kind, key]
            found = self._asked(
                "SELECT key, text, seal FROM entry WHERE kind=? AND key=?", kind, key
            )
        return next(found, (key, None))[1]

    def put(self, kind: str, key: str, text: str) -> None:
        """Keep it, from the next `save` on also for the next run."""
        with self._lock:
            self._used.setdefault(kind, set()).add(key)
            self._new[kind, key] = text

    def all(self, kind: str) -> dict[str, str]:
        """Every entry of a kind, as the last run left them."""
        with self._lock:
            return {key: text for key, text in self._asked(_ALL, kind) if text is not None}

    def replace(self, kind: str, before: Mapping[str, str], after: Mapping[str, str]) -> None:
        """Let a kind, of which `before` is known, hold exactly these entries."""
        with self._lock:
            for key in before.keys() - after.keys():
                self._new[kind, key] = None
            for key, text in after.items():
                if before.get(key) != text:
                    self._new[kind, key] = text

    def forget_unused(self, kind: str) -> None:
        """With the next `save`, what nobody asked for now goes, once there is much of it."""
        with self._lock:
            used = self._used.get(kind, set())
            known = [
                key
                for key, _ in self._asked("SELECT key, text, seal FROM entry WHERE kind=?", kind)
            ]
            if used and len(known) > _SPARE + 2 * len(used):
                self._new |= {(kind, key): None for key in known if key not in used}

    def kinds(self) -> list[str]:
        """The kinds of which anything was asked or put in this run."""
        return [*self._used]

    def save(self) -> None:
        """Write down what is new. Where that is impossible, the next run has to make it again."""
        with self._lock:
            if not self._new:
                return
            for _ in "12":  # the second time into a new file
                with suppress(sqlite3.Error, OSError):
                    self._write()
                    self._new.clear()
                    return
                self.close()
                with suppress(OSError):
                    remove(self._path)

    def close(self) -> None:
        """Let go of the file."""
        if self._there is not None:
            with suppress(sqlite3.Error):
                self._there.close()
        self._there = None

    def _write(self) -> None:
        if self._there is None or not self._path.is_file():
            self.close()
            make_folder(self._folder)
            if not self._path.is_file():
                remove(self._path)
            self._there = self._opened()
        if self._there is None:
            raise OSError(self._path)
        gone = [pair for pair, text in self._new.items() if text is None]
        rows = [
            (*pair, *_sealed(pair, text)) for pair, text in self._new.items() if text is not None
        ]
        with self._there as there, closing(there.cursor()) as cursor:
            cursor.execute("BEGIN IMMEDIATE")
            cursor.executemany("DELETE FROM entry WHERE kind=? AND key=?", gone)
            cursor.executemany("REPLACE INTO entry VALUES (?, ?, ?, ?)", rows)

    def _opened(self) -> sqlite3.Connection | None:
        """The file as we write it, or nothing of one that cannot be read or has another shape."""
        try:
            there = sqlite3.connect(
                self._path, _PATIENCE, isolation_level=None, check_same_thread=False
            )
            shape = there.execute("PRAGMA user_version").fetchone()[0]
            if shape not in {0, _SHAPE}:
                there.execute("DROP TABLE IF EXISTS entry")
            # To lose it costs time: nobody waits for the disk. On a network's disk WAL fails.
            there.executescript(
                f"PRAGMA journal_mode=TRUNCATE; PRAGMA synchronous=OFF; {_TABLE};"
                f" PRAGMA user_version={_SHAPE}"
            )
        except sqlite3.Error:
            return None
        return there

    def _asked(self, query: str, *about: str) -> Iterator[tuple[str, str | None]]:
        """Keys and texts; no text of an entry that is damaged."""
        if self._there is None:
            return
        try:
            for key, data, seal in self._there.execute(query, about):
                kind = about[0]
                yield key, _text(data) if seal == _seal((kind, key), data) else None
        except sqlite3.Error:
            return


def _sealed(pair: tuple[str, str], text: str) -> tuple[bytes, int]:
    data = text.encode("utf-8", "surrogatepass")
    return data, _seal(pair, data)


def _seal(pair: tuple[str, str], data: object) -> int:
    return crc32(data, crc32("\n".join(pair).encode())) if isinstance(data, bytes) else -1


def _text(data: bytes) -> str:
    return data.decode("utf-8", "surrogatepass")
