"""`loa export`: the site as MkDocs and Zensical read it."""

import os
import sys
from datetime import datetime
from pathlib import Path
from shlex import quote

import click

from generator.cli.console import Exit, _, alone, moment_option, say, tell, workspace
from generator.cli.progress import progress_options, watching


@click.command(
    "export",
    short_help=_("Write the site as MkDocs and Zensical read it."),
    help=_(
        "Write what MkDocs or Zensical need to make the same website without loa: docs/, theme/ "
        "and mkdocs.yml.\n\n"
        "FOLDER is new, empty, or was made by this command before; without it, build/export is. "
        "loa build needs none of it: it is for who wants to see the pages before their frame, or "
        "to build the site with another program one day:\n\n"
        "  mkdocs build -f build/export/mkdocs.yml"
    ),
)
@click.argument(
    "target", metavar="[FOLDER]", required=False, type=click.Path(path_type=Path, file_okay=False)
)
@moment_option
@progress_options
@click.pass_obj
def command(
    folder: Path, target: Path | None, as_of: datetime | None, *, quiet: bool, verbose: bool
) -> None:
    """Write the folder, unless something is wrong."""
    from generator.adapters.export_folder import DEFAULT, ExportFolder
    from generator.app.export import SETTINGS, export
    from generator.cli.world import world
    from generator.outputs.site.builder_settings import MKDOCS_HEAD

    root = workspace(folder)
    place = ExportFolder(target or root / DEFAULT, root, SETTINGS, MKDOCS_HEAD.partition("\n")[0])
    here = world(root)
    with alone(root, with_results=True):
        try:
            with watching(quiet=quiet, verbose=verbose) as progress:
                done = export(here, as_of or here.clock.now(), progress, place.write)
            if not done.blocking:
                place.finish()
        finally:
            here.workers.close()
            place.drop()
    tell([*done.blocking] or done.report.diagnostics, err=True)
    if done.blocking:
        say("{errors} errors: nothing was written.", err=True, errors=len(done.blocking))
        sys.exit(Exit.CONTENT)
    if not quiet:
        settings = _short(place.folder / SETTINGS)
        say("Made: {folder}, {pages} pages.", folder=_short(place.folder), pages=done.pages)
        say("Next: mkdocs build -f {file} or: zensical build -f {file}", file=settings)


def _short(path: Path) -> str:
    """The path as one word of a command line of this system, from here where that is shorter."""
    here = Path.cwd()
    text = str(path.relative_to(here) if path.is_relative_to(here) else path)
    if os.name != "nt":
        return quote(text)
    return f'"{text}"' if " " in text else text
