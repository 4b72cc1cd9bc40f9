"""What is remembered of pure functions: the law is that nothing comes out otherwise."""

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from generator.model.memory import Memory, Ways

TEXTS = st.text(max_size=5)
Page = tuple[str, tuple[str, ...]]


def test_what_is_known_is_not_made_again() -> None:
    memory, made = Memory(), []

    def make(text: str) -> Callable[[], str]:
        return lambda: made.append(text) or text.upper()

    given = [memory.recall("loud", text, make(text)) for text in ("a", "b", "a")]
    assert (given, made) == (["A", "B", "A"], ["a", "b"])
    assert memory.recall("other", "a", make("a")) == "A"
    assert made == ["a", "b", "a"]


def test_the_latest_value_of_a_file_is_the_same_until_the_file_changes() -> None:
    memory = Memory()
    values = [
        memory.latest("list", path, text, lambda text=text: [text])
        for path, text in (("a", "1"), ("b", "1"), ("a", "1"), ("a", "2"), ("a", "1"))
    ]
    assert values == [["1"], ["1"], ["1"], ["2"], ["1"]]
    assert [values[0] is each for each in values] == [True, False, True, False, False]


def test_values_come_back_as_json_has_them() -> None:
    memory = Memory()
    assert [memory.read("pair", "x", lambda: ("ế", None)) for _ in range(2)] == [["ế", None]] * 2


@given(
    st.lists(
        st.tuples(
            st.dictionaries(TEXTS, st.none() | TEXTS, max_size=3),
            st.lists(TEXTS, max_size=4).map(tuple),
        ),
        max_size=8,
    )
)
def test_an_answer_that_changes_is_seen(looks: list[tuple[dict[str, str | None], Page]]) -> None:
    """Each look has other targets; what is asked depends on the answers before."""
    memory = Memory()
    for targets, names in looks:

        def make(ask: Ways, names: tuple[str, ...] = names) -> str:
            told: list[str | None] = []
            for name in names:
                told.append(ask["target"](name))
                if told[-1] is not None:
                    told.append(ask["target"](told[-1]))
            return repr(told)

        ways: Ways = {"target": targets.get}
        assert memory.recall_with("page", repr(names), ways, make) == make(ways)


def test_bytes_come_back_as_they_were() -> None:
    memory, calls = Memory(), []

    def make() -> bytes:
        calls.append("made")
        return bytes(range(256))

    assert [memory.bytes("paper", "x", make) for _ in "12"] == [bytes(range(256))] * 2
    assert calls == ["made"]
