"""`loa build`: make everything, verify it, then put it in place."""

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.console import (
    LANGUAGE,
    Exit,
    _,
    in_words,
    moment_option,
    names_in,
    of_keys,
    refuse,
    say,
    workspace,
)
from generator.cli.progress import progress_options, watching
from generator.diagnostics import render_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.adapters.lastrun import Transcript
    from generator.adapters.store import FolderStore
    from generator.app.build import BuildOutcome
    from generator.outputs import Choice
    from generator.ports import Why, World

_OUTPUTS = names_in("outputs")


@click.command(
    "build",
    short_help=_("Make website, feeds, calendar and artwork into dist/."),
    help=_(
        "Make the website, the feeds, the calendar and the print artwork into dist/.\n\n"
        "Everything is made beside, verified, and only then put in place: when anything is wrong,\n"
        "the last good results stay as they are. OUTPUT is one of: {outputs}; without it, "
        "all are made.",
        outputs=", ".join(_OUTPUTS),
    ),
)
@click.argument("names", nargs=-1, metavar="[OUTPUT]…", type=click.Choice(_OUTPUTS))
@click.option("--piece", metavar="ID", default="", help=_("Only the artwork of this piece."))
@click.option("--place", metavar="ID", default="", help=_("Only artwork that hangs at this place."))
@click.option(
    "--format",
    "formats",
    metavar="FORMAT,…",
    default="",
    help=_(
        "Artwork in these formats too: pdf, pdf-outlines (letters as paths), tiff, "
        "png (with trim and safe area), svg."
    ),
)
@click.option(
    "--explain",
    metavar="PATH",
    default="",
    help=_("Say too why this result, a file in dist/ or the address of a page, was made again."),
)
@moment_option
@progress_options
@click.pass_obj
def command(  # noqa: PLR0913, PLR0917 - one for each option
    folder: Path,
    names: tuple[str, ...],
    piece: str,
    place: str,
    formats: str,
    explain: str,
    as_of: datetime | None,
    *,
    quiet: bool,
    verbose: bool,
) -> None:
    """Build the workspace."""
    from generator.adapters.clock import SystemClock
    from generator.adapters.lock import BusyError, workspace_lock

    root, moment = workspace(folder), as_of or SystemClock().now()
    try:
        with workspace_lock(root):
            asked = BuildRequest(names, (piece, place, formats), moment, explain, quiet, verbose)
            code = _run(root, asked)
    except BusyError:
        say("Another loa is building here. Wait until it has ended, then try again.", err=True)
        sys.exit(Exit.CONTENT)
    sys.exit(code)


@dataclass(frozen=True, slots=True)
class BuildRequest:
    """What is to be built, as of when, and what is to be said of it."""

    names: tuple[str, ...]
    choice: tuple[str, str, str]
    moment: datetime
    explain: str = ""
    quiet: bool = False
    verbose: bool = False


def _run(root: Path, asked: BuildRequest) -> Exit:
    """Build, unless nothing has changed since the last build: then say again what that said."""
    from generator.adapters.lastrun import LastRun
    from generator.adapters.store import FolderStore

    store = FolderStore(root / "build")
    last = LastRun(root, store)
    state = last.input_stamps()
    said = None if any(asked.choice) else last.transcript(state, asked.names, asked.moment)
    if said is not None:
        _print(said, quiet=asked.quiet)
        _explain(root, asked.explain)
        return Exit.FINE
    last.forget()
    here = _world(root, store)
    built = _built(here, asked)
    _print(_told(built, root, built.pages), quiet=asked.quiet)
    if built.blocking:
        return Exit.CONTENT
    _explain(root, asked.explain, built.why)
    if built.site:
        until = built.report.plan.valid_until
        last.remember(state, asked.names, asked.moment, until, _told(built, root, 0))
    return Exit.FINE


def _explain(root: Path, path: str, why: "Callable[[str], Why] | None" = None) -> None:
    """Say why a result was made again, if somebody asks; without `why` nothing was made."""
    if not path:
        return
    from generator.cli.explaining import explanation, result_of
    from generator.ports import Why

    found = result_of(root, path)
    click.echo(explanation(f"dist/{found}", why(found) if why else Why(is_made=False)))


def _world(root: Path, store: "FolderStore") -> "World":
    from generator.cli.world import world

    return world(root, store)


def _built(here: "World", asked: BuildRequest) -> "BuildOutcome":
    from generator.app.build import build
    from generator.app.scope import Scope
    from generator.outputs import ChoiceError

    choice = _choice(asked.names, *asked.choice)
    try:
        with watching(quiet=asked.quiet, verbose=asked.verbose) as progress:
            return build(here, Scope(asked.names, choice), asked.moment, progress)
    except ChoiceError as error:
        raise click.UsageError(_(error.message).format_map(error.details)) from None
    finally:
        here.workers.close()


def _choice(names: tuple[str, ...], piece: str, place: str, formats: str) -> "Choice":
    """What is wanted of the artwork; only when nothing else is built can it be chosen."""
    from generator.outputs import Choice
    from generator.outputs.print.piece_files import FORMATS

    wanted = tuple(part.strip() for part in formats.split(",") if part.strip())
    unknown = [name for name in wanted if name not in FORMATS]
    if unknown:
        refuse(
            "There is no format “{name}”. Write one of: {formats}.",
            name=unknown[0],
            formats=", ".join(FORMATS),
        )
    choice = Choice(piece, place, wanted)
    if choice and names != ("print",):
        refuse("These options choose artwork: loa build print --piece ID …")
    return choice


def _told(built: "BuildOutcome", root: Path, pages: int) -> "Transcript":
    """What is said of a build, in its order: mistakes, then what was made and comes next."""
    found = [*built.report.diagnostics, *built.findings]
    more = of_keys(found)
    plain, coloured = (render_text(found, LANGUAGE, colour=colour) for colour in (False, True))
    mistakes = [(plain + more, coloured + more, True)] if found else []
    if built.blocking:
        message = (
            "{errors} errors: nothing was changed, the last good results stay in dist/."
            if (root / "dist").is_dir()
            else "{errors} errors: nothing was made. Mend them, then again: loa build"
        )
        lines = [(_(message, errors=len(built.blocking)), True)]
    else:
        lines = [(line, False) for line in _made(built, root, pages)]
    return mistakes + [(f"{line}\n", f"{line}\n", err) for line, err in lines]


def _made(built: "BuildOutcome", root: Path, pages: int) -> Iterator[str]:
    from generator.outputs import outputs

    for name, count in built.counts.items():
        yield f"  {_(outputs()[name].title)}: {count}"
    if not built.site:
        made = _("Made: {folder}. The website is as it was.")
        yield made.format(folder=_short(root, "dist"))
        if "print" in built.counts and "printer_packs" not in built.counts:
            yield _("Run lists and packs of print shops are of before. Next: loa build print")
        return
    yield _("{pages} pages were rendered anew.", pages=pages)
    yield _(
        "Made: {public} (the website) and {print} (for the printer).",
        public=_short(root, "dist/public"),
        print=_short(root, "dist/print"),
    )
    if until := built.report.plan.valid_until:
        coming = _("Something new appears at {moment}: build again then.")
        yield coming.format(moment=in_words(until))
    yield _("Next: loa serve")


def _print(said: "Transcript", *, quiet: bool) -> None:
    """Print it, with colour on a terminal; quietly only what is wrong."""
    for plain, coloured, err in said:
        if quiet and not err:
            continue
        stream = sys.stderr if err else sys.stdout
        colour = stream.isatty() and "NO_COLOR" not in os.environ
        click.echo(coloured if colour else plain, nl=False, err=err)


def _short(root: Path, path: str) -> str:
    whole = root / path
    return path if root == Path.cwd() else str(whole)
