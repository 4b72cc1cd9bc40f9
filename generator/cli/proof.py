"""`loa proof`: a picture of one piece, drawn anew whenever something is saved."""

import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING

import click

from generator.cli.console import LANGUAGE, Exit, _, say, tell, tell_of_others, workspace

if TYPE_CHECKING:
    from generator.adapters.typesetter import TypstTypesetter
    from generator.app.check import CheckReport
    from generator.diagnostics import Diagnostic
    from generator.model.piece import Piece
    from generator.ports import World
    from generator.press.orders import Rendering


@click.command(
    "proof",
    short_help=_("Draw the proof of one piece as a picture."),
    help=_(
        "Draw the proof of one piece, drafts included, as a PNG in build/proof/, and tell what a "
        "build would find wrong with it. Ends with 1 when it must not be printed so.\n\n"
        "With --watch it is drawn again whenever its text or its template is saved; "
        "open the picture in a viewer that follows changes."
    ),
)
@click.argument("identity", metavar="ID|FILE")
@click.option("--watch", is_flag=True, help=_("Go on until Ctrl-C."))
@click.pass_obj
def command(folder: Path, identity: str, *, watch: bool) -> None:
    """Draw, once or again and again."""
    from generator.adapters.executor import Processes
    from generator.adapters.web.watch import Watch
    from generator.cli.world import world

    root = workspace(folder)
    here, saved = world(root), SimpleQueue[set[str]]()
    if watch:  # a template of the designer's own may come at any time
        here = replace(here, workers=Processes())
        Watch(root, saved.put)
    try:
        checked = _checked(here)
        fine, wrong = _draw(here, checked, root, identity)
        if watch:
            say("Watching; Ctrl-C ends it.")
            _follow(here, checked, root, identity, saved)
        tell_of_others(checked.diagnostics, [one for one in checked.diagnostics if one in wrong])
        sys.exit(Exit.FINE if fine else Exit.CONTENT)
    finally:
        here.workers.close()


def _follow(
    here: "World", report: "CheckReport", root: Path, identity: str, saved: "SimpleQueue[set[str]]"
) -> None:
    """Draw after every save, until Ctrl-C."""
    for texts in _changes(saved):
        report = _checked(here) if texts else report  # of a template nothing need be read anew
        try:
            _draw(here, report, root, identity)
        except click.UsageError as error:  # half saved: the next save may bring the piece back
            click.echo(error.message, err=True)
        except FileNotFoundError:  # just being put in place: its next look finds it
            continue


def _checked(here: "World") -> "CheckReport":
    from generator.app.check import check

    return check(here.files, here.clock.now())


def _draw(
    here: "World", report: "CheckReport", root: Path, identity: str
) -> "tuple[bool, list[Diagnostic]]":
    """Draw once, each side. Whether it may be printed, and what is wrong with it."""
    from generator.app.proof import mistakes, piece_called, sheet

    typesetter: TypstTypesetter = here.typesetter  # type: ignore[assignment] # the real one
    typesetter.stage()
    piece = piece_called(report, identity)
    sides = sheet(report, piece.id, typesetter.digest) if piece else []
    if not sides:
        raise _not_drawn(report, identity, piece)
    wrong = mistakes(report, sides[0])
    tell(wrong, err=True)
    fine = [_draw_side(here, report, root, side, wrong) for side in sides]
    return all(fine) and not any(found.is_error for found in wrong), wrong


def _draw_side(
    here: "World",
    report: "CheckReport",
    root: Path,
    ordered: "Rendering",
    wrong: "list[Diagnostic]",
) -> bool:
    """Draw a side and say how long it took; what keeps it from being drawn goes to `wrong`."""
    from generator.adapters.disk import write
    from generator.app.proof import draw

    began = time.perf_counter()
    drawn = draw(report, ordered, here.typesetter, here.workers)
    if isinstance(drawn, list):
        here.workers.close()  # what was stopped may still be at it
        tell([found for found in drawn if found not in wrong], err=True)
        wrong += drawn
        return False
    side = ordered.order.artwork.side
    name = f"{ordered.entry.piece.id}{f'-mat-{side}' if side else ''}"
    target = root / "build" / "proof" / f"{name}.png"
    write(target, (drawn,))
    seconds = time.perf_counter() - began
    say("{file}: drawn in {seconds} s", file=target, seconds=f"{seconds:.2f}")
    return _look(here, report, ordered)


def _not_drawn(report: "CheckReport", given: str, piece: "Piece | None") -> click.UsageError:
    """Why nothing can be drawn, with what its file says, and what can be drawn instead."""
    from generator.app.proof import ids
    from generator.media import media

    # Where a piece cannot be read, its file most likely says why.
    named = {Path(given).name, f"{given}.md"}
    broken = {path for path in report.plan.workspace.broken_files if Path(path).name in named}
    found = report.of({piece.file} if piece else broken)
    tell(found, err=True)
    tell_of_others(report.diagnostics, found)
    known = ids(report)
    if piece and piece.id in known:
        return click.UsageError(
            _("Nothing is drawn without assets/brand.yml: loa init ../mau makes a folder with one.")
        )
    message = _("There is no piece “{name}” that is printed.")
    if piece and not media()[piece.medium].artwork:
        message = _("“{name}” is no artwork but: {medium}. Only what is printed can be drawn.")
    elif piece:
        message = _("“{name}” has no place in a plan yet; what its file lacks stands above.")
    nearest = get_close_matches(Path(given).stem, known, 5, 0)
    instead = _("These can be drawn: {known}.") if known else _("No printed piece is there.")
    medium = _(media()[piece.medium].singular) if piece else ""
    said = f"{message} {instead}".format(name=given, medium=medium, known=", ".join(nearest))
    return click.UsageError(said)


def _look(here: "World", report: "CheckReport", rendering: "Rendering") -> bool:
    """Hold it to preflight, now that it can be seen; whether it passes."""
    from generator.app.proof import look, why_preview

    found = look(report, rendering, here.typesetter, here.workers)
    tell(found, err=True)
    for one in why_preview(report, rendering):
        say("Stamped BẢN XEM: {why}", why=one.message(LANGUAGE))
    return not any(one.is_error for one in found)


def _changes(saved: "SimpleQueue[set[str]]") -> Iterator[bool]:
    """Once for every moment in which something has changed: whether a text has."""
    while True:
        with suppress(Empty):  # Ctrl-C waits for nothing that has no end
            paths = saved.get(timeout=0.5)
            while not saved.empty():
                paths |= saved.get()
            yield any(not path.startswith("assets/print/") for path in paths)
