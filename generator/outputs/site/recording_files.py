"""Recordings on the site: their sound, and what the page's player shows."""

from collections.abc import Iterator
from functools import partial

from generator.media import media
from generator.model import addresses
from generator.model.artifact import Artifact, Audience, Kind, ResultSubject, digest_of
from generator.model.asset import Asset
from generator.model.inputs import Input, made_from
from generator.model.piece import Piece
from generator.model.segment import Segment
from generator.outputs import Context
from generator.outputs.site.reading_aloud import chapters
from generator.planning.episodes import episodes
from generator.source.audio import measure
from generator.source.sound import FORM_OF_SOUND, sound, sound_of
from generator.vietnamese.numbers import format_number

_CHUNK = 1 << 20  # bytes
_MEGABYTE = 1_000_000


def pages(context: Context) -> Iterator[Artifact]:
    """The sound of each visible segment."""
    for episode in episodes(context.plan):
        asset = context.workspace.assets[episode.segment.audio]
        medium, ending = media()[episode.segment.medium], measure(asset).ending
        path = addresses.recording(medium, episode.segment, ending)
        digest = made_from({Input.RECORDING: digest_of(*_read(asset)), Input.FORM: FORM_OF_SOUND})
        of = ResultSubject(Kind.RECORDING, episode.segment.id)
        yield Artifact(path, Audience.PUBLIC, digest, partial(_sound, asset), of)


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
            "size": _size(_length(context, asset)),
            "transcript": addresses.recording(radio, piece, ".html"),
            "captions": captions if getattr(piece, "times", ()) else "",
            "podcast": addresses.podcast(radio),
            "chapters": chapters(piece) if isinstance(piece, Segment) else [],
        }
    }


def _asset(context: Context, piece: Piece) -> Asset | None:
    file = piece.audio if isinstance(piece, Segment) else ""
    return context.workspace.assets.get(file)


def _length(context: Context, asset: Asset) -> int:
    """The bytes of its sound; that of a file that stays is counted once."""
    named = f"{FORM_OF_SOUND} {digest_of(*_read(asset))}"
    return int(context.memory.recall("sound", named, lambda: str(len(sound(asset.read())))))


def _size(count: int) -> str:
    """Bytes as a reader counts them."""
    large = count >= _MEGABYTE
    return (
        f"{format_number(round(count / (_MEGABYTE if large else 1000)))} {'MB' if large else 'KB'}"
    )


def _sound(asset: Asset) -> Iterator[bytes]:
    yield sound_of(asset)


def _read(asset: Asset) -> Iterator[bytes]:
    with asset.open() as stream:
        while chunk := stream.read(_CHUNK):
            yield chunk
