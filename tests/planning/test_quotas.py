"""A promised quantity spreads evenly, comes late where it does not divide, and moves no pin."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from generator.model.quarter import Quarter
from generator.planning.quotas import allocate, spread

NUMBERS = st.lists(st.integers(1, 4), min_size=1, max_size=4, unique=True)
TOTALS = st.integers(0, 2000)


def test_the_plan_of_2021() -> None:
    assert spread(4, (2, 3, 4)) == {2: 1, 3: 1, 4: 2}
    assert spread(9, (2, 3, 4)) == {2: 3, 3: 3, 4: 3}
    assert spread(300, (2, 3, 4)) == {2: 100, 3: 100, 4: 100}
    assert spread(7, (4, 2, 3)) == {2: 2, 3: 2, 4: 3}


def test_what_is_pinned_stays_and_the_others_share_the_rest() -> None:
    assert spread(300, (2, 3, 4), {2: 140}) == {2: 140, 3: 80, 4: 80}
    assert spread(4, (2, 3, 4), {2: 3, 3: 2}) == {2: 3, 3: 2, 4: 0}
    assert spread(4, (2, 3, 4), {2: 1, 4: 1}) == {2: 1, 3: 1, 4: 2}


@given(TOTALS, NUMBERS)
def test_shares_sum_up_and_differ_by_at_most_one(total: int, quarters: list[int]) -> None:
    shares = spread(total, quarters)
    assert sum(shares.values()) == total
    assert sorted(shares) == sorted(quarters)
    assert max(shares.values()) - min(shares.values()) <= 1
    assert list(shares.values()) == sorted(shares.values())  # ties to the latest


@given(TOTALS, NUMBERS, st.dictionaries(st.integers(1, 4), st.integers(0, 900)))
def test_no_pin_is_lost(total: int, quarters: list[int], pins: dict[int, int]) -> None:
    held = {number: count for number, count in pins.items() if number in quarters}
    shares = spread(total, quarters, held)
    assert all(shares[number] >= count for number, count in held.items())
    assert sum(shares.values()) == max(total, sum(shares.values()))
    free = [share for number, share in shares.items() if share != held.get(number)]
    assert not free or max(free) - min(free) <= 1


@given(st.integers(0, 500), st.integers(1, 12))
def test_allocate_is_spread_without_names(total: int, shares: int) -> None:
    found = allocate(total, shares)
    assert (sum(found), len(found)) == (total, shares)


@given(st.dates(date(1990, 1, 1), date(2100, 12, 31)))
def test_quarters_partition_the_year(day: date) -> None:
    mine = Quarter.of(day)
    assert mine.first_day <= day <= mine.last_day
    assert Quarter.of(mine.last_day + timedelta(days=1)) == mine.next
    whole = [Quarter(day.year, number) for number in range(1, 5)]
    assert sum((q.last_day - q.first_day).days + 1 for q in whole) in {365, 366}
    assert [q for q in whole if q.first_day <= day <= q.last_day] == [mine]
