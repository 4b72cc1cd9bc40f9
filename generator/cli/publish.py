"""`loa publish`: what is due appears; safe to call from cron, a timer, or twice at once."""

import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.console import Exit, Quiet, _, moment_option, say, tell, workspace

if TYPE_CHECKING:
    from generator.app.publish import Published


@click.command(
    "publish",
    help=_(
        "Make the results anew when something is due: when a piece is to appear by now, or a "
        "file has changed. Otherwise nothing is done, so that it can be called as often as one "
        "likes, by cron or a systemd timer, even twice at once.\n\n"
        "Without --due they are made in any case."
    ),
)
@click.option("--due", is_flag=True, help=_("Only when something is due."))
@moment_option
@click.pass_obj
def command(folder: Path, as_of: datetime | None, *, due: bool) -> None:
    """Publish once."""
    sys.exit(publish(workspace(folder), as_of, due=due))


def publish(root: Path, as_of: datetime | None, *, due: bool, again: bool = False) -> Exit:
    """Publish under the lock of the workspace; another that holds it does the same work.

    `again` says that this was asked before: then nothing is said when nothing was done.
    """
    from generator.adapters.lock import BusyError, locked
    from generator.app.build import build
    from generator.app.publish import Published, publish_due
    from generator.cli.world import world

    try:
        with locked(root):
            here = world(root)
            now = as_of or here.clock.now()
            if due:
                done = publish_due(here, now, Quiet())
            else:
                built = build(here, (), now, Quiet())
                done = Published(built, "asked", built.checked.plan.valid_until)
            here.workers.close()
    except BusyError:
        say("Another loa is publishing here; nothing was done.")
        return Exit.FINE
    return Exit.FINE if again and done.built is None else report(done)


def report(done: "Published") -> Exit:
    """Say what was done and what comes next."""
    if done.built is None:
        say("Nothing is due.")
    elif done.built.blocking:
        tell(done.built.blocking, err=True)
        say(
            "{errors} errors: nothing was changed, the last good results stay in dist/.",
            err=True,
            errors=len(done.built.blocking),
        )
        return Exit.CONTENT
    else:
        reasons = {
            "first": _("there were no results"),
            "time": _("their time had come"),
            "input": _("files had changed"),
            "asked": _("that was asked"),
        }
        say(
            "Published: {pages} pages rendered, because {reason}.",
            pages=done.built.pages,
            reason=reasons[done.reason or "input"],
        )
    if done.next is None:
        say("Nothing more is planned to appear.")
    else:
        from generator.vietnamese.dates import format_datetime

        say("The next thing appears at {moment}.", moment=format_datetime(done.next))
    return Exit.FINE
