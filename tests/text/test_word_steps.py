"""Which words of two texts are the same. Test data."""

from hypothesis import given
from hypothesis import strategies as st

from generator.text.splicing.word_steps import WordStep, word_steps

WORDS = st.lists(st.sampled_from(["một", "hai", "ba", " "]), max_size=12)


def test_what_differs_stands_between_what_is_the_same() -> None:
    assert [*word_steps(["một", "hai", "ba", "bốn"], ["một", "hai", "rồi", "bốn"])] == [
        WordStep(slice(2), slice(2), differs=False),
        WordStep(slice(2, 3), slice(2, 3), differs=True),
        WordStep(slice(3, 4), slice(3, 4), differs=False),
    ]
    assert [*word_steps([], ["một"])] == [WordStep(slice(0, 0), slice(0, 1), differs=True)]


def test_two_words_of_a_very_long_text_are_found_at_once() -> None:
    old = [f"từ {n}" for n in range(200_000)]
    new = ["khác" if n in {500, 199_000} else word for n, word in enumerate(old)]
    found = [step.new for step in word_steps(old, new) if step.differs]
    assert found == [slice(500, 501), slice(199_000, 199_001)]


@given(WORDS, WORDS)
def test_all_words_of_both_are_in_it(old: list[str], new: list[str]) -> None:
    steps = [*word_steps(old, new)]
    assert [word for step in steps for word in old[step.old]] == old
    assert [word for step in steps for word in new[step.new]] == new
    assert all(step.differs == (old[step.old] != new[step.new]) for step in steps)
