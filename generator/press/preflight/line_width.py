"""Part of point 6: lines are wide enough to be printed."""

import math
from collections.abc import Iterator

from generator.diagnostics import Rule
from generator.press.faults import Fault, fault, figure
from generator.press.preflight.content import Operation
from generator.press.preflight.delivery import Delivery

LEAST = 0.25 / 72 * 25.4
"""Millimetres on the finished piece: a quarter of a point, the usual least of print shops."""

HAIRLINE = Rule(
    "hairline",
    "A line is {found} mm wide on the finished piece: it breaks up or vanishes.",
    "Make it {least} mm wide or more, or draw it as an area.",
)
_STROKING = frozenset(("S", "s", "B", "B*", "b", "b*"))


def check(file: Delivery) -> Iterator[Fault]:
    """The thinnest line that is drawn; one of width 0 is as thin as the machine can."""
    weights = (_weight(item) * file.unit for item in file.operations if item.operator in _STROKING)
    thinnest = min(weights, default=LEAST)
    if thinnest < LEAST * 0.99:
        drawn = file.order is not None and file.order.drawing is not None
        change = ("piece", "illustration") if drawn else ("template",)
        yield fault(HAIRLINE, *change, found=figure(thinnest), least=figure(LEAST))


def _weight(item: Operation) -> float:
    """The width in units of the page."""
    a, b, c, d, _, _ = item.state.matrix
    return item.state.weight * math.sqrt(abs(a * d - b * c))
