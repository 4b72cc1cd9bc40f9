"""`loa run`: publish what is due, again and again, until stopped."""

import signal
import threading
from contextlib import suppress
from pathlib import Path
from types import FrameType

import click

from generator.cli.console import _, say, workspace


@click.command(
    "run",
    short_help=_("Publish what is due, again and again, until stopped."),
    help=_(
        "Publish what is due, then look again every minute, until stopped (Ctrl-C). What was "
        "missed while the computer was off appears at the first look."
    ),
)
@click.option(
    "--every",
    type=click.IntRange(1, 3600),
    default=60,
    show_default=True,
    help=_("Seconds between two looks."),
)
@click.pass_obj
def command(folder: Path, every: int) -> None:
    """Tick until stopped; one failure does not end the loop."""
    from schedule import Scheduler

    root = workspace(folder)
    stopped = threading.Event()

    def stop(_signal: int, _frame: FrameType | None) -> None:
        stopped.set()

    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, stop)
    scheduler = Scheduler()
    job = scheduler.every(every).seconds
    if every == 60:  # noqa: PLR2004 - a minute: then look when it begins
        job = scheduler.every().minute.at(":00")
    look = DueLook(root)
    job.do(look)
    look()
    while not stopped.is_set():
        scheduler.run_pending()
        stopped.wait(min(1.0, max(0.05, scheduler.idle_seconds or 0.05)))
    say("Stopped.")


class DueLook:
    """One look at what is due; what has been said once is not said again."""

    def __init__(self, root: Path) -> None:
        self.root, self.failed, self.again = root, "", False

    def __call__(self) -> None:
        """Look; whatever goes wrong is told, and the next look tries again."""
        from generator.cli.failures import failure_report

        with suppress(SystemExit), failure_report(self.root):
            try:
                if workspace(self.root) == self.root:
                    self._publish()
            except click.ClickException as error:
                error.show()

    def _publish(self) -> None:
        """Publish if something is due, and the same files have not just been found wrong."""
        from generator.adapters.files import FolderFiles
        from generator.cli.console import Exit
        from generator.cli.publish import publish

        state = FolderFiles(self.root).fingerprint()
        if state != self.failed:
            ended = publish(self.root, None, due=True, again=self.again)
            self.failed = state if ended != Exit.FINE else ""
            self.again = True
