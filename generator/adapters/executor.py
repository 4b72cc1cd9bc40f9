"""Work on all cores."""

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

T = TypeVar("T")
U = TypeVar("U")


class Threads:
    """Threads: what is slow here (typesetting, rendering, writing) leaves the interpreter's lock."""

    def map(self, work: Callable[[T], U], items: Sequence[T]) -> list[U]:
        """The results in the order of the items."""
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            return list(pool.map(work, items))
