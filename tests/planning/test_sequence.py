"""A calendar program that compares SEQUENCE, then DTSTAMP, misses no change. All is test data."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.plan import Plan
from generator.model.plan_line import Item
from generator.outputs import Context
from generator.outputs.calendars.ics import lines
from generator.outputs.calendars.public_events import ics_event
from generator.planning.expand import expand
from generator.vietnamese.dates import HANOI

Thu = Any
Told = tuple[tuple[int, datetime], bytes]

DAYS = st.none() | st.tuples(st.integers(1, 28), st.sampled_from((5, 8)))
RELEASES = st.tuples(
    st.integers(0, 120),
    st.sampled_from((2, 3)),
    st.dictionaries(st.sampled_from("abcd"), st.none() | st.integers(1, 28), max_size=4),
)
PIECES = st.dictionaries(
    st.sampled_from("abc"),
    st.tuples(DAYS, st.sampled_from(("approved", "ready", "draft"))),
    max_size=3,
)


def told(plan: Plan, event: Item) -> Told:
    """What a client compares, and all else that it shows."""
    context = Context(plan, None, None, None, {})  # type: ignore[arg-type]
    made = ics_event(context, event)
    shown = replace(made, sequence=0, modified_at=datetime(2000, 1, 1, tzinfo=HANOI))
    return (made.sequence, made.modified_at), lines(shown)


@settings(max_examples=150)
@given(
    PIECES,
    st.lists(RELEASES, max_size=4, unique_by=lambda release: release[0]),
    st.lists(st.integers(0, 240), min_size=2, max_size=5),
)
def test_no_change_is_missed_and_nothing_released_is_lost(
    thu: Thu,
    pieces: dict[str, tuple[tuple[int, int] | None, str]],
    released: list[tuple[int, int, dict[str, int | None]]],
    looks: list[int],
) -> None:
    made = [
        thu.piece(
            name, f"slot: {at[0]}/{at[1]}/2021 06:30" if at else "quarter: II", f"status: {s}"
        )
        for name, (at, s) in pieces.items()
    ]
    base = thu.at(17, 3)
    releases = [
        thu.release(
            number,
            base + timedelta(days=after),
            {key: day and thu.at(day, 3 * quarter - 1) for key, day in slots.items()},
            quarter,
        )
        for number, (after, quarter, slots) in enumerate(sorted(released, key=lambda r: r[0]), 1)
    ]
    workspace = thu.workspace(made, releases)
    before: dict[str, Told] = {}
    for day in sorted(looks):
        plan = expand(workspace, base + timedelta(days=day))
        after = {event.id: told(plan, event) for event in plan.events}
        assert before.keys() <= after.keys()
        for key, (stamp, text) in before.items():
            assert after[key][0] >= stamp
            assert after[key][1] == text or after[key][0] > stamp
        before = after


def test_the_steps_of_one_line(thu: Thu) -> None:
    """Proposed, left out, released, moved, cancelled, proposed again elsewhere, released again."""
    piece = thu.piece("a", "slot: 12/5/2021 06:30", "status: ready")
    moved = thu.piece("a", "slot: 11/8/2021 06:30", "status: ready")
    releases = [
        thu.release(1, thu.at(1, 4), {"b": thu.at(6, 5)}),
        thu.release(2, thu.at(2, 4), {"a": thu.at(12, 5, 6, 30)}),
        thu.release(3, thu.at(3, 4), {"a": thu.at(19, 5, 6, 30)}),
        thu.release(4, thu.at(4, 4), {}),
        thu.release(1, thu.at(5, 4), {}, quarter=3),
        thu.release(2, thu.at(6, 4), {"a": thu.at(11, 8, 6, 30)}, quarter=3),
    ]
    found = []
    for day, now in enumerate((piece, piece, piece, piece, moved, moved, moved)):
        plan = expand(thu.workspace([now], releases), thu.at(31, 3) + timedelta(days=day))
        (event,) = [event for event in plan.events if event.id == "a"]
        shown = event.slot.start.strftime("%d/%m") if event.slot.start else str(event.slot.quarter)
        found.append((event.sequence, shown, event.is_cancelled))
    assert found == [
        (0, "12/05", False),
        (1, "II/2021", False),
        (2, "12/05", False),
        (3, "19/05", False),
        (5, "11/08", False),
        (6, "III/2021", False),
        (7, "11/08", False),
    ]
    last = expand(thu.workspace([piece], releases[:4]), thu.at(4, 4))
    (gone,) = [event for event in last.events if event.id == "a"]
    assert (gone.sequence, gone.is_cancelled) == (4, True)


def test_a_class_keeps_its_name_and_place_when_its_quarter_is_released(thu: Thu) -> None:
    text = (
        "  - id: lop\n    title: Lớp thử\n    kind: session\n    quarters: [II]\n"
        "    responsible: so-thu\n    source: https://a.example.org\n    sessions:\n"
        "      - {id: lop-1, at: 20/5/2021, basis: source, title: Lớp đầu, place: Hội trường}\n"
    )
    told = thu.release(1, thu.at(1, 4), {"lop-1": thu.at(20, 5)})
    plans = [
        expand(thu.workspace(releases=releases, plan=thu.plan_text + text), thu.at(2, 4))
        for releases in ([], [told])
    ]
    seen = [(line.release, line.title, line.session) for plan in plans for line in plan.events]
    session = plans[0].items["lop-1"].session
    assert seen == [(0, "Lớp thử: Lớp đầu", session), (1, "Lớp thử: Lớp đầu", session)]
