"""What a PNG file says of its own wholeness; Pillow and browsers do not ask alike.

https://www.w3.org/TR/png-3/: parts with checksums, and pixels whose number follows from the head.
"""

import zlib
from collections.abc import Iterator
from struct import unpack_from

_BEGIN = 8  # the signature
_FRAME = 12  # length, name and checksum of a part
_HEAD = 13
_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
_PALETTE = 3
_WHOLE = ((0, 0, 1, 1),)
_PASSES = (
    *((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4)),
    *((0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)),
)
"""Adam7: first column and row, and the steps between them."""
_NEEDED = frozenset({b"IHDR", b"PLTE", b"IDAT", b"IEND"})
_PIECE = 1 << 20  # bytes that are unpacked at once


def see_that_it_is_whole(data: bytes) -> None:
    """Look at every part that a reader needs.

    Raises:
        EOFError: the file ends before its last part, or its pixels do.
        ValueError: a checksum does not agree, or no reader knows a part that it must know.
    """
    parts = list(_parts(data))
    head, names = parts[0][1], {name for name, _ in parts}
    if parts[0][0] != b"IHDR" or len(head) != _HEAD or not names <= _NEEDED:
        raise ValueError(names)
    if head[9] == _PALETTE and b"PLTE" not in names:
        raise ValueError(names)
    left = _bytes_of(head)
    for count in _unpacked(part for name, part in parts if name == b"IDAT"):
        left -= count
        if left < 0:  # more than anybody reads
            return
    if left:
        raise EOFError


def _parts(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The parts that every reader needs; others may be damaged, and nobody misses them."""
    at, name = _BEGIN, b""
    while name != b"IEND":
        if at + _FRAME > len(data):
            raise EOFError
        (size,), name = unpack_from(">I", data, at), data[at + 4 : at + 8]
        if (end := at + _FRAME + size) > len(data):
            raise EOFError
        if name[:1].isupper():
            part, (told,) = data[at + 8 : end - 4], unpack_from(">I", data, end - 4)
            if zlib.crc32(part, zlib.crc32(name)) != told:
                raise ValueError(name)
            yield name, part
        at = end


def _unpacked(parts: Iterator[bytes]) -> Iterator[int]:
    """The sizes of what is packed in these parts, piece by piece.

    Raises:
        EOFError: it goes on after the last part.
        ValueError: it is damaged.
    """
    unpack = zlib.decompressobj()
    try:
        for part in parts:
            yield len(unpack.decompress(part, _PIECE))
            while unpack.unconsumed_tail:
                yield len(unpack.decompress(unpack.unconsumed_tail, _PIECE))
    except zlib.error as error:
        raise ValueError(error) from None
    if not unpack.eof:
        raise EOFError


def _bytes_of(head: bytes) -> int:
    """How many bytes all rows have, each with the one that names its filter."""
    width, height, bits, kind, _, _, interlaced = unpack_from(">IIBBBBB", head)
    total = 0
    for left, top, across, down in _PASSES if interlaced else _WHOLE:
        columns, rows = -((left - width) // across), -((top - height) // down)
        if columns > 0 and rows > 0:
            total += rows * (1 + (columns * bits * _CHANNELS.get(kind, 0) + 7) // 8)
    return total
