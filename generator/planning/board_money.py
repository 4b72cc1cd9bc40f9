"""The budget of a plan against its contracts, invoices and payments: for internal eyes only."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.model.campaign import Campaign
from generator.model.evidence import OF_MONEY, Evidence


@dataclass(frozen=True, slots=True)
class Money:
    """The budget in đồng, every bill that counts, and the ids of those that are proved."""

    budget: int | None = None
    bills: tuple[Evidence, ...] = ()
    proof_ids: frozenset[str] = frozenset()

    @property
    def contracts(self) -> int:
        """What is agreed to be paid, in đồng."""
        return self.sum_of("contract")

    @property
    def invoices(self) -> int:
        """What was asked for, in đồng."""
        return self.sum_of("invoice")

    @property
    def payments(self) -> int:
        """What was paid, in đồng."""
        return self.sum_of("payment")

    @property
    def proof(self) -> int:
        """What is proved of the payments, in đồng."""
        return self.proof_of("payment")

    def proof_of(self, kind: str) -> int:
        """What is proved of the bills of a kind, in đồng."""
        return _sum(each for each in self.of_kind(kind) if each.id in self.proof_ids)

    @property
    def left(self) -> int | None:
        """What is not paid yet, in đồng; less than nothing where more was paid."""
        return None if self.budget is None else self.budget - self.payments

    @property
    def without_amount(self) -> tuple[Evidence, ...]:
        """Bills that do not say how much: the sums are without them."""
        return tuple(each for each in self.bills if each.amount is None)

    def sum_of(self, kind: str) -> int:
        """What the bills of a kind come to, in đồng; those without an amount are not in it."""
        return _sum(self.of_kind(kind))

    def of_kind(self, kind: str) -> list[Evidence]:
        """The bills of a kind."""
        return [each for each in self.bills if each.kind == kind]


def money_of(campaign: Campaign, evidence: Iterable[Evidence], proof_ids: frozenset[str]) -> Money:
    """What valid evidence of a campaign tells of money; `proof_ids` is what is proof."""
    bills = tuple(each for each in evidence if each.kind in OF_MONEY)
    return Money(campaign.budget, bills, proof_ids & {each.id for each in bills})


def _sum(bills: Iterable[Evidence]) -> int:
    return sum(each.amount or 0 for each in bills)
