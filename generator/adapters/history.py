"""The history of a workspace: versions of its files in the user's data folder, a file of SQLite.

It is kept for people, not for results. Whatever is wrong with it is told and hinders nobody from
saving: a damaged or foreign file stays as it is, and a new one is begun beside it.
"""

import os
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from datetime import datetime
from functools import partial
from hashlib import sha256
from itertools import islice
from pathlib import Path
from stat import S_ISREG
from typing import TypeVar

from platformdirs import user_data_path

from generator.model.revision import Changeset, Revision, Version, moves_of
from generator.vietnamese.slugs import slugify

FOLDER = "LOA_DATA"
"""The variable of the environment that names another folder for the user's data."""
DAMAGED_HISTORY = (
    "The history of changes in {file} cannot be read and is left as it is; what changes from now "
    "on is kept beside it."
)
CLOSED_HISTORY = (
    "The history of changes in {file} cannot be used now: the disk is full, or another program "
    "holds it. Files are saved without it."
)
LOST = "A version in {file} is damaged and is left out."
TROUBLES = (DAMAGED_HISTORY, CLOSED_HISTORY, LOST)

T = TypeVar("T")
_LARGEST = 2**63 - 1
"""A greater number fits into no file of ours."""
_OURS = 0x6C6F61  # “loa”: says whose file it is
_SHAPE = 1
_PATIENCE = 2.0  # seconds that another command may be writing
_MOST = 9  # damaged files that are passed over
_WRECKED = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
_TABLES = (
    f"PRAGMA application_id = {_OURS}",
    f"PRAGMA user_version = {_SHAPE}",
    "CREATE TABLE content (digest TEXT PRIMARY KEY, bytes BLOB NOT NULL) WITHOUT ROWID",
    """CREATE TABLE edit (number INTEGER PRIMARY KEY AUTOINCREMENT, who TEXT NOT NULL,
    moment TEXT NOT NULL, why TEXT NOT NULL, about TEXT NOT NULL, is_saved INTEGER NOT NULL)""",
    """CREATE TABLE revision (edit INTEGER NOT NULL, path TEXT NOT NULL, before TEXT, after TEXT,
    PRIMARY KEY (edit, path)) WITHOUT ROWID""",
)
_EDIT = "INSERT INTO edit (who, moment, why, about, is_saved) VALUES (?, ?, ?, ?, ?)"


class _ForeignError(Exception):
    """What lies there is no history of ours."""


class _DamagedError(Exception):
    """Bytes of a version are not those that were kept."""


class SqliteHistory:
    """The history of the workspace `root`, in a folder for the user's data."""

    def __init__(self, root: Path, folder: Path | None = None) -> None:
        self.troubles: list[tuple[str, Mapping[str, str]]] = []
        name = slugify(root.name)[:40] or "loa"
        seal = sha256(os.fsencode(root.resolve())).hexdigest()[:12]
        self._base = (folder or data_folder()) / "history" / f"{name}-{seal}"

    def keep(
        self, changeset: Changeset, who: str, when: datetime, *, is_saved: bool = True
    ) -> int | None:
        """Keep what an edit changes; its number, or None where that is impossible."""
        about = who, when.isoformat(), changeset.why, changeset.about, is_saved
        return self._ask(partial(_keep, changeset, about), None, make=True)

    def forget(self, number: int) -> None:
        """What was kept under this number was not written after all."""
        self._ask(partial(_forget, number), None)

    def versions(self, most: int, path: str = "") -> list[Version]:
        """The last ones; none of a history that cannot be read.

        Where a file is named, those of this file, wherever it lay before it was moved.
        """
        return self._found(partial(_course if path else _last, path, most))

    def changes_at(self, path: str, most: int) -> list[Version]:
        """The last ones of whatever lay at a path."""
        return self._found(partial(_changes_at, path, most))

    def _found(self, numbers: Callable[[sqlite3.Connection], list[int]]) -> list[Version]:
        none: list[int] = []
        return [found for number in self._ask(numbers, none) if (found := self.version(number))]

    def version(self, number: int) -> Version | None:
        """One of them, whole and undamaged."""
        if number > _LARGEST:
            return None
        try:
            return self._ask(partial(_version, number), None)
        except (_DamagedError, ValueError, TypeError):
            self._tell(LOST, self._base)
            return None

    def _ask(self, work: Callable[[sqlite3.Connection], T], nothing: T, *, make: bool = False) -> T:
        """What the first file that is ours gives; where none can be used, nothing."""
        for number in range(1, _MOST + 1):
            path = self._base.with_name(f"{self._base.name}-{number}.db")
            if not make and not os.path.lexists(path):
                return nothing
            try:
                make_private(path.parent)
                with closing(_opened(path)) as database, database:
                    return work(database)
            except (_ForeignError, sqlite3.Error, OSError) as error:
                if not _is_wrecked(error):
                    self._tell(CLOSED_HISTORY, path)
                    return nothing
                if not os.path.lexists(path.with_name(f"{self._base.name}-{number + 1}.db")):
                    self._tell(DAMAGED_HISTORY, path)
        return nothing

    def _tell(self, message: str, file: Path) -> None:
        trouble = message, {"file": str(file)}
        if trouble not in self.troubles:
            self.troubles.append(trouble)


def make_private(folder: Path) -> None:
    """What is not public yet is nobody's but the user's."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.mkdir(mode=0o700, exist_ok=True)


def data_folder() -> Path:
    """Where the user's data of `loa` lies: never in a workspace, which others may share."""
    named = os.environ.get(FOLDER)
    return Path(named) if named else user_data_path("loa", appauthor=False)


def _opened(path: Path) -> sqlite3.Connection:
    """The file with its tables; an empty one is given them."""
    if os.path.lexists(path) and not S_ISREG(path.lstat().st_mode):
        raise _ForeignError(path)
    database = sqlite3.connect(path, _PATIENCE, isolation_level=None)
    try:
        _see_that_it_is_ours(database)
    except BaseException:
        database.close()
        raise
    return database


def _see_that_it_is_ours(database: sqlite3.Connection) -> None:
    if not _tables(database):
        database.execute("BEGIN IMMEDIATE")
        for statement in _TABLES if not _tables(database) else ():
            database.execute(statement)
        database.execute("COMMIT")
    marks = ("application_id", "user_version")
    if [database.execute(f"PRAGMA {mark}").fetchone()[0] for mark in marks] != [_OURS, _SHAPE]:
        raise _ForeignError


def _tables(database: sqlite3.Connection) -> int:
    count: int = database.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    return count


def _is_wrecked(error: Exception) -> bool:
    """Whether a file is damaged or not ours; else it only cannot be used now."""
    code = getattr(error, "sqlite_errorcode", None)
    return isinstance(error, _ForeignError) or (code is not None and code & 0xFF in _WRECKED)


def _keep(
    changeset: Changeset, about: tuple[object, ...], database: sqlite3.Connection
) -> int | None:
    database.execute("BEGIN IMMEDIATE")
    number = database.execute(_EDIT, about).lastrowid
    for each in changeset.revisions:
        digests = [_put(database, data) for data in (each.before, each.after)]
        row = number, each.path, *digests
        database.execute("INSERT INTO revision VALUES (?, ?, ?, ?)", row)
    return number


def _forget(number: int, database: sqlite3.Connection) -> None:
    database.execute("BEGIN IMMEDIATE")
    database.execute("DELETE FROM revision WHERE edit = ?", (number,))
    database.execute("DELETE FROM edit WHERE number = ?", (number,))


def _put(database: sqlite3.Connection, data: bytes | None) -> str | None:
    if data is None:
        return None
    digest = sha256(data).hexdigest()
    database.execute("INSERT OR IGNORE INTO content VALUES (?, ?)", (digest, data))
    return digest


def _last(_path: str, most: int, database: sqlite3.Connection) -> list[int]:
    query = "SELECT number FROM edit ORDER BY number DESC LIMIT ?"
    return [number for (number,) in database.execute(query, (most,))]


def _changes_at(path: str, most: int, database: sqlite3.Connection) -> list[int]:
    query = "SELECT edit FROM revision WHERE path = ? ORDER BY edit DESC LIMIT ?"
    return [number for (number,) in database.execute(query, (path, most))]


def _course(path: str, most: int, database: sqlite3.Connection) -> list[int]:
    return list(islice(_steps(path, database), most))


def _steps(path: str, database: sqlite3.Connection) -> Iterator[int]:
    """The edits of a file, the newest first: up to where another file moved away from its place."""
    query = "SELECT max(edit) FROM revision WHERE path = ? AND edit < ?"
    number = _LARGEST
    while (number := database.execute(query, (path, number)).fetchone()[0]) is not None:
        moves = _moves(number, database)
        if path in moves.values():
            return
        yield number
        path = moves.get(path, path)


def _moves(number: int, database: sqlite3.Connection) -> dict[str, str]:
    """Where files lay that an edit moved; one that was never written moved none."""
    query = "SELECT path, before, after FROM revision, edit WHERE edit = ? AND number = edit "
    query += "AND is_saved AND (before IS NULL OR after IS NULL)"
    return moves_of(database.execute(query, (number,)).fetchall())


def _version(number: int, database: sqlite3.Connection) -> Version | None:
    """One of them; raises _DamagedError, ValueError or TypeError where it is damaged."""
    query = "SELECT who, moment, why, about, is_saved FROM edit WHERE number = ?"
    edit = database.execute(query, (number,)).fetchone()
    if edit is None:
        return None
    who, moment, why, about, is_saved = edit
    query = "SELECT path, before, after FROM revision WHERE edit = ? ORDER BY path"
    revisions = tuple(
        Revision(path, _content(database, before), _content(database, after))
        for path, before, after in database.execute(query, (number,)).fetchall()
    )
    changeset = Changeset(why, about, revisions)
    return Version(number, who, datetime.fromisoformat(moment), changeset, bool(is_saved))


def _content(database: sqlite3.Connection, digest: str | None) -> bytes | None:
    if digest is None:
        return None
    query = "SELECT bytes FROM content WHERE digest = ?"
    (data,) = database.execute(query, (digest,)).fetchone()
    if sha256(data).hexdigest() != digest:
        raise _DamagedError
    return bytes(data)
