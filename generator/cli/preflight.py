"""`loa preflight`: hold print files to their orders."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.console import Exit, _, regular, say, tell, workspace
from generator.cli.progress import watching

if TYPE_CHECKING:
    from generator.app.preflight import FileVerdict
    from generator.press.preflight import Result


VERDICTS = {
    "deliver": "{file}: may be delivered.",
    "look": "{file}: only to be looked at (BẢN XEM), not to be printed.",
    "refuse": "{file}: must not be delivered.",
}
"""What is said of a file (msgids)."""


@click.command(
    "preflight",
    short_help=_("Look at print files before they go to the print shop."),
    help=_(
        "Look at print files (PDF, and the TIFF beside one) before they go to the print shop.\n\n"
        "Each is held to the piece whose name it bears, in 15 points; what is wrong is told with "
        "the line to change. Ends with 1 when a file must not be delivered."
    ),
)
@click.argument(
    "files",
    nargs=-1,
    required=True,
    metavar="FILE…",
    type=click.Path(path_type=Path),
)
@click.pass_obj
def command(folder: Path, files: tuple[Path, ...]) -> None:
    """Look at the files."""
    from generator.app.check import check
    from generator.app.preflight import look
    from generator.cli.world import world

    here = world(workspace(folder))
    checked = check(here.files, here.clock.now())
    contents = {path.name: path.read_bytes() for path in _with_others([*map(regular, files)])}
    beside = {near.name for path in files for near in path.parent.iterdir()}
    with watching() as progress:
        looked = look(checked, here.typesetter, contents, beside, progress)
    for each in looked:
        _print(each)
    fine = all(each.verdict == "deliver" for each in looked)
    sys.exit(Exit.FINE if fine else Exit.CONTENT)


def _with_others(files: Sequence[Path]) -> list[Path]:
    """The files, and what must be looked at with them: PDF, TIFF, and file with live text."""
    from generator.press.making import OUTLINED_SUFFIX

    beside = [path.with_suffix(".pdf") for path in files if path.suffix == ".tif"]
    pdfs = [path for path in files if path.suffix == ".pdf"]
    beside += [path.with_suffix(".tif") for path in pdfs]
    beside += [path.with_stem(path.stem.removesuffix(OUTLINED_SUFFIX)) for path in pdfs]
    return [*files, *(path for path in beside if path.is_file() and path not in files)]


def _print(looked: "FileVerdict") -> None:
    if looked.rendering is None:
        say(
            "{file}: no piece has a file of this name; held to the general rules only.",
            file=looked.name,
        )
    for result in looked.results:
        click.echo(f"  {_mark(result)} {result.point:2} {_(result.title)}")
    tell(looked.diagnostics)
    say(VERDICTS[looked.verdict], file=looked.name)


def _mark(result: "Result") -> str:
    """Nothing to look at, passed, passed with a warning, not passed."""
    if not result.applies:
        return "–"
    return "✓" if not result.faults else "!" if result.is_passed else "✗"
