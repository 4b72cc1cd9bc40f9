"""What partners were told: moved, cancelled, back again; counted so that calendars follow."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.plan import Plan
from generator.model.quarter import Quarter
from generator.planning.expand import expand
from generator.planning.release_history import changes, elsewhere, freeze, history, last_told

Thu = Any
II, III = Quarter(2021, 2), Quarter(2021, 3)


def test_moved_cancelled_and_back_again(thu: Thu) -> None:
    first = thu.release(1, thu.at(1, 4), {"a": thu.at(5, 5), "b": thu.at(6, 5)})
    second = thu.release(2, thu.at(2, 4), {"a": thu.at(7, 5)})
    third = thu.release(3, thu.at(3, 4), {"a": thu.at(7, 5), "b": thu.at(6, 5)})
    told = [(s.sequence, s.is_cancelled, s.modified_at) for s in history([first]).values()]
    assert told == [(2, False, thu.at(1, 4)), (2, False, thu.at(1, 4))]
    told = [(s.sequence, s.is_cancelled, s.modified_at) for s in history([second, first]).values()]
    assert told == [(3, False, thu.at(2, 4)), (3, True, thu.at(2, 4))]
    told = [
        (s.sequence, s.is_cancelled, s.modified_at)
        for s in history([first, second, third]).values()
    ]
    assert told == [(3, False, thu.at(2, 4)), (6, False, thu.at(3, 4))]


def test_into_another_quarter_is_a_move_and_no_cancellation(thu: Thu) -> None:
    first = thu.release(1, thu.at(1, 4), {"a": thu.at(5, 5)})
    next_quarter = thu.release(1, thu.at(2, 4), {"a": thu.at(5, 8)}, quarter=3)
    dropped = thu.release(2, thu.at(3, 4), {})
    state = history([first, next_quarter, dropped])["a"]
    assert (state.quarter, state.is_cancelled, state.sequence) == (III, False, 3)
    assert state.quarters == {II, III}


def test_what_has_no_day_any_more_lasts_its_quarter(thu: Thu) -> None:
    first = thu.release(1, thu.at(1, 4), {"a": thu.at(5, 5)})
    second = thu.release(2, thu.at(2, 4), {"a": None})
    piece = thu.piece("a", "quarter: II", "status: ready")
    (event,) = [
        e
        for e in expand(thu.workspace([piece], [first, second]), thu.at(3, 4)).events
        if e.id == "a"
    ]
    assert (event.slot.start, event.is_cancelled, event.sequence) == (None, False, 3)
    assert (event.first_day, event.last_day) == (date(2021, 4, 1), date(2021, 6, 30))


def test_changes_in_words_for_each_kind(thu: Thu) -> None:
    known = history([thu.release(1, thu.at(1, 4), {"a": thu.at(5, 5), "b": thu.at(6, 5)})])
    after = thu.release(2, thu.at(2, 4), {"a": thu.at(8, 5), "c": thu.at(9, 5)}).slots
    told = [(change.kind, change.id) for change in changes(known, "thu", II, after)]
    assert told == [("moved", "a"), ("cancelled", "b"), ("new", "c")]


def test_who_loses_a_line_and_who_gets_it_are_both_told(thu: Thu) -> None:
    first = thu.release(1, thu.at(1, 4), {"a": thu.at(5, 5)})
    slot = first.slots[0].model_copy(update={"partner": "bao-thu"})
    told = [(c.kind, c.partner) for c in changes(history([first]), "thu", II, (slot,))]
    assert told == [("new", "bao-thu"), ("cancelled", "dai-thu")]


def test_a_release_that_is_about_others_is_not_the_last_that_told_one(thu: Thu) -> None:
    first = thu.release(1, thu.at(1, 4), {"a": thu.at(5, 5), "b": thu.at(6, 5)})
    own = first.slots[1].model_copy(update={"partner": "bao-thu"})
    first = first.model_copy(update={"slots": (first.slots[0], own)})
    moved = first.slots[0].model_copy(update={"at": thu.at(7, 5)})
    second = thu.release(2, thu.at(2, 4), {}).model_copy(update={"slots": (moved, own)})
    last = {who: last_told([first, second], "thu", II, who) for who in ("dai-thu", "bao-thu", "x")}
    assert last == {"dai-thu": second, "bao-thu": first, "x": None}


def test_what_goes_to_another_quarter_is_not_told_as_given_up(thu: Thu) -> None:
    known = history([thu.release(1, thu.at(1, 4), {"a": thu.at(5, 5)})])
    items = expand(
        thu.workspace([thu.piece("a", "slot: 11/8/2021", "status: ready")]), thu.at(1, 4)
    )
    others = elsewhere(items.items.values(), {}, II)
    (change,) = changes(known, "thu", II, (), others)
    assert change.after is not None
    assert (change.kind, change.after.at) == ("leaves", date(2021, 8, 11))


def test_changed_words_are_told_to_partners_but_are_no_change_of_the_timetable(thu: Thu) -> None:
    before = thu.release(1, thu.at(1, 4), {"a": thu.at(5, 5)})
    slot = before.slots[0].model_copy(update={"text": "khác"})
    after = thu.release(2, thu.at(2, 4), {}).model_copy(update={"slots": (slot,)})
    assert [c.kind for c in changes(history([before]), "thu", II, (slot,))] == ["text"]
    assert history([before, after])["a"].sequence == 2
    piece = thu.piece("a", "quarter: II", "status: ready")
    plan = expand(thu.workspace([piece], [before, after]), thu.at(1, 4))
    assert plan.valid_until is None


def test_a_release_without_a_change_is_an_empty_diff(thu: Thu) -> None:
    pieces = [
        thu.piece("a", "slot: 5/5/2021 06:30", "status: approved"),
        thu.piece("b", "quarter: II", "status: draft"),
    ]
    plan = expand(thu.workspace(pieces), thu.at(1, 4))
    slots = freeze(plan.items.values(), plan.visible, II)
    release = thu.release(1, thu.at(2, 4), {}).model_copy(update={"slots": slots})
    later = expand(thu.workspace(pieces, [release]), thu.at(1, 6))  # «a» is to be seen by now
    again = freeze(later.items.values(), later.visible, II)
    assert changes(history([release]), "thu", II, again) == []


def test_the_timetable_follows_the_release_and_not_the_file(thu: Thu) -> None:
    piece = thu.piece("a", "slot: 12/5/2021 06:30", "status: approved")
    release = thu.release(1, thu.at(1, 4), {"a": thu.at(19, 5, 6, 30)})
    plan = expand(thu.workspace([piece], [release]), thu.at(12, 5, 7))
    assert plan.timetable[0].slot.start == thu.at(19, 5, 6, 30)
    assert plan.visible == {}
    assert plan.valid_until == thu.at(19, 5, 6, 30)
    assert expand(thu.workspace([piece], [release]), thu.at(19, 5, 6, 30)).visible == {"a": piece}


def test_a_release_of_tomorrow_is_not_known_today(thu: Thu) -> None:
    piece = thu.piece("a", "slot: 12/5/2021 06:30", "status: approved")
    release = thu.release(1, thu.at(20, 4), {"a": thu.at(19, 5, 6, 30)})
    today = expand(thu.workspace([piece], [release]), thu.at(19, 4))
    assert today.timetable[0].slot.start == thu.at(12, 5, 6, 30)
    assert today.valid_until == thu.at(20, 4)


def test_what_a_released_quarter_does_not_list_has_no_day_until_it_appears(thu: Thu) -> None:
    piece = thu.piece("a", "slot: 12/5/2021 06:30", "status: approved")
    workspace = thu.workspace([piece], [thu.release(1, thu.at(1, 4), {"b": thu.at(6, 5)})])
    before = {e.id: e.slot.start for e in expand(workspace, thu.at(12, 5, 6, 29)).events}
    after = {e.id: e.slot.start for e in expand(workspace, thu.at(12, 5, 6, 30)).events}
    assert (before["a"], after["a"]) == (None, thu.at(12, 5, 6, 30))


def test_an_event_tells_nothing_of_a_hidden_piece(thu: Thu) -> None:
    piece = thu.piece("a", "slot: 12/5/2021 06:30", "status: approved", "partner: bao-thu")
    (event,) = [e for e in expand(thu.workspace([piece]), thu.at(1, 5)).events if e.id == "a"]
    assert (event.title, event.piece, event.partner) == ("Phát thanh thử", None, "dai-thu")


SLOTS = st.dictionaries(st.sampled_from("abcd"), st.integers(1, 28), max_size=4)


@settings(max_examples=60)
@given(st.lists(st.tuples(st.sampled_from((2, 3)), SLOTS), max_size=7))
def test_sequence_never_decreases(thu: Thu, made: list[tuple[int, dict[str, int]]]) -> None:
    releases = []
    seen: dict[str, int] = {}
    for number, (quarter, slots) in enumerate(made, 1):
        dated = {key: thu.at(day, 3 * quarter - 1) for key, day in slots.items()}
        moment = thu.at(1, 1) + timedelta(days=number)
        releases.append(thu.release(number, moment, dated, quarter))
        states = history(releases)
        assert seen.keys() <= states.keys()
        assert all(states[key].sequence >= sequence for key, sequence in seen.items())
        seen = {key: state.sequence for key, state in states.items()}


@settings(max_examples=40)
@given(
    st.lists(st.tuples(st.integers(1, 28), st.booleans()), min_size=1, max_size=4),
    st.lists(st.tuples(st.integers(1, 90), SLOTS), max_size=3, unique_by=lambda r: r[0]),
    st.integers(0, 120),
)
def test_valid_until_is_exact(
    thu: Thu, pieces: list[tuple[int, bool]], released: list[tuple[int, dict[str, int]]], day: int
) -> None:
    made = [
        thu.piece(
            "abcd"[n], f"slot: {day}/5/2021 06:30", f"status: {'approved' if ok else 'draft'}"
        )
        for n, (day, ok) in enumerate(pieces)
    ]
    releases = [
        thu.release(
            number,
            thu.at(1, 3) + timedelta(days=after),
            {k: thu.at(d, 5) for k, d in slots.items()},
        )
        for number, (after, slots) in enumerate(sorted(released, key=lambda r: r[0]), 1)
    ]
    workspace = thu.workspace(made, releases)
    now: datetime = thu.at(1, 3) + timedelta(days=day)
    plan = expand(workspace, now)
    shown = seen(plan)
    if plan.valid_until is None:
        far = expand(workspace, thu.at(31, 12))
        assert seen(far) == shown
        return
    before = expand(workspace, plan.valid_until - timedelta(seconds=1))
    at = expand(workspace, plan.valid_until)
    assert seen(before) == shown
    assert seen(at) != shown


def seen(plan: Plan) -> object:
    """What readers can tell apart: of a release only whether there is one."""
    events = [replace(event, release=int(event.release > 0)) for event in plan.events]
    plans = plan.workspace.campaigns.values()
    issued = [c.id for c in plans if c.issued_on and c.issued_on <= plan.as_of.date()]
    return events, sorted(plan.visible), issued
