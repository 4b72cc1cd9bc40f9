"""A plan as a picture draws what the document states, and rounds nothing up that is proved."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.outputs.site.plan_picture import marks, timeline

PIECE = re.compile(r"M0 (\d+)(?:H(\d+)V(\d+)H0Z|h(\d+)v(\d+)H0Z)")


def count(path: object, pitch: object) -> float:
    """How many places an outline covers, by its area."""
    assert isinstance(path, str)
    assert isinstance(pitch, tuple)
    pieces = [[int(part or 0) for part in match] for match in PIECE.findall(path)]
    area = sum(width * height + rest * step for _, width, height, rest, step in pieces)
    return area / (pitch[0] * pitch[1])


@pytest.mark.parametrize(
    ("planned", "proved", "drawn", "scale"),
    [
        (4, 2, (4, 2), ""),
        (300, 0, (300, 0), ""),
        (500, 499, (500, 499), ""),
        (501, 19, (51, 1), "mỗi hình là 10 cái"),
        (2000, 1999, (200, 199), "mỗi hình là 10 cái"),
        (10_000_000, 9_999_999, (100, 99), "mỗi hình là 100.000 cái"),
        (3, 7, (3, 7), ""),
        (0, 5, (0, 5), ""),
    ],
)
def test_so_many_marks(planned: int, proved: int, drawn: tuple[int, int], scale: str) -> None:
    found = marks("bar", planned, proved, "cái")
    assert found is not None
    shown = tuple(count(found[kind], found["pitch"]) for kind in ("planned", "proved"))
    assert (shown, found["scale"]) == (drawn, scale)


@given(st.sampled_from(["bar", "round", "square"]), st.integers(0, 10**7), st.integers(0, 10**7))
def test_marks_stay_within_the_page(shape: str, planned: int, proved: int) -> None:
    found = marks(shape, planned, proved, "cái")
    assert (found is None) == (planned == proved == 0)
    if found is not None:
        width, height = found["size"]  # type: ignore[misc]
        assert 0 < width <= 300
        assert 0 < height <= 300


@pytest.mark.parametrize(
    ("quarters", "runs", "said"),
    [
        ([2, 3, 4], [(74, 226)], "Quý II, III, IV"),
        ([1, 3], [(14, 46), (134, 166)], "Quý I, III"),
        ([1, 2, 4], [(14, 106), (194, 226)], "Quý I, II, IV"),
    ],
)
def test_quarters_that_follow_each_other_are_one_line(
    quarters: list[int], runs: list[tuple[int, int]], said: str
) -> None:
    line = timeline(quarters)
    assert (line["runs"], line["words"]) == (runs, said)
