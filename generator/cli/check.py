"""`loa check`: every problem of every file."""

import sys
from datetime import datetime
from pathlib import Path

import click

from generator.cli.console import LANGUAGE, Exit, _, moment_option, say, tell, workspace
from generator.diagnostics import Diagnostic, render_github, render_json


@click.command(
    "check",
    short_help=_("Tell every problem of every file."),
    help=_(
        "Tell every problem of every file: where it is, what is wrong, what to do next.\n\n"
        "Nothing is written. Ends with 0 when all is fine (warnings allowed), "
        "with 1 when there are errors.\n\n"
        "--fix mends spaces, quotation marks, dashes and the places of tone marks in what readers "
        "read, shows each change and keeps the form of your files."
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
@click.option("--fix", is_flag=True, help=_("Mend what can be mended by itself, then check."))
@click.option("--dry-run", is_flag=True, help=_("With --fix: only show what would change."))
@moment_option
@click.pass_obj
def command(folder: Path, style: str, as_of: datetime | None, *, fix: bool, dry_run: bool) -> None:
    """Check the workspace."""
    from generator.adapters.clock import SystemClock
    from generator.adapters.files import FolderFiles
    from generator.adapters.memory import FolderStore
    from generator.app.check import check
    from generator.model.memory import Memory

    root, present = workspace(folder), SystemClock().now()
    seen = as_of or present
    files, memory = FolderFiles(root), Memory(FolderStore(root / "build" / "memory"))
    checked = check(files, seen, memory, present)
    if fix or dry_run:
        from generator.cli.mending import mend

        if mend(checked.plan.workspace, files, write=not dry_run, err=style != "text"):
            checked = check(files, seen, memory, present)
    _print(checked.diagnostics, style)
    if style == "text":
        errors, warnings = len(checked.errors), len(checked.diagnostics) - len(checked.errors)
        pieces = len(checked.plan.workspace.pieces)
        say(
            "{pieces} pieces read: {errors} errors, {warnings} warnings.",
            pieces=pieces,
            errors=errors,
            warnings=warnings,
        )
        if not errors:
            say("Next: loa build")
    sys.exit(Exit.CONTENT if checked.errors else Exit.FINE)


def _print(diagnostics: list[Diagnostic], style: str) -> None:
    if style == "text":
        tell(diagnostics)
    else:
        render = render_json if style == "json" else render_github
        click.echo(render(diagnostics, LANGUAGE), nl=False)
