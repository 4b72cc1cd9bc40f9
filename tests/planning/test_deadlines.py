"""What must be done by when, and what is taken back. All of it is test data."""

from datetime import date
from typing import Any

import pytest

from generator.planning.deadlines import cancelled_deadlines, deadlines_of, shared_deadlines
from generator.planning.expand import expand

Thu = Any


def told(found: list[Any]) -> list[tuple[object, ...]]:
    return [(d.kind, d.day, d.who, d.item, d.is_released, d.sequence) for d in found]


def test_a_proposal_and_a_release(thu: Thu) -> None:
    piece = thu.piece("a", "slot: 12/5/2021 06:30", "status: ready")
    proposed = expand(thu.workspace([piece]), thu.at(1, 4))
    assert told(deadlines_of(proposed)) == [
        ("script", date(2021, 5, 5), "dai-thu", "a", False, 0),
        ("publish", date(2021, 5, 12), "dai-thu", "a", False, 0),
    ]
    release = thu.release(1, thu.at(1, 4), {"a": thu.at(19, 5)})
    released = expand(thu.workspace([piece], [release]), thu.at(1, 4))
    assert told(deadlines_of(released)) == [
        ("script", date(2021, 5, 12), "dai-thu", "a", True, 2),
        ("publish", date(2021, 5, 19), "dai-thu", "a", True, 2),
    ]
    assert cancelled_deadlines(released) == []


@pytest.mark.parametrize("channel", ["bao-thu", "so-thu"])
def test_a_banner_hangs_whoever_takes_it(thu: Thu, channel: str) -> None:
    """Of a partner without a channel for banners it is no other thing that is due."""
    line = "  - {id: ron, title: Treo thử, medium: banner, quantity: 1 cái, quarters: [II]"
    text = f"{thu.plan_text}{line}, partner: {channel}, source: https://a.example.org}}\n"
    lines = ("slogan: Chữ thử", "size: 6 x 0,8 m", "slot: 12/5/2021", "status: ready")
    piece = thu.piece("a", *lines, medium="banner", activity="ron")
    plan = expand(thu.workspace([piece], plan=text), thu.at(1, 4))
    assert told(deadlines_of(plan)) == [("hang", date(2021, 5, 12), channel, "a", False, 0)]


def test_what_a_release_cancels_is_taken_back_with_a_higher_sequence(thu: Thu) -> None:
    releases = [
        thu.release(1, thu.at(1, 4), {"a": thu.at(12, 5)}),
        thu.release(2, thu.at(2, 4), {}),
    ]
    plan = expand(thu.workspace([], releases), thu.at(3, 4))
    assert deadlines_of(plan) == []
    assert told(cancelled_deadlines(plan)) == [
        ("script", date(2021, 5, 5), "dai-thu", "a", True, 3),
        ("publish", date(2021, 5, 12), "dai-thu", "a", True, 3),
    ]


def test_who_airs_a_line_as_well_has_deadlines_of_its_own(thu: Thu) -> None:
    """They are in its calendar, also when the line is cancelled; to the office they are no task."""
    text = thu.plan_text.replace("partner: dai-thu\n", "partner: dai-thu\n    also: [bao-thu]\n")
    piece = thu.piece("a", "slot: 12/5/2021 06:30", "status: ready")
    plan = expand(thu.workspace([piece], plan=text), thu.at(1, 4))
    shared = [("script", "bao-thu"), ("publish", "bao-thu")]
    assert [(d.kind, d.who) for d in shared_deadlines(plan)] == shared
    assert {d.who for d in deadlines_of(plan)} == {"dai-thu"}
    releases = [
        thu.release(1, thu.at(1, 4), {"a": thu.at(12, 5)}),
        thu.release(2, thu.at(2, 4), {}),
    ]
    gone = expand(thu.workspace([], releases, text), thu.at(3, 4))
    assert {(d.kind, d.who) for d in cancelled_deadlines(gone)} >= {*shared}
    assert shared_deadlines(gone) == []


def test_what_has_no_day_any_more_has_no_deadline_either(thu: Thu) -> None:
    releases = [
        thu.release(1, thu.at(1, 4), {"a": thu.at(12, 5)}),
        thu.release(2, thu.at(2, 4), {"a": None}),
    ]
    piece = thu.piece("a", "quarter: II", "status: ready")
    plan = expand(thu.workspace([piece], releases), thu.at(3, 4))
    assert deadlines_of(plan) == []
    assert [(d.kind, d.sequence) for d in cancelled_deadlines(plan)] == [
        ("script", 3),
        ("publish", 3),
    ]


def test_another_partner_takes_over(thu: Thu) -> None:
    first = thu.release(1, thu.at(1, 4), {"a": thu.at(12, 5)})
    slot = first.slots[0].model_copy(update={"partner": "so-thu"})
    second = thu.release(2, thu.at(2, 4), {}).model_copy(update={"slots": (slot,)})
    piece = thu.piece("a", "slot: 12/5/2021", "partner: so-thu", "status: ready")
    plan = expand(thu.workspace([piece], [first, second]), thu.at(3, 4))
    assert {d.who for d in deadlines_of(plan)} == {"so-thu"}
    assert {(d.who, d.sequence) for d in cancelled_deadlines(plan)} == {("dai-thu", 3)}


def test_cancelled_and_proposed_in_another_quarter(thu: Thu) -> None:
    releases = [
        thu.release(1, thu.at(1, 4), {"a": thu.at(12, 5)}),
        thu.release(2, thu.at(2, 4), {}),
    ]
    piece = thu.piece("a", "slot: 11/8/2021 06:30", "status: ready")
    plan = expand(thu.workspace([piece], releases), thu.at(3, 4))
    assert told(deadlines_of(plan)) == [
        ("script", date(2021, 8, 4), "dai-thu", "a", False, 4),
        ("publish", date(2021, 8, 11), "dai-thu", "a", False, 4),
    ]
    assert cancelled_deadlines(plan) == []
