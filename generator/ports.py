"""What the engine needs from the world, as protocols; `adapters/` fulfils them, tests fake them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol, TypeVar

from generator.diagnostics import Diagnostic, Refusal
from generator.model.artifact import Artifact
from generator.model.asset import Asset
from generator.model.attachment import Attachment
from generator.model.draft import Draft
from generator.model.edition import Edition
from generator.model.file import AuthoredFile
from generator.model.memory import Memory
from generator.model.person import Colleague
from generator.model.revision import Changeset, Version
from generator.model.side_work import AFTERWARDS, SideWork

Facts = Mapping[str, AbstractSet[str]]
"""What was read of a page, by kind: its links, its ids."""
T = TypeVar("T")
U = TypeVar("U")


class Clock(Protocol):
    """The time."""

    def now(self) -> datetime:
        """This moment, zoned."""


class Files(Protocol):
    """The workspace on disk."""

    def files(self) -> Iterable[AuthoredFile]:
        """Every authored file."""

    def assets(self) -> Iterable[Asset]:
        """Every picture and recording."""

    def attachments(self) -> Iterable[Attachment]:
        """Every file that lies beside evidence."""

    def fingerprint(self) -> str:
        """Names the state of all that a build reads: equal means that nothing has changed."""

    def digests(self) -> Mapping[str, str]:
        """Names what is in each file that a build reads, by its path."""


class Typesetter(Protocol):
    """Sets type: a template and its data to a PDF."""

    def pdf(
        self, template: str, inputs: Mapping[str, str], files: Mapping[str, bytes] | None = None
    ) -> bytes:
        """The PDF; the same input gives the same bytes. Raises TypesetError (model.typesetting)."""

    def svg(
        self, template: str, inputs: Mapping[str, str], files: Mapping[str, bytes] | None = None
    ) -> bytes:
        """The same as SVG, with text as paths."""

    def digest(self, *templates: str) -> str:
        """Names these templates with all that they import, fonts and typesetter, for the cache."""


class Executor(Protocol):
    """Runs work on all cores."""

    def map(self, work: Callable[[T], U], items: Sequence[T]) -> list[U]:
        """The results in the order of the items."""


class WorkLostError(Exception):
    """The process that did a piece of work has ended, twice: killed, or out of memory."""


class Workers(Protocol):
    """Runs what holds a core, in processes of their own."""

    def run(self, work: Callable[[T], U], item: T, *, alone: bool = False) -> U:
        """The result of `work`, a function of a module, on an item that can be pickled.

        `alone`: in one that ends with it, since it takes much memory. Raises WorkLostError.
        """

    def close(self) -> None:
        """End the processes; the next work begins others."""


@dataclass(frozen=True, slots=True)
class Advance:
    """How far a step has come: `done` of `total`.

    `kind` is a msgid: of what kind the last one is; `name` which one, for who wants to know it all.
    """

    done: int
    total: int
    kind: str = ""
    name: str = ""


class Progress(Protocol):
    """Tells a waiting person what is going on; any thread may call it."""

    def step(self, message: str, **details: object) -> None:
        """A new step has begun (an English msgid and what fills it)."""

    def advance(self, advance: Advance) -> None:
        """The step that began last has come so far."""


class Silent:
    """Progress that nobody watches."""

    def step(self, message: str, **details: object) -> None:
        """Say nothing."""

    def advance(self, advance: Advance) -> None:
        """Say nothing."""


SILENT = Silent()


@dataclass(frozen=True, slots=True)
class StagingReport:
    """What was put into the next results: `findings` tells what could not be made.

    `new_files` are the public files that are not those of the last edition; `is_same` says that the
    public site is the last one, file by file.
    """

    findings: tuple[Diagnostic, ...] = ()
    new_files: frozenset[str] = frozenset()
    is_same: bool = False


@dataclass(frozen=True, slots=True)
class Why:
    """Why a result was made in a build, or was not.

    `inputs` are the names of what it is made from (`model.inputs.Input`), none where that is not
    noted; `changes` those that differ from the last time; `first` says that it was not there then.
    """

    is_made: bool
    inputs: tuple[str, ...] = ()
    changes: tuple[str, ...] = ()
    first: bool = False


class Results(Protocol):
    """The folder of what is made.

    Its stages come in one order, for each is a method of what the one before it gives: recover what
    was published last, stage the next results beside it, publish those.
    """

    def recover(self) -> "LastResults":
        """Complete or undo a swap that was cut off, and see what lies there."""


class LastResults(Protocol):
    """What was published last, whole."""

    @property
    def edition(self) -> Edition | None:
        """What it records; None if there are none, or somebody touched the record."""

    def bytes(self, artifact: Artifact) -> "bytes | None":
        """An artifact's bytes, if it is staged already or lies there, untouched."""

    def stage(
        self,
        batches: Iterable[Sequence[Artifact]],
        executor: Executor,
        keeps: Callable[[str], bool] = lambda _: False,
    ) -> "StagedResults":
        """Bring the next results to exactly these artifacts; only what has changed is made.

        Each batch is made before the next is asked for. Of what else lies there is kept what
        `keeps` says by its path.
        """


class StagedResults(Protocol):
    """The next results, which nobody sees until they are published."""

    @property
    def report(self) -> StagingReport:
        """What was put into them."""

    def public(self) -> Mapping[str, Callable[[], bytes]]:
        """Every file of the next public site."""

    def known_pages(self) -> Mapping[str, Facts]:
        """What was remembered of those pages of the next site that are taken over as they are."""

    def publish(self, edition: Edition, pages: Mapping[str, Facts] | None = None) -> None:
        """Swap the next results in, whole, with their record; the last ones stay until then.

        `pages` is what was read of the pages of the site; None where that is the last one.
        """

    def why(self, path: str) -> Why:
        """Why a result was made, by its path below `dist/`, or was taken over."""


class History(Protocol):
    """The versions of a workspace's files, kept outside of it; it never stands in anybody's way.

    What it cannot keep or read it tells in `troubles`: messages (English msgids) with details.
    """

    troubles: list[tuple[str, Mapping[str, str]]]

    def keep(
        self, changeset: Changeset, who: str, when: datetime, *, is_saved: bool = True
    ) -> int | None:
        """Keep what an edit changes; its number, or None where that is impossible."""

    def forget(self, number: int) -> None:
        """What was kept under this number was not written after all."""

    def versions(self, most: int, path: str = "") -> list[Version]:
        """The last ones, the newest first; where a file is named, those of it at all its places."""

    def changes_at(self, path: str, most: int) -> list[Version]:
        """The last ones of whatever lay at a path, the newest first."""

    def version(self, number: int) -> Version | None:
        """One of them, whole and undamaged."""


class Drafts(Protocol):
    """The drafts of a workspace, kept outside of it so that they outlive a crash.

    What it cannot keep or read it tells in `troubles`: messages (English msgids) with details.
    """

    troubles: list[tuple[str, Mapping[str, str]]]

    def get(self, path: str) -> Draft | None:
        """The draft of a file, whole and undamaged."""

    def put(self, draft: Draft) -> bool:
        """Keep it in the place of the one before; whether it would outlive a crash."""

    def drop(self, path: str) -> None:
        """There is no draft of this file any more."""

    def paths(self) -> list[str]:
        """The files of which there are drafts."""


class PeopleError(Exception):
    """The file of the people is there and cannot be read: nobody is let in."""


class People(Protocol):
    """The people of a workspace who have an account, kept outside of it."""

    def every(self) -> Sequence[Colleague]:
        """All of them, in the order in which they came. Raises PeopleError."""

    def replace(
        self, work: Callable[[Sequence[Colleague]], "Sequence[Colleague] | Refusal"]
    ) -> Refusal | None:
        """Keep what `work` makes of all of them, alone and whole; why it made nothing, if so.

        Raises PeopleError.
        """


@dataclass(frozen=True, slots=True)
class World:
    """Everything outside of the engine; nobody writes the files while they are `at_rest`."""

    clock: Clock
    files: Files
    typesetter: Typesetter
    executor: Executor
    workers: Workers
    results: Results
    memory: Memory = field(default_factory=Memory)
    side_work: SideWork = AFTERWARDS
    at_rest: Callable[[], AbstractContextManager[None]] = nullcontext
