"""The results on disk: made beside, in `build/next`, and put into the place of `dist` when whole.

The store remembers of each file of `dist` what it was made from and how it lay there. What has not
changed, and nobody has touched, is taken over and not made again. The two folders change places:
so a build lays only what has changed, and publishes in a time that does not grow with the site.
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from generator.adapters.disk import below, write, write_json
from generator.adapters.engine import engine
from generator.adapters.file_stamp import UNKNOWN, Stamp
from generator.adapters.published_folder import EDITION, PublishedFolder, see_that_it_is_ours
from generator.adapters.spare import Spare
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
        self.next, self.dist, self._store = root / "build" / "next", root / "dist", store

    def glance(self) -> "PublishedResults":
        """What lies there now; a swap that is under way is left alone."""
        return PublishedResults(self.next, self.dist, self._store, self._store.all(_RESULT))

    def recover(self) -> "PublishedResults":
        """Complete or undo a swap that was cut off, then see what lies there."""
        known = self._store.all(_RESULT)
        see_that_it_is_ours(self.dist, known)
        recover(self.next, self.dist)
        return PublishedResults(self.next, self.dist, self._store, known)


class PublishedResults:
    """What lies in `dist`, with what is known of it."""

    def __init__(self, new: Path, dist: Path, store: FolderStore, rows: dict[str, str]) -> None:
        self.next, self.dist, self.store, self.rows = new, dist, store, rows
        self.before = {path: ResultRecord.read(text) for path, text in rows.items()}
        marks = {path: record.mark for path, record in self.before.items()}
        self.folder, self.spare = PublishedFolder(dist, marks), Spare(new)
        self.now: dict[str, ResultRecord] = {}

    @property
    def edition(self) -> Edition | None:
        """What is recorded of it."""
        return Edition.read(self.folder.record())

    def place(self, artifact: Artifact) -> Path | None:
        """Where an artifact lies in `dist`, if the same lies there untouched."""
        path = place_of(artifact)
        return self.dist / path if self._is_there(path, artifact) else None

    def bytes(self, artifact: Artifact) -> bytes | None:
        """An artifact's bytes, if the same is staged already or lies in `dist` untouched."""
        path, record = place_of(artifact), self.now.get(place_of(artifact), ResultRecord())
        with suppress(OSError):  # it is not staged yet, or a build is under way
            if record.digest == _digest(artifact):
                return (self.next / path).read_bytes()
        with suppress(OSError):
            if self._is_there(path, artifact):
                return (self.dist / path).read_bytes()
        return None

    def stage(
        self,
        batches: Iterable[Sequence[Artifact]],
        executor: Executor,
        keeps: Callable[[str], bool] = lambda _: False,
    ) -> "NextResults":
        """Bring the next `dist` to exactly these artifacts; only changes are made.

        Each batch is made before the next is asked for. Of what else lies there is kept what
        `keeps` says by its path.
        """
        self.spare.open()
        self.spare.drop(EDITION)  # as long as it lacks this, nobody takes it for whole
        self.folder.kept = {}
        self.now.clear()
        found = _faults(each for batch in batches for each in self._add(batch, executor))
        self._keep_all(keeps)
        self.spare.settle(self.now.keys())
        return NextResults(self, found)

    def _add(
        self, artifacts: Sequence[Artifact], executor: Executor
    ) -> list[tuple[Diagnostic, ...]]:
        for one in artifacts:
            place, record = place_of(one), ResultRecord(_digest(one), inputs=inputs_of(one.digest))
            if self.now.setdefault(place, record).digest != record.digest:
                raise TwoResultsError(place)
        anew = [artifact for artifact in artifacts if not self._is_kept(artifact)]
        for artifact in anew:
            self.spare.drop(place_of(artifact))
        return executor.map(self._make, anew)

    def _is_kept(self, artifact: Artifact) -> bool:
        """Take an artifact over from the last `dist`, if the same lies there."""
        path = place_of(artifact)
        if not self._is_there(path, artifact):
            return False
        self.folder.keep(path, self.spare)
        return True

    def _make(self, artifact: Artifact) -> tuple[Diagnostic, ...]:
        try:
            write(self.next / place_of(artifact), artifact.chunks())
        except NotMadeError as error:
            return error.diagnostics
        return ()

    def _is_there(self, path: str, artifact: Artifact) -> bool:
        known = self.before.get(path)
        same = known is not None and known.digest == _digest(artifact)
        return same and self.folder.is_untouched(path)

    def _keep_all(self, stays: Callable[[str], bool]) -> None:
        """Take over what was not made now."""
        kept = self.folder.keep_all(lambda p: p not in self.now and stays(p), self.spare)
        self.now |= {path: self.before.get(path, ResultRecord()) for path in kept}


class NextResults:
    """What is staged in `build/next`, and what of it was taken over from `last`."""

    def __init__(self, last: PublishedResults, faults: Iterable[Diagnostic]) -> None:
        self._last, self._kept = last, last.folder.kept
        self._read: Mapping[str, str] = {}
        there, following = _public(last.folder.paths), _public(last.now)
        made = following - self._kept.keys()
        names = frozenset(path.removeprefix(f"{PUBLIC}/") for path in made)
        is_same = not made and there == following
        self.report = StagingReport(tuple(faults), names, is_same=is_same)

    def public(self) -> Mapping[str, Callable[[], bytes]]:
        """Every file of the next public site: as it lies there, whatever was to be made."""
        folder = self._last.next / PUBLIC
        return {path: (folder / path).read_bytes for path in below(folder)}

    def known_pages(self) -> Mapping[str, Facts]:
        """What was remembered of those pages of the next site that are taken over as they are."""
        self._read = self._last.store.all(_PAGE)
        return {p: _facts(text) for p, text in self._read.items() if f"{PUBLIC}/{p}" in self._kept}

    def publish(self, edition: Edition, pages: Mapping[str, Facts] | None = None) -> None:
        """Swap the next results in, whole; the last ones stay until then."""
        last = self._last
        write_json(last.next / EDITION, edition.as_json())
        made = {EDITION, *last.now} - last.folder.kept.keys()
        now = last.now | {EDITION: ResultRecord()}
        rows = {
            path: ResultRecord(now[path].digest, mark, now[path].inputs).text()
            for path, mark in last.folder.exchange(last.spare, made).items()
        }
        other = {path: row for path, row in last.rows.items() if path in rows or path not in now}
        last.store.replace(_RESULT, other, rows)
        if pages is not None:
            self._remember(pages)

    def _remember(self, pages: Mapping[str, Facts]) -> None:
        """What was read of the pages: of those that were made now, all others are known."""
        told = {
            path: _text(facts)
            for path, facts in pages.items()
            if f"{PUBLIC}/{path}" not in self._kept or path not in self._read
        }
        other = {p: text for p, text in self._read.items() if p in told or p not in pages}
        self._last.store.replace(_PAGE, other, told)

    def why(self, path: str) -> Why:
        """Why this build made a result, by its path below `dist/`, or took it over."""
        before, after = self._last.before.get(path), self._last.now.get(path)
        if path in self._kept:
            return Why(is_made=False, inputs=tuple(after.inputs if after else ()))
        if after is None:
            return Why(is_made=True)
        if before is None:
            return Why(is_made=True, inputs=tuple(after.inputs), first=True)
        names = dict.fromkeys((*before.inputs, *after.inputs))
        changed = [name for name in names if before.inputs.get(name) != after.inputs.get(name)]
        return Why(is_made=True, inputs=tuple(after.inputs), changes=tuple(changed))


def _public(paths: Iterable[str]) -> set[str]:
    return {path for path in paths if path.startswith(f"{PUBLIC}/")}


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
