"""Point 9: words clear of hems, pockets, eyelets and seams; high and clear enough to be read."""

from collections.abc import Iterator

from generator.diagnostics import Rule, warning
from generator.press.eyelets import rings
from generator.press.faults import Fault, fault, figure
from generator.press.folds import folds_of
from generator.press.glyphs import Glyph
from generator.press.order import Order
from generator.press.preflight import contrast
from generator.press.preflight.content import Operation, size_of
from generator.press.preflight.delivery import Delivery
from generator.press.tiles import seams

IN_HEM = Rule(
    "text-in-hem",
    "“{text}” stands {found} mm from the edge; hems, pockets and eyelets need {asked} mm.",
    "Move it inwards in the template, or correct safe: of the printer.",
)
ON_EYELET = Rule(
    "text-on-eyelet",
    "“{text}” stands where an eyelet is punched.",
    "Move it inwards in the template, or correct eyelets: of the printer.",
)
ON_SEAM = warning(
    "text-on-seam",
    "The seam between two panels runs through “{text}”.",
    "Change the line breaks of the text with |, or roll: of the printer.",
)
ON_FOLD = Rule(
    "text-on-fold",
    "The fold at {fold} mm cuts “{text}”.",
    "Shorten it or break it with |, or keep it within a leaf in the template.",
)
OFF_THE_PIECE = Rule(
    "eyelet-outside",
    "Eyelets {inset} mm from the edge do not fall on a piece of {size}.",
    "Correct inset: of the printer's eyelets: the way from the edge to the middle of a ring.",
)
TOO_SMALL = Rule(
    "letters-too-small",
    "The letters are {found} mm high; to be read from the road they need {asked} mm.",
    "Shorten the text or choose a larger size.",
)
_SHOWN = 12
_BESIDE_FOLD = 1.0
"""Millimetres on either side of a fold that hold no letter: machines fold no more exactly."""


def check(file: Delivery) -> Iterator[Fault]:
    """Every character on the piece against every edge, ring and seam; how high and clear it is."""
    yield from distances(file)
    if file.order is not None:
        yield from _height(file, file.order)
        yield from contrast.check(file)


def distances(file: Delivery) -> Iterator[Fault]:
    """Every character on the piece against every edge, ring, seam and fold."""
    order = file.order
    if order is None:
        return
    left, bottom, right, top = order.sheet.trim_box
    on_piece = [
        glyph
        for glyph in file.glyphs
        if not glyph.text.isspace()
        and glyph.right > left
        and glyph.left < right
        and glyph.top > bottom
        and glyph.bottom < top
        and glyph.right > glyph.left
    ]
    boxes = _in_millimetres(order, on_piece)
    yield from _edges(order, boxes)
    yield from _rings(order, boxes)
    yield from _seams(order, boxes)
    yield from _folds(order, boxes)


_Boxes = list[tuple[Glyph, tuple[float, float, float, float]]]


def _in_millimetres(order: Order, glyphs: list[Glyph]) -> _Boxes:
    """Each with left, top, right, bottom in millimetres from the trim's left and top."""
    x, y, unit = order.sheet.ruler
    return [
        (
            each,
            (
                (each.left - x) / unit,
                (y - each.top) / unit,
                (each.right - x) / unit,
                (y - each.bottom) / unit,
            ),
        )
        for each in glyphs
    ]


def _edges(order: Order, boxes: _Boxes) -> Iterator[Fault]:
    printer, trim = order.printer, order.artwork.trim
    sides = max(printer.safe, printer.hem)
    ends = max(sides, printer.pocket)
    near = [
        (min(left, trim.width - right) - sides, min(top, trim.height - bottom) - ends, glyph)
        for glyph, (left, top, right, bottom) in boxes
    ]
    worst = min(near, key=lambda item: min(item[0], item[1]), default=None)
    if worst is None or min(worst[0], worst[1]) > -0.5:  # noqa: PLR2004 - half a millimetre
        return
    words = "".join(glyph.text for x, y, glyph in near if min(x, y) < 0)[:_SHOWN]
    asked, over = (sides, worst[0]) if worst[0] <= worst[1] else (ends, worst[1])
    found = figure(asked + over)
    yield fault(IN_HEM, "printer", "safe", text=words, found=found, asked=figure(asked))


def _rings(order: Order, boxes: _Boxes) -> Iterator[Fault]:
    eyelets, trim = order.printer.eyelets, order.artwork.trim
    found = rings(trim, eyelets)
    if eyelets and found and 2 * eyelets.inset > min(trim.width, trim.height):
        inset = figure(eyelets.inset)
        yield fault(OFF_THE_PIECE, "printer", "eyelets", inset=inset, size=trim)
    hit = [
        glyph
        for glyph, (left, top, right, bottom) in boxes
        if any(
            left < ring.x + ring.radius
            and right > ring.x - ring.radius
            and top < ring.y + ring.radius
            and bottom > ring.y - ring.radius
            for ring in found
        )
    ]
    if hit:
        words = "".join(glyph.text for glyph in hit)[:_SHOWN]
        yield fault(ON_EYELET, "printer", "eyelets", text=words)


def _seams(order: Order, boxes: _Boxes) -> Iterator[Fault]:
    for seam in seams(order, [box for _, box in boxes]):
        cut = [
            glyph
            for glyph, (left, top, right, bottom) in boxes
            if (left if seam.upright else top) < seam.end
            and (right if seam.upright else bottom) > seam.start
        ]
        if cut:
            words = "".join(glyph.text for glyph in cut)[:_SHOWN]
            yield fault(ON_SEAM, "printer", "roll", text=words)


def _folds(order: Order, boxes: _Boxes) -> Iterator[Fault]:
    """Letters on both sides of a fold, or a line of them that goes over it."""
    for fold in folds_of(order.artwork):
        near = [
            (glyph, box)
            for glyph, box in boxes
            if box[0] < fold + _BESIDE_FOLD and box[2] > fold - _BESIDE_FOLD
        ]
        cut = "".join(glyph.text for glyph, _ in near)
        if cut:
            words = next((t for t in order.words.values() if cut in t.replace(" ", "")), cut)
            slot = next((name for name, t in order.words.items() if t == words), "id")
            yield fault(ON_FOLD, "piece", slot, fold=figure(fold), text=cut[:_SHOWN])


def _height(file: Delivery, order: Order) -> Iterator[Fault]:
    """The largest type is that of the main words: the height of its capitals."""
    letters = [
        size_of(item) * file.unit * _capital(item)
        for item in file.operations
        if item.operator in {"Tj", "TJ"}
    ]
    if letters and max(letters) < order.artwork.letter * 0.99:
        asked = figure(order.artwork.letter)
        yield fault(TOO_SMALL, "piece", "size", found=figure(max(letters)), asked=asked)


def _capital(item: Operation) -> float:
    """The height of a capital of the font, as a share of its size."""
    font = item.state.font
    inner = font.DescendantFonts[0] if "/DescendantFonts" in font else font
    return float(inner.FontDescriptor.CapHeight) / 1000
