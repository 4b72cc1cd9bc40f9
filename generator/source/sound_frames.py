"""The frames of MPEG audio, and nothing that stands before, between or behind them.

ID3, APE, Lyrics3 and whatever else programs write there: no list of them is needed. Heads of
frames: ISO/IEC 11172-3, 2.4.1.3 and 13818-3; http://www.mp3-tech.org/programmer/frame_header.html
"""

from collections.abc import Iterator
from functools import lru_cache

_HEAD = 4  # bytes
_THIRD, _SECOND, _FIRST = 1, 2, 3  # layers, as a head says them; 0 is none
_LATE, _NONE, _ONE = 0, 1, 3  # versions 2.5, none and 1; what is left is 2
_SAMPLES = (44100, 48000, 32000)  # a second, in version 1
_KILOBITS = {
    (True, _FIRST): range(32, 449, 32),
    (True, _SECOND): (32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384),
    (True, _THIRD): (32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    (False, _FIRST): (32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256),
    (False, _SECOND): (8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
    (False, _THIRD): (8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}
_TAG, _TAG_HEAD, _HAS_FOOT = b"ID3", 10, 0x10
_TAGS = (_TAG, b"TAG", b"APETAGEX", b"LYRICS")


def frames(data: bytes) -> bytes:
    """Every whole frame, in order."""
    return b"".join(data[start:end] for start, end in _stretches(data))


def _stretches(data: bytes) -> Iterator[tuple[int, int]]:
    """Where frames follow each other, from the first to behind the last.

    Bytes may look like a head by chance: a frame stands behind another, or another like it, or the
    end of the file, behind it.
    """
    start = at = 0
    while 0 <= at <= len(data) - _HEAD:
        end = at + _length(data, at)
        is_whole = at < end <= len(data) and not _is_cut(data, at, end)
        if is_whole and (at > start or _goes_on(data, at, end)):
            at = end
            continue
        if at > start:
            yield start, at
        start = at = _next(data, at)
    if at > start >= 0:
        yield start, at


def _goes_on(data: bytes, at: int, end: int) -> bool:
    alike = data[at + 1] & 0xFE == (data[end + 1] & 0xFE if end + 1 < len(data) else 0)
    return end == len(data) or (alike and _length(data, end) > 0)


def _is_cut(data: bytes, at: int, end: int) -> bool:
    """Whether a last frame is cut off, and a tag stands in its place."""
    return not _length(data, end) and any(data.find(tag, at, end) > 0 for tag in _TAGS)


def _next(data: bytes, at: int) -> int:
    """Where a frame may begin: behind a tag, else at the next byte of ones; -1 if nowhere."""
    if data.startswith(_TAG, at) and at + _TAG_HEAD <= len(data):
        size = sum((byte & 127) << 7 * n for n, byte in enumerate(data[at + 9 : at + 5 : -1]))
        return at + _TAG_HEAD * (2 if data[at + 5] & _HAS_FOOT else 1) + size
    return data.find(b"\xff", at + 1)


def _length(data: bytes, at: int) -> int:
    """How many bytes the frame has that begins there; 0 if none does."""
    head = data[at : at + 3]
    return _told(*head) if len(head) == 3 else 0  # noqa: PLR2004 - what tells its length


@lru_cache(1 << 12)
def _told(sync: int, kind: int, rate: int) -> int:
    version, layer = kind >> 3 & 3, kind >> 1 & 3
    bits, samples = rate >> 4, rate >> 2 & 3
    if sync != 0xFF or kind < 0xE0 or version == _NONE or not layer:  # noqa: PLR2004 - eleven ones
        return 0
    if not 0 < bits < 15 or samples == 3:  # noqa: PLR2004 - values without a meaning
        return 0
    frequency = _SAMPLES[samples] >> (0 if version == _ONE else 2 if version == _LATE else 1)
    bytes_a_second = _KILOBITS[version == _ONE, layer][bits - 1] * 125
    padding = rate >> 1 & 1
    if layer == _FIRST:
        return (bytes_a_second * 96 // frequency + padding) * 4
    each = 576 if layer == _THIRD and version != _ONE else 1152
    return bytes_a_second * each // frequency + padding
