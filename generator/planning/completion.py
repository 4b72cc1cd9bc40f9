"""How far a thing of the plan is: of how many of its copies evidence tells, how many it proves.

A thing is done once all of its copies are: of six banners four of which hang the thing is done in
part, however much of that is proved.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from generator.model.amount import Amount, Bound
from generator.model.grouping import groups_of
from generator.model.piece import day_of
from generator.planning.deed_counts import EvidenceUse, count, unit_of

DONE_STATES = frozenset({"is proof", "done, proved in part", "done, without proof"})
"""States of what is done as a whole (msgids)."""


@dataclass(frozen=True, slots=True)
class Completion:
    """How far a thing is (mức đã làm); `done` and `proof` are None where no evidence tells.

    `done_on` is the day on which the last of its copies was done; None while one is not.
    """

    copies: int
    done: Amount | None = None
    proof: Amount | None = None
    done_on: date | None = None

    @property
    def is_done(self) -> bool:
        """Whether all of it is done."""
        return self.done_on is not None

    @property
    def is_proof(self) -> bool:
        """Whether all of it is proved."""
        return covers(self.proof, self.copies)

    @property
    def is_in_part(self) -> bool:
        """Whether something of it is done, or proved, and not the whole."""
        return self.done is not None and not (self.is_done and (self.is_proof or not self.proof))

    @property
    def state(self) -> str:
        """How far it is (a msgid); empty where no evidence tells of it."""
        return state_of(self.done, self.proof, self.copies)

    @property
    def done_copies(self) -> int:
        """How many of its copies are done, no more than there are."""
        number = self.done.number if self.done else None
        return min(self.copies, int(number or 0))


_NOTHING = Completion(1)


def state_of(done: Amount | None, proof: Amount | None, whole: int | Decimal) -> str:
    """How far something is of which there are so many (a msgid); empty where nothing is done."""
    if done is None:
        return ""
    if covers(done, whole):
        if covers(proof, whole):
            return "is proof"
        return "done, proved in part" if proof else "done, without proof"
    if not proof:
        return "done in part, without proof"
    is_all = proof.number == done.number and proof.number is not None
    return "done in part, all of that proved" if is_all else "done in part, proved in part"


def covers(amount: Amount | None, whole: int | Decimal) -> bool:
    """Whether so much is surely the whole: «khoảng 6» of 6 is not."""
    if amount is None or amount.number is None or Bound.ABOUT in amount.bound:
        return False
    return amount.number >= whole


def completions(uses: Iterable[EvidenceUse]) -> dict[str, Completion]:
    """Each thing of which evidence tells that something was done, by its id."""
    of_things = groups_of(
        (use.target.item.id, use) for use in uses if use.is_done and use.target.item
    )
    return {key: _deed(mine) for key, mine in of_things.items()}


def completion_of(deeds: Mapping[str, Completion], identity: str) -> Completion:
    """How far a thing is; of one of which nothing tells, that it is not begun."""
    return deeds.get(identity, _NOTHING)


def _deed(uses: Sequence[EvidenceUse]) -> Completion:
    item = uses[0].target.item
    copies = max(1, item.units if item else 1)
    done = _amount(uses)
    proof = _amount([use for use in uses if use.is_proof])
    return Completion(copies, done, proof, _day(uses, copies) if covers(done, copies) else None)


def _amount(uses: Sequence[EvidenceUse]) -> Amount | None:
    """In the unit of the plan; where it counts in none, in the first one that evidence states."""
    if not uses:
        return None
    activity = uses[0].target.activity
    stated = (each.unit for use in uses for each in use.evidence.measures)
    unit = unit_of(activity) or next(stated, "")
    found = count(uses, activity, unit)
    return found.amount if found else Amount(None, unit, Bound.UNKNOWN)


def _day(uses: Sequence[EvidenceUse], copies: int) -> date:
    """The day by which all was done."""
    days = sorted({day_of(use.evidence.on) for use in uses})
    for day in days[:-1]:
        if covers(_amount([use for use in uses if day_of(use.evidence.on) <= day]), copies):
            return day
    return days[-1]
