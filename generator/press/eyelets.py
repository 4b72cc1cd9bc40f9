"""Eyelets, hems and pockets: where they fall, and their marks in the margin of the sheet."""

from dataclasses import dataclass

from generator.model.printer import Eyelets, Printer
from generator.model.sizes import Size
from generator.press.geometry import PressSheet
from generator.press.marks import ALL_PLATES, GAP

_LINE = 0.5  # millimetres
_TICK = 4.0  # millimetres


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
    """Ticks in the margin opposite each eyelet, and at the folds of hems and pockets."""
    if not sheet.margin:
        return b""
    ticks = [*_ring_ticks(sheet, printer.eyelets), *_fold_ticks(sheet, printer)]
    if not ticks:
        return b""
    pen = sheet.points(_LINE)
    return "\n".join(["\nq", f"/{ALL_PLATES} CS 1 SCN {pen:.4f} w", *ticks, "Q"]).encode()


def _along(length: float, eyelets: Eyelets) -> list[float]:
    """Positions along a side: at both corners, and even gaps of at most about `every`."""
    between = length - 2 * eyelets.inset
    gaps = max(1, round(between / eyelets.every)) if eyelets.every else 1
    return [round(eyelets.inset + between * step / gaps, 3) for step in range(gaps + 1)]


def _ring_ticks(sheet: PressSheet, eyelets: Eyelets | None) -> list[str]:
    """A circle and a tick outside of the bleed, on the side where the eyelet is."""
    found = rings(sheet.trim, eyelets)
    sides = eyelets.sides if eyelets else ()
    outside = sheet.bleed + sheet.margin - GAP
    ticks = []
    for ring in found:
        if "top" in sides and ring.y <= sheet.trim.height / 2:
            ticks += _upright(sheet, ring.x, -outside)
        if "bottom" in sides and ring.y > sheet.trim.height / 2:
            ticks += _upright(sheet, ring.x, sheet.trim.height + outside - _TICK)
        if "left" in sides and ring.x <= sheet.trim.width / 2:
            ticks += _level(sheet, -outside, ring.y)
        if "right" in sides and ring.x > sheet.trim.width / 2:
            ticks += _level(sheet, sheet.trim.width + outside - _TICK, ring.y)
    return list(dict.fromkeys(ticks))


def _fold_ticks(sheet: PressSheet, printer: Printer) -> list[str]:
    """At each fold, as far outside of the trim as the cloth that is turned over reaches inside."""
    width, height = sheet.trim.width, sheet.trim.height
    far = sheet.bleed + sheet.margin - GAP
    near = far - _TICK / 2
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


def _upright(sheet: PressSheet, x: float, y: float) -> list[str]:
    """A tick of an eyelet, crossed so that nobody takes it for a crop mark."""
    half, middle = _TICK / 4, y + _TICK / 2
    return [
        _line(sheet, x, y, x, y + _TICK),
        _line(sheet, x - half, middle, x + half, middle),
    ]


def _level(sheet: PressSheet, x: float, y: float) -> list[str]:
    half, middle = _TICK / 4, x + _TICK / 2
    return [
        _line(sheet, x, y, x + _TICK, y),
        _line(sheet, middle, y - half, middle, y + half),
    ]


def _line(sheet: PressSheet, x0: float, y0: float, x1: float, y1: float) -> str:
    """A line in page units from points in millimetres from the trim's left and top."""
    (a, b), (c, d) = sheet.at(x0, y0), sheet.at(x1, y1)
    return f"{a:.3f} {b:.3f} m {c:.3f} {d:.3f} l S"
