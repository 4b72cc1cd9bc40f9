"""Work on all cores."""

import ctypes
import os
import signal
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from functools import cached_property
from multiprocessing import get_context, parent_process
from pathlib import Path
from threading import Lock, Thread
from time import monotonic
from typing import TypeVar

from generator.ports import WorkLostError

T = TypeVar("T")
U = TypeVar("U")

HIRING = 1.0
"""Seconds of work that to begin processes costs: their imports, on two cores."""
MEMORY = 4 << 30
"""Bytes that a process may take: the largest of our own work, a TIFF of four plates, takes one GiB.

Without a bound a template that doubles a text has the system end whatever takes much memory, which
may be another program.
"""
_WAITING = 2
"""Threads a core: half of them wait for a process that sets type. Each costs memory of its own."""
_THRIFT = ((-8, 1), (-3, 128 << 10), (-1, 128 << 10))
"""One heap for all threads, large blocks and its end given back: `mallopt` of glibc (malloc.h).

Else each thread keeps what it has freed, a quarter of all memory.
"""


def use_one_heap() -> None:
    """From now on the program gives back what memory it has freed, whichever thread used it."""
    for name, value in _THRIFT:
        _of_glibc("mallopt", name, value)


def give_back() -> None:
    """Give back what is free within the heap as well."""
    _of_glibc("malloc_trim", 0)


def _of_glibc(function: str, *values: int) -> None:
    """Call it, where the system has it."""
    if sys.platform == "linux":
        known = getattr(ctypes.CDLL(None), function, None)
        if known is not None:
            known(*values)


class Threads:
    """Threads: what is slow here (writing, rendering) leaves the interpreter's lock."""

    def __init__(self) -> None:
        """From now on the program gives back what memory it has freed."""
        use_one_heap()

    def map(self, work: Callable[[T], U], items: Sequence[T]) -> list[U]:
        """The results in the order of the items."""
        with ThreadPoolExecutor(_WAITING * (os.cpu_count() or 1)) as pool:
            done = list(pool.map(work, items))
        give_back()
        return done


class Processes:
    """Processes, begun when the first work comes: PDFium must not be used by two threads at once.

    They are spawned, not forked: a fork of a program with threads may hang. To begin them costs
    about a second of a core, so the command does that much work itself, one item at a time;
    whoever hires only then never pays more than twice what was needed. Where the work may harm
    who does it, such as a template of somebody else's, `patience` is 0.

    A process that dies takes all that was at work with it. Each of that is done again, alone in a
    fresh process: what ends that one too is lost, and told; all else goes on.
    """

    def __init__(self, patience: float = 0.0, memory: int = MEMORY) -> None:
        """`memory` bounds the bytes that each process takes, where the system can."""
        self._lock, self._here, self._alone = Lock(), Lock(), Lock()
        self._patience, self._memory = patience, memory

    def run(self, work: Callable[[T], U], item: T, *, alone: bool = False) -> U:
        """The result of `work` on an item, made in one of the processes, or here if it is little.

        `alone`: in a process of its own, one after the other, which gives back what memory it took.
        """
        if alone:
            return self._again(work, item)
        with self._here:
            if self._patience > 0:
                begun = monotonic()
                try:
                    return work(item)
                finally:
                    self._patience -= monotonic() - begun
        with self._lock:
            pool = self._pool
        try:
            return _done(pool, work, item)
        except BrokenProcessPool:
            self._drop(pool)
        return self._again(work, item)

    def _again(self, work: Callable[[T], U], item: T) -> U:
        """Alone in a fresh process, since of all that were at work only one is to blame.

        Twice: it may not even have been begun, and the system may have ended it for another's sake.
        """
        with self._alone:
            for _ in range(2):
                with self._new(1) as pool, suppress(BrokenProcessPool):
                    return _done(pool, work, item)
        raise WorkLostError

    def _drop(self, pool: ProcessPoolExecutor) -> None:
        """Begin others for all that comes."""
        with self._lock:
            if self.__dict__.get("_pool") is pool:
                del self.__dict__["_pool"]
        pool.shutdown(wait=False)

    def close(self) -> None:
        """End the processes; the next work begins others."""
        with self._lock:
            pool = self.__dict__.pop("_pool", None)
        if pool is not None:
            pool.shutdown(cancel_futures=True)

    @cached_property
    def _pool(self) -> ProcessPoolExecutor:
        return self._new(os.cpu_count())

    def _new(self, count: int | None) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(
            count, mp_context=get_context("spawn"), initializer=_begin, initargs=(self._memory,)
        )


def _done(pool: ProcessPoolExecutor, work: Callable[[T], U], item: T) -> U:
    """The result; want of memory that Python noticed is no other than that which ends a process."""
    try:
        return pool.submit(work, item).result()
    except MemoryError:
        raise BrokenProcessPool from None


def _begin(memory: int) -> None:
    """What a process does first: bound itself, and watch whether the command still lives.

    Ctrl-C is the command's: it ends them, without a traceback of each. What a library says when it
    ends for want of memory is said by the command, in words.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with Path(os.devnull).open("wb") as nothing:
        os.dup2(nothing.fileno(), 2)
    if sys.platform == "linux":
        import resource

        with suppress(OSError, ValueError):  # a lower bound is set already
            resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))
    Thread(target=_watch, daemon=True).start()


def _watch() -> None:
    command = parent_process()
    if command is not None:
        command.join()
        os._exit(1)
