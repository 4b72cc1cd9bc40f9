"""How a file is printed and finished, in the words of print shops: what every paper says of it."""

from collections.abc import Iterator, Sequence

from generator.catalogue import words
from generator.model.printer import Eyelets, Printer
from generator.press.eyelets import rings
from generator.press.faults import figure
from generator.press.order import Order
from generator.press.tiles import seams

_SIDES = {
    "top": "the top edge",
    "bottom": "the bottom edge",
    "left": "the left edge",
    "right": "the right edge",
}


def conditions(orders: Sequence[Order]) -> Iterator[tuple[str, str]]:
    """What holds for all files of a printer: label and value."""
    printer, unknown = orders[0].printer, words("not stated")
    yield words("Material"), printer.material or unknown
    if any(order.artwork.book for order in orders):
        yield words("Paper of the pages"), printer.pages.name if printer.pages else unknown
    yield words("Bleed"), f"{millimetres(printer.bleed)} {words('on every side')}"
    yield words("Words stay from the edge"), millimetres(printer.safe)
    yield from finishing(printer)
    yield words("Printing condition"), printer.condition_name or printer.condition or unknown
    yield words("Ink limit"), f"{figure(printer.ink_limit)} %"
    yield words("Resolution on the piece"), f"{figure(printer.resolution)} dpi"


def finishing(printer: Printer) -> Iterator[tuple[str, str]]:
    """What is done with the printed cloth, also where it is nothing."""
    none = words("none (of finishing)")
    hem = f"{millimetres(printer.hem)} {words('on every side')}"
    pocket = words("{width} at top and bottom", width=millimetres(printer.pocket))
    yield words("Hem"), hem if printer.hem else none
    yield words("Pocket for a pole"), pocket if printer.pocket else none
    yield words("Eyelets"), _eyelets(printer.eyelets) if printer.eyelets else none


def _eyelets(eyelets: Eyelets) -> str:
    return words(
        "{diameter} wide, middle {inset} from the edge, about every {every}, at {sides}",
        diameter=millimetres(eyelets.diameter),
        inset=millimetres(eyelets.inset),
        every=millimetres(eyelets.every),
        sides=", ".join(words(_SIDES[side]) for side in eyelets.sides),
    )


def finishing_in_words(order: Order) -> str:
    """What is done with each copy, in one line: hem, pocket, eyelets and how many, strips."""
    said = [f"{label}: {value}" for label, value in finishing(order.printer)]
    if order.printer.eyelets:
        said.append(f"{words('Eyelets, each')}: {eyelet_count(order)}")
    return "; ".join([*said, f"{words('Strips joined')}: {strips(order)}"])


def eyelet_count(order: Order) -> str:
    """How many each copy has, or a dash."""
    count = len(rings(order.artwork.trim, order.printer.eyelets))
    return str(count) if count else "–"


def strips(order: Order) -> str:
    """Of how many strips it is joined, and by how much they overlap; «1» of a whole one."""
    count, width = len(seams(order)) + 1, millimetres(order.printer.overlap)
    return words("{count}, overlap {width}", count=count, width=width) if count > 1 else "1"


def millimetres(length: float) -> str:
    """«30 mm», which does not end a line between figure and unit."""
    return f"{figure(length)}\u00a0mm"
