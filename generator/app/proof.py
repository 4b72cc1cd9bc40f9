"""A proof of one piece, at once: for a designer who edits its template."""

from collections.abc import Iterator

from generator.app.check import Checked
from generator.diagnostics import Diagnostic
from generator.model.typesetting import TypesetError
from generator.ports import Typesetter
from generator.press.finish import finish
from generator.press.making import PROOF_WIDTH, page, refused
from generator.press.orders import Engine, Ordered, located, orders_of, printed
from generator.press.proof import proof
from generator.press.typesetting import empty_texts, typeset_faults


def find(checked: Checked, identity: str, engine: Engine) -> Ordered | None:
    """The first rendering of a piece, whatever its status."""
    return next(_renderings(checked, identity, engine), None)


def ids(checked: Checked) -> list[str]:
    """The ids of all pieces that can be drawn."""
    return [piece.id for _, _, piece in printed(checked.plan)]


def draw(checked: Checked, ordered: Ordered, typesetter: Typesetter) -> bytes | list[Diagnostic]:
    """The proof as PNG, or what keeps the page from being set."""
    order = ordered.order
    if empty := list(empty_texts(order.artwork)):
        return [located(each, ordered, checked.plan) for each in empty]
    try:
        plain = finish(page(order, typesetter), order.plain_sheet, order.facts, photos=order.photos)
    except TypesetError as error:
        return [located(each, ordered, checked.plan) for each in typeset_faults(order, error)]
    except ValueError as error:
        return [located(refused(order, str(error)), ordered, checked.plan)]
    return proof(plain, order.plain_sheet, PROOF_WIDTH)


def _renderings(checked: Checked, identity: str, engine: Engine) -> Iterator[Ordered]:
    for entry, medium, piece in printed(checked.plan):
        if piece.id == identity:
            yield from orders_of(checked.plan, entry, medium, engine)
