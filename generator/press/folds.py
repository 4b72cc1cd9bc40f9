"""Sheets that are printed on both sides and folded: their sides, their folds and its marks."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.diagnostics import Rule
from generator.model.artwork import Artwork
from generator.press.faults import Fault, fault, figure
from generator.press.geometry import PressSheet
from generator.press.layouts import layout_of
from generator.press.marks import ALL_PLATES, LEAST_MARGIN
from generator.press.page_rooms import rooms_of, text_slots

ROOM_ON_FOLD = Rule(
    "room-on-fold",
    "The layout {layout} gives the text {slot} a room across the fold at {fold} mm.",
    'Give its box a leaf: of = "leaf-1".',
)
_LINE = 0.3  # millimetres
_DASH, _SPACE = 0.9, 0.4  # millimetres: cut marks are whole, those of folds are broken
_NEAR, _LENGTH = 1.0, 3.5  # millimetres: they end where the slug begins


def sides_of(artwork: Artwork) -> tuple[Artwork, ...]:
    """An artwork as each side of its sheet is printed; itself where only one is.

    A text goes to the side that has room for it; one for which there is none stays on the first,
    where preflight misses it.
    """
    layout = layout_of(artwork)
    numbers = sorted({shape.side for shape in layout.shapes} - {0}) if layout else []
    if not numbers or artwork.side:
        return (artwork,)
    sides = [_side(artwork, number) for number in numbers]
    drawn = [frozenset(slot.name for slot in text_slots(side)) for side in sides]
    every = frozenset[str]().union(*drawn[1:])
    own = [frozenset(name for name, _ in artwork.texts) - every | drawn[0], *drawn[1:]]
    return tuple(_only(side, names) for side, names in zip(sides, own, strict=True))


def _side(artwork: Artwork, number: int) -> Artwork:
    """One side of a sheet; of a bound piece its cover, then its pages."""
    bound = artwork.book
    if bound is None:
        return replace(artwork, side=number)
    return replace(artwork, side=number, trim=bound.page if number > 1 else bound.cover)


def _only(side: Artwork, names: frozenset[str]) -> Artwork:
    """A side with what stands on it."""
    places = rooms_of(side)
    return replace(
        side,
        texts=tuple(each for each in side.texts if each[0] in names),
        link=side.link if "qr" in places else "",
        illustration=side.illustration if "picture" in places else "",
    )


def leaf_widths(artwork: Artwork) -> tuple[float, ...]:
    """The widths of the leaves of a side from the left, in millimetres; none of a flat sheet."""
    layout = layout_of(artwork)
    shape = layout.shape_of(artwork) if layout else None
    shares = shape.leaves if shape else ()
    return tuple(round(share * artwork.trim.width, 3) for share in shares)


def folds_of(artwork: Artwork) -> tuple[float, ...]:
    """Where a side is folded: millimetres from the left of the trim."""
    widths = [width for width in leaf_widths(artwork) if width]
    return tuple(round(sum(widths[:at]), 3) for at in range(1, len(widths)))


def leaves_in_words(artwork: Artwork) -> str:
    """The widths as a printer reads them: «gấp 97 + 100 + 100 mm»; nothing of a flat sheet."""
    widths = " + ".join(figure(width) for width in leaf_widths(artwork) if width)
    return f"gấp {widths} mm" if widths else ""


def rooms_on_folds(artwork: Artwork) -> Iterator[Fault]:
    """Texts whose room a fold would cut, whatever stands in it; of a layout of one's own."""
    for slot in text_slots(artwork):
        cut = [fold for fold in folds_of(artwork) if slot.x < fold < slot.x + slot.width]
        if cut and slot.name != "sponsor":
            said = {"layout": artwork.template, "slot": slot.name, "fold": figure(cut[0])}
            yield fault(ROOM_ON_FOLD, "piece", "layout", **said)


def fold_marks(sheet: PressSheet, folds: Sequence[float]) -> bytes:
    """Broken lines above and below each fold, between the bleed and the slug, on all plates."""
    if not folds or sheet.margin < LEAST_MARGIN:
        return b""
    near = sheet.bleed + _NEAR
    far = near + _LENGTH
    ends = ((-far, -near), (sheet.trim.height + near, sheet.trim.height + far))
    lines = [_line(sheet, x, *end) for x in folds for end in ends]
    dash = f"[{sheet.points(_DASH):.4f} {sheet.points(_SPACE):.4f}] 0 d"
    pen = f"{sheet.points(_LINE):.4f} w"
    return "\n".join(["\nq", f"/{ALL_PLATES} CS 1 SCN {pen} {dash}", *lines, "Q"]).encode()


def _line(sheet: PressSheet, x: float, top: float, bottom: float) -> str:
    (a, b), (c, d) = sheet.at(x, top), sheet.at(x, bottom)
    return f"{a:.3f} {b:.3f} m {c:.3f} {d:.3f} l S"
