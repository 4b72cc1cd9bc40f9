"""What was paid, in words: no sum is told without how much of it is proved."""

from collections.abc import Iterator

from generator.catalogue import words
from generator.planning.board import Board
from generator.planning.evidence_words import id_list
from generator.vietnamese.numbers import format_money

_BILLS = {
    "contract": "Contracts: {amount}",
    "invoice": "Invoices: {amount}",
    "payment": "Paid: {amount}",
}


def money_sentences(board: Board) -> Iterator[str]:
    """What was paid of the budget; nothing where no bill tells."""
    money = board.money
    for kind, message in _BILLS.items():
        if money.of_kind(kind):
            amount = money_words(money.sum_of(kind), money.proof_of(kind))
            yield words(message, amount=amount)
    if money.budget is not None and money.left is not None and money.payments:
        message = "Of the budget of {budget} {left} are left"
        over_it = "The payments exceed the budget of {budget} by {left}"
        left = format_money(abs(money.left))
        text = message if money.left >= 0 else over_it
        yield words(text, budget=format_money(money.budget), left=left)
    if money.without_amount:
        yield words("Bills that do not say how much: {ids}", ids=id_list(money.without_amount))


def money_words(amount: int, proof: int) -> str:
    """A sum of money, and how much of it is proved: none is told without that."""
    if not amount:
        return format_money(0)
    if proof == amount:
        return words("{amount}, all of it proved", amount=format_money(amount))
    if not proof:
        return words("{amount}, all of it without proof", amount=format_money(amount))
    return words(
        "{amount}, of which {proof} are proved and {lacking} lack proof",
        amount=format_money(amount),
        proof=format_money(proof),
        lacking=format_money(amount - proof),
    )
