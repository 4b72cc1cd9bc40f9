"""Pieces are test data."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.piece import Correction, Deliverable, Piece
from generator.planning.visibility import next_change, start_of, visible_from
from generator.vietnamese.dates import HANOI

MAY_12 = datetime(2021, 5, 12, 6, 30, tzinfo=HANOI)
SECOND = timedelta(seconds=1)


def article(**values: object) -> Piece:
    written: dict[str, Any] = {"id": "a", "medium": "article", "title": "Bài"}
    return Piece.model_construct(**{**written, "status": "approved", **values})


def segment(**values: object) -> Deliverable:
    written: dict[str, Any] = {"id": "a", "medium": "radio", "title": "Bài"}
    written |= {"campaign": "c", "activity": "a", "status": "approved"}
    return Deliverable.model_construct(**{**written, **values})


def moment(piece: Piece) -> datetime | None:
    """When a piece appears whose slot is the one that it says itself."""
    return visible_from(piece, getattr(piece, "slot", None))


def is_visible(piece: Piece, as_of: datetime) -> bool:
    found = moment(piece)
    return found is not None and found <= as_of


def change(pieces: list[Piece], as_of: datetime) -> datetime | None:
    appears = {piece.id: found for piece in pieces if (found := moment(piece))}
    return next_change(pieces, appears, (), as_of)


GATES = ("embargo", "publish_on", "slot")


@pytest.mark.parametrize("gate", GATES)
def test_one_second_before_and_at_the_moment(gate: str) -> None:
    piece = segment(**{"publish_on": date(2021, 1, 1), gate: MAY_12})
    assert not is_visible(piece, MAY_12 - SECOND)
    assert is_visible(piece, MAY_12)
    assert moment(piece) == MAY_12


@pytest.mark.parametrize("gate", GATES)
def test_a_day_begins_at_midnight_in_hanoi_wherever_one_is(gate: str) -> None:
    piece = segment(**{"publish_on": date(2021, 1, 1), gate: date(2021, 5, 12)})
    midnight = datetime(2021, 5, 11, 17, tzinfo=UTC)
    assert not is_visible(piece, midnight - SECOND)
    assert is_visible(piece, midnight)


@pytest.mark.parametrize("status", ["draft", "ready", "withdrawn"])
@pytest.mark.parametrize("make", [article, segment])
def test_only_what_is_approved_appears(make: Callable[..., Piece], status: str) -> None:
    piece = make(status=status, publish_on=date(2021, 1, 1), slot=MAY_12)
    assert moment(piece) is None
    assert not is_visible(piece, datetime.max.replace(tzinfo=HANOI))


def test_an_article_needs_no_date_and_a_deliverable_does() -> None:
    long_ago = datetime(1, 1, 2, tzinfo=UTC)
    assert is_visible(article(), long_ago)
    assert not is_visible(segment(), MAY_12)
    assert not is_visible(segment(embargo=date(2021, 1, 1)), MAY_12)
    assert is_visible(segment(publish_on=date(2021, 1, 1)), MAY_12)
    assert is_visible(segment(slot=date(2021, 1, 1)), MAY_12)


@given(st.permutations([date(2021, 5, 10), date(2021, 5, 12), datetime(2021, 5, 11, tzinfo=HANOI)]))
def test_the_latest_gate_counts(gates: list[date]) -> None:
    piece = segment(**dict(zip(GATES, gates, strict=True)))
    assert moment(piece) == datetime(2021, 5, 12, tzinfo=HANOI)


MOMENTS = st.datetimes(datetime(2020, 1, 1), datetime(2022, 1, 1), timezones=st.just(HANOI))  # noqa: DTZ001


@given(st.lists(MOMENTS, max_size=5), MOMENTS)
def test_nothing_changes_before_the_next_change_and_something_at_it(
    gates: list[datetime], as_of: datetime
) -> None:
    pieces: list[Piece] = [segment(id=str(n), slot=gate) for n, gate in enumerate(gates)]
    following = change(pieces, as_of)
    seen = [is_visible(piece, as_of) for piece in pieces]
    if following is None:
        assert seen == [is_visible(piece, datetime(2023, 1, 1, tzinfo=HANOI)) for piece in pieces]
    else:
        assert following > as_of
        assert seen == [is_visible(piece, following - SECOND / 10**6) for piece in pieces]
        assert seen != [is_visible(piece, following) for piece in pieces]


def test_a_correction_is_a_change_of_what_readers_see() -> None:
    correction = Correction.model_construct(on=date(2021, 6, 1), text="Sửa.")
    june = datetime(2021, 6, 1, tzinfo=HANOI)
    piece = article(corrections=(correction,))
    assert change([piece], MAY_12) == june
    assert change([piece], june) is None
    assert change([article(status="draft", corrections=(correction,))], MAY_12) is None


def test_an_article_that_only_its_approval_dates_changes_on_that_day() -> None:
    june = datetime(2021, 6, 1, tzinfo=HANOI)
    assert change([article(approved_on=date(2021, 6, 1))], MAY_12) == june
    dated = article(approved_on=date(2021, 6, 1), publish_on=date(2021, 1, 1))
    assert change([dated], MAY_12) is None


def test_a_moment_is_itself() -> None:
    assert start_of(MAY_12) == MAY_12
    assert start_of(date(2021, 5, 12)) == datetime(2021, 5, 12, tzinfo=HANOI)
