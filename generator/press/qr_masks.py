"""Which of eight masks a QR code takes: that with the least penalty (ISO/IEC 18004:2015, 7.8.3).

The choice is segno's, which tries one mask after the other, module by module: most of the time that
a code takes. Here all eight are looked at in one go.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Modules = NDArray[np.uint8]

_RUN, _BLOCK, _FINDER, _BALANCE = 3, 3, 40, 10
"""Points: for a run of five and more, a block of four, what looks like a finder, many dark ones."""

_LIKE_A_FINDER = b"\1\0\1\1\1\0\1"
_LIGHT = 4  # modules beside it


def best_mask(first: Sequence[bytes | bytearray]) -> int:
    """The number of the mask, from the rows of the code that mask 0 gives, in bytes of 0 and 1."""
    import numpy as np

    size = len(first)
    fixed, masks = _fixed(size)
    free = fixed > 1
    code = np.frombuffer(b"".join(first), np.uint8).reshape(size, size)
    bare = code ^ masks[0]
    every = np.where(free, bare ^ masks, fixed)  # before what says which mask it is
    lines = (every, np.ascontiguousarray(every.transpose(0, 2, 1)))
    points = sum(_runs(each) + _finders(each) for each in lines) + _blocks(every)
    shares = every.sum(axis=(1, 2)) / size**2
    points = points + _BALANCE * (np.abs(shares * 100 - 50) / 5).astype(int)
    return int(points.argmin())


@lru_cache(maxsize=8)
def _fixed(size: int) -> "tuple[Modules, Modules]":
    """What stands in every code of a size, 2 where data are, and the masks."""
    import numpy as np
    import segno.encoder

    encoder: Any = segno.encoder  # which tells no types
    matrix = encoder.make_matrix(size, size)
    encoder.add_finder_patterns(matrix, size, size)
    encoder.add_alignment_patterns(matrix, size, size)
    fixed = np.frombuffer(b"".join(matrix), np.uint8).reshape(size, size)
    i, j = np.indices((size, size))
    both = i * j
    masks = np.stack(
        [
            (i + j) % 2 == 0,
            i % 2 == 0,
            j % 3 == 0,
            (i + j) % 3 == 0,
            (i // 2 + j // 3) % 2 == 0,
            both % 2 + both % 3 == 0,
            (both % 2 + both % 3) % 2 == 0,
            ((i + j) % 2 + both % 3) % 2 == 0,
        ]
    )
    return fixed, masks.astype(np.uint8)


def _runs(codes: "Modules") -> "NDArray[np.int64]":
    """Of rows: a run of five has three points, each module more one."""
    import numpy as np

    alike = codes[:, :, 1:] == codes[:, :, :-1]
    five = alike[:, :, :-3] & alike[:, :, 1:-2] & alike[:, :, 2:-1] & alike[:, :, 3:]
    begun = five.copy()
    begun[:, :, 1:] &= ~five[:, :, :-1]
    return np.asarray(five.sum(axis=(1, 2)) + (_RUN - 1) * begun.sum(axis=(1, 2)))


def _blocks(codes: "Modules") -> "NDArray[np.int64]":
    """Squares of four modules of one colour."""
    import numpy as np

    pairs = codes[:, :, 1:] + codes[:, :, :-1]
    four = pairs[:, 1:] + pairs[:, :-1]
    return np.asarray(_BLOCK * ((four == 0) | (four == 4)).sum(axis=(1, 2)))  # noqa: PLR2004 - all dark


def _finders(codes: "Modules") -> "NDArray[np.int64]":
    """What looks like a finder in rows, with light on one side of it or at an edge."""
    import numpy as np

    return np.array([_FINDER * sum(map(_count, map(bytes, code))) for code in codes])


def _count(row: bytes) -> int:
    """How often; where there is no light beside it, the next may begin within it."""
    found, at, length = 0, row.find(_LIKE_A_FINDER), len(_LIKE_A_FINDER)
    while at >= 0:
        end = at + length
        before, after = row[max(at - _LIGHT, 0) : at], row[end : end + _LIGHT]
        if at in {0, len(row) - length} or not any(before) or not any(after):
            found += 1
        else:
            end = at + _LIGHT
        at = row.find(_LIKE_A_FINDER, end)
    return found
