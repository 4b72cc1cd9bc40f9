"""Recordings exist and can be played everywhere; their times and numbers fit."""

import posixpath
from collections.abc import Iterable, Iterator
from itertools import pairwise

from generator.checks import Subject
from generator.diagnostics import Diagnostic, RefusalError, Rule
from generator.model.recording import Recording
from generator.model.segment import Segment
from generator.model.workspace import Workspace
from generator.planning.episodes import episodes_of
from generator.source.audio import measure
from generator.text.script_lines import lines

RECORDING_MISSING = Rule(
    "recording-missing",
    "There is no recording “{file}”.",
    "Put the file into assets/ and write its path from there, "
    "for example assets/am-thanh/chuong-trinh-1.mp3.",
)
RECORDING_OUTSIDE = Rule(
    "recording-outside",
    "The path “{file}” leads out of assets/.",
    "Put the file into assets/ and write its path from there.",
)
TIMES_COUNT = Rule(
    "times-count",
    "Not as many times ({times}) as lines and cues of the script ({lines}).",
    "Write one time for each line and cue, in order; headings have none.",
)
TIMES_ORDER = Rule(
    "times-order",
    "This time is not after the one before it, or not within the recording.",
    "Write the times in order, each before the end of the recording ({end} seconds).",
)
EPISODE_TWICE = Rule(
    "episode-twice",
    "The number {number} of {year} is taken: {first} has it already.",
    "Give one of the two another number in “episode”, or remove the line.",
)


def check(subject: Subject) -> Iterable[Diagnostic]:
    """The recording of every radio segment."""
    workspace = subject.workspace
    for piece in subject.pieces:
        if isinstance(piece, Segment) and piece.audio:
            yield from _recording(workspace, piece)
    yield from _numbers(workspace)


def _recording(workspace: Workspace, segment: Segment) -> Iterator[Diagnostic]:
    where, file = segment.where("audio"), segment.audio
    path = posixpath.normpath(file)
    if not path.startswith("assets/") or "\\" in path:
        yield RECORDING_OUTSIDE.at(where, file=file)
        return
    asset = workspace.assets.get(file)
    if asset is None:
        if not workspace.is_closed(file):
            yield RECORDING_MISSING.at(where, file=file)
        return
    try:
        recording = measure(asset)
    except RefusalError as error:
        yield error.refusal.at(where, file=file)
    else:
        yield from _times(segment, recording)


def _times(segment: Segment, recording: Recording) -> Iterator[Diagnostic]:
    spoken = len(lines(segment.body.text))
    if segment.times and len(segment.times) != spoken:
        yield TIMES_COUNT.at(segment.where("times"), times=len(segment.times), lines=spoken)
    for index, (before, time) in enumerate(pairwise((-1, *segment.times))):
        if not before < time < recording.seconds:
            yield TIMES_ORDER.at(segment.where("times", index), end=recording.seconds)


def _numbers(workspace: Workspace) -> Iterator[Diagnostic]:
    """Numbers that authors wrote, against all others; those that were counted never meet."""
    first: dict[tuple[int, int], Segment] = {}
    found = sorted(episodes_of(workspace).values(), key=lambda e: e.segment.episode is not None)
    for episode in found:
        key = (episode.season, episode.number)
        other = first.setdefault(key, episode.segment)
        if other is not episode.segment:
            where = episode.segment.where("episode")
            yield EPISODE_TWICE.at(where, number=key[1], year=key[0], first=other.id)
