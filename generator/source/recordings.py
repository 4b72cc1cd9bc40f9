"""The bytes of a recording to what players need to know of it; the name of the file is no proof."""

from typing import TYPE_CHECKING, Any, BinaryIO

from generator.model.asset import Asset
from generator.model.recording import Recording

if TYPE_CHECKING:
    from collections.abc import Callable

_HEAD = 12  # bytes that tell the kind
_FRAME = 0xFFE0  # the eleven bits that begin every frame of MPEG audio
FOREIGN = {b"RIFF": "WAV", b"OggS": "Ogg", b"fLaC": "FLAC", b"FORM": "AIFF", b"#!AM": "AMR"}
"""Kinds that podcast apps do not all play, by their first bytes."""


def read_recording(stream: BinaryIO) -> Recording:
    """Measure a recording.

    Raises:
        ValueError: "empty"; "form" for what is no recording; or the name of a foreign kind.
    """
    head = stream.read(_HEAD)
    stream.seek(0)
    if not head:
        raise ValueError("empty")  # noqa: EM101 - a stable reason
    if head[:4] in FOREIGN:
        raise ValueError(FOREIGN[head[:4]])
    if head[4:8] == b"ftyp":
        return Recording("audio/mp4", ".m4a", _seconds(stream, "MP4"))
    if head[:3] == b"ID3" or int.from_bytes(head[:2], "big") & _FRAME == _FRAME:
        return Recording("audio/mpeg", ".mp3", _seconds(stream, "MP3"))
    raise ValueError("form")  # noqa: EM101


def _seconds(stream: BinaryIO, kind: str) -> int:
    from mutagen.mp3 import MP3
    from mutagen.mp4 import MP4

    readers: dict[str, Callable[[BinaryIO], Any]] = {"MP3": MP3, "MP4": MP4}
    try:
        info = readers[kind](stream).info
    except Exception as error:
        raise ValueError("form") from error  # noqa: EM101
    if not info.length or getattr(info, "sketchy", False):
        raise ValueError("form")  # noqa: EM101
    return max(1, round(float(info.length)))


def measure(asset: Asset) -> Recording:
    """The recording of an asset; ValueError as in `read_recording`."""
    with asset.open() as stream:
        return read_recording(stream)
