"""Work beside what follows, as a protocol: `adapters/forks.py` fulfils it."""

from collections.abc import Callable
from typing import Final, Protocol, TypeVar

T = TypeVar("T")


class SideWork(Protocol):
    """Does work beside what follows, where there is a core for it."""

    def begin(self, work: Callable[[], T]) -> Callable[[], T]:
        """Begin; what it returns waits for the result, which can be pickled.

        What the work remembers elsewhere may be lost, and only that.
        """


class Afterwards:
    """One thing after the other: work is done when its result is asked for."""

    def begin(self, work: Callable[[], T]) -> Callable[[], T]:
        """Nothing begins yet."""
        return work


AFTERWARDS: Final[SideWork] = Afterwards()
