"""The text of a QR code from its modules: ISO/IEC 18004, with the correction of errors.

The tables of the standard come from segno, which draws our codes; the reading is our own, so that
a mistake of the drawing is seen.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, pairwise
from typing import Any

from generator.press.reedsolomon import TooManyErrorsError, corrected

Bits = list[int]

_FORMAT_MASK = 0b101_0100_0001_0010
_WRONG_FORMAT_BITS = 3
_LEVELS = "MLHQ"
"""Levels of correction by the two bits that name them."""

_MASKS: tuple[Callable[[int, int], bool], ...] = (
    lambda y, x: (y + x) % 2 == 0,
    lambda y, _: y % 2 == 0,
    lambda _, x: x % 3 == 0,
    lambda y, x: (y + x) % 3 == 0,
    lambda y, x: (y // 2 + x // 3) % 2 == 0,
    lambda y, x: y * x % 2 + y * x % 3 == 0,
    lambda y, x: (y * x % 2 + y * x % 3) % 2 == 0,
    lambda y, x: ((y + x) % 2 + y * x % 3) % 2 == 0,
)
_NUMERIC, _LETTERS, _BYTES, _CHARACTER_SET = 1, 2, 4, 7
_LENGTH_BITS = {_NUMERIC: (10, 12, 14), _LETTERS: (9, 11, 13), _BYTES: (8, 16, 16)}
_MARKED_SIZES = 7
"""From this version on a code bears its version in two corners."""


class UnreadableCodeError(Exception):
    """More modules are wrong than the code itself can mend, or it is written in another way."""


def text_of(rows: Sequence[str]) -> str:
    """What the code says; rows of 0 and 1 without quiet zone. Raises UnreadableCodeError."""
    from segno import consts

    matrix = [[int(bit) for bit in row] for row in rows]
    version = (len(matrix) - 17) // 4
    level, mask = _format(matrix)
    kinds: Any = consts.ECC  # segno is typed for fewer keys than it has
    blocks = kinds[version][getattr(consts, f"ERROR_LEVEL_{level}")]
    sizes = [(one.num_total, one.num_data) for one in blocks for _ in range(one.num_blocks)]
    words = _codewords(_data_bits(matrix, version, mask), sum(total for total, _ in sizes))
    try:
        data = b"".join(_blocks(words, sizes))
    except TooManyErrorsError as error:
        raise UnreadableCodeError from error
    return _said(data, version)


def _format(matrix: list[Bits]) -> tuple[str, int]:
    """Level of correction and number of the mask, from the better of the two copies."""
    from segno import consts

    size = len(matrix)
    around = [(8, x) for x in (0, 1, 2, 3, 4, 5, 7)] + [(y, 8) for y in (8, 7, 5, 4, 3, 2, 1, 0)]
    apart = [(size - 1 - i, 8) for i in range(7)] + [(8, size - 8 + i) for i in range(8)]
    found = [_number([matrix[y][x] for y, x in copy]) for copy in (around, apart)]
    wrong, index = min(
        ((said ^ known).bit_count(), index)
        for said in found
        for index, known in enumerate(consts.FORMAT_INFO)
    )
    if wrong > _WRONG_FORMAT_BITS:
        raise UnreadableCodeError
    told = (consts.FORMAT_INFO[index] ^ _FORMAT_MASK) >> 10
    return _LEVELS[told >> 3], told & 7


def _data_bits(matrix: list[Bits], version: int, mask: int) -> Iterator[int]:
    """The modules of data without their mask, in pairs of columns from the right, up and down."""
    size, taken = len(matrix), _taken(len(matrix), version)
    for number, right in enumerate(x if x > 6 else x - 1 for x in range(size - 1, 0, -2)):  # noqa: PLR2004 - the timing column
        for step in range(size):
            y = step if number % 2 else size - 1 - step
            for x in (right, right - 1):
                if (y, x) not in taken:
                    yield matrix[y][x] ^ _MASKS[mask](y, x)


def _taken(size: int, version: int) -> set[tuple[int, int]]:
    """Modules that hold no data: corners with the format, timing, alignment, version."""
    taken = {(y, x) for y in range(9) for x in range(9)}
    taken |= {(y, x) for y in range(9) for x in range(size - 8, size)}
    taken |= {(x, y) for y, x in taken}
    taken |= {(6, i) for i in range(size)} | {(i, 6) for i in range(size)}
    for y, x in _alignments(size, version):
        taken |= {(y + dy, x + dx) for dy in range(-2, 3) for dx in range(-2, 3)}
    if version >= _MARKED_SIZES:
        marked = {(y, x) for y in range(6) for x in range(size - 11, size - 8)}
        taken |= marked | {(x, y) for y, x in marked}
    return taken


def _alignments(size: int, version: int) -> Iterator[tuple[int, int]]:
    """The middles of the small squares: everywhere but on the three corners."""
    from segno import consts

    places = consts.ALIGNMENT_POS[version - 2] if version > 1 else ()
    corners = {(6, 6), (6, size - 7), (size - 7, 6)}
    yield from ((y, x) for y in places for x in places if (y, x) not in corners)


def _codewords(bits: Iterator[int], count: int) -> list[int]:
    held = list(bits)
    return [_number(held[i * 8 : i * 8 + 8]) for i in range(count)]


def _blocks(words: list[int], sizes: list[tuple[int, int]]) -> Iterator[bytes]:
    """The data of each block: codewords are dealt out in turn, short blocks end earlier."""
    most = max(data for _, data in sizes)
    spent = sizes[0][0] - sizes[0][1]
    order = [b for i in range(most) for b, (_, data) in enumerate(sizes) if i < data]
    order += list(range(len(sizes))) * spent
    dealt: list[list[int]] = [[] for _ in sizes]
    for word, block in zip(words, order, strict=True):
        dealt[block].append(word)
    for own, (_, data) in zip(dealt, sizes, strict=True):
        yield bytes(corrected(own, spent)[:data])


def _said(data: bytes, version: int) -> str:
    """The text of all segments, bytes as UTF-8 (our addresses are ASCII)."""
    bits = [byte >> shift & 1 for byte in data for shift in range(7, -1, -1)]
    said, at, group = "", 0, (version > 9) + (version > 26)  # noqa: PLR2004 - groups of sizes
    while len(bits) - at >= 4:  # noqa: PLR2004 - a mode
        mode, at = _number(bits[at : at + 4]), at + 4
        if mode == 0:
            break
        if mode == _CHARACTER_SET:
            at += 8
            continue
        if mode not in _LENGTH_BITS:
            raise UnreadableCodeError
        wide = _LENGTH_BITS[mode][group]
        count, at = _number(bits[at : at + wide]), at + wide
        widths = _widths(mode, count)
        ends = [at, *accumulate(widths, initial=at)][1:]
        values = [_number(bits[a:b]) for a, b in pairwise(ends)]
        at = ends[-1]
        said += _characters(mode, values, widths)
    return said


def _widths(mode: int, count: int) -> list[int]:
    """How many bits each value of a segment takes."""
    if mode == _BYTES:
        return [8] * count
    each, full, rest = (3, 10, (0, 4, 7)) if mode == _NUMERIC else (2, 11, (0, 6))
    return [full] * (count // each) + ([rest[count % each]] if count % each else [])


def _characters(mode: int, values: list[int], widths: list[int]) -> str:
    from segno import consts

    if mode == _BYTES:
        return bytes(values).decode("utf-8", "replace")
    if mode == _NUMERIC:
        digits = {10: 3, 7: 2, 4: 1}
        return "".join(f"{v:0{digits[w]}d}" for v, w in zip(values, widths, strict=True))
    signs = consts.ALPHANUMERIC_CHARS.decode()
    pairs = ((divmod(v, 45) if w == 11 else (v,)) for v, w in zip(values, widths, strict=True))  # noqa: PLR2004 - two signs
    return "".join(signs[sign] for pair in pairs for sign in pair)


def _number(bits: Sequence[int]) -> int:
    return int("".join(map(str, map(int, bits))) or "0", 2)
