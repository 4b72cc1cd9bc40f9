"""Two changes of one text at once. Test data."""

from hypothesis import given
from hypothesis import strategies as st

from generator.source.text_merge import merge, merge_towards

BASE = "một\n\nhai\n\nba\n"
TEXTS = st.lists(st.sampled_from(["một\n", "\n", "hai\r\n", "ba\n"]), max_size=8).map("".join)


def test_changes_at_different_places_are_both_in_it() -> None:
    assert merge(BASE, "MỘT\n\nhai\n\nba\n", "một\n\nhai\n\nba\n\nbốn\n") == (
        "MỘT\n\nhai\n\nba\n\nbốn\n"
    )
    assert merge(BASE, "một\n\nHAI\n\nba\n", "một\n\nhai!\n\nba\n") is None
    assert merge("Một. Hai ba. Bốn.\n", "Hai ba. Bốn.\n", "Một. Hai ba. Bốn năm.\n") == (
        "Hai ba. Bốn năm.\n"  # a sentence that one has deleted does not come back
    )
    assert merge("Một hai.\n", "Một ba.\n", "Một bốn.\n") is None
    assert merge("Ở đây ,và sai.\n", "Ở đây, và sai.\n", "Ở đây ,và sai. Thêm.\n") == (
        "Ở đây, và sai. Thêm.\n"  # words beside each other
    )
    assert merge_towards("Một.\nHai.\n", "MỘT.\nX.\n", "Một.\nHai ba.\n") == "MỘT.\nHai ba.\n"
    assert merge(BASE, "x\nmột\n\nhai\n\nba\n", "y\nmột\n\nhai\n\nba\n") is None


def test_two_mendings_of_one_word_are_joined_by_letters() -> None:
    base, one, other = "Làm tòan  bộ.\n", "Làm toàn  bộ.\n", "Làm tòan bộ.\n"
    assert merge(base, one, other) is None
    assert merge(base, one, other, by_letters=True) == "Làm toàn bộ.\n"
    base, typed, mended = "- Một ,sai\n", "- Một ,sai thêm\n- Hai\n", "- Một, sai\n"
    assert merge(base, typed, mended, by_letters=True) == "- Một, sai thêm\n- Hai\n"


@given(TEXTS, TEXTS, TEXTS)
def test_nobody_loses_a_line(base: str, one: str, other: str) -> None:
    both = merge(base, one, other)
    assert merge(base, other, one) == both
    assert (merge(base, one, base), merge(base, base, one)) == (one, one)
    towards = merge_towards(base, one, other)
    assert both in (None, towards)
    if both is not None:
        kept = both.splitlines()
        new = [line for line in (one + other).splitlines() if line not in base.splitlines()]
        assert all(line in kept for line in new)


def test_a_line_that_goes_beside_one_that_changes_goes() -> None:
    base, without = "Đầu.\n\nCủa hai.\n\nCủa một.\n", "Đầu.\n\nCủa một.\n"
    now = "Đầu.\n\nCủa hai.\n\nCủa một. Nữa.\n"
    assert merge_towards(base, without, now) == "Đầu.\n\nCủa một. Nữa.\n"
    assert merge(base, without, now) is None  # whoever only writes is asked
