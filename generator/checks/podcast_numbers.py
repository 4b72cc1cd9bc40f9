"""Numbers of episodes: each is that of one piece of a year, and stays as listeners have seen it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count

from generator.checks import Subject
from generator.diagnostics import Diagnostic, Location, Rule, warning
from generator.model.segment import Segment
from generator.planning.episodes import Episode, episodes_of
from generator.source.replacement_lines import instead, with_key

EPISODE_TWICE = Rule(
    "episode-twice",
    "The number {number} of {year} is taken: {first} has it already.",
    "Give one of the two another number in “episode”, or remove the line.",
)
SEEN_NUMBER = warning(
    "published-episode",
    "Listeners know {other} as number {number} of {year}, which this piece has now.",
    "Give this piece a number that is free:\n{typed}",
)
OTHER_NUMBER = warning(
    "published-number",
    "Listeners know this piece as number {number} of {year}; podcast apps would show {now} now.",
    "Write the number that they know:\n{typed}",
)
OTHER_NUMBERS = OTHER_NUMBER.with_hint("Write the numbers that they know:\n{every}")
_Numbers = Mapping[str, int]


def check(subject: Subject) -> Iterable[Diagnostic]:
    """The numbers of every year."""
    last, found = subject.last, episodes_of(subject.workspace)
    years: dict[int, list[Episode]] = defaultdict(list)
    for episode in found.values():
        years[episode.season].append(episode)
    for year in years.values():
        yield from _twice(year)
        if last is not None and last.as_of <= subject.plan.as_of:
            yield from _newcomers(year, last.episodes) or _others(year, last.episodes)


def _twice(year: Sequence[Episode]) -> Iterator[Diagnostic]:
    """Numbers that two authors wrote; those that are counted keep clear of them."""
    first: dict[int, Segment] = {}
    for episode in year:
        other = first.setdefault(episode.number, episode.segment)
        if other is not episode.segment:
            where, known = episode.segment.where("episode"), other.file
            yield EPISODE_TWICE.at(where, number=episode.number, year=episode.season, first=known)


def _newcomers(year: Sequence[Episode], seen: _Numbers) -> list[Diagnostic]:
    """Pieces that take a number from one that listeners know by it."""
    holders = {seen[e.segment.id]: e.segment for e in year if e.segment.id in seen}
    written = {episode.segment.episode for episode in year}
    free = (number for number in count(max(holders, default=0) + 1) if number not in written)
    return [
        SEEN_NUMBER.at(
            _where(episode.segment),
            other=holders[episode.number].file,
            number=episode.number,
            year=episode.season,
            typed=_with_number(episode.segment, next(free)),
        )
        for episode in year
        if episode.segment.id not in seen
        and episode.number in holders
        and not holders[episode.number].episode
    ]


def _others(year: Sequence[Episode], seen: _Numbers) -> Iterator[Diagnostic]:
    """Numbers that changed by themselves, told at the first: they follow from each other."""
    moved = [e for e in year if seen.get(e.segment.id, e.number) != e.number]
    for first in moved[:1]:
        rule, number = OTHER_NUMBERS if moved[1:] else OTHER_NUMBER, seen[first.segment.id]
        yield rule.at(
            _where(first.segment),
            number=number,
            year=first.season,
            now=first.number,
            typed=_with_number(first.segment, number),
            every="\n".join(f"{e.segment.file}: episode: {seen[e.segment.id]}" for e in moved),
        )


def _where(segment: Segment) -> Location:
    return segment.where("episode" if segment.episode else "audio")


def _with_number(segment: Segment, number: int) -> str:
    if segment.episode:
        return instead(segment.where("episode"), str(number))
    return with_key(segment, "audio", f"episode: {number}")
