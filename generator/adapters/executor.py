"""Work on all cores."""

import os
import signal
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from functools import cached_property
from multiprocessing import get_context, parent_process
from threading import Lock, Thread
from time import monotonic
from typing import TypeVar

T = TypeVar("T")
U = TypeVar("U")

HIRING = 1.0
"""Seconds of work that to begin processes costs: their imports, on two cores."""
_WAITING = 8
"""Threads a core: most of them wait for a disk or for a process that sets type."""


class Threads:
    """Threads: what is slow here (writing, rendering) leaves the interpreter's lock."""

    def map(self, work: Callable[[T], U], items: Sequence[T]) -> list[U]:
        """The results in the order of the items."""
        with ThreadPoolExecutor(_WAITING * (os.cpu_count() or 1)) as pool:
            return list(pool.map(work, items))


class Processes:
    """Processes, begun when the first work comes: PDFium must not be used by two threads at once.

    They are spawned, not forked: a fork of a program with threads may hang. To begin them costs
    about a second of a core, so the command does that much work itself, one item at a time;
    whoever hires only then never pays more than twice what was needed. Where the work may harm
    who does it, such as a template of somebody else's, `patience` is 0.
    """

    def __init__(self, patience: float = 0.0) -> None:
        self._lock, self._here, self._patience = Lock(), Lock(), patience

    def run(self, work: Callable[[T], U], item: T, *, beside: bool = False) -> U:
        """The result of `work` on an item, made in one of the processes, or here if it is little.

        `beside`: in another process in any case, since the command has other work meanwhile.
        """
        if not beside:
            with self._here:
                if self._patience > 0:
                    begun = monotonic()
                    try:
                        return work(item)
                    finally:
                        self._patience -= monotonic() - begun
        with self._lock:
            pool = self._pool
        return pool.submit(work, item).result()

    def close(self) -> None:
        """End the processes; the next work begins others."""
        with self._lock:
            pool = self.__dict__.pop("_pool", None)
        if pool is not None:
            pool.shutdown(cancel_futures=True)

    @cached_property
    def _pool(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(
            os.cpu_count(), mp_context=get_context("spawn"), initializer=_end_with_the_command
        )


def _end_with_the_command() -> None:
    """A killed command cannot end its processes: each of them watches for that itself.

    Ctrl-C is the command's: it ends them, without a traceback of each.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_watch, daemon=True).start()


def _watch() -> None:
    command = parent_process()
    if command is not None:
        command.join()
        os._exit(1)
