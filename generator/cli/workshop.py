"""What `loa desk` makes in the background: as `loa publish` and `loa build print` do."""

from dataclasses import replace
from errno import EACCES
from pathlib import Path
from threading import Event, RLock, Thread
from typing import TYPE_CHECKING

from generator.cli.console import _
from generator.cli.failures import REFUSALS
from generator.cli.progress import wording

if TYPE_CHECKING:
    from datetime import datetime

    from generator.app.build import BuildOutcome
    from generator.app.publish import Publication
    from generator.desk.making_needs import Making, Task
    from generator.ports import Advance, World

_LOOK = 15.0
"""Seconds between two looks at whether something is due."""


class BackgroundWorkshop:
    """The results of the workspace `root`, made one thing at a time, as of a moment or of now."""

    def __init__(self, root: Path, as_of: "datetime | None" = None) -> None:
        """Nothing is begun yet."""
        from generator.desk.making_needs import Making

        self._root, self._as_of = root, as_of
        self._lock, self._ended = RLock(), Event()
        self._making = Making()
        self._thread: Thread | None = None
        self._watcher: Thread | None = None
        self._tried: datetime | None = None
        self.is_watching = False

    def last(self) -> "Making":
        """What is being made, or was made last."""
        return self._making

    def begin(self, task: "Task", piece: str = "") -> bool:
        """Begin, unless something is being made."""
        from generator.desk.making_needs import Making

        with self._lock:
            if self._making.is_running:
                return False
            step = _("Reading the files")
            self._making = Making(task, piece, is_running=True, step=step)
            self._thread = Thread(target=self._work, args=(self._making,), daemon=True)
            self._thread.start()
        return True

    def watch(self, *, is_on: bool) -> None:
        """Whether to build by itself when something is due, as long as the desk is open."""
        self.is_watching, self._tried = is_on, None
        if is_on and self._watcher is None:
            self._watcher = Thread(target=self._follow, daemon=True)
            self._watcher.start()

    def look(self) -> None:
        """Build if the moment has come at which the last results are no longer right; once."""
        from generator.adapters.disk import read_json
        from generator.model.edition import Edition

        edition = Edition.read(read_json(self._root / "dist" / "edition.json"))
        due = edition.valid_until if edition else None
        if self.is_watching and due and due <= self._now() and due != self._tried:
            self._tried = due if self.begin("due") else self._tried

    def wait(self) -> None:
        """Until what is being made has ended."""
        if self._thread:
            self._thread.join()

    def close(self) -> None:
        """Look no more; what is being made ends with the program, and leaves the last results."""
        self._ended.set()

    def step(self, message: str, **details: object) -> None:
        """A new step has begun."""
        self._making = replace(self._making, step=wording(message, details), done=0, total=0)

    def advance(self, advance: "Advance") -> None:
        """It has come so far."""
        self._making = replace(self._making, done=advance.done, total=advance.total)

    def _follow(self) -> None:
        while not self._ended.wait(_LOOK):
            self.look()

    def _now(self) -> "datetime":
        from generator.adapters.clock import SystemClock

        return self._as_of or SystemClock().now()

    def _work(self, making: "Making") -> None:
        try:
            done = self._done(making)
        except Exception as error:  # noqa: BLE001 - nobody sees what a thread ends with
            done = replace(making, troubles=(_trouble(error),))
        self._making = replace(done, is_running=False, step="", end=self._now())

    def _done(self, making: "Making") -> "Making":
        from generator.adapters.executor import Processes
        from generator.adapters.lock import workspace_lock
        from generator.cli.world import world

        with workspace_lock(self._root):
            here = replace(world(self._root), workers=Processes())
            try:
                return self._made(here, making)
            finally:
                here.workers.close()

    def _made(self, here: "World", making: "Making") -> "Making":
        from generator.app.build import build
        from generator.app.publish import publish, publish_due
        from generator.app.scope import Scope
        from generator.outputs import Choice

        if making.task == "print":
            scope = Scope(("print",), Choice(piece=making.piece))
            built = build(here, scope, self._now(), self)
            return replace(making, findings=tuple(built.blocking))
        make = publish_due if making.task == "due" else publish
        done = make(here, self._now(), self)
        found = done.outcome.blocking if done.outcome else ()
        if done.outcome and not found:
            self._note(done, done.outcome)
        return replace(making, findings=tuple(found), publication=done)

    def _note(self, done: "Publication", outcome: "BuildOutcome") -> None:
        from generator.adapters.build_journal import BuildJournal
        from generator.model.build_record import BuildRecord

        pieces = outcome.report.plan.workspace.pieces
        came, went = (
            tuple(pieces[key].title if key in pieces else key for key in ids)
            for ids in (done.arrivals, done.departures)
        )
        BuildJournal(self._root).add(BuildRecord(self._now(), done.reason or "", came, went))


def _trouble(error: Exception) -> str:
    """Why nothing could be made, in words."""
    from generator.adapters.lock import BusyError
    from generator.adapters.workspace_folder import PlaceError
    from generator.outputs import ChoiceError

    if isinstance(error, BusyError):
        return _("Another loa is at work here; try again.")
    if isinstance(error, PlaceError | ChoiceError):
        return _(error.message).format_map(error.details)
    if isinstance(error, OSError):
        reason = _(REFUSALS.get(error.errno or 0, REFUSALS[EACCES]))
        return f"{reason[0].upper()}{reason[1:]}."
    return _(
        "This is a fault of loa, not of your files: {error}. The last good results stay.",
        error=f"{type(error).__name__}: {error}",
    )
