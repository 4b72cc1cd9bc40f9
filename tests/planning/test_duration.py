import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.planning.duration import (
    USUAL,
    Estimate,
    Judgement,
    Rate,
    estimate,
    judge,
    measured_rate,
)

SECONDS = st.integers(0, 7200)


@pytest.mark.parametrize(
    ("syllables", "cues", "expected"),
    [
        (0, 0, Estimate(0, 0, 0)),
        (0, 12, Estimate(12, 12, 12)),
        (220, 0, Estimate(60, 55, 66)),
        (1320, 30, Estimate(390, 360, 426)),
    ],
)
def test_estimate(syllables: int, cues: int, expected: Estimate) -> None:
    assert estimate(syllables, cues) == expected


def test_estimate_at_the_rate_of_a_station() -> None:
    assert estimate(600, 0, Rate(300, 240, 360)) == Estimate(120, 100, 150)


@pytest.mark.parametrize(
    ("estimated", "slot", "expected"),
    [
        (Estimate(420, 385, 462), 420, Judgement("fits")),
        (Estimate(421, 385, 463), 420, Judgement("over", 4)),
        (Estimate(458, 420, 504), 420, Judgement("over", 140)),
        (Estimate(459, 421, 505), 420, Judgement("over", 143, far=True)),
        (Estimate(191, 175, 210), 420, Judgement("under", 840)),
        (Estimate(190, 174, 209), 420, Judgement("under", 844, far=True)),
        (Estimate(2400, 2200, 2640), 300, Judgement("over", 7700, far=True)),
        (Estimate(305, 280, 336), 420, Judgement("fits")),
        (Estimate(304, 279, 335), 420, Judgement("under", 426)),
        (Estimate(0, 0, 0), 60, Judgement("under", 220, far=True)),
    ],
)
def test_judge(estimated: Estimate, slot: int, expected: Judgement) -> None:
    assert judge(estimated, slot) == expected


@given(st.integers(0, 20000), SECONDS)
def test_the_band_holds_the_estimate(syllables: int, cues: int) -> None:
    found = estimate(syllables, cues)
    assert cues <= found.fast <= found.usual <= found.slow


@given(st.integers(0, 20000), st.integers(0, 300), st.integers(301, 7200))
def test_what_is_too_long_fits_once_it_is_cut(syllables: int, cues: int, slot: int) -> None:
    found = judge(estimate(syllables, cues), slot)
    if found.fit == "over":
        assert judge(estimate(max(0, syllables - found.syllables), cues), slot).fit != "over"


@given(st.integers(0, 20000), st.integers(0, 300), st.integers(301, 7200))
def test_what_is_too_short_fits_once_it_is_filled(syllables: int, cues: int, slot: int) -> None:
    found = judge(estimate(syllables, cues), slot)
    if found.fit == "under":
        filled = estimate(syllables + found.syllables, cues)
        assert abs(filled.usual - slot) <= 1


@pytest.mark.parametrize(
    ("aired", "expected"),
    [
        ([], USUAL),
        ([(220, 60)], Rate(220, 200, 240, 1)),
        ([(480, 120), (520, 120)], Rate(250, 227, 273, 2)),
        ([(480, 120), (9000, 60), (10, 60), (100, 0), (100, -5)], Rate(240, 218, 262, 1)),
        ([(9000, 60)], USUAL),
    ],
)
def test_the_rate_of_a_station_by_what_it_aired(
    aired: list[tuple[int, int]], expected: Rate
) -> None:
    assert measured_rate(aired) == expected
