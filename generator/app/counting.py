"""How far the making of results has come: told from whatever thread makes one."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from threading import Lock
from types import MappingProxyType
from typing import TypeVar

from generator.model.artifact import Artifact
from generator.model.typesetting import TypesetError
from generator.outputs import outputs
from generator.ports import Advance, Executor, Progress
from generator.press.typesetting_faults import in_template

T = TypeVar("T")
U = TypeVar("U")


class Counter:
    """An executor that counts the artifacts that are done, and tells which one is being made."""

    def __init__(
        self,
        executor: Executor,
        progress: Progress,
        every: Mapping[str, Sequence[Artifact]] = MappingProxyType({}),
    ) -> None:
        self._executor, self._progress, self._lock = executor, progress, Lock()
        self._total, self._done = 0, 0
        self._making: dict[str, str] = {}
        self.artifacts: list[Artifact] = []
        """The same artifacts; of each it is told when it is made."""
        self._paths: set[str] = set()
        for name, artifacts in every.items():
            self.add(name, artifacts)

    def add(self, name: str, artifacts: Sequence[Artifact]) -> list[Artifact]:
        """More artifacts, of the output of this name; gives those of which is told.

        Whatever an own template keeps from being set is told as well: that is no fault of loa.
        """
        told = [self._told(artifact, outputs()[name].title) for artifact in artifacts]
        self.artifacts += told
        self._paths.update(artifact.path for artifact in told)
        return told

    def map(self, work: Callable[[T], U], items: Sequence[T]) -> list[U]:
        """The results in the order of the items."""
        self._total += sum(map(self._counts, items))

        def counted(item: T) -> U:
            try:
                return work(item)
            finally:
                if isinstance(item, Artifact) and self._counts(item):
                    self._end(item.path)

        return self._executor.map(counted, items)

    def _counts(self, item: object) -> bool:
        return isinstance(item, Artifact) and item.path in self._paths

    def _told(self, artifact: Artifact, kind: str) -> Artifact:
        def chunks() -> Iterator[bytes]:
            self._begin(artifact.path, kind)
            try:
                yield from artifact.chunks()
            except TypesetError as error:
                if not error.own:
                    raise
                raise in_template(error) from None

        return replace(artifact, chunks=chunks)

    def _begin(self, path: str, kind: str) -> None:
        with self._lock:
            self._making[path] = kind
            self._progress.advance(Advance(self._done, self._total, kind, path))

    def _end(self, path: str) -> None:
        with self._lock:
            self._done += 1
            self._making.pop(path, None)
            longest = next(iter(self._making.values()), "")  # what one waits for
            self._progress.advance(Advance(self._done, self._total, longest))
