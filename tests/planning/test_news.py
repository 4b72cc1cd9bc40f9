"""What is news, and since when; all pieces are test data."""

from datetime import date, datetime, timedelta

import pytest

from generator.model.article import Article
from generator.model.piece import Correction, Piece
from generator.model.segment import Segment
from generator.model.workspace import Workspace
from generator.planning.episodes import episodes_of
from generator.planning.expand import expand
from generator.planning.news import News, news_of
from generator.vietnamese.dates import HANOI

JUNE = datetime(2021, 6, 1, tzinfo=HANOI)
MAY_5 = datetime(2021, 5, 5, 6, 30, tzinfo=HANOI)
SECOND = timedelta(seconds=1)


def article(**values: object) -> Piece:
    written = {"id": "a", "medium": "article", "title": "Bài", "status": "approved", **values}
    return Article.model_construct(**written)  # type: ignore[arg-type]


def told(piece: Piece, as_of: datetime = JUNE) -> list[News]:
    return list(news_of(expand(Workspace(pieces={piece.id: piece}), as_of)))


def test_a_page_without_a_day_is_no_news() -> None:
    assert told(article()) == []
    found = told(article(publish_on=MAY_5))
    assert [(n.published_at, n.updated_at, n.withdrawn) for n in found] == [(MAY_5, MAY_5, False)]


@pytest.mark.parametrize(
    ("values", "updated"),
    [
        ({"revised_on": date(2021, 5, 9)}, datetime(2021, 5, 9, tzinfo=HANOI)),
        ({"revised_on": date(2021, 5, 1)}, MAY_5),
        ({"revised_on": date(2021, 7, 1)}, MAY_5),
        (
            {"corrections": (Correction(on="5/5/2021", text="Thử"),)},  # type: ignore[arg-type]
            MAY_5 + SECOND,
        ),
        (
            {"corrections": (Correction(on="1/7/2021", text="Thử"),)},  # type: ignore[arg-type]
            MAY_5,
        ),
    ],
)
def test_a_change_has_its_moment(values: dict[str, object], updated: datetime) -> None:
    assert [n.updated_at for n in told(article(publish_on=MAY_5, **values))] == [updated]


def test_a_build_is_right_until_the_next_change_of_the_news() -> None:
    for piece, moment in (
        (
            article(publish_on=MAY_5, revised_on=date(2021, 5, 9)),
            datetime(2021, 5, 9, tzinfo=HANOI),
        ),
        (
            article(publish_on=MAY_5, status="withdrawn", withdrawn_on=date(2021, 5, 9)),
            datetime(2021, 5, 9, tzinfo=HANOI),
        ),
    ):
        plan = expand(Workspace(pieces={"a": piece}), moment - SECOND)
        assert plan.valid_until == moment
        assert told(piece, moment) != told(piece, moment - SECOND)


def test_a_withdrawn_piece_is_news_only_if_it_had_been_seen() -> None:
    gone = article(publish_on=MAY_5, status="withdrawn", withdrawn_on=date(2021, 5, 9))
    moment = datetime(2021, 5, 9, tzinfo=HANOI)
    assert [(n.published_at, n.updated_at, n.withdrawn) for n in told(gone)] == [
        (MAY_5, moment, True)
    ]
    for unseen in (
        article(publish_on=MAY_5, status="withdrawn"),
        article(publish_on=MAY_5, status="withdrawn", withdrawn_on=date(2021, 5, 4)),
        article(status="withdrawn", withdrawn_on=date(2021, 5, 9)),
    ):
        assert told(unseen) == []


def test_a_segment_of_an_unknown_campaign_has_no_number() -> None:
    of = {"campaign": "c", "activity": "b", "audio": "assets/a.mp3"}
    segment = Segment.model_construct(id="a", medium="radio", title="Bài", **of)  # type: ignore[arg-type]
    assert episodes_of(Workspace(pieces={"a": segment})) == {}
