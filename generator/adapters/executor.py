"""Work on all cores."""

import os
import signal
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from functools import cached_property
from multiprocessing import get_context, parent_process
from threading import Lock, Thread
from typing import TypeVar

T = TypeVar("T")
U = TypeVar("U")

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

    They are spawned, not forked: a fork of a program with threads may hang.
    """

    def __init__(self) -> None:
        self._lock = Lock()

    def run(self, work: Callable[[T], U], item: T) -> U:
        """The result of `work` on an item, made in one of the processes."""
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
