"""What each release told, in words (all test data)."""

from collections.abc import Sequence
from typing import Any

from generator.model.piece import Piece
from generator.model.plan import Plan
from generator.model.release import Release
from generator.planning.expand import expand
from generator.planning.release_history import changes, elsewhere, history
from generator.planning.release_words import change_in_words, changes_of

Thu = Any


def plan(thu: Thu, releases: Sequence[Release], pieces: Sequence[Piece] = ()) -> Plan:
    return expand(thu.workspace(pieces, releases), thu.at(30, 4))


def told(plan: Plan) -> list[list[str]]:
    """What each release told, line by line."""
    every = [changes_of(plan, release) for release in plan.releases]
    return [[change_in_words(change, change.id) for change in changes] for changes in every]


def two(thu: Thu) -> list[Release]:
    """The second lists nothing any more."""
    return [thu.release(1, thu.at(1, 4), {"a": thu.at(5, 5)}), thu.release(2, thu.at(2, 4), {})]


def test_what_only_moves_to_another_quarter_leaves_without_its_unreleased_day(thu: Thu) -> None:
    piece = thu.piece("a", "slot: 4/8/2021", "status: ready")
    assert told(plan(thu, two(thu), [piece])) == [
        ["Mới: a, 5/5/2021, 0 giờ"],
        ["Rời quý: a, 5/5/2021, 0 giờ; chưa phát hành ngày mới"],
    ]


def test_a_later_release_says_where_it_went_whatever_became_of_it_then(thu: Thu) -> None:
    there = thu.release(1, thu.at(3, 4), {"a": thu.at(4, 8)}, quarter=3)
    gone = thu.release(2, thu.at(4, 4), {}, quarter=3)
    assert told(plan(thu, [*two(thu), there, gone])) == [
        ["Mới: a, 5/5/2021, 0 giờ"],
        ["Rời quý: a, 5/5/2021, 0 giờ; chưa phát hành ngày mới"],
        ["Mới: a, 4/8/2021, 0 giờ"],
        ["Hủy: a, 4/8/2021, 0 giờ"],
    ]


def test_what_comes_nowhere_is_cancelled(thu: Thu) -> None:
    back = thu.release(3, thu.at(3, 4), {"a": thu.at(6, 5)})
    assert told(plan(thu, [*two(thu), back])) == [
        ["Mới: a, 5/5/2021, 0 giờ"],
        ["Hủy: a, 5/5/2021, 0 giờ"],
        ["Mới: a, 6/5/2021, 0 giờ"],
    ]


def test_whoever_releases_is_told_the_day_that_the_files_have(thu: Thu) -> None:
    known, quarter = history(two(thu)[:1]), two(thu)[0].of
    said = []
    for line in ("slot: 4/8/2021", "quarter: III"):
        items = plan(thu, (), [thu.piece("a", line, "status: ready")]).items.values()
        (change,) = changes(known, "thu", quarter, (), elsewhere(items, {}, quarter))
        said.append(change_in_words(change, change.id))
    assert said == [
        "Rời quý: a, 5/5/2021, 0 giờ; dự kiến 4/8/2021, chưa phát hành",
        "Rời quý: a, 5/5/2021, 0 giờ; chưa phát hành ngày mới",
    ]
