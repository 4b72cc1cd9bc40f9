"""Artifacts that are not made before somebody asks for them."""

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from threading import Lock
from typing import overload

from generator.model.artifact import Artifact


class Later(Sequence[Artifact]):
    """A list that is made when somebody first looks at it."""

    def __init__(self, make: Callable[[], Sequence[Artifact]]) -> None:
        """Keep how it is made."""
        self._make = make

    @cached_property
    def _made(self) -> Sequence[Artifact]:
        return self._make()

    @overload
    def __getitem__(self, index: int) -> Artifact: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Artifact]: ...
    def __getitem__(self, index: int | slice) -> Artifact | Sequence[Artifact]:
        return self._made[index]

    def __len__(self) -> int:
        return len(self._made)


class Gradually:
    """Artifacts by their path, made one after the other until the wanted one is there."""

    def __init__(self, coming: Iterable[Artifact]) -> None:
        """Make nothing yet."""
        self._coming, self._made = iter(coming), dict[str, Artifact]()
        self._lock = Lock()

    def get(self, path: str) -> Artifact | None:
        """The artifact that has this path."""
        with self._lock:
            while path not in self._made:
                made = next(self._coming, None)
                if made is None:
                    return None
                self._made[made.path] = made
            return self._made[path]

    def all(self) -> list[Artifact]:
        """Every one."""
        with self._lock:
            self._made |= {made.path: made for made in self._coming}
            return list(self._made.values())
