"""A bounded feed and its archives by month (RFC 5005): together they hold everything."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.planning.news import News


@dataclass(frozen=True, slots=True)
class ArchivePart:
    """An archive: part `number` of a month, the newest first. What is in it stays in it."""

    year: int
    month: int
    number: int
    news: tuple[News, ...]

    @property
    def name(self) -> str:
        """As in its address: only a month of many news has further parts."""
        further = f"-{self.number}" if self.number > 1 else ""
        return f"{self.year}/thang-{self.month}{further}"

    @property
    def title(self) -> str:
        """As people read it."""
        further = f" ({self.number})" if self.number > 1 else ""
        return f"tháng {self.month}/{self.year}{further}"


def feed_window(news: tuple[News, ...], newest: int) -> tuple[News, ...]:
    """What the feed itself shows: at most `newest`.

    First all that no archive holds, so that nothing is lost, then the last changes.
    """
    if len(news) <= newest:
        return news
    kept = {n.piece.id for n in _open(news, newest)}
    for found in news:
        if len(kept) < newest:
            kept.add(found.piece.id)
    return tuple(n for n in news if n.piece.id in kept)


def archives(news: tuple[News, ...], newest: int) -> list[ArchivePart]:
    """The archives, the oldest first; none while the feed holds everything."""
    if len(news) <= newest:
        return []
    parts = _parts(news, newest)
    return parts[:-1] if _grows(parts, newest) else parts


def _open(news: tuple[News, ...], newest: int) -> Iterator[News]:
    parts = _parts(news, newest)
    if _grows(parts, newest):
        yield from parts[-1].news


def _grows(parts: list[ArchivePart], newest: int) -> bool:
    """Whether the last part may still get entries: such a one is no archive yet."""
    return bool(parts) and len(parts[-1].news) < _length(newest)


def _parts(news: Iterable[News], newest: int) -> list[ArchivePart]:
    months: dict[tuple[int, int], list[News]] = defaultdict(list)
    for found in sorted(news, key=lambda n: (n.published_at, n.piece.id)):
        if not found.withdrawn:
            months[found.published_at.year, found.published_at.month].append(found)
    length = _length(newest)
    return [
        ArchivePart(*month, start // length + 1, tuple(found[start : start + length][::-1]))
        for month, found in sorted(months.items())
        for start in range(0, len(found), length)
    ]


def _length(newest: int) -> int:
    """Half of what a feed shows: the other half has room for changes of old entries."""
    return max(1, newest // 2)
