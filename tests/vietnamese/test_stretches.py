"""Stretches of a text."""

from hypothesis import given
from hypothesis import strategies as st

from generator.vietnamese.stretches import Stretches

SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=12)


@given(SPANS, st.integers(-1, 31))
def test_an_offset_lies_in_the_stretches_that_hold_it(
    spans: list[tuple[int, int]], offset: int
) -> None:
    expected = any(start <= offset < end for start, end in spans)
    assert (offset in Stretches(spans)) == expected
