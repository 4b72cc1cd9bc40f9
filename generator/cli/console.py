"""What all commands share: the language, the workspace, the moment, progress, and how a command ends."""

import os
import sys
import time
import traceback
from collections.abc import Callable, Sequence
from datetime import datetime
from enum import IntEnum
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from generator.catalogue import LANGUAGES, translate
from generator.diagnostics import Diagnostic, render_text

LANGUAGE = os.environ.get("LOA_LANG", "vi") if os.environ.get("LOA_LANG") in LANGUAGES else "vi"


class Exit(IntEnum):
    """How a command ends."""

    FINE = 0
    CONTENT = 1
    USAGE = 2
    FAULT = 3


def _(message: str) -> str:
    return translate(message, LANGUAGE)


def say(message: str, *, err: bool = False, **details: object) -> None:
    """Print a message in the user's language."""
    click.echo(_(message).format_map(details), err=err)


def tell(diagnostics: Sequence[Diagnostic], *, err: bool = False) -> None:
    """Print diagnostics for a person, with colour on a terminal."""
    stream = sys.stderr if err else sys.stdout
    colour = stream.isatty() and "NO_COLOR" not in os.environ
    click.echo(render_text(diagnostics, LANGUAGE, colour=colour), nl=False, err=err)


class Steps:
    """Progress: one line a step on standard error, with the time it took when that was long."""

    def __init__(self) -> None:
        self._began = time.monotonic()

    def step(self, message: str, **details: object) -> None:
        """Say what begins now."""
        seconds = time.monotonic() - self._began
        text = _(message).format_map(details)
        click.echo(f"[{seconds:5.1f} s] {text} …", err=True)


def workspace(folder: Path) -> Path:
    """The workspace around a folder, or the end of the command."""
    from generator.adapters.files import find_workspace

    found = find_workspace(folder.resolve())
    if found is None:
        message = _(
            "No workspace here: a folder with mkdocs.yml and campaigns/ is needed. Go there, name it with -C DIR, or make one: loa init DIR."
        )
        raise click.UsageError(message)
    return found


class Moment(click.ParamType[datetime]):
    """A day or a moment: 2021-05-01, 1/5/2021 or 2021-05-01T06:30; days begin at midnight in Hà Nội."""

    name = "moment"

    def convert(
        self,
        value: Any,
        param: click.Parameter | None,
        ctx: click.Context | None,  # noqa: ANN401 - click's signature
    ) -> datetime:
        """The moment, zoned."""
        from generator.planning.visibility import start_of
        from generator.vietnamese.dates import read_date, read_datetime

        if isinstance(value, datetime):
            return value
        for read in (read_date, read_datetime):
            try:
                return start_of(read(value))
            except ValueError:
                continue
        self.fail(_("“{value}” is no date; write 2021-05-01 or 1/5/2021.").format(value=value))


def folder_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """`-C DIR`: work in another folder than this one."""
    return click.option(
        "-C",
        "folder",
        type=click.Path(path_type=Path, exists=True, file_okay=False),
        default=Path(),
        metavar="DIR",
        help=_("Work in this folder; the workspace is found from it upwards."),
    )(command)


def moment_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--as-of`: see everything as of another moment."""
    return click.option(
        "--as-of",
        type=Moment(),
        metavar="DAY",
        help=_("See everything as of this day or moment instead of now, for example 2021-05-01."),
    )(command)


def speak() -> None:
    """Let click's own words pass through our catalogue: it looks them up in a global of its modules."""
    for name in ("core", "decorators", "exceptions", "formatting", "parser", "types"):
        module = import_module(f"click.{name}")
        if hasattr(module, "_"):
            setattr(module, "_", _)


def run(command: click.Command) -> None:
    """Run the command; what nobody foresaw is our fault, told in one line and kept in a file."""
    try:
        command(prog_name="loa")
    except BrokenPipeError:
        sys.exit(Exit.FINE)
    except Exception:  # noqa: BLE001 - the last resort: a person must not see a traceback
        report = Path.cwd() / "loa-fault.txt"
        report.write_text(traceback.format_exc(), encoding="utf-8")
        say(
            "This is a fault of loa, not of your files. Please send {file} to its developers.",
            err=True,
            file=report.name,
        )
        sys.exit(Exit.FAULT)
