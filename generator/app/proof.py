"""A proof of one piece, at once: for a designer who edits its template.

It is drawn where builds draw, in a process of its own: a template may be endless, or greedy.
"""

from collections.abc import Iterator, Sequence
from itertools import takewhile
from pathlib import PurePosixPath

from generator.app.check import CheckReport
from generator.checks.dated_names import NO_NAME, names_of
from generator.diagnostics import Diagnostic, RefusalError, in_order
from generator.model.piece import Piece
from generator.model.typesetting import TypesetError
from generator.ports import Typesetter, Workers, WorkLostError
from generator.press.book_making import picture_of_pages
from generator.press.finish import finish
from generator.press.lost import lost
from generator.press.making import PressFiles, PressTask, at_template, make
from generator.press.order import Order
from generator.press.orders import (
    Engine,
    Rendering,
    bad_pictures,
    diagnostic_of,
    diagnostics_of,
    orders_of,
    printed_pieces,
)
from generator.press.proof_pictures import PROOF_WIDTH, one_below_other, proof
from generator.press.setting import page
from generator.press.typesetting_faults import NO_TEMPLATE, empty_texts, typeset_faults


def piece_called(report: CheckReport, name: str) -> Piece | None:
    """The piece with an id, or of a file: «bang-ron-2021-1», «content/bang-ron/x.md», «x.md»."""
    pieces = report.plan.workspace.pieces
    path = PurePosixPath(name.replace("\\", "/"))
    of_file = (p for p in pieces.values() if PurePosixPath(p.file).match(str(path)))
    return pieces.get(name) or (next(of_file, None) if path.suffix == ".md" else None)


def sheet(report: CheckReport, identity: str, engine: Engine) -> list[Rendering]:
    """The first rendering of a piece, each side of it, whatever its status."""
    return list(takewhile(lambda each: each.first, renderings(report, identity, engine)))


def ids(report: CheckReport) -> list[str]:
    """The ids of all pieces that can be drawn."""
    return [piece.id for _, _, piece in printed_pieces(report.plan)]


def draw(
    report: CheckReport,
    rendering: Rendering,
    typesetter: Typesetter,
    workers: Workers,
    width: int = PROOF_WIDTH,
) -> bytes | list[Diagnostic]:
    """The proof as PNG, `width` pixels wide; or what keeps the page from being set.

    A picture that it lacks is such a thing.
    """
    order = rendering.order
    if empty := list(empty_texts(order.artwork)):
        return [diagnostic_of(each, rendering, report.plan) for each in empty]
    unnamed = [one for one in report.diagnostics if one.rule.code == NO_TEMPLATE.code]
    lost = [one for one in (*unnamed, *bad_pictures(report.plan)) if _is_of(one, rendering)]
    if lost:
        return lost
    try:
        return workers.run(picture, (order, typesetter, width))
    except TypesetError as error:
        return [
            diagnostic_of(each, rendering, report.plan) for each in typeset_faults(order, error)
        ]
    except RefusalError as error:
        return [diagnostic_of(at_template(error.refusal), rendering, report.plan)]
    except WorkLostError:
        return _lost(rendering)


def picture(task: tuple[Order, Typesetter, int]) -> bytes:
    """The page as PNG.

    Raises:
        TypesetError: it cannot be set.
        RefusalError: it has another size, or is many.
    """
    order, typesetter, width = task
    if order.artwork.pages > 1:
        return picture_of_pages(order, typesetter, width)
    drawn, shown = page(order, typesetter), order.stand_ins
    plain = finish(drawn, order.plain_sheet, order.facts, stand_ins=shown)
    return proof(plain, order.plain_sheet, width)


def draw_sheet(
    report: CheckReport,
    sides: Sequence[Rendering],
    typesetter: Typesetter,
    workers: Workers,
    width: int = PROOF_WIDTH,
) -> bytes | list[Diagnostic]:
    """The proofs of all sides in one picture; or what keeps one of them from being set."""
    drawn: list[bytes] = []
    for side in sides:
        made = draw(report, side, typesetter, workers, width)
        if isinstance(made, list):
            return made
        drawn.append(made)
    return one_below_other(drawn)


def _lost(rendering: Rendering) -> list[Diagnostic]:
    """What a build tells of a page whose process was ended."""
    template = f"{rendering.order.artwork.template}.typ"
    return list(lost(rendering.entry.piece.where("title"), template).diagnostics)


def _is_of(found: Diagnostic, rendering: Rendering) -> bool:
    return found.is_error and found.where.path == rendering.entry.piece.file


def mistakes(report: CheckReport, rendering: Rendering) -> list[Diagnostic]:
    """What `loa check` says of the piece's own file, and of the names that it shows."""
    places, bodies = names_of(rendering.entry)
    shown = {*places, *bodies}
    return [
        found
        for found in report.diagnostics
        if found.where.path == rendering.entry.piece.file
        or (found.rule == NO_NAME and found.details["id"] in shown)
    ]


def look(
    report: CheckReport, rendering: Rendering, typesetter: Typesetter, workers: Workers
) -> list[Diagnostic]:
    """What preflight says of the file for the print shop, as a build would make it.

    Why it is only to be looked at is no fault of it: `why_preview` tells that.
    """
    try:
        made = press_files(rendering, typesetter, workers)
    except WorkLostError:
        return _lost(rendering)
    faults = [*made.faults, *(one for result in made.results for one in result.faults)]
    known = {one.rule for one in rendering.order.preview}
    found = dict.fromkeys(one for one in faults if one.rule not in known)
    return in_order(diagnostics_of([*found], rendering, report.plan))


def why_preview(report: CheckReport, rendering: Rendering) -> list[Diagnostic]:
    """Why the artwork is stamped, each at the line to change; nothing if it may be printed."""
    return [diagnostic_of(one, rendering, report.plan) for one in rendering.order.preview]


def press_files(rendering: Rendering, typesetter: Typesetter, workers: Workers) -> PressFiles:
    """The file for the print shop as a build would make it, with what preflight says.

    Raises:
        WorkLostError: its process was ended.
    """
    kinds = frozenset({"pdf"})
    return workers.run(make, PressTask(rendering.order, typesetter, kinds, rendering.siblings))


def renderings(report: CheckReport, identity: str, engine: Engine) -> Iterator[Rendering]:
    """All renderings of a piece, whatever its status."""
    for entry, medium, piece in printed_pieces(report.plan):
        if piece.id == identity:
            yield from orders_of(report.plan, entry, medium, engine)
