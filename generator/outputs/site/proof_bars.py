"""What of a plan is proved, for its public page: sums alone, without names, files or amounts."""

from collections.abc import Iterator

from generator.model.amount import in_words
from generator.model.campaign import Campaign
from generator.model.plan import Plan
from generator.planning.board import BoardLine, board_of


def proof_bars(plan: Plan, campaign: Campaign) -> list[dict[str, object]]:
    """A bar for each line of which something is proved; `share` is in per cent of the plan.

    Without a figure in the plan there is no share. Figures keep their «trên» and «khoảng».
    """
    return [*_bars(board_of(plan, campaign).lines)]


def _bars(lines: tuple[BoardLine, ...]) -> Iterator[dict[str, object]]:
    for line in lines:
        total, quantity = line.total, line.activity.quantity
        if total.proof:
            number = total.proof[0].number or 0
            share = min(100.0, float(100 * number / quantity.value)) if quantity else None
            yield {
                "title": line.activity.title,
                "proof": in_words(total.proof),
                "stated": str(quantity) if quantity else "",
                "share": None if share is None else f"{share:g}",
            }
