"""`loa check`: every problem of every file."""

import sys
import unicodedata
from collections import Counter
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.console import LANGUAGE, Exit, _, moment_option, say, tell, workspace
from generator.diagnostics import Diagnostic, render_github, render_json

if TYPE_CHECKING:
    from generator.adapters.store import FolderStore
    from generator.app.check import CheckReport


_MANY = 20  # problems that are still on the screen when the last one is told
_KINDS = 5
_ALL = "{pieces} pieces read: {errors} errors, {warnings} warnings."
_SOME = "Files looked at with all that is connected: {files}. {errors} errors, {warnings} warnings."


@click.command(
    "check",
    short_help=_("Tell every problem of every file."),
    help=_(
        "Tell every problem of every file: where it is, what is wrong, what to do next.\n\n"
        "With FILE only that file is looked at, and what is connected with it: the plan it belongs "
        "to, what it names, the pieces that link to it.\n\n"
        "Nothing is written. Ends with 0 when all is fine (warnings allowed), "
        "with 1 when there are errors.\n\n"
        "--fix mends spaces, quotation marks, dashes and the places of tone marks in what readers "
        "read, and signs of word processors among the data; it shows each change and keeps the "
        "form of your files."
    ),
)
@click.option(
    "--format",
    "style",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    show_default=True,
    help=_("text for people, json for programs, github for annotations of a workflow."),
)
@click.argument("names", nargs=-1, metavar="[FILE]…")
@click.option("--fix", is_flag=True, help=_("Mend what can be mended by itself, then check."))
@click.option("--dry-run", is_flag=True, help=_("With --fix: only show what would change."))
@moment_option
@click.pass_obj
def command(  # noqa: PLR0913 - what click passes
    folder: Path,
    names: tuple[str, ...],
    style: str,
    as_of: datetime | None,
    *,
    fix: bool,
    dry_run: bool,
) -> None:
    """Check the workspace."""
    from generator.adapters.clock import SystemClock
    from generator.adapters.disk import read_json
    from generator.adapters.files import FolderFiles
    from generator.adapters.forks import Forks
    from generator.adapters.store import FolderStore
    from generator.adapters.text_store import StoredTexts
    from generator.app.check import CheckScope, check
    from generator.model.edition import Edition
    from generator.model.memory import Memory

    root, present = workspace(folder), SystemClock().now()
    seen = as_of or present
    store = FolderStore(root / "build")
    files, memory = FolderFiles(root), Memory(StoredTexts(store))
    only = _paths(root, names)
    last = Edition.read(read_json(root / "dist" / "edition.json"))
    asked = CheckScope(present, last, only, Forks())
    checked = check(files, seen, memory, asked)
    if fix or dry_run:
        from generator.cli.mending import mend

        if mend(checked.plan.workspace, files, only, write=not dry_run, err=style != "text"):
            checked = check(files, seen, memory, asked)
    checked = _tried(root, store, checked, only)
    if store.is_there:  # where nothing was built, nothing is written
        memory.store.save()
    _print(checked.diagnostics, style)
    if style == "text":
        _sum(checked, only)
    sys.exit(Exit.CONTENT if checked.errors else Exit.FINE)


def _tried(
    root: Path, store: "FolderStore", checked: "CheckReport", only: frozenset[str]
) -> "CheckReport":
    """With what only a page can tell that is set, in a folder apart: nothing is left behind."""
    from generator.press.doubts import own_templates, to_be_tried

    plan = checked.plan
    if checked.blocking or only or not ((pieces := to_be_tried(plan)) or own_templates(plan)):
        return checked
    from tempfile import TemporaryDirectory

    from generator.app.trial import on_trial
    from generator.cli.world import world

    with TemporaryDirectory() as staging:
        return on_trial(world(root, store, Path(staging)), checked, pieces)


def _paths(root: Path, named: tuple[str, ...]) -> frozenset[str]:
    """The files that are named, from the folder one is in or from the workspace; also of folders.

    Paths are those of messages: from the workspace, with forward slashes.
    """
    found: set[str] = set()
    for name in named:
        path = next((p for p in (Path(name), root / name) if p.exists()), None)
        if path is None or not path.resolve().is_relative_to(root.resolve()):
            message = _("There is no file “{name}” in this workspace.", name=name)
            raise click.BadParameter(message)
        inside = path.rglob("*") if path.is_dir() else (path,)
        files = (each.resolve().relative_to(root.resolve()) for each in inside if each.is_file())
        found |= {unicodedata.normalize("NFC", each.as_posix()) for each in files}
    return frozenset(found)


def _sum(report: "CheckReport", only: frozenset[str]) -> None:
    errors, warnings = len(report.errors), len(report.diagnostics) - len(report.errors)
    pieces = len(report.plan.workspace.pieces)
    say(
        _SOME if only else _ALL,
        files=len(only),
        pieces=pieces,
        errors=errors,
        warnings=warnings,
    )
    if errors + warnings > _MANY:
        _tell_kinds(report.diagnostics)
    if not errors:
        say("Next: loa build")


def _tell_kinds(diagnostics: "list[Diagnostic]") -> None:
    """Of more problems than a screen has: how many of each kind, and where to begin."""
    kinds = Counter((not each.is_error, each.rule.code) for each in diagnostics)
    ordered = sorted(kinds.items(), key=lambda kind: (kind[0][0], -kind[1], kind[0][1]))
    listed = ", ".join(f"{count} × {code}" for (_, code), count in ordered[:_KINDS])
    say("Most of them: {kinds}.", kinds=listed)
    files = Counter(each.where.path for each in diagnostics if each.is_error)
    files = files or Counter(each.where.path for each in diagnostics)
    file, count = max(files.items(), key=lambda each: (each[1], each[0]))
    say("Begin with one file: loa check {file} ({count})", file=file, count=count)


def _print(diagnostics: list[Diagnostic], style: str) -> None:
    if style == "text":
        tell(diagnostics)
    else:
        render = render_json if style == "json" else render_github
        click.echo(render(diagnostics, LANGUAGE), nl=False)
