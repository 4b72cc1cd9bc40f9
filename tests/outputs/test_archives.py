"""Laws of bounded feeds and their archives; the news are test data."""

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from generator.model.article import Article
from generator.outputs.feeds.archives import archives, feed_window
from generator.planning.news import News
from generator.vietnamese.dates import HANOI

START = datetime(2019, 1, 1, tzinfo=HANOI)
DAY = timedelta(days=1)


def told(number: int, published: int, later: int, gone: bool) -> News:  # noqa: FBT001 - drawn
    piece = Article.model_construct(id=f"a{number}", medium="article", title="Thử")
    moment = START + published * DAY
    return News(piece, moment, moment + later * DAY, withdrawn=gone)


def newest_first(found: list[News]) -> tuple[News, ...]:
    return tuple(
        sorted(found, key=lambda n: (n.updated_at, n.published_at, n.piece.id), reverse=True)
    )


NEWS = st.lists(st.tuples(st.integers(0, 900), st.integers(0, 60), st.booleans()), max_size=60).map(
    lambda drawn: newest_first([told(n, *values) for n, values in enumerate(drawn)])
)


@given(NEWS, st.integers(1, 30))
def test_nothing_is_lost_and_nothing_grows_beyond_its_bound(
    news: tuple[News, ...], newest: int
) -> None:
    shown, parts = feed_window(news, newest), archives(news, newest)
    assert len(shown) <= newest
    assert all(0 < len(part.news) <= max(1, newest // 2) for part in parts)
    alive = {n.piece.id for n in news if not n.withdrawn}
    kept = {n.piece.id for n in shown} | {n.piece.id for part in parts for n in part.news}
    assert alive <= kept
    assert not any(n.withdrawn for part in parts for n in part.news)
    assert all(
        (part.year, part.month) == (n.published_at.year, n.published_at.month)
        for part in parts
        for n in part.news
    )


@given(NEWS, st.integers(1, 30))
def test_later_news_change_no_archive(news: tuple[News, ...], newest: int) -> None:
    later = newest_first([told(999, 901, 0, gone=False), *news])
    before = {part.name: part.news for part in archives(news, newest)}
    after = {part.name: part.news for part in archives(later, newest)}
    assert {name: after[name] for name in before} == before


@given(NEWS, st.integers(2, 30))
def test_the_last_change_is_always_told(news: tuple[News, ...], newest: int) -> None:
    assert [n.piece.id for n in feed_window(news, newest)[:1]] == [n.piece.id for n in news[:1]]
