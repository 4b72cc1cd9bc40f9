"""How much was done of an activity, and how much of that is proved, by its evidence.

What is told of a whole and what is told of its parts is never added up, nor are two kinds of
evidence for one thing: the larger figure counts. So no figure exceeds what its evidence carries,
and more evidence never makes it smaller.
"""

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from itertools import chain
from typing import Final

from generator.model.amount import Amount, Amounts, Bound
from generator.model.campaign import Activity
from generator.model.evidence import DONE_STAGES, Evidence
from generator.model.grouping import groups_of
from generator.model.piece import day_of
from generator.model.plan import Plan
from generator.planning.evidence_targets import (
    EvidenceTarget,
    is_of_deed,
    targets_of,
    valid_evidence,
)


@dataclass(frozen=True, slots=True)
class EvidenceUse:
    """A piece of evidence, used for one thing; `is_proof` says whether it proves it."""

    evidence: Evidence
    target: EvidenceTarget
    is_proof: bool = False

    @property
    def is_done(self) -> bool:
        """Whether it shows the thing done, not only printed or delivered."""
        return self.evidence.stage in DONE_STAGES

    def measure(self, kind: str) -> Amount | None:
        """What it says in a unit; None where it says nothing in that."""
        for each in self.evidence.measures:
            if each.kind == kind:
                return each
        return None


_UNVERIFIED: Final = {"verified_by": "", "verified_on": None}


def evidence_by(plan: Plan) -> Iterator[Evidence]:
    """Evidence as it stood by the day of the plan.

    What is done, verified or withdrawn later, nobody knew.
    """
    for each in valid_evidence(plan.workspace, plan.today):
        if day_of(each.on) <= plan.today:
            is_later = each.verified_on is not None and each.verified_on > plan.today
            yield each.model_copy(update=_UNVERIFIED) if is_later else each


def uses_of(
    plan: Plan, evidence: Iterable[Evidence], proof_ids: Container[str] = ()
) -> Iterator[EvidenceUse]:
    """Every use of evidence that counts; `proof_ids` are those of it that are proof."""
    for each in evidence:
        if is_of_deed(each):
            proof = each.id in proof_ids
            yield from (EvidenceUse(each, target, proof) for target in targets_of(plan, each))


def unit_of(activity: Activity) -> str:
    """The unit in which an activity is promised; nothing where no quantity is stated."""
    return Amount.of(activity.quantity).unit if activity.quantity else ""


def amounts(uses: Sequence[EvidenceUse], activity: Activity) -> Amounts:
    """What these uses of an activity's evidence come to: in the plan's unit, then in others.

    Where the plan counts in no unit, and no single things are shown, that of the evidence is first.
    """
    stated = (each.unit for use in uses for each in use.evidence.measures)
    units = dict.fromkeys([unit_of(activity), *stated])
    found = filter(None, (amount(uses, activity, unit) for unit in units))
    known = [each for each in found if each.unit or each.number is not None]
    return tuple(known) or (Amount(None, "", Bound.UNKNOWN),)


def amount(uses: Iterable[EvidenceUse], activity: Activity, unit: str) -> Amount | None:
    """What these uses of an activity's evidence come to in a unit; None where there are none.

    In the plan's unit evidence of a thing that states no figure counts as one of it.
    """
    found = count(uses, activity, unit)
    return found.amount if found else None


@dataclass(frozen=True, slots=True)
class EvidenceCount:
    """A figure, and how much of it each use of evidence gives: these add up to it."""

    amount: Amount
    parts: tuple[tuple[EvidenceUse, Amount], ...]

    def __add__(self, other: "EvidenceCount") -> "EvidenceCount":
        """Both together."""
        return EvidenceCount(self.amount + other.amount, self.parts + other.parts)


def count(uses: Iterable[EvidenceUse], activity: Activity, unit: str) -> EvidenceCount | None:
    """The same as `amount`, with what it is the sum of."""
    counts_silent = unit == unit_of(activity)
    mine = [each for each in uses if each.target.activity is activity]
    wholes = [each for each in mine if each.target.item is None]
    items = groups_of((each.target.item.id, each) for each in mine if each.target.item)
    parts = (_of_item(each, unit, counts_silent=counts_silent) for each in items.values())
    return _larger(_of_kinds(wholes, unit, counts_silent=counts_silent), _together(parts))


def _larger(one: EvidenceCount | None, other: EvidenceCount | None) -> EvidenceCount | None:
    """The larger of two figures for one thing; of two alike, with what is not sure of either."""
    if one is None or other is None:
        return one or other
    first, second = one.amount.number, other.amount.number
    if first is None or second is None:
        return other if first is None else one
    if first == second:
        return one + _doubts(other)
    return one if first > second else other


def _doubts(found: EvidenceCount) -> EvidenceCount:
    """Nothing more, but as unsure."""
    parts = tuple((use, replace(part, number=0)) for use, part in found.parts)
    return EvidenceCount(replace(found.amount, number=0), parts)


def _of_item(
    uses: Sequence[EvidenceUse], unit: str, *, counts_silent: bool
) -> EvidenceCount | None:
    """Of one thing: told of it as a whole, or of its places."""
    places = groups_of((each.target.place, each) for each in uses)
    wholes = places.pop("", [])
    parts = (_of_kinds(each, unit, counts_silent=counts_silent) for each in places.values())
    return _larger(_of_kinds(wholes, unit, counts_silent=counts_silent), _together(parts))


def _of_kinds(
    uses: Iterable[EvidenceUse], unit: str, *, counts_silent: bool
) -> EvidenceCount | None:
    kinds = groups_of((each.evidence.kind, each) for each in uses)
    figures = (_of_kind(each, unit, counts_silent=counts_silent) for each in kinds.values())
    return reduce(_larger, figures, None)


def _of_kind(
    uses: Sequence[EvidenceUse], unit: str, *, counts_silent: bool
) -> EvidenceCount | None:
    """What evidence of one kind for one thing comes to: three photographs show three banners."""
    kind = Amount(None, unit).kind
    pairs = [(use, use.measure(kind)) for use in uses]
    stated = _sum_of([(use, each) for use, each in pairs if each])
    if stated and counts_silent:
        stated = _no_more_than_there_are(stated)
    silent = [use for use, each in pairs if each is None] if counts_silent else []
    ones = _sum_of([*_ones(silent, unit, stated)])
    return stated + ones if stated and ones else stated or ones


def _no_more_than_there_are(stated: EvidenceCount) -> EvidenceCount:
    """Two slips of one slot are of one programme: together they count as what one of them says.

    Of a thing there are as many as its line has, or as a single piece of evidence states.
    """
    target, numbers = stated.parts[0][0].target, [part.number or 0 for _, part in stated.parts]
    most = max(target.copies, *numbers) if target.item else sum(numbers)
    if len(numbers) == 1 or sum(numbers) <= most:
        return stated
    left, kept = most, []
    for use, part in sorted(stated.parts, key=lambda each: -(each[1].number or 0)):
        number = None if part.number is None else min(part.number, left)
        left -= number or 0
        kept.append((use, replace(part, number=number)))
    return EvidenceCount(replace(stated.amount, number=most), tuple(kept))


def _ones(
    silent: Sequence[EvidenceUse], unit: str, stated: EvidenceCount | None
) -> Iterator[tuple[EvidenceUse, Amount]]:
    """One of the thing for each use that states no figure, as far as there are so many of it."""
    left = silent[0].target.copies if silent else 0
    if stated and stated.amount.number is not None:
        left = int(max(0, left - stated.amount.number))
    for index, use in enumerate(silent):
        unknown = Amount(None, unit, Bound.UNKNOWN)
        yield use, Amount(int(index < left), unit) if use.target.item else unknown


def _sum_of(parts: Sequence[tuple[EvidenceUse, Amount]]) -> EvidenceCount | None:
    return EvidenceCount(Amount.sum([each for _, each in parts]), tuple(parts)) if parts else None


def _together(parts: Iterable[EvidenceCount | None]) -> EvidenceCount | None:
    known = [each for each in parts if each is not None]
    if not known:
        return None
    return EvidenceCount(
        Amount.sum([each.amount for each in known]), tuple(chain(*(each.parts for each in known)))
    )
