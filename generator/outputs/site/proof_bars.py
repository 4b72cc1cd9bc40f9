"""What of a plan is proved, for its public page: sums alone, without names, files or amounts.

A unit is typed by whoever records evidence, and may hold anything («người của Nguyễn Văn A»): in
public stands only one that the plan itself counts in, or names in its line.
"""

import re
from collections.abc import Iterator

from generator.model.amount import Amount, Amounts, in_words
from generator.model.campaign import Activity, Campaign
from generator.model.plan import Plan
from generator.planning.board import BoardLine, board_of

_MONEY = re.compile(r".*\b(?:đồng|vnđ|vnd)\b.*")


def proof_bars(plan: Plan, campaign: Campaign) -> list[dict[str, object]]:
    """What is proved of each line of which something is.

    Figures keep their «trên» and «khoảng»; `count` is the first of them, of which nothing is
    rounded up.
    """
    return [*_bars(board_of(plan, campaign).lines)]


def _bars(lines: tuple[BoardLine, ...]) -> Iterator[dict[str, object]]:
    for line in lines:
        proof = _public(line.activity, line.total.proof)
        if proof:
            yield {
                "activity": line.activity.id,
                "proof": in_words(proof),
                "count": int(proof[0].number or 0),
            }


def _public(activity: Activity, proof: Amounts) -> Amounts:
    """What of these figures is in units of the plan; what was paid is none of them."""
    sizes = [activity.size] if activity.size else []
    stated = [q for q in (activity.quantity, *activity.further) if q]
    units = {Amount.of(each).kind for each in stated}
    units |= {Amount(None, each.unit.partition("/")[0].rstrip()).kind for each in sizes}
    units |= {each.capacity.kind for each in activity.sessions if each.capacity}
    words = f"{activity.title} {activity.text} {activity.group}".casefold()

    def is_public(amount: Amount) -> bool:
        form = rf"(?<!\w){re.escape(amount.kind)}(?!\w)"
        is_named = amount.kind in units or bool(amount.kind and re.search(form, words))
        return is_named and not _MONEY.fullmatch(amount.kind)

    return tuple(filter(is_public, proof))
