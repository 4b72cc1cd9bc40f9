"""Eyelets, hems and pockets: where they fall, and their marks in the margin of the sheet."""

from dataclasses import dataclass

from generator.model.printer import Eyelets, Printer
from generator.model.sizes import Size
from generator.press.geometry import PressSheet
from generator.press.marks import ALL_PLATES, GAP, Obstacles, target

_LINE = 0.5  # millimetres
_FOLD = 2.0  # millimetres of the mark of a fold
_PEN = 0.1  # of the radius of a ring
_ARM = 1.2  # of the radius of a ring


@dataclass(frozen=True, slots=True)
class Ring:
    """An eyelet: its middle in millimetres from the trim's left and top, and its outer radius."""

    x: float
    y: float
    radius: float


def rings(trim: Size, eyelets: Eyelets | None) -> tuple[Ring, ...]:
    """Every eyelet of a piece, each once: by row from the top, from the left."""
    if eyelets is None:
        return ()
    inset, radius = eyelets.inset, eyelets.diameter / 2
    across = _along(trim.width, eyelets)
    down = _along(trim.height, eyelets)
    middles: set[tuple[float, float]] = set()
    for side in eyelets.sides:
        if side in {"top", "bottom"}:
            y = inset if side == "top" else trim.height - inset
            middles |= {(x, y) for x in across}
        else:
            x = inset if side == "left" else trim.width - inset
            middles |= {(x, y) for y in down}
    return tuple(Ring(x, y, radius) for y, x in sorted((y, x) for x, y in middles))


def finishing_marks(sheet: PressSheet, printer: Printer) -> bytes:
    """Rings in the margin opposite each eyelet, and ticks at the folds of hems and pockets.

    A ring has the true diameter as far as half of the margin lets it: whoever punches sees it from
    the other end of a banner, and lays the metal onto it.
    """
    if not sheet.margin:
        return b""
    drawn = (
        (_PEN * _radius(sheet, printer.eyelets), _targets(sheet, printer.eyelets)),
        (_LINE, _fold_ticks(sheet, printer)),
    )
    parts = [
        "\n".join(["\nq", f"/{ALL_PLATES} CS 1 SCN {sheet.points(pen):.4f} w", *lines, "Q"])
        for pen, lines in drawn
        if lines
    ]
    return "".join(parts).encode()


def obstacles(sheet: PressSheet, eyelets: Eyelets | None) -> Obstacles:
    """Where rings stand in the margin: from the left of the trim, and from its top."""
    middles = _middles(sheet, eyelets)
    wide, high = sheet.trim.width, sheet.trim.height
    return [x for x, y in middles if not 0 < y < high], [y for x, y in middles if not 0 < x < wide]


def _along(length: float, eyelets: Eyelets) -> list[float]:
    """Positions along a side: at both corners, and even gaps of at most about `every`."""
    between = length - 2 * eyelets.inset
    gaps = max(1, round(between / eyelets.every)) if eyelets.every else 1
    return [round(eyelets.inset + between * step / gaps, 3) for step in range(gaps + 1)]


def _radius(sheet: PressSheet, eyelets: Eyelets | None) -> float:
    return min(eyelets.diameter, sheet.margin / 2) / 2 if eyelets else 0.0


def _middles(sheet: PressSheet, eyelets: Eyelets | None) -> list[tuple[float, float]]:
    """Middles of rings in the margin, on the side where the eyelet is: as `Ring` has them."""
    sides, wide, high = eyelets.sides if eyelets else (), sheet.trim.width, sheet.trim.height
    out = sheet.bleed + GAP + _radius(sheet, eyelets)
    found: list[tuple[float, float]] = []
    for ring in rings(sheet.trim, eyelets):
        across, down = ring.x > wide / 2, ring.y > high / 2
        if ("bottom" if down else "top") in sides:
            found.append((ring.x, high + out if down else -out))
        if ("right" if across else "left") in sides:
            found.append((wide + out if across else -out, ring.y))
    return list(dict.fromkeys(found))


def _targets(sheet: PressSheet, eyelets: Eyelets | None) -> list[str]:
    radius = sheet.points(_radius(sheet, eyelets))
    return [
        line
        for middle in _middles(sheet, eyelets)
        for line in target(*sheet.at(*middle), radius, _ARM * radius)
    ]


def _fold_ticks(sheet: PressSheet, printer: Printer) -> list[str]:
    """At each fold, as far outside of the trim as the cloth that is turned over reaches inside."""
    width, height = sheet.trim.width, sheet.trim.height
    far = sheet.bleed + sheet.margin - GAP
    near = far - _FOLD
    folds = []
    for fold in filter(None, (printer.pocket, printer.hem)):
        for y in (fold, height - fold):
            folds += [
                _line(sheet, -far, y, -near, y),
                _line(sheet, width + near, y, width + far, y),
            ]
    if printer.hem:
        for x in (printer.hem, width - printer.hem):
            folds += [
                _line(sheet, x, -far, x, -near),
                _line(sheet, x, height + near, x, height + far),
            ]
    return folds


def _line(sheet: PressSheet, x0: float, y0: float, x1: float, y1: float) -> str:
    """A line in page units from points in millimetres from the trim's left and top."""
    (a, b), (c, d) = sheet.at(x0, y0), sheet.at(x1, y1)
    return f"{a:.3f} {b:.3f} m {c:.3f} {d:.3f} l S"
