"""The bytes of a recording to what players need to know of it; the name of the file is no proof."""

from io import SEEK_END, SEEK_SET, RawIOBase
from typing import BinaryIO, cast

from generator.diagnostics import Refusal, RefusalError, Rule
from generator.model.asset import Asset
from generator.model.recording import Recording

_HEAD = 12  # bytes that tell the kind
_FRAME = 0xFFE0  # the eleven bits that begin every frame of MPEG audio
_FOREIGN = {b"RIFF": "WAV", b"OggS": "Ogg", b"fLaC": "FLAC", b"FORM": "AIFF", b"#!AM": "AMR"}
"""Kinds that podcast apps do not all play, by their first bytes."""

EMPTY = Rule(
    "recording-empty",
    "The recording “{file}” has no content at all.",
    "Copy it again from the recorder or the station.",
)
FORM = Rule(
    "recording-form",
    "“{file}” is not a recording that can be played.",
    "Save it as MP3, or as M4A (AAC), and listen to it once.",
)
KIND = Rule(
    "recording-kind",
    "“{file}” is really a {kind} file, which many podcast apps do not play.",
    "Save it as MP3, or as M4A (AAC); to change the name is not enough.",
)
_LOOKS = 300_000  # about a second's; a megabyte may lie between the tag and the sound
_AT_ONCE = 1 << 20
_LEAST, _MOST = 0.5, 2.0
"""What the frames of an MP3 may come to, as a share of the file: others follow by chance alone."""


def read_recording(stream: BinaryIO) -> Recording:
    """Measure a recording.

    Raises:
        RefusalError: it is empty, no recording, or of a foreign kind.
    """
    head = stream.read(_HEAD)
    stream.seek(0)
    if not head:
        raise RefusalError(Refusal(EMPTY))
    if head[:4] in _FOREIGN:
        raise RefusalError(Refusal(KIND, {"kind": _FOREIGN[head[:4]]}))
    if head[4:8] == b"ftyp":
        return Recording("audio/mp4", ".m4a", _seconds(stream, "audio/mp4"))
    if head[:3] == b"ID3" or int.from_bytes(head[:2], "big") & _FRAME == _FRAME:
        return Recording("audio/mpeg", ".mp3", _seconds(stream, "audio/mpeg"))
    raise RefusalError(Refusal(FORM))


def _seconds(stream: BinaryIO, kind: str) -> int:
    from tinytag import TinyTag, TinyTagException

    try:
        found = TinyTag.get(file_obj=cast("BinaryIO", _Glances(stream)), tags=False)
    except TinyTagException as error:
        raise RefusalError(Refusal(FORM)) from error
    found_kind = (found.mime_type or "").partition(";")[0]
    if found_kind == "audio/flac":  # behind a tag that MP3 begins with
        raise RefusalError(Refusal(KIND, {"kind": "FLAC"}))
    if found_kind != kind or not found.duration or not found.samplerate:
        raise RefusalError(Refusal(FORM))
    if kind == "audio/mpeg" and not _is_whole(stream, found.duration * (found.bitrate or 0)):
        raise RefusalError(Refusal(FORM))
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
            raise RefusalError(Refusal(FORM))
        return self._stream.read(size)


def measure(asset: Asset) -> Recording:
    """The recording of an asset. Raises RefusalError as `read_recording`."""
    with asset.open() as stream:
        return read_recording(stream)
