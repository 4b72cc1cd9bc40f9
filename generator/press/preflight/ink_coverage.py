"""Point 8: ink within the limit; small type in black alone; white never overprints."""

from collections.abc import Iterator

from generator.diagnostics import Rule, warning
from generator.press.faults import Fault, fault, figure
from generator.press.preflight.content import Operation, size_of
from generator.press.preflight.delivery import Delivery

SMALL = 10.0
"""Millimetres: type below this height must not need plates that fit each other."""

TOO_MUCH_INK = Rule(
    "ink-limit",
    "There are {found} % of ink in one place; the printer allows {limit} %.",
    "Lighten the ink in assets/brand.yml, or correct ink_limit: of the printer.",
)
NOT_MEASURED = warning(
    "ink-not-measured",
    "The ink could not be measured: the page holds colours that have no plates in four inks.",
    "Draw shapes and gradients in the inks of assets/brand.yml in the template, "
    "or let the print shop look at the ink of this file.",
)
SMALL_IN_COLOURS = Rule(
    "small-type-coloured",
    "Type of {height} mm is printed in {count} inks: it would blur.",
    "Set it in the ink muc (black alone) or in paper white in the template.",
)
WHITE_OVERPRINTS = Rule(
    "white-overprints",
    "Something white is set to overprint: it would vanish.",
    "Turn overprint off for white in the template.",
)
_FILLING = frozenset(("f", "F", "f*", "B", "B*", "b", "b*", "Tj", "TJ", "'", '"'))


def check(file: Delivery) -> Iterator[Fault]:
    """The sums of the rendered page, and every text and white area that is drawn."""
    limit = file.order.printer.ink_limit if file.order else 400
    if file.ink_sums is not None:
        most = round(int(file.ink_sums.max()) * 100 / 255)
        if most > limit:
            yield fault(TOO_MUCH_INK, "brand", "colours", found=most, limit=limit)
    elif file.order is not None:
        yield fault(NOT_MEASURED, "template")
    found: dict[str, Fault] = {}
    for item in file.operations:
        if item.operator in {"Tj", "TJ"} and _is_cmyk(item):
            height = size_of(item) * file.unit
            count = sum(ink > 0 for ink in item.state.fill)
            dark = sum(item.state.fill) > 0.2  # noqa: PLR2004 - paper white bears a breath of yellow
            if height < SMALL and count > 1 and dark:
                found.setdefault(
                    "small",
                    fault(SMALL_IN_COLOURS, "template", height=figure(height), count=count),
                )
        if item.operator in _FILLING and _is_white(item):
            found.setdefault("white", fault(WHITE_OVERPRINTS, "template"))
    yield from found.values()


def _is_cmyk(item: Operation) -> bool:
    return item.state.fill_space == "/DeviceCMYK" and len(item.state.fill) == 4  # noqa: PLR2004


def _is_white(item: Operation) -> bool:
    return item.state.overprint and _is_cmyk(item) and not any(item.state.fill)
