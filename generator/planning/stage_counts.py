"""What is printed or delivered and has not gone further: of six delivered four hang, two do not."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from generator.model.amount import Amount, Amounts, Bound, total
from generator.model.campaign import Activity
from generator.model.evidence import DONE_STAGES, EvidenceStage
from generator.model.grouping import groups_of
from generator.planning.deed_counts import EvidenceUse, amounts

_FURTHER: Final[Mapping[str, frozenset[str]]] = {
    "printed": frozenset({*DONE_STAGES, "delivered"}),
    "delivered": frozenset(DONE_STAGES),
}
"""What each stage goes on to; what was taken down is no step to anything."""


def stages_left(
    uses: Iterable[EvidenceUse], activity: Activity
) -> Iterator[tuple[EvidenceStage, Amounts]]:
    """Each stage short of being done, with how much went no further than that."""
    known = list(uses)
    stages = dict.fromkeys(use.evidence.stage for use in known if not use.is_done)
    for stage in stages:
        steps = {stage, *_FURTHER.get(stage, frozenset())}
        mine = [use for use in known if use.evidence.stage in steps]
        left = total(each for part in _things(mine) for each in _left(part, stage, activity))
        if left:
            yield stage, left


def _things(uses: Sequence[EvidenceUse]) -> Iterable[Sequence[EvidenceUse]]:
    """Thing by thing; all together where anything is told of the line as a whole."""
    if any(use.target.item is None for use in uses):
        return (uses,)
    return groups_of((use.target.item.id, use) for use in uses if use.target.item).values()


def _left(
    uses: Sequence[EvidenceUse], stage: EvidenceStage, activity: Activity
) -> Iterator[Amount]:
    so_far = [use for use in uses if use.evidence.stage == stage]
    gone = groups_of((_step(use), use) for use in uses if use.evidence.stage != stage)
    further = [each for mine in gone.values() for each in amounts(mine, activity)]
    for reached in amounts(so_far, activity) if so_far else ():
        yield from _less(reached, [each for each in further if each.kind == reached.kind])


def _step(use: EvidenceUse) -> str:
    """What is hung or handed out is one step."""
    return "done" if use.is_done else use.evidence.stage


def _less(reached: Amount, further: Sequence[Amount]) -> Iterator[Amount]:
    """A figure without the largest of what went further, as sure as both are."""
    if not further or reached.number is None:
        yield reached
        return
    most = max(further, key=lambda each: each.number or 0)
    if (left := reached.number - (most.number or 0)) > 0:
        bound = reached.bound if most.is_exact else reached.bound | Bound.ABOUT
        yield Amount(left, reached.unit, bound)
