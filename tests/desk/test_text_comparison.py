"""Two texts beside each other. Test data."""

from hypothesis import given
from hypothesis import strategies as st

from generator.desk.text_comparison import CompareRow, Part, compare

LINES = st.lists(st.sampled_from(["", "một", "hai ba", "bốn năm sáu"]), max_size=12)


def same(text: str) -> Part:
    return Part(text, differs=False)


def other(text: str) -> Part:
    return Part(text, differs=True)


def test_what_differs_is_marked_and_the_rest_is_short() -> None:
    before = "1\n2\n3\n4\n5\nhai con cá\n6"
    assert compare(before, "1\n2\n3\n4\n5\nhai con tôm\n6\n7") == [
        CompareRow(count=3),
        *(CompareRow((same(line),), (same(line),)) for line in "45"),
        CompareRow((same("hai con "), other("cá")), (same("hai con "), other("tôm"))),
        CompareRow((same("6"),), (same("6"),)),
        CompareRow(None, (other("7"),)),
    ]
    assert compare(before, before) == []


def test_a_line_too_long_to_compare_word_by_word_differs_between_its_equal_ends() -> None:
    said = " ".join(f"từ{n}" for n in range(4000))
    assert compare(f"Đầu {said} cuối", f"Đầu một {said} hai cuối") == [
        CompareRow(
            (same("Đầu "), other(said), same(" cuối")),
            (same("Đầu "), other(f"một {said} hai"), same(" cuối")),
        )
    ]
    assert compare(said, f"{said} cuối") == [
        CompareRow((same(said),), (same(said), other(" cuối")))
    ]


@given(LINES, LINES)
def test_no_line_is_lost(before: list[str], after: list[str]) -> None:
    rows = compare("\n".join(before), "\n".join(after))
    for side, lines in (("before", before), ("after", after)):
        shown = [getattr(row, side) for row in rows]
        count = sum(row.count for row in rows) + sum(each is not None for each in shown)
        assert count == len("\n".join(lines).splitlines()) or not rows
