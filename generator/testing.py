"""A world in memory, for tests: workspaces are texts, results are bytes; no folder, no process."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from typing import Self, TypeVar

from generator.app.build import prepare
from generator.app.check import check
from generator.diagnostics import Diagnostic
from generator.model.artifact import Artifact, Audience, NotMadeError, digest_of
from generator.model.asset import Asset
from generator.model.edition import Edition
from generator.model.file import AuthoredFile
from generator.outputs import ALL
from generator.ports import SILENT, Executor, Facts, Files, StagingReport, Why, World

T = TypeVar("T")
U = TypeVar("U")


@dataclass(frozen=True)
class MemoryFiles:
    """A workspace that lies nowhere: its `texts` by path, and the assets that are known."""

    texts: Mapping[str, bytes]
    asset_list: Sequence[Asset] = ()

    def files(self) -> Iterable[AuthoredFile]:
        """Every authored file."""
        return [AuthoredFile(path, partial(self.texts.__getitem__, path)) for path in self.texts]

    def assets(self) -> Iterable[Asset]:
        """Every picture and recording."""
        return self.asset_list

    def fingerprint(self) -> str:
        """Of all texts."""
        return digest_of(
            *(part for path in sorted(self.texts) for part in (path, self.texts[path]))
        )

    def with_edits(self, path: str, *changes: tuple[str, str]) -> Self:
        """The same after somebody has typed: in a file each text for another."""
        text = edit_text(self.texts[path].decode(), *changes)
        return replace(self, texts={**self.texts, path: text.encode()})


def edit_text(text: str, *changes: tuple[str, str]) -> str:
    """A text with others for those that stand in it; KeyError where one does not."""
    for old, new in changes:
        if old not in text:
            raise KeyError(old)
        text = text.replace(old, new)
    return text


@dataclass(frozen=True)
class FixedClock:
    """A clock that has stopped."""

    moment: datetime

    def now(self) -> datetime:
        """The moment at which it stopped."""
        return self.moment


class SameProcess:
    """Does at once what builds do in other processes and threads, whose start costs more."""

    def map(self, work: Callable[[T], U], items: Sequence[T]) -> list[U]:
        """The results in the order of the items."""
        return [work(item) for item in items]

    def run(self, work: Callable[[T], U], item: T, *, alone: bool = False) -> U:
        """The result of `work`."""
        return work(item)

    def close(self) -> None:
        """Nothing was begun."""


class FakeTypesetter:
    """Sets nothing: what it gives names all that a typesetter would set."""

    def pdf(
        self, template: str, inputs: Mapping[str, str], files: Mapping[str, bytes] | None = None
    ) -> bytes:
        """No PDF: a digest."""
        return self.digest(template, repr(sorted(inputs.items())), *sorted(files or ())).encode()

    svg = pdf

    def digest(self, *templates: str) -> str:
        """Of names alone."""
        return digest_of(*templates)


@dataclass
class MemoryResults:
    """Results that lie nowhere: `files` by their path below `dist/`, once they are published."""

    files: dict[str, bytes] = field(default_factory=dict)
    last: Edition | None = None
    _next: dict[str, bytes] = field(default_factory=dict)

    def stage(
        self,
        batches: Iterable[Sequence[Artifact]],
        executor: Executor,
        stays: Sequence[str] = (),
    ) -> StagingReport:
        """Make all of them."""
        self._next = {p: data for p, data in self.files.items() if p.partition("/")[0] in stays}
        return StagingReport(tuple(found for batch in batches for found in self._stage(batch)))

    def stage_apart(
        self, names: Sequence[str], artifacts: Sequence[Artifact], executor: Executor
    ) -> StagingReport:
        """Make these, and keep what lies in other folders."""
        self._next = {p: data for p, data in self.files.items() if p.partition("/")[0] not in names}
        return StagingReport(tuple(self._stage(artifacts)))

    def _stage(self, artifacts: Sequence[Artifact]) -> Iterator[Diagnostic]:
        for artifact in artifacts:
            try:
                self._next[_path(artifact)] = artifact.bytes()
            except NotMadeError as error:
                yield from error.diagnostics

    def public(self) -> Mapping[str, Callable[[], bytes]]:
        """Every file of the next public site."""
        found = {path.partition("public/")[2]: path for path in self._next if "public/" in path}
        return {name: partial(self._next.__getitem__, path) for name, path in found.items()}

    def known_pages(self) -> Mapping[str, Facts]:
        """None: every page is made anew."""
        return {}

    def remember(self, pages: Mapping[str, Facts]) -> None:
        """Forget it."""

    def edition(self) -> Edition | None:
        """What was published last."""
        return self.last

    def publish(self, edition: Edition) -> None:
        """Take the next results for the last."""
        self.files, self.last = self._next, edition

    def bytes(self, artifact: Artifact) -> "bytes | None":
        """Those of a staged artifact."""
        return self._next.get(_path(artifact))

    def why(self, path: str) -> Why:
        """It is made in each build."""
        return Why(is_made=True)

    def recover(self) -> None:
        """Nothing is ever cut off."""


def _path(artifact: Artifact) -> str:
    return f"public/{artifact.path}" if artifact.audience is Audience.PUBLIC else artifact.path


def memory_world(files: Files, now: datetime) -> World:
    """A world of a workspace at a moment, without a typesetter."""
    here = SameProcess()
    return World(FixedClock(now), files, FakeTypesetter(), here, here, MemoryResults())


def frozen_world(world: World, now: datetime) -> World:
    """A world in which it is always `now`, and work is done at once."""
    return replace(world, clock=FixedClock(now), workers=SameProcess())


def artifacts(world: World, *names: str) -> dict[str, list[Artifact]]:
    """What outputs make of a workspace, and those before them, by output.

    Raises:
        NotMadeError: the workspace has errors.
    """
    checked = check(world.files, world.clock.now())
    if checked.blocking:
        raise NotMadeError(*checked.blocking)
    return prepare(world, checked, names, SILENT, ALL)
