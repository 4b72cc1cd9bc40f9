"""Read back what `tiff` wrote, strip by strip, so that memory stays bounded."""

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.diagnostics import Refusal, RefusalError, Rule

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

CUT_OFF = Rule(
    "tiff-cut-off",
    "The TIFF cannot be decoded to its last row: {problem}.",
    "Build it again with loa build print --format tiff; a file that was sent may be cut off.",
)
LOOKED_AT = 8
"""Rows of a cell that are looked at when two pictures are compared."""

_FORMS = {1: "B", 2: "B", 3: "H", 4: "I", 7: "B", 16: "Q"}


@dataclass(frozen=True, slots=True)
class Tags:
    """What the directory of a TIFF says; `strips` are (offset, length)."""

    width: int
    height: int
    samples: int
    bits: int
    photometric: int
    compression: int
    predictor: int
    rows: int
    dpi: float
    icc: bytes = field(repr=False)
    strips: tuple[tuple[int, int], ...] = field(repr=False)


def tags(data: bytes) -> Tags:
    """The directory. Raises RefusalError."""
    try:
        entries = dict(_entries(data))
        return Tags(
            width=entries[256][0],
            height=entries[257][0],
            samples=entries[277][0],
            bits=max(entries[258]),
            photometric=entries[262][0],
            compression=entries[259][0],
            predictor=entries.get(317, (1,))[0],
            rows=entries[278][0],
            dpi=entries[282][0] / entries[282][1],
            icc=bytes(entries.get(34675, ())),
            strips=tuple(zip(entries[273], entries[279], strict=True)),
        )
    except (KeyError, IndexError, ValueError, ZeroDivisionError, struct.error) as error:
        raise RefusalError(_cut_off("its list of contents is damaged")) from error


def rows(data: bytes, tags: Tags) -> "Iterator[NDArray[np.uint8]]":
    """Every strip as (rows, width, inks), still in differences: `undone` makes them pixels.

    Raises RefusalError when a strip is short or damaged.
    """
    import numpy as np

    if (tags.compression, tags.predictor) != (8, 2):
        raise RefusalError(_cut_off("it is not compressed as it was built"))
    done = 0
    for offset, length in tags.strips:
        count = min(tags.rows, tags.height - done)
        try:
            packed = zlib.decompress(data[offset : offset + length])
            strip = np.frombuffer(packed, np.uint8).reshape(count, tags.width, tags.samples)
        except (zlib.error, ValueError) as error:
            raise RefusalError(_cut_off(done)) from error
        done += count
        yield strip
    if done != tags.height:
        raise RefusalError(_cut_off(done))


def undone(strip: "NDArray[np.uint8]") -> "NDArray[np.uint8]":
    """The pixels of rows that hold differences to the left neighbour (predictor 2)."""
    import numpy as np

    return np.add.accumulate(strip, axis=1, dtype=np.uint8)


def shrunk(data: bytes, tags: Tags, most: int) -> "NDArray[np.float32]":
    """The picture, its longer side `most` cells, each the mean of its pixels in some of its rows.

    Raises RefusalError as `rows`: the file is decoded to its last row.
    """
    import numpy as np

    longest = max(tags.width, tags.height)
    wide, high = (max(1, round(most * side / longest)) for side in (tags.width, tags.height))
    each = max(1, tags.height // (high * LOOKED_AT))
    across = np.linspace(0, tags.width, wide + 1).astype(int)
    sums, seen = np.zeros((high, wide, tags.samples)), np.zeros(high)
    done = 0
    for strip in rows(data, tags):
        first = -done % each
        some = undone(strip[first::each])
        lines = np.add.reduceat(some, across[:-1], axis=1, dtype=np.uint32)
        for number, line in enumerate(lines):
            owner = min((done + first + number * each) * high // tags.height, high - 1)
            sums[owner] += line / np.diff(across)[:, None]
            seen[owner] += 1
        done += len(strip)
    return np.asarray(sums / np.maximum(seen, 1)[:, None, None], np.float32)


def _cut_off(problem: object) -> Refusal:
    """What is wrong, or the row after which nothing follows."""
    return Refusal(CUT_OFF, {"problem": problem})


def _entries(data: bytes) -> Iterator[tuple[int, tuple[int, ...]]]:
    wide = data[:4] == b"II\x2b\0"
    if not wide and data[:4] != b"II\x2a\0":
        raise RefusalError(_cut_off("it is no TIFF"))
    (start,) = struct.unpack_from("<Q" if wide else "<I", data, 8 if wide else 4)
    (count,) = struct.unpack_from("<Q" if wide else "<H", data, start)
    place, size = start + (8 if wide else 2), (20 if wide else 12)
    for at in range(place, place + count * size, size):
        tag, kind, number = struct.unpack_from("<HHQ" if wide else "<HHI", data, at)
        form = f"<{number * 2}I" if kind == 5 else f"<{number}{_FORMS[kind]}"  # noqa: PLR2004 - a ratio
        value = at + (12 if wide else 8)
        if struct.calcsize(form) > (8 if wide else 4):
            (value,) = struct.unpack_from("<Q" if wide else "<I", data, value)
        yield tag, struct.unpack_from(form, data, value)
