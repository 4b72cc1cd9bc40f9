"""Which points of preflight a studio's file is held to, and for which the studio answers.

Nothing of the file is run: it is read, measured and drawn.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from generator.diagnostics import RefusalError
from generator.press import rooms
from generator.press.faults import Fault, fault, figure
from generator.press.finish import finish
from generator.press.order import Order
from generator.press.preflight import (
    OUTDOORS,
    POINTS,
    Result,
    boxes,
    clearance,
    colour_spaces,
    ink_coverage,
    line_width,
    output_intent,
    reach,
    resolution,
    structure,
    texts,
    xmp,
)
from generator.press.preflight.delivery import Delivery, LockedError, Unreadable, open_delivery
from generator.press.studio_file import BAD_ARTWORK, SIDEWAYS, StudioFile
from generator.press.studio_page import studio_page

Treatment = Literal["held", "attested", "none"]
"""The file is held to a point, the studio answers for it, or there is nothing to look at."""


@dataclass(frozen=True, slots=True)
class StudioPoint:
    """What becomes of a point of preflight for a studio's file, and why (a msgid)."""

    treatment: Treatment
    why: str


STUDIO_POINTS: tuple[StudioPoint, ...] = (
    StudioPoint("held", "one page of PDF 1.6 or older; no password, script, action, attachment"),
    StudioPoint("held", "cut and bleed as ordered, drawn to the end of the bleed"),
    StudioPoint("held", "one printing condition of four inks"),
    StudioPoint("held", "it says that it is PDF/X-4; its title and days are the studio's"),
    StudioPoint("held", "CMYK, grey and the printer's spot inks, also where it is transparent"),
    StudioPoint("held", "as of our own files"),
    StudioPoint("held", "fonts are embedded; that the words are right, whoever approves it sees"),
    StudioPoint("held", "as of our own files; what has no plates the studio answers for"),
    StudioPoint("held", "of live words; how large and clear words are, the studio answers for"),
    StudioPoint("attested", "the studio places the code, if any, and tries it"),
    StudioPoint("none", "no TIFF is made: the file goes out as it came"),
    StudioPoint("none", "no TIFF is made: the file goes out as it came"),
    StudioPoint("none", "one file hangs in all places"),
    StudioPoint("held", "places and words of the piece; who answers for it the studio puts there"),
    StudioPoint("held", "approval and everything that the stamp waits for"),
)
"""Of each point in the order of their numbers; docs/decisions/print.md has the same table."""

_VERSIONS = frozenset(("1.3", "1.4", "1.5", "1.6"))
_GREY = "Gray"  # which presses print as black, and ISO 15930-7 lets pass
_AGAIN = (
    "Ask the studio for “{file}” again as PDF/X-4: {size}, {bleed} mm of bleed, fonts in it, CMYK."
)
_TO_ASK = (
    structure.ENCRYPTED_FILE.with_hint(
        "Ask the studio for “{file}” without password and restrictions."
    ),
    structure.ACTIVE.with_hint(
        "Ask the studio for “{file}” without scripts, actions, attached files, forms "
        "and comments. Nothing of them is run here."
    ),
    structure.PAGES.with_hint("Ask the studio for “{file}” with the one page that is printed."),
    boxes.WRONG_SIZE.with_hint(
        "Ask the studio for “{file}” with a TrimBox of {size}, not reduced; or correct size: here."
    ),
    texts.NOT_EMBEDDED.with_hint(
        "Ask the studio for “{file}” with all fonts in it, or with words as paths."
    ),
    colour_spaces.FOREIGN_COLOUR.with_hint(
        "Ask the studio for “{file}” with all colours and pictures in "
        "CMYK of the printing condition."
    ),
    colour_spaces.RGB_GROUP.with_hint(
        "Ask the studio for “{file}” with transparency mixed in CMYK."
    ),
    colour_spaces.UNKNOWN_SPOT.with_hint(
        "Ask the studio for “{file}” with this ink in CMYK, or add it to spots: of the printer."
    ),
    ink_coverage.TOO_MUCH_INK.with_hint(
        "Ask the studio for “{file}” with {limit} % of ink at most."
    ),
    ink_coverage.NOT_MEASURED.with_hint(
        "Let the studio say how much ink is in “{file}”, or let the print shop look."
    ),
    clearance.IN_HEM.with_hint(
        "Ask the studio for “{file}” with its words {asked} mm from the edge."
    ),
    rooms.TOO_COARSE.with_hint(
        "Ask the studio for “{file}” with a picture of at least {pixels} pixels in "
        "width there, or with a smaller one."
    ),
    line_width.HAIRLINE.with_hint(
        "Ask the studio for “{file}” with this line {least} mm wide or wider."
    ),
)
_BY_CODE = {rule.code: rule for rule in _TO_ASK}


def studio_results(order: Order, studio: StudioFile) -> tuple[Result, ...]:
    """All points; where the file cannot be opened at all, only the first."""
    delivery = Delivery(studio.data, order)
    try:
        with open_delivery(delivery):
            return tuple(_results(order, studio, delivery))
    except (Unreadable, LockedError) as error:
        is_locked = isinstance(error, LockedError)
        rule = structure.ENCRYPTED_FILE if is_locked else structure.UNREADABLE
        found = _for_studio(fault(rule, "file"), order, studio)
        return (Result(1, POINTS[0][0], (replace(found, point=1),)),)


def results_of_copy(order: Order, studio: StudioFile, data: bytes) -> tuple[Result, ...]:
    """The same of a file that lies somewhere: it must be the very one that was delivered.

    Of a stamped copy that one is looked at.
    """
    there = studio if order.preview else replace(studio, data=data)
    results = studio_results(order, there)
    if there.digest == studio.digest:
        return results
    stale = replace(fault(texts.STALE, "file", found=there.digest[:8]), point=1)
    return (replace(results[0], faults=(*results[0].faults, stale)), *results[1:])


def _results(order: Order, studio: StudioFile, delivery: Delivery) -> Iterator[Result]:
    checks = _checks(order, studio, delivery)
    for number, (point, (title, _)) in enumerate(zip(STUDIO_POINTS, POINTS, strict=True), 1):
        found = _found(checks[number]) if number in checks else []
        faults = tuple(replace(_for_studio(each, order, studio), point=number) for each in found)
        applies = point.treatment == "held" and (order.is_outdoors or number != OUTDOORS)
        yield Result(number, title, faults, applies, point.treatment == "attested")


def _found(check: Callable[[], Iterable[Fault]]) -> list[Fault]:
    """What a point says; whatever it trips over lies in the file."""
    import pikepdf

    try:
        return list(check())
    except (
        *(pikepdf.PdfError, RefusalError, RuntimeError, ArithmeticError),
        *(ValueError, TypeError, LookupError, AttributeError, NotImplementedError),
    ) as error:
        return [fault(structure.DAMAGED_FILE, "file", detail=type(error).__name__)]


def _checks(
    order: Order, studio: StudioFile, delivery: Delivery
) -> dict[int, Callable[[], Iterable[Fault]]]:
    """What is looked at of the file as it came, and of its page where ours have theirs."""
    sizes = _found(lambda: boxes.sizes(delivery))
    is_turned = delivery.page.obj.get("/Rotate", 0) not in {0, 360}
    as_came: dict[int, Callable[[], Iterable[Fault]]] = {
        1: lambda: _structure(delivery),
        2: lambda: [*sizes, *_turned(studio, is_turned=is_turned)],
        3: lambda: output_intent.check(delivery),
        4: lambda: xmp.claim(delivery),
        5: lambda: _inks_only(delivery),
        6: lambda: resolution.check(delivery),
        7: lambda: texts.fonts(delivery),
        OUTDOORS: lambda: order.rules,
        15: lambda: order.preview,
    }
    if is_turned or sizes or _found(lambda: _structure(delivery)):
        return as_came
    page = Delivery(finish(studio_page(studio, order.sheet), order.sheet, order.facts), order)
    return as_came | {
        2: lambda: _opened(page, reach.check),
        8: lambda: _opened(page, ink_coverage.check),
        9: lambda: _opened(page, clearance.distances),
    }


def _opened(page: Delivery, check: Callable[[Delivery], Iterable[Fault]]) -> list[Fault]:
    with open_delivery(page):
        return list(check(page))


def _structure(delivery: Delivery) -> Iterator[Fault]:
    passing = {structure.VERSION} if delivery.document.pdf_version in _VERSIONS else set()
    if delivery.document.is_encrypted:  # which brings a version of its own
        passing.add(structure.VERSION)
    return (each for each in structure.check(delivery) if each.rule not in passing)


def _turned(studio: StudioFile, *, is_turned: bool) -> Iterator[Fault]:
    if is_turned:
        yield fault(BAD_ARTWORK, "piece", "artwork", file=studio.path, problem=SIDEWAYS)


def _inks_only(delivery: Delivery) -> Iterator[Fault]:
    found = colour_spaces.check(delivery)
    return (each for each in found if ("what", _GREY) not in each.details)


def _for_studio(found: Fault, order: Order, studio: StudioFile) -> Fault:
    """A fault of the file, which the piece names; what a piece or the law says is as it was."""
    if found.rule in {each.rule for each in (*order.rules, *order.preview)}:
        return found
    size, bleed = str(order.artwork.trim), figure(order.artwork.bleed)
    known = dict(found.details) | {"file": studio.path, "size": size, "bleed": bleed}
    rule = found.rule
    if rule is not BAD_ARTWORK:
        rule = _BY_CODE.get(rule.code) or rule.with_hint(_AGAIN)
    return Fault(rule, ("piece", "artwork"), tuple(known.items()))
