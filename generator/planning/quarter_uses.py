"""Evidence of one thing from several quarters: what the thing gives counts once over them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from generator.model.amount import Amount
from generator.model.campaign import Activity
from generator.model.grouping import groups_of
from generator.model.piece import day_of
from generator.model.quarter import Quarter
from generator.planning.deed_counts import EvidenceUse, amount, unit_of


def uses_by_quarter(
    uses: Sequence[EvidenceUse], activity: Activity
) -> dict[Quarter, list[EvidenceUse]]:
    """The uses of each quarter, each with no more than it adds to the quarters before it.

    The quarter of a thing's own slot comes first: a second slip of the slot adds nothing to
    another quarter, and is left out there, as is what hangs at a place of a banner of which all
    was told. What is told of an activity as a whole counts in its quarter as it is told.
    """
    things = groups_of((use.target.item.id if use.target.item else "", use) for use in uses)
    added = {
        id(use.target): each for mine in things.values() for use, each in _added(mine, activity)
    }
    kept = (added.get(id(use.target), use) for use in uses)
    return groups_of((_quarter(use), use) for use in kept if use is not None)


def adds_nothing(use: EvidenceUse, before: Sequence[EvidenceUse], activity: Activity) -> bool:
    """Whether what a use tells is counted already, by uses of the same thing that come before.

    What tells something in another unit as well does add.
    """
    unit = unit_of(activity)
    if any(each.unit != unit for each in use.evidence.measures):
        return False
    told = _number([use], activity, unit)
    return told > 0 and _number([*before, use], activity, unit) == _number(before, activity, unit)


def thing_of(use: EvidenceUse) -> tuple[str, str]:
    """Of what a use tells: what hangs at one place is another thing than what hangs elsewhere."""
    item = use.target.item
    return (item.id if item else "", use.target.place)


def _quarter(use: EvidenceUse) -> Quarter:
    return Quarter.of(day_of(use.evidence.on))


def _added(
    uses: Sequence[EvidenceUse], activity: Activity
) -> Iterator[tuple[EvidenceUse, EvidenceUse | None]]:
    """Uses that add less than they tell, with what stands for them; None where that is nothing."""
    item, unit = uses[0].target.item, unit_of(activity)
    quarters = groups_of((_quarter(use), use) for use in uses)
    if item is None or len(quarters) == 1:
        return
    seen: list[EvidenceUse] = []
    for quarter in sorted(quarters, key=lambda each: (each != item.slot.quarter, each)):
        before = _number(seen, activity, unit)
        seen += quarters[quarter]
        gain = _number(seen, activity, unit) - before
        if gain < _number(quarters[quarter], activity, unit):
            yield from _of_places(quarters[quarter], gain, activity)


def _of_places(
    uses: Iterable[EvidenceUse], gain: int | Decimal, activity: Activity
) -> Iterator[tuple[EvidenceUse, EvidenceUse | None]]:
    """As much of a thing as it gains, told of it as a whole; the same of its places together."""
    unit, left = unit_of(activity), gain
    for place, mine in groups_of((use.target.place, use) for use in uses).items():
        most = min(_number(mine, activity, unit), left) if place else gain
        left -= most if place else 0
        for kind in groups_of((use.evidence.kind, use) for use in mine).values():
            yield from _shared(kind, most, unit)


def _number(uses: Iterable[EvidenceUse], activity: Activity, unit: str) -> int | Decimal:
    found = amount(uses, activity, unit)
    return (found.number or 0) if found else 0


def _shared(
    uses: Sequence[EvidenceUse], left: int | Decimal, unit: str
) -> Iterator[tuple[EvidenceUse, EvidenceUse | None]]:
    kind = Amount(None, unit).kind

    def size(use: EvidenceUse) -> int | Decimal:
        stated = use.measure(kind)
        return (stated.number or 0) if stated else -1

    # The largest figure comes first: it alone may go beyond what its line has.
    for use in sorted(uses, key=size, reverse=True):
        told = use.measure(kind) or Amount(1, unit)
        part = min(told.number or 0, left)
        left -= part
        others = tuple(each for each in use.evidence.measures if each.kind != kind)
        update = {"measures": (replace(told, number=part), *others)}
        is_kept = part or others  # of another unit it tells more
        yield (
            use,
            replace(use, evidence=use.evidence.model_copy(update=update)) if is_kept else None,
        )
