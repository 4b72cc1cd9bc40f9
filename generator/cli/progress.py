"""What a person sees while they wait: a live line on a terminal, now and then a line elsewhere."""

import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TextIO

import click

from generator.adapters.forks import BEAT
from generator.cli.console import _, is_live
from generator.ports import SILENT, Advance, Progress

if TYPE_CHECKING:
    from rich.console import Console
    from rich.progress import Progress as Bars

PAUSE = 2.0
"""Seconds between two plain lines: no more lines than that, and no longer silence."""
_ROOM_FOR_A_BAR = 60  # columns of a terminal; on less, the words and the count come first
_COUNT = 24  # columns of how much of how many is made, and of the time left

Clock = Callable[[], float]


def progress_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--quiet` and `--verbose`: how much is said while something is made."""
    quiet = click.option("-q", "--quiet", is_flag=True, help=_("Say only what is wrong."))
    verbose = click.option(
        "-v", "--verbose", is_flag=True, help=_("Name every file as it is made.")
    )
    return quiet(verbose(command))


@contextmanager
def watching(*, quiet: bool = False, verbose: bool = False) -> Iterator[Progress]:
    """Tell of what happens in this block, on standard error."""
    if quiet:
        yield SILENT
    elif verbose:
        yield Every(sys.stderr)
    elif is_live(sys.stderr):
        from rich.console import Console

        with bars(Console(file=sys.stderr)) as drawn:
            yield Live(drawn)
    else:
        yield from _beating(PlainLines(sys.stderr))


def wording(message: str, details: dict[str, object]) -> str:
    """A step in the reader's language."""
    return _(message).format_map({name: _(str(value)) for name, value in details.items()})


class PlainLines:
    """Plain lines: the first at once, then what is going on whenever `PAUSE` is over."""

    def __init__(self, stream: TextIO, clock: Clock = time.monotonic) -> None:
        self._stream, self._clock, self._lock = stream, clock, threading.Lock()
        self._began = clock()
        self._next = self._began
        self._step, self._far = "", ""

    def step(self, message: str, **details: object) -> None:
        """Remember what begins now."""
        self._step, self._far = wording(message, details), ""
        self.beat()

    def advance(self, advance: Advance) -> None:
        """Remember how far it has come."""
        kind = f": {_(advance.kind)}" if advance.kind else ""
        count = _("{done} of {total}", done=advance.done, total=advance.total)
        self._far = f"{kind}, {count}"
        self.beat()

    def beat(self) -> None:
        """Say what is going on, if nothing has been said for a while."""
        with self._lock:
            now = self._clock()
            if self._step and now >= self._next:
                self._next = now + PAUSE
                line = f"[{now - self._began:5.1f} s] {self._step}{self._far} …"
                click.echo(line, file=self._stream)


class Every:
    """Every step, and every file as it is made, in a line of its own."""

    def __init__(self, stream: TextIO, clock: Clock = time.monotonic) -> None:
        self._stream, self._clock, self._began = stream, clock, clock()

    def step(self, message: str, **details: object) -> None:
        """Say what begins now."""
        self._say(f"{wording(message, details)} …")

    def advance(self, advance: Advance) -> None:
        """Name what is being made."""
        if advance.name:
            count = f"{advance.done}/{advance.total}"
            self._say(" ".join(filter(None, ("  ", count, _(advance.kind), advance.name))))

    def _say(self, text: str) -> None:
        click.echo(f"[{self._clock() - self._began:5.1f} s] {text}", file=self._stream)


class Live:
    """One line that is drawn again: what is going on, a bar, done of how many, the time left."""

    def __init__(self, bars: "Bars", clock: Clock = time.monotonic) -> None:
        self._bars, self._clock, self._began = bars, clock, clock()
        self._step, self._task = "", bars.add_task("", total=None)

    def step(self, message: str, **details: object) -> None:
        """Begin a new line; the last one stays, with its time, if it was long enough to be read."""
        now = self._clock()
        if now - self._began >= PAUSE:
            self._bars.console.print(f"✓ {self._step} ({now - self._began:.0f} s)", markup=False)
        self._began, self._step = now, wording(message, details)
        self._bars.remove_task(self._task)
        self._task = self._bars.add_task(self._step, total=None)

    def advance(self, advance: Advance) -> None:
        """Move the bar."""
        text = f"{self._step}: {_(advance.kind)}" if advance.kind else self._step
        self._bars.update(self._task, description=text, total=advance.total, completed=advance.done)


def bars(console: "Console") -> "Bars":
    """The parts of a live line."""
    from rich.progress import BarColumn, ProgressColumn, SpinnerColumn, Task, TextColumn
    from rich.progress import Progress as Bars
    from rich.table import Column
    from rich.text import Text

    class CountColumn(ProgressColumn):
        def render(self, task: Task) -> Text:
            return Text(f"{task.completed:.0f}/{task.total:.0f}" if task.total else "")

    class Left(ProgressColumn):
        def render(self, task: Task) -> Text:
            return Text(left(task.time_remaining))

    is_narrow = console.width < _ROOM_FOR_A_BAR
    most = max(8, console.width - _COUNT) if is_narrow else None
    words = Column(no_wrap=True, overflow="ellipsis", max_width=most)
    return Bars(
        SpinnerColumn(),
        TextColumn("{task.description}", markup=False, table_column=words),
        *([] if is_narrow else [BarColumn(bar_width=24)]),
        CountColumn(),
        Left(),
        console=console,
        transient=True,
    )


def left(seconds: float | None) -> str:
    """How long it will still take: «about 2 minutes left»; nothing where nobody can know."""
    if seconds is None:
        return ""
    minutes, rest = divmod(round(seconds), 60)
    return _("{time} left", time=f"{minutes}:{rest:02}")


def _beating(lines: PlainLines) -> Iterator[PlainLines]:
    """Let it speak even while one thing takes long."""
    ended = threading.Event()

    def beat() -> None:
        while not ended.wait(PAUSE / 4):
            lines.beat()

    thread = threading.Thread(target=beat, name=BEAT, daemon=True)
    thread.start()
    try:
        yield lines
    finally:
        ended.set()
        thread.join()
