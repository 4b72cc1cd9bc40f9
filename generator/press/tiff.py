"""TIFF 6.0 and BigTIFF of four inks, written strip by strip: only compressed strips are kept.

Deflate with the horizontal predictor; the profile and the resolution are in the tags.
"""

import struct
import zlib
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Strip = NDArray[np.uint8]

CLASSIC_LIMIT = 3_900_000_000
"""Bytes beyond which offsets of 32 bits are not safe: BigTIFF is written."""

_SHORT, _LONG, _RATIONAL, _UNDEFINED, _LONG8 = 3, 4, 5, 7, 16
_AHEAD = 2  # strips that are compressed while one is drawn


@dataclass(frozen=True, slots=True)
class Plate:
    """The frame of a TIFF: pixels, rows of a strip, dots per inch of the finished piece."""

    width: int
    height: int
    rows: int
    dpi: float
    icc: bytes = field(default=b"", repr=False)


def tiff(plate: Plate, strips: Iterable["Strip"], limit: int = CLASSIC_LIMIT) -> Iterator[bytes]:
    """The file in chunks, from strips of (rows, width, 4) values, 255 being full ink."""
    packed = list(_packed_beside(strips))
    wide = sum(map(len, packed)) + len(plate.icc) + 16 * len(packed) > limit
    yield _head(plate, [len(strip) for strip in packed], wide=wide)
    yield from packed


def _packed_beside(strips: Iterable["Strip"]) -> Iterator[bytes]:
    """Compress while the next strips are drawn: neither holds the interpreter's lock."""
    waiting: deque[Future[bytes]] = deque()
    with ThreadPoolExecutor(_AHEAD) as pool:
        for strip in strips:
            waiting.append(pool.submit(_packed, strip))
            if len(waiting) > _AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def _packed(strip: "Strip") -> bytes:
    """Each value as the difference to its left neighbour (predictor 2), deflated."""
    differences = strip.copy()
    differences[:, 1:] -= strip[:, :-1]
    # Artwork is flat: runs are all there is to find, and looking for more takes twice as long.
    packer = zlib.compressobj(1, strategy=zlib.Z_RLE)
    return packer.compress(differences.data) + packer.flush()


def _head(plate: Plate, counts: list[int], *, wide: bool) -> bytes:
    """Header, directory and long values: all that stands before the first strip."""
    offset_type = _LONG8 if wide else _LONG
    start = len(_directory(plate, counts, counts, wide=wide, offset_type=offset_type))
    offsets = []
    for count in counts:
        offsets.append(start)
        start += count
    return _directory(plate, offsets, counts, wide=wide, offset_type=offset_type)


def _directory(
    plate: Plate, offsets: list[int], counts: list[int], *, wide: bool, offset_type: int
) -> bytes:
    tags = _tags(plate, offsets, counts, offset_type)
    head, entry, inline = (16, 20, 8) if wide else (8, 12, 4)
    size = head + (8 if wide else 2) + entry * len(tags) + (8 if wide else 4)
    entries, values = [], b""
    for tag, kind, count, data in tags:
        held = data
        if len(data) > inline:
            held = struct.pack("<Q" if wide else "<I", size + len(values))
            values += data + b"\0" * (-len(data) % 8)
        entries.append(
            struct.pack("<HHQ" if wide else "<HHI", tag, kind, count) + held.ljust(inline, b"\0")
        )
    if wide:
        begin = struct.pack("<2sHHHQ", b"II", 43, 8, 0, head) + struct.pack("<Q", len(tags))
        return begin + b"".join(entries) + struct.pack("<Q", 0) + values
    begin = struct.pack("<2sHI", b"II", 42, head) + struct.pack("<H", len(tags))
    return begin + b"".join(entries) + struct.pack("<I", 0) + values


def _tags(
    plate: Plate, offsets: list[int], counts: list[int], offset_type: int
) -> list[tuple[int, int, int, bytes]]:
    """Tag, type, count and value of each entry, in the order of the tags."""
    resolution = struct.pack("<II", round(plate.dpi * 1000), 1000)
    tags = [
        (256, _LONG, 1, struct.pack("<I", plate.width)),
        (257, _LONG, 1, struct.pack("<I", plate.height)),
        (258, _SHORT, 4, struct.pack("<4H", 8, 8, 8, 8)),
        (259, _SHORT, 1, struct.pack("<H", 8)),  # Deflate
        (262, _SHORT, 1, struct.pack("<H", 5)),  # separated
        (273, offset_type, len(offsets), _numbers(offsets, offset_type)),
        (277, _SHORT, 1, struct.pack("<H", 4)),
        (278, _LONG, 1, struct.pack("<I", plate.rows)),
        (279, offset_type, len(counts), _numbers(counts, offset_type)),
        (282, _RATIONAL, 1, resolution),
        (283, _RATIONAL, 1, resolution),
        (284, _SHORT, 1, struct.pack("<H", 1)),  # interleaved
        (296, _SHORT, 1, struct.pack("<H", 2)),  # dots per inch
        (317, _SHORT, 1, struct.pack("<H", 2)),  # horizontal predictor
        (332, _SHORT, 1, struct.pack("<H", 1)),  # CMYK
    ]
    return [*tags, (34675, _UNDEFINED, len(plate.icc), plate.icc)] if plate.icc else tags


def _numbers(values: list[int], kind: int) -> bytes:
    return struct.pack(f"<{len(values)}{'Q' if kind == _LONG8 else 'I'}", *values)
