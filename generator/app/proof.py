"""A proof of one piece, at once: for a designer who edits its template.

It is drawn where builds draw, in a process of its own: a template may be endless, or greedy.
"""

from collections.abc import Iterator
from pathlib import PurePosixPath

from generator.app.check import Checked
from generator.diagnostics import Diagnostic, RefusalError, in_order
from generator.model.piece import Piece
from generator.model.typesetting import TypesetError
from generator.ports import Typesetter, Workers, WorkLostError
from generator.press.finish import finish
from generator.press.lost import lost
from generator.press.making import PROOF_WIDTH, Task, at_template, make, page
from generator.press.order import Order
from generator.press.orders import Engine, Ordered, bad_pictures, located, orders_of, printed
from generator.press.proof import proof
from generator.press.typesetting import empty_texts, typeset_faults


def meant(checked: Checked, given: str) -> Piece | None:
    """The piece with an id, or of a file: «bang-ron-2021-1», «content/bang-ron/x.md», «x.md»."""
    pieces = checked.plan.workspace.pieces
    path = PurePosixPath(given.replace("\\", "/"))
    of_file = (p for p in pieces.values() if PurePosixPath(p.file).match(str(path)))
    return pieces.get(given) or (next(of_file, None) if path.suffix == ".md" else None)


def find(checked: Checked, identity: str, engine: Engine) -> Ordered | None:
    """The first rendering of a piece, whatever its status."""
    return next(_renderings(checked, identity, engine), None)


def ids(checked: Checked) -> list[str]:
    """The ids of all pieces that can be drawn."""
    return [piece.id for _, _, piece in printed(checked.plan)]


def draw(
    checked: Checked, ordered: Ordered, typesetter: Typesetter, workers: Workers
) -> bytes | list[Diagnostic]:
    """The proof as PNG, or what keeps the page from being set, a picture that it lacks included."""
    order = ordered.order
    if empty := list(empty_texts(order.artwork)):
        return [located(each, ordered, checked.plan) for each in empty]
    if lost := [one for one in bad_pictures(checked.plan) if _is_of(one, ordered)]:
        return lost
    try:
        return workers.run(picture, (order, typesetter))
    except TypesetError as error:
        return [located(each, ordered, checked.plan) for each in typeset_faults(order, error)]
    except RefusalError as error:
        return [located(at_template(error.refusal), ordered, checked.plan)]
    except WorkLostError:
        return _lost(ordered)


def picture(task: tuple[Order, Typesetter]) -> bytes:
    """The page as PNG.

    Raises:
        TypesetError: it cannot be set.
        RefusalError: it has another size, or is many.
    """
    order, typesetter = task
    plain = finish(page(order, typesetter), order.plain_sheet, order.facts, photos=order.photos)
    return proof(plain, order.plain_sheet, PROOF_WIDTH)


def _lost(ordered: Ordered) -> list[Diagnostic]:
    """What a build tells of a page whose process was ended."""
    template = f"{ordered.order.artwork.template}.typ"
    return list(lost(ordered.entry.piece.where("title"), template).diagnostics)


def _is_of(found: Diagnostic, ordered: Ordered) -> bool:
    return found.is_error and found.where.path == ordered.entry.piece.file


def mistakes(checked: Checked, ordered: Ordered) -> list[Diagnostic]:
    """What `loa check` says of the piece's own file: its words, its pictures, its places."""
    return [found for found in checked.diagnostics if found.where.path == ordered.entry.piece.file]


def look(
    checked: Checked, ordered: Ordered, typesetter: Typesetter, workers: Workers
) -> list[Diagnostic]:
    """What preflight says of the file for the print shop, as a build would make it.

    Why it is only to be looked at is no fault of it: `why_preview` tells that.
    """
    task = Task(ordered.order, typesetter, frozenset({"pdf"}), ordered.siblings)
    try:
        made = workers.run(make, task)
    except WorkLostError:
        return _lost(ordered)
    faults = [*made.faults, *(one for result in made.results for one in result.faults)]
    known = {one.rule for one in ordered.order.preview}
    found = dict.fromkeys(one for one in faults if one.rule not in known)
    return in_order(located(one, ordered, checked.plan) for one in found)


def why_preview(checked: Checked, ordered: Ordered) -> list[Diagnostic]:
    """Why the artwork is stamped, each at the line to change; nothing if it may be printed."""
    return [located(one, ordered, checked.plan) for one in ordered.order.preview]


def _renderings(checked: Checked, identity: str, engine: Engine) -> Iterator[Ordered]:
    for entry, medium, piece in printed(checked.plan):
        if piece.id == identity:
            yield from orders_of(checked.plan, entry, medium, engine)
