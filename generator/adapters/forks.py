"""Work in a forked process, which knows all that the command has read."""

import os
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from signal import SIG_IGN, SIGINT, signal
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

T = TypeVar("T")

BEAT = "beat"
"""The name of a thread that may live while a process is forked: the fork does nothing like it."""


class Forks:
    """A process for each work, where the system forks and no other thread could be caught in it.

    Where it cannot be forked, or dies before it has answered, the command does the work itself.
    """

    def begin(self, work: Callable[[], T]) -> Callable[[], T]:
        """Fork; who asks for the result waits for it."""
        if not _can_fork():
            return work
        from multiprocessing import get_context

        context = get_context("fork")
        receiver, sender = context.Pipe(duplex=False)
        fork = context.Process(target=_answer, args=(work, sender), daemon=True)
        fork.start()
        sender.close()

        def result() -> T:
            try:
                answer: T = receiver.recv()
            except (EOFError, OSError):
                answer = work()
            finally:
                fork.kill()
                fork.join()
            return answer

        return result


def _can_fork() -> bool:
    others = {thread.name for thread in threading.enumerate()} - {threading.main_thread().name}
    return sys.platform == "linux" and (os.cpu_count() or 1) > 1 and others <= {BEAT}


def _answer(work: Callable[[], T], sender: "Connection") -> None:
    """What the fork does; Ctrl-C is told to the command, which ends both."""
    signal(SIGINT, SIG_IGN)
    with suppress(Exception):
        sender.send(work())
