"""What was paid is no more than what was agreed to be paid."""

from collections.abc import Iterable, Iterator, Sequence

from generator.checks import Subject
from generator.diagnostics import Diagnostic, warning
from generator.model.evidence import Evidence
from generator.model.grouping import groups_of
from generator.model.piece import day_of
from generator.planning.evidence_targets import valid_evidence
from generator.vietnamese.numbers import format_money

BEYOND_CONTRACT = warning(
    "evidence-beyond-contract",
    "Payments of “{of}” come to {paid}, and their contract is of {agreed}.",
    "Check the amounts of: {ids}. If there is a further contract, add it; if this was paid without "
    "one, write so in note:.",
)


def check(subject: Subject) -> Iterable[Diagnostic]:
    """Each contract with the payments for the same."""
    every = valid_evidence(subject.workspace)
    bills = [each for each in every if each.kind in {"contract", "payment"}]
    for mine in groups_of((each.campaign, each) for each in bills).values():
        for same in _of_one_thing(mine):
            yield from _beyond(same)


def _of_one_thing(bills: Iterable[Evidence]) -> list[list[Evidence]]:
    """Bills that have anything in common that they are of; one contract may be of several lines."""
    found: list[list[Evidence]] = []
    for bill in bills:
        mine = [each for each in found if any({*bill.of} & {*other.of} for other in each)]
        found = [each for each in found if each not in mine]
        found.append([*(other for each in mine for other in each), bill])
    return found


def _beyond(bills: Sequence[Evidence]) -> Iterator[Diagnostic]:
    contracts = [each for each in bills if each.kind == "contract"]
    payments = [each for each in bills if each.kind == "payment"]
    if not contracts or not payments or any(each.amount is None for each in contracts):
        return
    agreed, paid = (sum(each.amount or 0 for each in part) for part in (contracts, payments))
    last = max(payments, key=lambda each: (day_of(each.on), each.id))
    if paid > agreed and not last.note:
        yield BEYOND_CONTRACT.at(
            last.where("amount"),
            of=", ".join(dict.fromkeys(name for each in contracts for name in each.of)),
            paid=format_money(paid),
            agreed=format_money(agreed),
            ids=", ".join(each.id for each in (*contracts, *payments)),
        )
