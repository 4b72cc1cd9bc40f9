"""An MP4 file of sound with nothing in it but what is heard; every byte of that stays in its place.

What is not in the lists (udta, meta, uuid and all that nobody has thought of) becomes free space,
as do tracks of words and pictures, and bytes that no sample of sound refers to.
ISO/IEC 14496-12: https://developer.apple.com/documentation/quicktime-file-format
"""

from collections.abc import Iterable, Iterator
from itertools import accumulate, repeat
from struct import calcsize, error, iter_unpack, unpack_from
from typing import NamedTuple

_FREE, _SOUND = b"free", b"soun"
_ROOT, _TRACK, _DATA = b"", b"trak", b"mdat"
_KEPT = {
    _ROOT: frozenset({b"ftyp", b"moov", _DATA, b"moof", b"styp", b"sidx", b"mfra"}),
    b"moov": frozenset({b"mvhd", _TRACK, b"mvex"}),
    _TRACK: frozenset({b"tkhd", b"mdia", b"edts"}),
    b"mdia": frozenset({b"mdhd", b"hdlr", b"minf"}),
    b"minf": frozenset({b"smhd", b"nmhd", b"dinf", b"stbl"}),
    b"stbl": frozenset(
        {b"stsd", b"stts", b"ctts", b"stsc", b"stsz", b"stz2", b"stco", b"co64", b"stss"}
        | {b"sgpd", b"sbgp"}
    ),
    b"moof": frozenset({b"mfhd", b"traf"}),
    b"traf": frozenset({b"tfhd", b"tfdt", b"trun", b"sgpd", b"sbgp"}),
}
_DATED = frozenset({b"mvhd", b"tkhd", b"mdhd"})
_HANDLER_NAME = 24  # bytes before the name that a handler gives itself


class Box(NamedTuple):
    """A box: its name, where it begins, where what it holds begins and ends."""

    name: bytes
    start: int
    inside: int
    end: int


def only_sound(data: bytes) -> bytes:
    """The file as long as it was, with zeros for all that is not heard."""
    made = bytearray(data)
    _clean(made, Box(_ROOT, 0, 0, len(made)))
    _clean_samples(made)
    return bytes(made)


def _boxes(data: bytearray, outer: Box) -> Iterator[Box]:
    """The boxes within one; the first that does not fit ends them."""
    at = outer.inside
    while at + 8 <= outer.end:
        size, name = unpack_from(">I4s", data, at)
        inside = at + 8
        if size == 1 and at + 16 <= outer.end:
            (size,), inside = unpack_from(">Q", data, at + 8), at + 16
        end = outer.end if size == 0 else at + size
        if not inside <= end <= outer.end:
            return
        yield Box(name, at, inside, end)
        at = end


def _clean(data: bytearray, outer: Box) -> None:
    at = outer.inside
    for box in list(_boxes(data, outer)):
        at = box.end
        is_silent = box.name == _TRACK and _kind(data, box) != _SOUND
        if box.name not in _KEPT[outer.name] or is_silent:
            data[box.start + 4 : box.start + 8] = _FREE
            _blank(data, box.inside, box.end)
        elif box.name in _KEPT:
            _clean(data, box)
        elif box.name in _DATED:
            is_wide = data[box.inside : box.inside + 1] == b"\1"
            _blank(data, box.inside + 4, min(box.end, box.inside + (20 if is_wide else 12)))
        elif box.name == b"hdlr":
            _blank(data, box.inside + _HANDLER_NAME, box.end)
    _blank(data, at, outer.end)


def _blank(data: bytearray, start: int, end: int) -> None:
    if start < end:
        data[start:end] = bytes(end - start)


def _find(data: bytearray, outer: Box, name: bytes) -> Box:
    """The first box of a name. Raises KeyError where there is none."""
    return {box.name: box for box in reversed([*_boxes(data, outer)])}[name]


def _kind(data: bytearray, track: Box) -> bytes:
    """What a track holds, as its handler says."""
    try:
        handler = _find(data, _find(data, track, b"mdia"), b"hdlr")
    except KeyError:
        return b""
    return bytes(data[handler.inside + 8 : handler.inside + 12])


def _clean_samples(data: bytearray) -> None:
    """Bytes of no sample of sound; none in a file of fragments, or with tables that err."""
    root = Box(_ROOT, 0, 0, len(data))
    parts = list(_boxes(data, root))
    try:
        tracks = [box for box in _boxes(data, _find(data, root, b"moov")) if box.name == _TRACK]
        heard = sorted(each for track in tracks for each in _chunks(data, track))
    except (error, LookupError, ValueError):
        return
    if any(part.name == b"moof" for part in parts):
        return
    for part in parts:
        if part.name == _DATA:
            left = part.inside
            for start, end in heard:
                if start < part.end and end > part.inside:
                    _blank(data, left, start)
                    left = max(left, end)
            _blank(data, left, part.end)


def _chunks(data: bytearray, track: Box) -> Iterator[tuple[int, int]]:
    """Where each chunk of samples of a track begins and ends.

    Raises:
        LookupError, ValueError, struct.error: its tables do not agree, or are of a rare form.
    """
    table = track
    for name in (b"mdia", b"minf", b"stbl"):
        table = _find(data, table, name)
    held = {box.name: box for box in _boxes(data, table)}
    sizes = [0, *accumulate(_sizes(data, held[b"stsz"]))]
    wide = held.get(b"co64")
    places = [n for (n,) in _rows(data, wide, ">Q")] if wide else []
    places = places or [n for (n,) in _rows(data, held[b"stco"], ">I")]
    at = 0
    for place, count in zip(places, _counts(data, held[b"stsc"], len(places)), strict=True):
        yield place, place + sizes[at + count] - sizes[at]
        at += count


def _sizes(data: bytearray, box: Box) -> Iterable[int]:
    """The size of every sample."""
    each, count = unpack_from(">II", data, box.inside + 4)
    if each:
        return repeat(each, min(count, len(data)))
    return (n for (n,) in iter_unpack(">I", data[box.inside + 12 : box.inside + 12 + 4 * count]))


def _rows(data: bytearray, box: Box, form: str) -> Iterator[tuple[int, ...]]:
    """The rows of a table."""
    (count,) = unpack_from(">I", data, box.inside + 4)
    start = box.inside + 8
    return iter_unpack(form, data[start : min(box.end, start + count * calcsize(form))])


def _counts(data: bytearray, box: Box, chunks: int) -> Iterator[int]:
    """How many samples each chunk holds: a row counts until the next one begins."""
    rows = [(first, count) for first, count, _ in _rows(data, box, ">III")]
    ends = [*(first for first, _ in rows[1:]), chunks + 1]
    for (first, count), end in zip(rows, ends, strict=True):
        yield from repeat(count, min(end, chunks + 1) - first)
