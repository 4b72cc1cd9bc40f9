"""Point 13: every place has its file, names are unique, and no field is left unfilled."""

from collections import Counter
from collections.abc import Iterator

from generator.diagnostics import Rule, warning
from generator.press.faults import Fault, fault
from generator.press.preflight.delivery import Delivery
from generator.press.variants import UNFILLED_FIELD, unfilled_fields

NO_FILE = warning(
    "variant-missing",
    "There is no file for the place “{place}”.",
    "Put it beside the others, or build the piece again without --place.",
)
SAME_NAME = Rule(
    "variant-name-twice",
    "Two files have the name {name}.",
    "Give one of the two pieces another id or slug.",
)


def check(file: Delivery) -> Iterator[Fault]:
    """Places without a file, names, fields."""
    for place in file.missing:
        yield fault(NO_FILE, "piece", "placements", place=place)
    for name, count in sorted(Counter(file.siblings).items()):
        if count > 1:
            yield fault(SAME_NAME, "piece", "id", name=name)
    if file.order is not None:
        for slot, field in unfilled_fields(file.order.artwork.texts):
            yield fault(UNFILLED_FIELD, "piece", slot, field=field)
