"""The bytes of a recording to what players need to know of it; the name of the file is no proof."""

from io import SEEK_END, SEEK_SET, RawIOBase
from typing import BinaryIO, cast

from generator.model.asset import Asset
from generator.model.recording import Recording

_HEAD = 12  # bytes that tell the kind
_FRAME = 0xFFE0  # the eleven bits that begin every frame of MPEG audio
FOREIGN = {b"RIFF": "WAV", b"OggS": "Ogg", b"fLaC": "FLAC", b"FORM": "AIFF", b"#!AM": "AMR"}
"""Kinds that podcast apps do not all play, by their first bytes."""

_LOOKS = 300_000  # about a second's; a megabyte may lie between the tag and the sound
_AT_ONCE = 1 << 20
_LEAST, _MOST = 0.5, 2.0
"""What the frames of an MP3 may come to, as a share of the file: others follow by chance alone."""


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
        return Recording("audio/mp4", ".m4a", _seconds(stream, "audio/mp4"))
    if head[:3] == b"ID3" or int.from_bytes(head[:2], "big") & _FRAME == _FRAME:
        return Recording("audio/mpeg", ".mp3", _seconds(stream, "audio/mpeg"))
    raise ValueError("form")  # noqa: EM101


def _seconds(stream: BinaryIO, kind: str) -> int:
    from tinytag import TinyTag, TinyTagException

    try:
        found = TinyTag.get(file_obj=cast("BinaryIO", _Glances(stream)), tags=False)
    except TinyTagException as error:
        raise ValueError("form") from error  # noqa: EM101
    found_kind = (found.mime_type or "").partition(";")[0]
    if found_kind == "audio/flac":  # behind a tag that MP3 begins with
        raise ValueError("FLAC")  # noqa: EM101
    if found_kind != kind or not found.duration or not found.samplerate:
        raise ValueError("form")  # noqa: EM101
    if kind == "audio/mpeg" and not _is_whole(stream, found.duration * (found.bitrate or 0)):
        raise ValueError("form")  # noqa: EM101
    return max(1, round(found.duration))


def _is_whole(stream: BinaryIO, kilobits: float) -> bool:
    """Whether the frames of an MP3 fill its file: any bytes hold something like one by chance."""
    stream.seek(0)
    head = stream.read(10)
    length = stream.seek(0, SEEK_END)
    if head[:3] == b"ID3":  # seven bits a byte
        length -= 10 + sum((byte & 127) << 7 * place for place, byte in enumerate(head[:5:-1]))
    return length > 0 and _LEAST < kilobits * 125 / length < _MOST


class _Glances(RawIOBase):
    """A stream that may be looked at so often, and read so much at once.

    A recording says its length in its first frames or tables; whoever reads on and on, or takes it
    into memory, has been led astray by what is no recording.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self._stream, self._left = stream, _LOOKS

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = SEEK_SET, /) -> int:
        return self._stream.seek(offset, whence)

    def tell(self) -> int:
        return self._stream.tell()

    def read(self, size: int = -1, /) -> bytes:
        self._left -= 1
        if not self._left or not 0 <= size <= _AT_ONCE:
            raise ValueError("form")  # noqa: EM101
        return self._stream.read(size)


def measure(asset: Asset) -> Recording:
    """The recording of an asset; ValueError as in `read_recording`."""
    with asset.open() as stream:
        return read_recording(stream)
