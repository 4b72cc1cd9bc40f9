from hypothesis import given
from hypothesis import strategies as st

from generator.press.fit import BEAM, MOST_LINES, LineBreak, plain, proposals

words = st.lists(st.text("aăbcđêghiỗ", min_size=1, max_size=8), min_size=1, max_size=14)


def test_the_authors_breaks_are_obeyed() -> None:
    text = "Giảm lãng phí từ nguồn | Giữ lợi nhuận trong xưởng"
    assert proposals(text) == (LineBreak(("Giảm lãng phí từ nguồn", "Giữ lợi nhuận trong xưởng")),)


def test_the_most_balanced_break_comes_first_for_each_number_of_lines() -> None:
    found = [p.lines for p in proposals("một hai ba bốn") if len(p.lines) <= 2]
    assert found[:2] == [("một hai ba bốn",), ("một hai", "ba bốn")]


def test_bound_phrases_stay_whole() -> None:
    found = proposals("tiết kiệm tài\u00a0nguyên cho đời sau")
    assert all("tài\u00a0nguyên" in " ".join(p.lines) for p in found)
    assert not any(line.endswith("tài") for p in found for line in p.lines)


def test_a_break_after_punctuation_is_liked_and_one_before_a_linking_word_is_not() -> None:
    two = {p.lines: p.penalty for p in proposals("bớt nước, bớt điện của xưởng")}
    assert two["bớt nước,", "bớt điện của xưởng"] == -0.08
    assert two["bớt nước, bớt điện", "của xưởng"] == 0.12


def test_nothing_gives_no_proposals() -> None:
    assert proposals("  ") == ()


def test_plain_text_is_one_line_without_bindings() -> None:
    assert plain("Sản\u00a0xuất | sạch  hơn") == "Sản xuất sạch hơn"


@given(words)
def test_no_proposal_loses_or_moves_a_word(units: list[str]) -> None:
    text = " ".join(units)
    found = proposals(text)
    assert {" ".join(p.lines) for p in found} == {plain(text)}
    assert {len(p.lines) for p in found} == set(range(1, min(len(units), MOST_LINES) + 1))
    assert len(found) <= BEAM * MOST_LINES
    assert len(set(found)) == len(found)
