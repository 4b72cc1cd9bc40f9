"""What an edit does to the files of a workspace, and what is remembered of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

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
