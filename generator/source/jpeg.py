"""What a JPEG file says of its own wholeness; libjpeg fills up what is lost, in silence.

ITU-T T.81, annex B: https://www.w3.org/Graphics/JPEG/itu-t81.pdf.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from struct import unpack_from

_FRAMES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
_PROGRESSIVE = frozenset({0xC2, 0xC6, 0xCA, 0xCE})
_END, _SCAN, _INTERVAL = 0xD9, 0xDA, 0xDD
_ALONE = frozenset({0x01, *range(0xD0, 0xD9)})  # marks without anything behind them
_MARK = re.compile(rb"\xff+([^\x00\xff])", re.DOTALL)
_AFTER_SCAN = re.compile(rb"\xff+[^\x00\xff\xd0-\xd7]", re.DOTALL)
_RESTART = re.compile(rb"\xff([\xd0-\xd7])")
_FILLING = b"\x5a\x3c\x96" * 200


@dataclass(slots=True)
class _Frame:
    """What the head of the pixels says, and which bits of them scans have given.

    `parts` are the colours with their sampling, `lowest` the lowest bit of each colour and
    coefficient.
    """

    progressive: bool
    height: int
    width: int
    parts: dict[int, tuple[int, int]]
    interval: int = 0
    lowest: dict[tuple[int, int], int] = field(default_factory=dict)


def see_that_it_is_whole(data: bytes) -> bytes:
    """Look at every scan; gives the same picture with a filling behind its last one.

    What a decoder makes of both is the same, unless that scan is cut off: then it reads on.

    Raises:
        EOFError: the file lacks its end, a scan, or a stretch of one.
    """
    frame, interval, last = None, 0, 0
    for mark, at, end in _segments(data):
        if mark in _FRAMES:
            frame = _frame(data, at, progressive=mark in _PROGRESSIVE)
        elif mark == _INTERVAL:
            (interval,) = unpack_from(">H", data, at)
        elif mark == _SCAN and frame:
            last = _end_of_scan(data, end)
            _see_scan(frame, data[at:end], data[end:last], interval)
    if frame is None or _is_lacking(frame):
        raise EOFError
    return data if frame.progressive else data[:last] + _FILLING + data[last:]


def _segments(data: bytes) -> Iterator[tuple[int, int, int]]:
    """Each mark up to the end, and where what it says begins and ends."""
    at = 2
    while found := _MARK.search(data, at):
        mark, at = found[1][0], found.end()
        if mark == _END:
            return
        if mark in _ALONE:
            continue
        if at + 2 > len(data):
            break
        (size,) = unpack_from(">H", data, at)
        end = at + size
        yield mark, at + 2, end
        at = _end_of_scan(data, end) if mark == _SCAN else end
    raise EOFError


def _end_of_scan(data: bytes, start: int) -> int:
    if (found := _AFTER_SCAN.search(data, start)) is None:
        raise EOFError
    return found.start()


def _frame(data: bytes, at: int, *, progressive: bool) -> _Frame:
    height, width, count = unpack_from(">HHB", data, at + 1)
    parts = (data[at + 6 + 3 * n : at + 8 + 3 * n] for n in range(count))
    return _Frame(progressive, height, width, {p[0]: (p[1] >> 4, p[1] & 15) for p in parts})


def _see_scan(frame: _Frame, head: bytes, pixels: bytes, interval: int) -> None:
    """Note what a scan gives. Raises EOFError where one of its stretches is lacking."""
    count = head[0]
    parts = [head[1 + 2 * n] for n in range(count)]
    first, last, bits = head[1 + 2 * count], head[2 + 2 * count], head[3 + 2 * count]
    for part in parts:
        for coefficient in range(first, last + 1):
            frame.lowest[part, coefficient] = bits & 15 if frame.progressive else 0
    restarts = [mark[0] & 7 for mark in _RESTART.findall(pixels)]
    wanted = -(-_units(frame, parts) // interval) - 1 if interval else 0
    if len(restarts) < wanted or any(n % 8 != mark for n, mark in enumerate(restarts)):
        raise EOFError


def _units(frame: _Frame, parts: list[int]) -> int:
    """How many blocks, or groups of them, a scan of these colours has; 0 if that is not told."""
    across = max((a for a, _ in frame.parts.values()), default=1) or 1
    down = max((d for _, d in frame.parts.values()), default=1) or 1
    if len(parts) == 1:
        mine = frame.parts.get(parts[0], (across, down))
        wide, high = -(-frame.width * mine[0] // across), -(-frame.height * mine[1] // down)
        return -(-wide // 8) * -(-high // 8)
    return -(-frame.width // (8 * across)) * -(-frame.height // (8 * down))


def _is_lacking(frame: _Frame) -> bool:
    """Whether a colour, or a bit of one, is in no scan."""
    needed = range(64) if frame.progressive else range(1)
    return any(frame.lowest.get((part, n), 1) for part in frame.parts for n in needed)
