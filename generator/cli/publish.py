"""`loa publish`: what is due appears; safe to call from cron, a timer, or twice at once."""

import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.console import Exit, _, in_words, is_live, moment_option, say, tell, workspace
from generator.cli.progress import watching

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.app.publish import Publication

MOST = 10
"""Pieces that are named; of more than that only their number is told."""


@click.command(
    "publish",
    short_help=_("Make the results anew when something is due."),
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
    from generator.adapters.lock import BusyError, workspace_lock
    from generator.app import publish as app
    from generator.cli.world import world

    try:
        with workspace_lock(root):
            here = world(root)
            now = as_of or here.clock.now()
            make = app.publish_due if due else app.publish
            with watching(quiet=not is_live(sys.stderr)) as progress:  # cron mails every word
                done = make(here, now, progress)
            here.workers.close()
    except BusyError:
        say("Another loa is publishing here; nothing was done.")
        return Exit.FINE
    return Exit.FINE if again and done.outcome is None else report(done)


def report(done: "Publication") -> Exit:
    """Say what was done and what comes next."""
    if done.outcome is None:
        say("Nothing is due.")
    elif done.outcome.blocking:
        tell(done.outcome.blocking, err=True)
        say(
            "{errors} errors: nothing was changed, the last good results stay in dist/.",
            err=True,
            errors=len(done.outcome.blocking),
        )
        return Exit.CONTENT
    else:
        reasons = {
            "first": _("there were no results"),
            "time": _("their time had come"),
            "input": _("files had changed"),
            "clock": _("they were of a moment that has not come"),
            "asked": _("that was asked"),
        }
        say(
            "Published: {pages} pages rendered, because {reason}.",
            pages=done.outcome.pages,
            reason=reasons[done.reason or "input"],
        )
        pieces = done.outcome.report.plan.workspace.pieces
        titles = {key: piece.title for key, piece in pieces.items()}
        _list(_("Appeared: {piece}"), done.arrivals, titles)
        _list(_("No longer to be seen: {piece}"), done.departures, titles)
    _say_next(done)
    return Exit.FINE


def _list(message: str, ids: tuple[str, ...], titles: "Mapping[str, str]") -> None:
    """A line for each piece, as long as they can be overlooked."""
    for identity in ids[:MOST]:
        title = titles.get(identity)
        click.echo(message.format(piece=f"{identity} ({title})" if title else identity))
    if len(ids) > MOST:
        say("… and {count} more", count=len(ids) - MOST)


def _say_next(done: "Publication") -> None:

    if done.next is None:
        say("Nothing more is planned to appear.")
    elif done.coming:
        ids = ", ".join(done.coming[:MOST]) + (" …" if len(done.coming) > MOST else "")
        say(
            "Next appears, at {moment}: {ids}.",
            moment=in_words(done.next),
            ids=ids,
        )
    else:
        say("The next change is at {moment}.", moment=in_words(done.next))
