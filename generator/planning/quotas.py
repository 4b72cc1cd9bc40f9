"""How a promised quantity spreads over its quarters."""

from collections.abc import Mapping, Sequence


def allocate(total: int, shares: int) -> list[int]:
    """`total` over `shares` equal parts by largest remainder, ties to the latest.

    Four programmes over three quarters are 1, 1, 2: what does not divide comes last, when there
    has been time to prepare it.
    """
    base, rest = divmod(total, shares)
    return [base + (index >= shares - rest) for index in range(shares)]


def spread(
    total: int, quarters: Sequence[int], pins: Mapping[int, int] | None = None
) -> dict[int, int]:
    """The quantity of each quarter number; the quarters are taken in order of the year.

    `pins` counts what has its quarter already and stays there: a quarter that holds more than
    its share keeps it, and the others share what is left, which is never less than nothing.
    """
    held = dict(pins or {})
    free = sorted(set(quarters))
    found: dict[int, int] = {}
    while free:
        left = max(0, total - sum(found.values()))
        shares = dict(zip(free, allocate(left, len(free)), strict=True))
        over = [number for number in free if held.get(number, 0) > shares[number]]
        if not over:
            return dict(sorted((found | shares).items()))
        found |= {number: held[number] for number in over}
        free = [number for number in free if number not in over]
    return dict(sorted(found.items()))
