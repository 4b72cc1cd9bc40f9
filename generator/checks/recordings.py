"""Recordings exist and can be played everywhere; their times fit, and each is that of one piece."""

import posixpath
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise

from generator.checks import Subject
from generator.diagnostics import Diagnostic, RefusalError, Rule, warning
from generator.model.asset import Asset
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
RECORDING_TWICE = warning(
    "recording-twice",
    "The recording “{file}” is that of {first} too: podcast apps have it twice, as two episodes.",
    "Write the recording of this piece. If it is the same programme, aired again, remove the line: "
    "it is heard there.",
)
_AT_ONCE = 1 << 16  # bytes


def check(subject: Subject) -> Iterable[Diagnostic]:
    """The recording of every radio segment."""
    workspace = subject.workspace
    for piece in subject.pieces:
        if isinstance(piece, Segment) and piece.audio:
            yield from _recording(workspace, piece)
    yield from _twice(workspace)


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


def _twice(workspace: Workspace) -> Iterator[Diagnostic]:
    """Recordings that several pieces have, under whatever names; withdrawn, they are replaced."""
    found: dict[int, list[tuple[Segment, Asset]]] = defaultdict(list)
    for segment in (episode.segment for episode in episodes_of(workspace).values()):
        asset = workspace.assets.get(segment.audio)
        if asset is not None and segment.status != "withdrawn":
            of_size = found[asset.size]
            first = next((one for one, other in of_size if _is_same(asset, other)), None)
            if first is not None:
                where = segment.where("audio")
                yield RECORDING_TWICE.at(where, file=segment.audio, first=first.file)
            of_size.append((segment, asset))


def _is_same(one: Asset, other: Asset) -> bool:
    """Whether two files of one size are the same; others differ soon."""
    if one.path == other.path:
        return True
    with one.open() as first, other.open() as second:
        while (chunk := first.read(_AT_ONCE)) == second.read(_AT_ONCE):
            if not chunk:
                return True
    return False
