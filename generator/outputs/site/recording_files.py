"""Recordings on the site: the file, and what the page's player shows."""

from collections.abc import Iterator
from functools import partial

from generator.media import media
from generator.model import addresses
from generator.model.artifact import Artifact, Audience, Kind, ResultSubject, digest_of
from generator.model.asset import Asset
from generator.model.inputs import Digest, Input
from generator.model.piece import Piece
from generator.model.segment import Segment
from generator.outputs import Context
from generator.planning.episodes import episodes
from generator.source.audio import measure
from generator.vietnamese.numbers import format_number

_CHUNK = 1 << 20  # bytes
_MEGABYTE = 1_000_000


def pages(context: Context) -> Iterator[Artifact]:
    """The recording of each visible segment, as it is."""
    for episode in episodes(context.plan):
        asset = context.workspace.assets[episode.segment.audio]
        medium, ending = media()[episode.segment.medium], measure(asset).ending
        path = addresses.recording(medium, episode.segment, ending)
        digest = Digest(value := digest_of(*_read(asset)), {Input.RECORDING: value})
        of = ResultSubject(Kind.RECORDING, episode.segment.id)
        yield Artifact(path, Audience.PUBLIC, digest, partial(_read, asset), of)


def player(context: Context, piece: Piece) -> dict[str, object]:
    """The front matter for the player: file, length, transcript, and the podcast's feed."""
    asset = _asset(context, piece)
    if asset is None:
        return {}
    radio, recording = media()[piece.medium], measure(asset)
    minutes, seconds = divmod(recording.seconds, 60)
    captions = addresses.recording(radio, piece, ".srt")
    return {
        "audio": {
            "url": addresses.recording(radio, piece, recording.ending),
            "type": recording.type,
            "length": f"{minutes} phút {seconds:02} giây" if minutes else f"{seconds} giây",
            "size": _size(asset.size),
            "transcript": addresses.recording(radio, piece, ".html"),
            "captions": captions if getattr(piece, "times", ()) else "",
            "podcast": addresses.podcast(radio),
        }
    }


def _asset(context: Context, piece: Piece) -> Asset | None:
    file = piece.audio if isinstance(piece, Segment) else ""
    return context.workspace.assets.get(file)


def _size(count: int) -> str:
    """Bytes as a reader counts them."""
    large = count >= _MEGABYTE
    return (
        f"{format_number(round(count / (_MEGABYTE if large else 1000)))} {'MB' if large else 'KB'}"
    )


def _read(asset: Asset) -> Iterator[bytes]:
    with asset.open() as stream:
        while chunk := stream.read(_CHUNK):
            yield chunk
