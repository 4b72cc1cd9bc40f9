"""Numbers of episodes: authored ones stand, the others follow the slots; listeners keep theirs."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from io import BytesIO
from typing import Protocol

import pytest

from generator.checks import Subject, podcast_numbers, recordings
from generator.diagnostics import Diagnostic, Refusal
from generator.model.asset import Asset
from generator.model.edition import Edition
from generator.model.piece import Piece
from generator.model.workspace import Workspace
from generator.planning.episodes import episodes_of
from generator.planning.expand import expand
from generator.planning.visibility import start_of
from generator.text.links import links_of
from generator.vietnamese.dates import read_date

JULY = start_of(read_date("1/7/2021"))
SOUND = "audio: assets/{}.mp3"


class Thu(Protocol):
    def piece(self, identity: str, *lines: str) -> Piece: ...
    def workspace(self, pieces: list[Piece]) -> Workspace: ...


Aired = Callable[..., Workspace]


@pytest.fixture
def aired(thu: Thu) -> Aired:
    """A workspace of segments, given as lines by id; each with a recording unless it says so."""

    def of(**pieces: str) -> Workspace:
        made = []
        for identity, text in pieces.items():
            lines = text.split(", ")
            silent = "silent" in lines
            lines = [line for line in lines if line != "silent"]
            made.append(thu.piece(identity, *lines, *([] if silent else [SOUND.format(identity)])))
        return thu.workspace(made)

    return of


def numbers(workspace: Workspace) -> dict[str, int]:
    return {key: episode.number for key, episode in episodes_of(workspace).items()}


def told(workspace: Workspace, seen: Mapping[str, int]) -> list[Diagnostic]:
    plan = expand(workspace, JULY)
    subject = Subject(plan, links_of(plan), last=Edition(JULY, episodes=seen))
    return list(podcast_numbers.check(subject))


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        (  # by slot, not by id; what is not heard takes no number
            {
                "z": "slot: 1/6/2021",
                "tot": "slot: 3/5/2021, silent",
                "m": "slot: 2/6/2021 06:30",
                "a": "slot: 3/6/2021",
            },
            {"z": 1, "m": 2, "a": 3},
        ),
        (  # the hour counts; a quarter ends after its days; a page's day stands for a slot
            {
                "a": "quarter: II/2021",
                "b": "slot: 2/6/2021 17:00",
                "c": "slot: 2/6/2021 06:30",
                "d": "quarter: II/2021, publish_on: 1/6/2021",
            },
            {"d": 1, "c": 2, "b": 3, "a": 4},
        ),
        (  # authors' numbers stand, with sound or before it
            {
                "a": "slot: 1/6/2021",
                "b": "slot: 2/6/2021, episode: 1",
                "c": "slot: 3/6/2021",
                "d": "slot: 4/6/2021, episode: 3, silent",
                "e": "slot: 5/6/2021",
            },
            {"a": 2, "b": 1, "c": 4, "d": 3, "e": 5},
        ),
        ({"a": "slot: 1/6/2021, episode: 1", "b": "slot: 1/5/2021"}, {"b": 2, "a": 1}),
        (  # each year for itself; drafts and withdrawn pieces keep theirs
            {
                "a": "slot: 1/6/2022",
                "b": "slot: 1/6/2021, status: draft",
                "c": "slot: 2/6/2021, status: withdrawn, withdrawn_on: 3/6/2021",
                "d": "slot: 3/6/2021",
            },
            {"b": 1, "c": 2, "d": 3, "a": 1},
        ),
    ],
)
def test_numbers_follow_the_slots(
    aired: Aired, pieces: Mapping[str, str], expected: Mapping[str, int]
) -> None:
    assert list(numbers(aired(**pieces)).items()) == list(expected.items())
    assert numbers(aired(**dict(reversed(pieces.items())))) == expected


def test_a_number_that_two_have_is_told_once_at_the_later_piece(aired: Aired) -> None:
    first, later = "slot: 1/6/2021, episode: 3", "slot: 2/6/2021, episode: 3"
    [found] = told(aired(b=first, a=later, c="slot: 3/5/2021", d="slot: 4/5/2021"), {})
    assert (found.rule.code, found.details["first"]) == ("episode-twice", "content/b.md")
    assert found.where.text == "episode: 3"
    assert told(aired(z="slot: 1/6/2021, episode: 1", a="slot: 3/6/2021"), {}) == []


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        ({}, []),
        ({"n": "slot: 9/6/2021"}, []),  # behind them
        ({"n": "slot: 1/6/2021, silent"}, []),
        ({"n": "slot: 1/5/2021"}, [("published-episode", "episode: 3")]),
        ({"n": "slot: 1/5/2021, episode: 1"}, [("published-episode", "episode: 3")]),
        ({"b": "slot: 2/6/2021, episode: 7"}, [("published-number", "episode: 2")]),
        ({"b": "slot: 1/5/2021"}, [("published-number", "episode: 2")]),
        ({"a": "slot: 1/6/2021, silent"}, [("published-number", "episode: 2")]),
        ({"a": "slot: 1/6/2021, status: withdrawn, withdrawn_on: 2/6/2021"}, []),
    ],
)
def test_a_number_that_listeners_know_does_not_change_in_silence(
    aired: Aired, pieces: Mapping[str, str], expected: list[tuple[str, str]]
) -> None:
    before = {"a": "slot: 1/6/2021", "b": "slot: 2/6/2021"}
    assert numbers(aired(**before)) == {"a": 1, "b": 2}
    found = told(aired(**{**before, **pieces}), {"a": 1, "b": 2})
    shown = [(each.rule.code, each.details["typed"].split("\n")[-1]) for each in found]
    assert shown == expected


def test_a_number_as_shown_keeps_those_that_listeners_know(aired: Aired) -> None:
    seen = {"a": 1, "b": 2}
    added = aired(a="slot: 1/6/2021", b="slot: 2/6/2021", n="slot: 1/5/2021, episode: 3")
    assert (told(added, seen), numbers(added)) == ([], {"n": 3, "a": 1, "b": 2})
    swapped = aired(a="slot: 3/6/2021, episode: 1", b="slot: 2/6/2021, episode: 2")
    assert told(swapped, seen) == []
    [found] = told(aired(a="slot: 3/6/2021", b="slot: 2/6/2021"), seen)
    assert found.details["every"] == "content/b.md: episode: 2\ncontent/a.md: episode: 1"


def sound(path: str, data: bytes) -> Asset:
    return Asset(
        path, len(data), lambda: BytesIO(data), lambda: Refusal(recordings.RECORDING_MISSING)
    )


def test_one_recording_in_two_pieces_is_told_at_the_later(aired: Aired) -> None:
    def places(workspace: Workspace, **sounds: bytes) -> list[tuple[str, str]]:
        assets = {f"assets/{n}.mp3": sound(f"assets/{n}.mp3", data) for n, data in sounds.items()}
        plan = expand(replace(workspace, assets=assets), JULY)
        every = recordings.check(Subject(plan, links_of(plan)))
        twice = [each for each in every if each.rule.code == "recording-twice"]
        return [(each.details["file"], each.details["first"]) for each in twice]

    days = {"a": "slot: 2/6/2021", "b": "slot: 1/6/2021"}
    assert places(aired(**days), a=b"one", b=b"one") == [("assets/a.mp3", "content/b.md")]
    assert places(aired(**days), a=b"one", b=b"two") == []
    same = {"a": "slot: 2/6/2021, silent, audio: assets/b.mp3", "b": "slot: 1/6/2021"}
    assert places(aired(**same), b=b"one") == [("assets/b.mp3", "content/b.md")]
    withdrawn = f"{days['b']}, status: withdrawn, withdrawn_on: 2/6/2021"
    assert places(aired(a=days["a"], b=withdrawn), a=b"one", b=b"one") == []
