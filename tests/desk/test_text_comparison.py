"""Two texts beside each other. Test data."""

from hypothesis import given
from hypothesis import strategies as st

from generator.desk.text_comparison import CompareRow, compare

LINES = st.lists(st.sampled_from(["", "một", "hai ba", "bốn năm sáu"]), max_size=12)


def test_what_differs_is_marked_and_the_rest_is_short() -> None:
    before = "1\n2\n3\n4\n5\nhai con cá\n6"
    assert compare(before, "1\n2\n3\n4\n5\nhai con tôm\n6\n7") == [
        CompareRow(count=3),
        *(CompareRow(((line, False),), ((line, False),)) for line in "45"),
        CompareRow((("hai con ", False), ("cá", True)), (("hai con ", False), ("tôm", True))),
        CompareRow((("6", False),), (("6", False),)),
        CompareRow(None, (("7", True),)),
    ]
    assert compare(before, before) == []


@given(LINES, LINES)
def test_no_line_is_lost(before: list[str], after: list[str]) -> None:
    rows = compare("\n".join(before), "\n".join(after))
    for side, lines in (("before", before), ("after", after)):
        shown = [getattr(row, side) for row in rows]
        count = sum(row.count for row in rows) + sum(each is not None for each in shown)
        assert count == len("\n".join(lines).splitlines()) or not rows
