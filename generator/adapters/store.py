"""`build/store.db`: what a later run is to know, by kind and key.

It is a cache: whatever is lost, broken, foreign or older in it is made again. Each entry bears a
checksum, for what is remembered is published: SQLite would not see a letter that the disk has
lost. Nothing is written before `save`, and then in one transaction, but for what is put in such
number that to hold it would cost more memory than all else.
"""

import os
import sqlite3
from collections.abc import Mapping
from contextlib import closing, suppress
from pathlib import Path
from stat import S_ISREG
from threading import Lock
from typing import Any
from zlib import crc32

from generator.adapters.disk import make_folder, remove

NAME = "store.db"
_SHAPE = 1
"""Counts up when tables or entries come to mean something else."""
_TABLE = (
    "CREATE TABLE entry (kind TEXT, key TEXT, text BLOB, seal INTEGER,"
    " PRIMARY KEY (kind, key)) WITHOUT ROWID"
)
_LOOKS = ("PRAGMA user_version", "SELECT sql FROM sqlite_master WHERE sql NOT NULL")
_NEW: list[list[tuple[object]]] = [[(0,)], []]
_OURS: list[list[tuple[object]]] = [[(_SHAPE,)], [(_TABLE,)]]
_ALL = "SELECT key, text, seal FROM entry WHERE kind=?"
_KEYS = "SELECT key FROM entry WHERE kind=?"
_ONE = f"{_ALL} AND key=?"
_SIZE = "SELECT total(length(text)) FROM entry WHERE kind=?"
_FAILURES = (sqlite3.Error, ValueError)  # what it says of damage may be no text either
_PATIENCE = 10.0  # seconds that another command may be writing
_MUCH = 4_000_000  # characters that are held until they are written
_OFTEN, _LITTLE = 200, 1_000_000
"""Questions of a kind after which all of it is read at once, if it has no more bytes: each question
locks the file and looks for it anew."""
_SPARE = 1000  # entries of a kind that are kept though nobody asked for them


class FolderStore:
    """The entries of one folder; any thread may ask."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._path, self._lock = folder, folder / NAME, Lock()
        self._new: dict[tuple[str, str], str | None] = {}
        self._used: dict[str, set[str]] = {}
        self._read: dict[str, dict[str, str | None]] = {}
        self._held, self._is_damaged = 0, False
        self._there = self._opened() if _is_ours(self._path) else None

    @property
    def is_there(self) -> bool:
        """Whether there is such a file already."""
        return self._path.is_file()

    def get(self, kind: str, key: str) -> str | None:
        """What was put there."""
        with self._lock:
            used = self._used.setdefault(kind, set())
            used.add(key)
            if (kind, key) in self._new:
                return self._new[kind, key]
            if len(used) == _OFTEN and self._rows(_SIZE, kind) <= [(_LITTLE,)]:
                self._read[kind] = dict(self._asked(_ALL, kind))
            found = self._read.get(kind) or dict(self._asked(_ONE, kind, key))
        return found.get(key)  # a damaged index leads to another entry

    def put(self, kind: str, key: str, text: str) -> None:
        """Keep it, from the next `save` on also for the next run.

        Where the file is there already, much of it is written at once.
        """
        with self._lock:
            self._used.setdefault(kind, set()).add(key)
            self._new[kind, key] = text
            self._held += len(text)
            if self._held > _MUCH and self._there is not None:
                self._save()

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
        """With the next `save`, what nobody asked for now goes, once there is much of it.

        How much that is, the kind tells of which this run has asked most: of what is made from
        something else that is remembered it asks little.
        """
        with self._lock:
            used = self._used.get(kind, set())
            most = max(map(len, self._used.values()), default=0)
            known = [key for (key,) in self._rows(_KEYS, kind) if _is_text(key)]
            if used and len(known) > _SPARE + 2 * most:
                self._new |= {(kind, key): None for key in known if key not in used}

    def kinds(self) -> list[str]:
        """The kinds of which anything was asked or put in this run."""
        return [*self._used]

    def save(self) -> None:
        """Write down what is new. Where that is impossible, the next run has to make it again."""
        with self._lock:
            if self._new:
                self._save()

    def close(self) -> None:
        """Let go of the file."""
        if self._there is not None:
            with suppress(*_FAILURES):
                self._there.close()
        self._there = None

    def _save(self) -> None:
        if self._is_damaged:
            self._rescue()
        for _ in "12":  # the second time into a new file
            with suppress(*_FAILURES, OSError):
                self._write()
                self._see_what_is_read()
                self._new.clear()
                self._held = 0
                return
            self.close()
            with suppress(OSError):
                self._clear()

    def _rescue(self) -> None:
        """A file with damage is replaced: what this run asked for is taken out of it as it can be.

        Else what is new would stand beside the damage, and each later run would meet it again.
        """
        for kind, keys in self._used.items():
            for key in sorted(keys - {key for of, key in self._new if of == kind}):
                self._there = self._there or self._opened()
                if self._there is None:
                    break
                if (text := dict(self._asked(_ONE, kind, key)).get(key)) is not None:
                    self._new[kind, key] = text
        self.close()
        with suppress(OSError):
            self._clear()
        self._is_damaged = False

    def _see_what_is_read(self) -> None:
        """A kind that was read at once holds what is new as well, as long as it is little."""
        for (kind, key), text in self._new.items():
            if kind in self._read:
                self._read[kind][key] = text
        for kind in self._read.keys() & {kind for kind, _ in self._new}:
            if sum(len(text or "") for text in self._read[kind].values()) > _LITTLE:
                del self._read[kind]

    def _clear(self) -> None:
        for place in _places(self._path):
            remove(place)

    def _write(self) -> None:
        if self._there is None or not _is_ours(self._path):
            self.close()
            make_folder(self._folder)
            if not _is_ours(self._path):
                self._clear()
            self._there = self._opened()
        if self._there is None:
            raise OSError(self._path)
        gone = (pair for pair, text in self._new.items() if text is None)
        rows = (
            (*pair, *_sealed(pair, text)) for pair, text in self._new.items() if text is not None
        )
        with self._there as there, closing(there.cursor()) as cursor:
            cursor.execute("BEGIN IMMEDIATE")
            cursor.executemany("DELETE FROM entry WHERE kind=? AND key=?", gone)
            cursor.executemany("REPLACE INTO entry VALUES (?, ?, ?, ?)", rows)

    def _opened(self) -> sqlite3.Connection | None:
        """The file as we write it, or nothing of one that cannot be read."""
        there = None
        try:
            there = sqlite3.connect(
                self._path, _PATIENCE, isolation_level=None, check_same_thread=False
            )
            # To lose it costs time: nobody waits for the disk. On a network's disk WAL fails.
            there.executescript("PRAGMA journal_mode=TRUNCATE; PRAGMA synchronous=OFF")
            found = [there.execute(query).fetchall() for query in _LOOKS]
            if found == _NEW:
                there.executescript(f"{_TABLE}; PRAGMA user_version={_SHAPE}")
            elif found != _OURS:
                raise sqlite3.DatabaseError(NAME)
        except _FAILURES:
            if there is not None:
                there.close()
            return None
        return there

    def _asked(self, query: str, *about: str) -> list[tuple[str, str | None]]:
        """Keys and texts; no text of an entry that is damaged."""
        rows, kind = self._rows(query, *about), about[0]
        return [(key, _whole((kind, key), data, seal)) for key, data, seal in rows if _is_text(key)]

    def _rows(self, query: str, *about: str) -> list[Any]:
        """A file that cannot be read, or that somebody holds too long, is not asked again."""
        if self._there is None:
            return []
        try:
            return self._there.execute(query, about).fetchall()
        except _FAILURES as error:
            self._is_damaged |= not isinstance(error, sqlite3.OperationalError)  # held by others
            self.close()
            return []


def _is_ours(path: Path) -> bool:
    """Whether a file of ours may lie there; no link is followed, and nobody waits for a pipe."""
    kinds = [place.lstat().st_mode for place in _places(path) if os.path.lexists(place)]
    return os.path.lexists(path) and all(map(S_ISREG, kinds))


def _places(path: Path) -> list[Path]:
    """The file, and what SQLite may lay beside it."""
    return [path, *(path.with_name(f"{path.name}-{part}") for part in ("journal", "wal", "shm"))]


def _sealed(pair: tuple[str, str], text: str) -> tuple[bytes, int]:
    data = text.encode("utf-8", "surrogatepass")
    return data, _seal(pair, data)


def _is_text(key: object) -> bool:
    return isinstance(key, str)


def _whole(pair: tuple[str, str], data: object, seal: object) -> str | None:
    if isinstance(data, bytes) and seal == _seal(pair, data):
        return data.decode("utf-8", "surrogatepass")
    return None


def _seal(pair: tuple[str, str], data: bytes) -> int:
    return crc32(data, crc32("\n".join(pair).encode()))
