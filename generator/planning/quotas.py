"""How a promised quantity spreads over its quarters."""

from collections.abc import Sequence


def allocate(total: int, shares: int) -> list[int]:
    """`total` over `shares` equal parts by largest remainder, ties to the latest.

    Four programmes over three quarters are 1, 1, 2: what does not divide comes last, when there
    has been time to prepare it.
    """
    base, rest = divmod(total, shares)
    return [base + (index >= shares - rest) for index in range(shares)]


def spread(total: int, quarters: Sequence[int]) -> dict[int, int]:
    """The quantity of each quarter number; the quarters are taken in order of the year."""
    ordered = sorted(set(quarters))
    return dict(zip(ordered, allocate(total, len(ordered)), strict=True))
