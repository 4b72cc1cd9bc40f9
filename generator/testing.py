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
from generator.model.attachment import Attachment
from generator.model.campaign import Campaign
from generator.model.edition import Edition
from generator.model.file import AuthoredFile
from generator.model.record import Record
from generator.outputs import ALL
from generator.ports import SILENT, Executor, Facts, Files, StagingReport, Why, World
from generator.source.document import document
from generator.source.records import read_record
from generator.source.yaml_nodes import Mapping as Node
from generator.source.yaml_nodes import read_yaml

T = TypeVar("T")
U = TypeVar("U")
R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class MemoryFiles:
    """A workspace that lies nowhere: its `texts` by path, the assets and files that are known."""

    texts: Mapping[str, bytes]
    asset_list: Sequence[Asset] = ()
    attachment_list: Sequence[Attachment] = ()

    def files(self) -> Iterable[AuthoredFile]:
        """Every authored file."""
        return [AuthoredFile(path, partial(self.texts.__getitem__, path)) for path in self.texts]

    def assets(self) -> Iterable[Asset]:
        """Every picture and recording."""
        return self.asset_list

    def attachments(self) -> Iterable[Attachment]:
        """Every file beside evidence."""
        return self.attachment_list

    def fingerprint(self) -> str:
        """Of all texts."""
        return digest_of(
            *(part for path in sorted(self.texts) for part in (path, self.texts[path]))
        )

    def digests(self) -> Mapping[str, str]:
        """Of each text."""
        return {path: digest_of(data)[:16] for path, data in self.texts.items()}

    def plus(self, texts: Mapping[str, str]) -> Self:
        """The same with other files, or others in their place."""
        more = {path: text.encode() for path, text in texts.items()}
        return replace(self, texts={**self.texts, **more})

    def with_edits(self, path: str, *changes: tuple[str, str]) -> Self:
        """The same after somebody has typed: in a file each text for another."""
        text = edit_text(self.texts[path].decode(), *changes)
        return replace(self, texts={**self.texts, path: text.encode()})


def in_memory(files: Files) -> MemoryFiles:
    """A workspace as it lies somewhere, read once."""
    texts = {file.path: file.read() for file in files.files()}
    return MemoryFiles(texts, tuple(files.assets()), tuple(files.attachments()))


def record(kind: type[R], text: str) -> R:
    """A record as its file says it (YAML).

    Raises:
        NotMadeError: the file has mistakes.
    """
    node, found = read_yaml(document("record.yml", text))
    made, problems = read_record(kind, node) if isinstance(node, Node) else (None, [])
    if made is None or found or problems:
        raise NotMadeError(*found, *problems)
    return made


def campaign(text: str) -> Campaign:
    """A campaign as its plan.yml says it. Raises NotMadeError."""
    return record(Campaign, text)


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


_BLANK = """%PDF-1.6
1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj
3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 100 100]>> endobj
trailer <</Root 1 0 R>>
"""


class FakeTypesetter:
    """Sets nothing: its pages are blank, and name all that a typesetter would have set."""

    def pdf(
        self, template: str, inputs: Mapping[str, str], files: Mapping[str, bytes] | None = None
    ) -> bytes:
        """A blank page."""
        return f"{_BLANK}% {self._named(template, inputs, files)}\n".encode()

    def svg(
        self, template: str, inputs: Mapping[str, str], files: Mapping[str, bytes] | None = None
    ) -> bytes:
        """A blank drawing."""
        named = self._named(template, inputs, files)
        return f'<svg xmlns="http://www.w3.org/2000/svg"><!-- {named} --></svg>'.encode()

    def digest(self, *templates: str) -> str:
        """Of names alone."""
        return digest_of(*templates)

    def _named(
        self, template: str, inputs: Mapping[str, str], files: Mapping[str, bytes] | None
    ) -> str:
        return digest_of(template, repr(sorted(inputs.items())), *sorted(files or ()))


@dataclass
class MemoryResults:
    """Results that lie nowhere: `files` by their path below `dist/`, once they are published."""

    files: dict[str, bytes] = field(default_factory=dict)
    edition: Edition | None = None
    _next: dict[str, bytes] = field(default_factory=dict)
    _found: list[Diagnostic] = field(default_factory=list)

    def stage(
        self,
        batches: Iterable[Sequence[Artifact]],
        executor: Executor,
        keeps: Callable[[str], bool] = lambda _: False,
    ) -> "MemoryResults":
        """Make all of them."""
        self._next = {path: data for path, data in self.files.items() if keeps(path)}
        self._found = [found for batch in batches for found in self._stage(batch)]
        return self

    def _stage(self, artifacts: Sequence[Artifact]) -> Iterator[Diagnostic]:
        for artifact in artifacts:
            try:
                self._next[_path(artifact)] = artifact.bytes()
            except NotMadeError as error:
                yield from error.diagnostics

    @property
    def report(self) -> StagingReport:
        """What could not be made."""
        return StagingReport(tuple(self._found))

    def public(self) -> Mapping[str, Callable[[], bytes]]:
        """Every file of the next public site."""
        found = {path.partition("public/")[2]: path for path in self._next if "public/" in path}
        return {name: partial(self._next.__getitem__, path) for name, path in found.items()}

    def known_pages(self) -> Mapping[str, Facts]:
        """None: every page is made anew."""
        return {}

    def publish(self, edition: Edition, pages: Mapping[str, Facts] | None = None) -> None:
        """Take the next results for the last."""
        self.files, self.edition = self._next, edition

    def bytes(self, artifact: Artifact) -> "bytes | None":
        """Those of a staged artifact."""
        return self._next.get(_path(artifact))

    def why(self, path: str) -> Why:
        """It is made in each build."""
        return Why(is_made=True)

    def recover(self) -> "MemoryResults":
        """Nothing is ever cut off: it is all three stages itself."""
        return self


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
