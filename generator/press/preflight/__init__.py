"""Preflight: a finished file against its order, point by point, before it is delivered.

Every point is a file that exports `check(file)`. Pure: bytes and facts in, faults out.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from generator.press.faults import Fault
from generator.press.preflight import (
    boxes,
    clearance,
    code,
    colour_spaces,
    ink_coverage,
    output_intent,
    preview_stamp,
    resolution,
    same,
    structure,
    surroundings,
    texts,
    tiffs,
    variety,
    xmp,
)
from generator.press.preflight.delivery import Delivery, LockedError, Unreadable, open_delivery

Check = Callable[[Delivery], Iterable[Fault]]

POINTS: tuple[tuple[str, Check], ...] = (
    ("Clean structure", structure.check),
    ("Boxes and bleed", boxes.check),
    ("Output intent", output_intent.check),
    ("Metadata of PDF/X-4", xmp.check),
    ("Inks only", colour_spaces.check),
    ("Resolution of pictures, width of lines", resolution.check),
    ("Fonts and text", texts.check),
    ("Total ink and black", ink_coverage.check),
    ("Words clear of edges and eyelets", clearance.check),
    ("QR code", code.check),
    ("TIFF is whole", tiffs.check),
    ("TIFF equals PDF", same.check),
    ("Every variant is there", variety.check),
    ("Outdoor rules", surroundings.check),
    ("May be printed", preview_stamp.check),
)
"""Title (a msgid) and check of each point, in the order of their numbers from 1."""

_OF_THE_ORDER = frozenset((9, 10, 13, 14, 15))
_OF_THE_TIFF = frozenset((11, 12))
OUTDOORS = 14
"""The point of rules for outdoors."""


@dataclass(frozen=True, slots=True)
class Result:
    """One point: its number, its title, what it found, and whether there was anything to look at.

    There is nothing where no TIFF was made, where nobody knows what was ordered, or indoors.
    `is_attested` is what a studio answers for that delivered the file.
    """

    point: int
    title: str
    faults: tuple[Fault, ...]
    applies: bool = True
    is_attested: bool = False

    @property
    def is_passed(self) -> bool:
        """Whether nothing speaks against delivery."""
        return not any(fault.is_error for fault in self.faults)


def preflight(delivery: Delivery) -> tuple[Result, ...]:
    """All points; where the file cannot be opened at all, only the first."""
    try:
        with open_delivery(delivery):
            return tuple(_result(number, delivery) for number in range(1, len(POINTS) + 1))
    except (Unreadable, LockedError):
        faults = (replace(structure.unreadable(), point=1),)
        return (Result(1, POINTS[0][0], faults),)


def together(one: Result, other: Result) -> Result:
    """The same point of two files: each fault once."""
    faults = tuple(dict.fromkeys((*one.faults, *other.faults)))
    return replace(one, faults=faults, applies=one.applies or other.applies)


def _result(number: int, delivered: Delivery) -> Result:
    title, check = POINTS[number - 1]
    found = tuple(replace(one, point=number) for one in check(delivered))
    return Result(number, title, found, _applies(number, delivered))


def _applies(number: int, delivered: Delivery) -> bool:
    if number in _OF_THE_TIFF:
        return bool(delivered.tiff)
    if number == OUTDOORS and delivered.order is not None:
        return delivered.order.is_outdoors
    return delivered.order is not None or number not in _OF_THE_ORDER
