"""Columns that break no word (the tables are test data)."""

from hypothesis import assume, given
from hypothesis import strategies as st

from generator.text.column_widths import breakable_rows, fitted_widths

WIDE, NARROW = "một hai ba bốn năm sáu bảy tám", "T/T"
CELL = st.text("aăWn1 -/\u00a0", max_size=9)
TABLES = st.integers(1, 5).flatmap(
    lambda count: st.lists(
        st.lists(CELL, min_size=count, max_size=count), min_size=1, max_size=5
    ).flatmap(lambda rows: st.tuples(st.just(rows), st.tuples(*[st.floats(5, 60)] * count)))
)


def test_a_column_takes_what_its_longest_word_lacks_from_the_others() -> None:
    rows = [("1", WIDE, "8"), ("2", WIDE, "1.200")]
    assert fitted_widths((9, 60, 14), ("T/T", "Tên", "Số lượng"), rows, 12) == (10.84, 57.6, 14.55)


def test_what_fits_stays_as_asked() -> None:
    assert fitted_widths((20, 60), (NARROW, "Tên"), [("1", WIDE)], 12) == (20, 60)


def test_lines_end_at_spaces_and_hyphens_and_wherever_an_address_is_broken() -> None:
    broken = "dài lắm-dài lắm https://example.org/mot-dia-chi-dai-lam-lam"
    assert fitted_widths((12, 60), ("Ô", "Tên"), [(broken, "")], 12) == (12, 60)
    bound = broken.replace(" ", "\u00a0").partition("-")[0]
    assert fitted_widths((12, 60), ("Ô", "Tên"), [(bound, "")], 12)[0] > 12
    assert fitted_widths((12, 60), ("Ô", "Tên"), [("so-12", "")], 12)[0] > 12


def test_what_lacks_least_is_served_first_and_what_cannot_be_served_takes_nothing() -> None:
    heads, row = ("TT", "Tên bài"), ("1", "W" * 20)
    assert fitted_widths((9, 24), heads, [row], 12) == (9, 24)
    assert fitted_widths((9, 24, 15), (*heads, "Ô"), [(*row, "1")], 12) == (9.67, 24, 14.33)


def test_a_word_that_is_wider_than_its_column_may_be_broken() -> None:
    rows = [("phieu_giao_nhan_2000.pdf", "Tên bài"), ("W" * 12, "bài")]
    assert list(breakable_rows(rows, (34, 20), 12)) == [
        ("phieu_\u200bgiao_\u200bnhan_\u200b2000.\u200bpdf", "Tên bài"),
        ("\u200b".join("W" * 12), "bài"),
    ]


def needed(head: str, cells: list[str]) -> float:
    """What a column takes where there is room."""
    return fitted_widths((0.0, 1000.0), (head, ""), [(cell, "") for cell in cells], 12)[0]


@given(TABLES)
def test_no_word_is_broken_where_all_together_have_room(
    table: tuple[list[list[str]], tuple[float, ...]],
) -> None:
    (head, *rows), widths = table
    found = fitted_widths(widths, head, rows, 12)
    assert abs(sum(found) - sum(widths)) < 0.1
    least = [needed(head, cells) for head, *cells in zip(head, *rows, strict=True)]
    assume(sum(least) <= sum(widths))
    assert all(width >= need - 0.02 for width, need in zip(found, least, strict=True))
