"""The results on disk: made beside, in `build/next`, and put into the place of `dist` when whole.

The store remembers of each file of `dist` what it was made from and how it lay there. What has not
changed, and nobody has touched, is taken over and not made again.
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from generator.adapters.disk import below, make_folder, remove, write, write_json
from generator.adapters.engine import engine
from generator.adapters.file_stamp import UNKNOWN, Stamp
from generator.adapters.published_folder import EDITION, PublishedFolder, see_that_it_is_ours
from generator.adapters.store import FolderStore
from generator.adapters.swap import recover
from generator.diagnostics import Diagnostic
from generator.model.artifact import Artifact, Audience, NotMadeError
from generator.model.edition import Edition
from generator.model.inputs import inputs_of
from generator.ports import Executor, Facts, StagingReport, Why

T = TypeVar("T")

PUBLIC = "public"
_RESULT, _PAGE = "result", "page"
"""The kinds of the store: what is known of a file of `dist`, what was read of a page."""


@dataclass(frozen=True, slots=True)
class ResultRecord:
    """A file of `dist`: its artifact's digest, the mark of its bytes, its inputs by name."""

    digest: str = ""
    mark: Stamp = field(default_factory=lambda: UNKNOWN)
    inputs: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def read(cls, text: str) -> "ResultRecord":
        """What `text` gave."""
        return cls(*json.loads(text))

    def text(self) -> str:
        """As the store has it."""
        return json.dumps([self.digest, self.mark, self.inputs])


class TwoResultsError(Exception):
    """Two results of different bytes have one place: what makes them has a fault."""


class FolderResults:
    """`build/` and `dist/` of a workspace."""

    def __init__(self, root: Path, store: FolderStore) -> None:
        self.root, self.build, self.dist = root, root / "build", root / "dist"
        self.next, self._store = self.build / "next", store
        self._known: dict[str, str] = {}
        self._before: dict[str, ResultRecord] = {}
        self._now: dict[str, ResultRecord] = {}
        self._published = PublishedFolder(self.dist, {})
        self._read: Mapping[str, str] = {}
        self._facts: Mapping[str, str] | None = None

    def recover(self) -> None:
        """Complete or undo a swap that was cut off, then see what lies there."""
        self._known = self._store.all(_RESULT)
        see_that_it_is_ours(self.dist, self._known)
        recover(self.next, self.dist)
        self._before = {path: ResultRecord.read(text) for path, text in self._known.items()}
        marks = {path: record.mark for path, record in self._before.items()}
        self._published = PublishedFolder(self.dist, marks)

    def stage(
        self,
        batches: Iterable[Sequence[Artifact]],
        executor: Executor,
        keeps: Callable[[str], bool] = lambda _: False,
    ) -> StagingReport:
        """Bring the next `dist` to exactly these artifacts; only changes are made.

        Each batch is made before the next is asked for. Of what else lies there is kept what
        `keeps` says by its path.
        """
        found = self._begin(batches, executor)
        self._keep_all(keeps)
        there = {path for path in below(self.dist) if path.startswith(f"{PUBLIC}/")}
        next_ones = {path for path in self._now if path.startswith(f"{PUBLIC}/")}
        made = next_ones - self._published.kept.keys()
        names = (path.removeprefix(f"{PUBLIC}/") for path in made)
        return StagingReport(
            tuple(found), frozenset(names), is_same=not made and there == next_ones
        )

    def public(self) -> Mapping[str, Callable[[], bytes]]:
        """Every file of the next public site."""
        folder = self.next / PUBLIC
        return {path: (folder / path).read_bytes for path in below(folder)}

    def known_pages(self) -> Mapping[str, Facts]:
        """What was remembered of those pages of the next site that are taken over as they are."""
        kept = self._published.kept
        self._read = self._store.all(_PAGE)
        return {p: _facts(text) for p, text in self._read.items() if f"{PUBLIC}/{p}" in kept}

    def remember(self, pages: Mapping[str, Facts]) -> None:
        """Keep what was read of the pages of the next site, with that site."""
        self._facts = {path: _text(read) for path, read in pages.items()}

    def edition(self) -> Edition | None:
        """What is recorded of the last results, after `recover`."""
        return Edition.read(self._published.record())

    def publish(self, edition: Edition) -> None:
        """Swap the next results in, whole; the last ones stay until then."""
        write_json(self.next / EDITION, edition.as_json())
        marks = self._published.exchange(self.next)
        now = {path: self._now.get(path, ResultRecord()) for path in marks}
        rows = {
            path: ResultRecord(record.digest, marks[path], record.inputs).text()
            for path, record in now.items()
        }
        self._store.replace(_RESULT, self._known, rows)
        if self._facts is not None:
            self._store.replace(_PAGE, self._read, self._facts)

    def why(self, path: str) -> Why:
        """Why the last build made a result, by its path below `dist/`, or took it over."""
        before, after = self._before.get(path), self._now.get(path)
        if path in self._published.kept:
            return Why(is_made=False, inputs=tuple(after.inputs if after else ()))
        if after is None:
            return Why(is_made=True)
        if before is None:
            return Why(is_made=True, inputs=tuple(after.inputs), first=True)
        names = dict.fromkeys((*before.inputs, *after.inputs))
        changed = [name for name in names if before.inputs.get(name) != after.inputs.get(name)]
        return Why(is_made=True, inputs=tuple(after.inputs), changes=tuple(changed))

    def bytes(self, artifact: Artifact) -> bytes | None:
        """An artifact's bytes, if the same is staged already or lies in `dist` untouched."""
        path, record = place_of(artifact), self._now.get(place_of(artifact), ResultRecord())
        with suppress(OSError):  # it is not staged yet, or a build is under way
            if record.digest == _digest(artifact):
                return (self.next / path).read_bytes()
        with suppress(OSError):
            if self._is_there(path, artifact):
                return (self.dist / path).read_bytes()
        return None

    def _begin(self, batches: Iterable[Sequence[Artifact]], executor: Executor) -> list[Diagnostic]:
        remove(self.next)
        make_folder(self.next)
        self._published.kept, self._facts, self._now = {}, None, {}
        return _faults(each for batch in batches for each in self._add(batch, executor))

    def _add(
        self, artifacts: Sequence[Artifact], executor: Executor
    ) -> list[tuple[Diagnostic, ...]]:
        for one in artifacts:
            place, record = place_of(one), ResultRecord(_digest(one), inputs=inputs_of(one.digest))
            if self._now.setdefault(place, record).digest != record.digest:
                raise TwoResultsError(place)
        anew = [artifact for artifact in artifacts if not self._is_kept(artifact)]
        return executor.map(self._make, anew)

    def _is_kept(self, artifact: Artifact) -> bool:
        """Take an artifact over from the last `dist`, if the same lies there."""
        path = place_of(artifact)
        if not self._is_there(path, artifact):
            return False
        self._published.keep(path, self.next)
        return True

    def _make(self, artifact: Artifact) -> tuple[Diagnostic, ...]:
        try:
            write(self.next / place_of(artifact), artifact.chunks())
        except NotMadeError as error:
            return error.diagnostics
        return ()

    def _is_there(self, path: str, artifact: Artifact) -> bool:
        known = self._before.get(path)
        same = known is not None and known.digest == _digest(artifact)
        return same and self._published.is_untouched(path)

    def _keep_all(self, stays: Callable[[str], bool]) -> None:
        """Take over what was not made now."""
        kept = self._published.keep_all(lambda p: p not in self._now and stays(p), self.next)
        self._now |= {path: self._before.get(path, ResultRecord()) for path in kept}


def place_of(artifact: Artifact) -> str:
    """Where a result lies below `dist`."""
    is_public = artifact.audience is Audience.PUBLIC
    return f"{PUBLIC}/{artifact.path}" if is_public else artifact.path


def _digest(artifact: Artifact) -> str:
    """Also of the engine: another one may make other bytes of the same facts."""
    return f"{engine()[:16]} {artifact.digest}"


def _faults(done: Iterable[tuple[Diagnostic, ...]]) -> list[Diagnostic]:
    """What could not be made, each reason once: files of one piece have it in common."""
    every = [each for diagnostics in done for each in diagnostics]
    return [each for number, each in enumerate(every) if each not in every[:number]]


def _text(facts: Facts) -> str:
    return json.dumps({name: sorted(values) for name, values in facts.items()}, ensure_ascii=False)


def _facts(text: str) -> Facts:
    return {name: frozenset(values) for name, values in json.loads(text).items()}
