"""How a command ends when the machine refuses something, or when the fault is ours."""

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import click

from generator.adapters.workspace_folder import PlaceError
from generator.cli.console import Exit, _, say

REFUSALS = {
    errno.EACCES: "no permission, or another program holds it",
    errno.EPERM: "no permission, or another program holds it",
    errno.EBUSY: "no permission, or another program holds it",
    errno.EROFS: "this disk can only be read",
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "the disk is full",
    errno.ENAMETOOLONG: "the name is too long",
    errno.EEXIST: "something else lies in the place of a folder",
    errno.ENOTDIR: "something else lies in the place of a folder",
    errno.EMFILE: "too many files are open",
}
"""What a person can mend without us, by the number that the system gives."""

REPORT = "fault.txt"
NO_LIBRARY = (
    "The library “{name}” is missing in this Python. Type pip install -c constraints.txt . in the "
    "folder of loa; before that, open its virtual environment (.venv), if it has one."
)
NO_PLACE = "The folder in which this was typed is no longer there. Go to another one: cd ~"


@contextmanager
def failure_report(folder: Path) -> Iterator[None]:
    """Tell in one line what goes wrong in a command that works in `folder`.

    What nobody foresaw is our fault: its traceback is kept in a file for us.
    """
    try:
        yield
    except KeyboardInterrupt:
        click.echo(f"\n{_('Aborted!')}", err=True)
        sys.exit(Exit.INTERRUPT)
    except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
        raise  # click's own ways to end
    except Exception as error:  # noqa: BLE001 - the last resort: a person must not see a traceback
        if isinstance(error, OSError) and error.errno in REFUSALS:
            _refused(error)
        if isinstance(error, ModuleNotFoundError) and not _is_ours(error):
            say(NO_LIBRARY, err=True, name=error.name)
            sys.exit(Exit.FAULT)
        if isinstance(error, PlaceError):
            say(error.message, err=True, **error.details)
            sys.exit(Exit.CONTENT)
        _fault(folder)


def _is_ours(error: ModuleNotFoundError) -> bool:
    """Whether a module of ours is missing, which nobody can install by itself."""
    return (error.name or "").partition(".")[0] == (__package__ or "").partition(".")[0]


@contextmanager
def somewhere() -> Iterator[None]:
    """End the command where it has no folder to work in: it was deleted meanwhile."""
    try:
        Path.cwd()
    except FileNotFoundError:
        say(NO_PLACE, err=True)
        sys.exit(Exit.CONTENT)
    yield


def _refused(error: OSError) -> None:
    """Name the file, where the system does: it names none when what is printed is not taken."""
    reason = _(REFUSALS[error.errno or 0])
    if not error.filename:
        click.echo(f"{reason[0].upper()}{reason[1:]}.", err=True)
        _forget_output()
        sys.exit(Exit.CONTENT)
    named, here = Path(os.fsdecode(error.filename)).absolute(), Path.cwd()
    say(
        "{file}: {reason}. Nothing in dist/ was changed.",
        err=True,
        file=named.relative_to(here) if named.is_relative_to(here) else named,
        reason=reason,
    )
    sys.exit(Exit.CONTENT)


def _forget_output() -> None:
    """What waits to be printed would be refused once more as Python ends, and told as a fault."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _fault(folder: Path) -> None:
    import traceback  # takes its time, and is hardly ever needed

    report = _kept(traceback.format_exc(), folder)
    say(
        "This is a fault of loa, not of your files. Please send {file} to its developers.",
        err=True,
        file=report,
    )
    sys.exit(Exit.FAULT)


def _kept(text: str, folder: Path) -> Path:
    """Write a report into `.loa/` of the workspace, or where the system keeps what passes."""
    import tempfile

    root = _workspace(folder)
    report = Path(tempfile.gettempdir()) / f"loa-{REPORT}"
    if root:
        try:
            (root / ".loa").mkdir(exist_ok=True)
            (root / ".loa" / REPORT).unlink(missing_ok=True)  # a pipe would be waited for
            (root / ".loa" / REPORT).write_text(text, encoding="utf-8")
        except OSError:
            pass
        else:
            return root / ".loa" / REPORT
    report.write_text(text, encoding="utf-8")
    return report


def _workspace(folder: Path) -> Path | None:
    try:
        from generator.adapters.workspace_folder import find_workspace

        return find_workspace(folder.resolve())
    except Exception:  # noqa: BLE001 - what is broken may be we, and that is told as well
        return None
