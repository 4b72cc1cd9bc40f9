"""An author's file gets new lines and keeps all others, byte for byte."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics import Location
from generator.source.edits import NotEditableError, add_to_list

PLAN = """\
# đầu tệp
activities:
  - id: mot          # chú thích
    title: Một

    # chú thích cuối
  - id: hai
    slots:
      # có sẵn
      - {id: cu}     # giữ nguyên
    title: Hai
  # cuối
ghi_chu: x
"""


def at(line: int, column: int = 5) -> Location:
    return Location("plan.yml", line, column)


def test_a_new_list_is_the_last_key_of_its_record() -> None:
    assert add_to_list(PLAN, at(3), "slots", ["{id: a}", "{id: b}"]) == PLAN.replace(
        "    title: Một\n", "    title: Một\n    slots:\n      - {id: a}\n      - {id: b}\n"
    )


def test_an_existing_list_grows_at_its_end() -> None:
    assert add_to_list(PLAN, at(7), "slots", ["{id: a}"]) == PLAN.replace(
        "# giữ nguyên\n", "# giữ nguyên\n      - {id: a}\n"
    )


def test_a_list_that_is_not_indented_stays_so() -> None:
    text = "id: x\nslots:\n- {id: cu}\nkhac: 1\n"
    assert add_to_list(text, at(1, 1), "slots", ["{id: a}"]) == (
        "id: x\nslots:\n- {id: cu}\n  - {id: a}\nkhac: 1\n".replace("  - {id: a}", "- {id: a}")
    )


def test_line_ends_are_those_of_the_file_and_a_last_line_gets_one() -> None:
    assert add_to_list("id: x\r\ntitle: y", at(1, 1), "slots", ["{id: a}"]) == (
        "id: x\r\ntitle: y\nslots:\n  - {id: a}\n"
    )
    assert add_to_list("id: x\r\ntitle: y\r\n", at(1, 1), "slots", ["{id: a}"]) == (
        "id: x\r\ntitle: y\r\nslots:\r\n  - {id: a}\r\n"
    )


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("- {id: x, title: y}\n", at(1, 3)),
        ("id: x\nslots: [{id: cu}]\n", at(1, 1)),
    ],
)
def test_what_is_written_in_one_line_is_not_touched(text: str, place: Location) -> None:
    with pytest.raises(NotEditableError):
        add_to_list(text, place, "slots", ["{id: a}"])


@given(
    st.lists(st.sampled_from(["", "    # chú thích", "    title: Một", "    quarter: II"])),
    st.lists(st.sampled_from(["  - id: hai", "# cuối", ""])),
    st.integers(1, 3),
)
def test_only_lines_are_added(inner: list[str], after: list[str], count: int) -> None:
    before = ["activities:", "  - id: mot", *inner, *after]
    items = [f"{{id: moi-{number}}}" for number in range(count)]
    text = add_to_list("\n".join(before) + "\n", at(2), "slots", items)
    added = ["    slots:", *(f"      - {item}" for item in items)]
    lines = text.splitlines()
    start = lines.index("    slots:")
    assert lines[start : start + len(added)] == added
    assert lines[:start] + lines[start + len(added) :] == before
