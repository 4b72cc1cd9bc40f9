"""`loa undo`: what a command has changed in the workspace's files is taken back."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.console import LANGUAGE, Exit, _, alone, refuse, say, workspace
from generator.cli.editing import dry_run_option, save, show, tell_troubles

if TYPE_CHECKING:
    from generator.model.revision import Changeset, Version
    from generator.ports import History

TAKEN_BACK, DONE_AGAIN = "Took back: {about}", "Did again: {about}"
_SHOWN = 20


@click.command(
    "undo",
    short_help=_("Take back what a command has changed."),
    help=_(
        "Take back the last change that a command has made to files of this workspace, all of it "
        "or nothing. loa undo once more does it again.\n\n"
        "With NUMBER another change is taken back, of those that loa undo --list shows. What "
        "somebody has changed since is left alone.\n\n"
        "Example: loa undo --list"
    ),
)
@click.argument("number", required=False, type=click.IntRange(1, 10**9), metavar="[NUMBER]")
@click.option("--list", "as_list", is_flag=True, help=_("List the last changes."))
@click.option("--show", is_flag=True, help=_("Show what a change was, and take nothing back."))
@dry_run_option
@click.pass_obj
def command(folder: Path, number: int | None, *, as_list: bool, show: bool, dry_run: bool) -> None:
    """List, show or take back."""
    from generator.adapters.history import SqliteHistory

    root = workspace(folder)
    history = SqliteHistory(root)
    if as_list:
        _list(history)
        tell_troubles(history)
    elif show:
        _show(_chosen(root, history, number))
    else:
        _take_back(root, _chosen(root, history, number), dry_run=dry_run)


def _chosen(root: Path, history: "History", number: int | None) -> "Version":
    """The change that is meant, or the last one that has happened; or ends the command."""
    if number is not None:
        found = history.version(number)
    else:
        saved = (version for version in history.versions(_SHOWN) if version.is_saved)
        found = next((version for version in saved if not _is_undone(root, version)), None)
    tell_troubles(history)
    if found is None:
        if number is not None:
            refuse("There is no change {number}; see them: loa undo --list", number=number)
        say("There is nothing to take back.")
        sys.exit(Exit.FINE)
    return found


def _is_undone(root: Path, version: "Version") -> bool:
    """Whether the files are what they were before: whoever stopped it let nothing happen."""
    from generator.adapters.saving import content_of

    return all(content_of(root, each.path) == each.before for each in version.changeset.revisions)


def _take_back(root: Path, version: "Version", *, dry_run: bool) -> None:
    reverse = reverse_of(version)
    show(reverse)
    if dry_run:
        return
    if not version.is_saved:
        refuse("The change {number} was never written.", number=version.number)
    with alone(root):
        save(root, reverse)
    click.echo(_said(reverse))
    say("Next: loa check. To do it again: loa undo")


def reverse_of(version: "Version") -> "Changeset":
    """What takes a change back; of what took one back, it does that one again."""
    again = version.changeset.why == TAKEN_BACK
    return version.changeset.reverse(DONE_AGAIN if again else TAKEN_BACK)


def _show(version: "Version") -> None:
    click.echo(_line(version))
    show(version.changeset)


def _list(history: "History") -> None:
    found = history.versions(_SHOWN)
    for version in found:
        click.echo(_line(version))
    if not found:
        say("No command has changed anything here yet.")


def _line(version: "Version") -> str:
    from generator.vietnamese.dates import moment_in_words

    when = moment_in_words(version.when.replace(second=0, microsecond=0), language=LANGUAGE)
    words = [f"{version.number:>4}  {when}", version.who]
    state = "" if version.is_saved else f" ({_('never written')})"
    return "  ".join((*filter(None, words), _said(version.changeset) + state))


def _said(changeset: "Changeset") -> str:
    return _(changeset.why, about=changeset.about)
