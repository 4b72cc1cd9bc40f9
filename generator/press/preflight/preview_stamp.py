"""Point 15: may the piece be printed, or does it bear the stamp of what is only looked at?"""

from collections.abc import Iterator
from typing import Any

from generator.diagnostics import Rule
from generator.press.faults import Fault, fault
from generator.press.preflight.delivery import Delivery
from generator.press.previews import STAMP

MISSING_STAMP = Rule(
    "stamp-missing",
    "The file lacks the stamp BẢN XEM, and the piece is not to be printed yet.",
    "Throw the file away and build it again: loa build print.",
)
STAMP_LEFT = Rule(
    "stamp-left",
    "The file bears the stamp BẢN XEM, though the piece may be printed now.",
    "Build it again: loa build print.",
)


def check(file: Delivery) -> Iterator[Fault]:
    """Every reason of the order, and whether the file bears the stamp that goes with it."""
    if file.order is None:
        return
    yield from file.order.preview
    resources: Any = file.page.obj.get("/Resources", {})
    drawn = resources.get("/XObject", {})
    is_stamped = f"/{STAMP}" in drawn
    if is_stamped != bool(file.order.preview):
        yield fault(STAMP_LEFT if is_stamped else MISSING_STAMP, "piece", "id")
