"""What an edit does to the files of a workspace, and what is remembered of it."""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from posixpath import basename, splitext

_NAMED = 3  # of more files than these a line would say too much


@dataclass(frozen=True, slots=True)
class Revision:
    """A file before and after: its bytes, or None where there is no such file."""

    path: str
    before: bytes | None
    after: bytes | None

    @property
    def reverse(self) -> "Revision":
        """What takes it back."""
        return Revision(self.path, self.after, self.before)


@dataclass(frozen=True, slots=True)
class Changeset:
    """The files that one edit changes: all of them, or none.

    `why` is a message (an English msgid) that `about` completes: «Approved: {about}».
    """

    why: str
    about: str
    revisions: tuple[Revision, ...]

    @property
    def moves(self) -> dict[str, str]:
        """Where files lay that it moves, by where they lie then."""
        return moves_of((each.path, each.before, each.after) for each in self.revisions)

    @staticmethod
    def of(why: str, revisions: Sequence[Revision], about: Sequence[str] = ()) -> "Changeset":
        """The changeset of an edit; it is about the files that it changes, or what is named."""
        names = about or [each.path for each in revisions]
        more = ["…"] if len(names) > _NAMED else []
        return Changeset(why, ", ".join([*names[:_NAMED], *more]), tuple(revisions))

    def reverse(self, why: str) -> "Changeset":
        """What takes it back."""
        return Changeset(why, self.about, tuple(each.reverse for each in self.revisions))


@dataclass(frozen=True, slots=True)
class Version:
    """A changeset as the history keeps it: its number, who made it, and when.

    One that `is_saved` has not reached the files: somebody had changed them meanwhile.
    """

    number: int
    who: str
    when: datetime
    changeset: Changeset
    is_saved: bool = True


@dataclass(frozen=True, slots=True)
class FileVersion:
    """What a version says of one file, at the `revision.path` where it lay then.

    What was `before` it may have lain elsewhere. `moves` are all files that were moved since, the
    first one first: from where to where.
    """

    version: Version
    revision: Revision
    moves: tuple[tuple[str, str], ...]

    @property
    def moves_from_before(self) -> tuple[tuple[str, str], ...]:
        """Those since before it."""
        return (*_pairs(self.version), *self.moves)


def file_versions(path: str, versions: Iterable[Version]) -> Iterator[FileVersion]:
    """What versions of a file, the newest first, say of it, back over all its places."""
    since: tuple[tuple[str, str], ...] = ()
    for version in versions:
        found = {each.path: each for each in version.changeset.revisions}
        old = {new: was for was, new in _pairs(version)}.get(path, path)
        if path not in found:  # a version that moved it is lost, and where it lay with it
            return
        yield FileVersion(version, Revision(path, found[old].before, found[path].after), since)
        path, since = old, (*_pairs(version), *since)


def moves_of(rows: Iterable[tuple[str, Hashable, Hashable]]) -> dict[str, str]:
    """Where files lay that an edit moves, by where they lie then, out of path, before and after.

    A file keeps its name and its bytes, or is the only one of its kind that goes and comes: a piece
    that is renamed says its new id.
    """
    known = list(rows)
    gone = {path: was for path, was, now in known if now is None and was is not None}
    come = {path: now for path, was, now in known if was is None and now is not None}
    found = dict[str, str]()
    for path, data in come.items():
        same = [old for old in gone if gone[old] == data and basename(old) == basename(path)]
        kinds = [[each for each in some if _kind(each) == _kind(path)] for some in (gone, come)]
        if len(same) == 1:
            found[path] = same[0]
        elif [*map(len, kinds)] == [1, 1]:
            found[path] = kinds[0][0]
    return found


def _kind(path: str) -> str:
    return splitext(path)[1]


def _pairs(version: Version) -> tuple[tuple[str, str], ...]:
    """From where to where it moved files; what was never written moved none."""
    moves = version.changeset.moves.items() if version.is_saved else ()
    return tuple((old, new) for new, old in moves)
