"""What a photograph tells of itself: when and where it was taken, and what it looks like.

EXIF 2.32 (CIPA DC-008): the moment with its offset, latitude and longitude. What is not there, or
not as a camera writes it, is not known: it is never taken for false.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING, Any

from generator.model.attachment import AttachmentFacts, Shot
from generator.vietnamese.dates import HANOI

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from PIL.Image import Image

_EXIF, _GPS = 0x8769, 0x8825
_TAKEN, _OFFSET = 0x9003, 0x9011
_LATITUDE_SIDE, _LATITUDE, _LONGITUDE_SIDE, _LONGITUDE = 1, 2, 3, 4
_SIDE = 32  # pixels to which a picture is drawn together before its frequencies are taken
_KEPT = 8  # lowest frequencies across and down: 64 bits
_TURNS = 4
_LIES = 2 * _TURNS
"""Ways in which a picture can lie: turned by quarters, and each of these mirrored."""
_SEEN = 128  # pixels to which it is drawn together before parts of it are looked at
_PARTS = ((0, 1), (0, 0.95), (0.025, 0.975), (0.05, 1), (0, 0.9), (0.05, 0.95), (0.1, 1))
"""From where to where a cut may leave a side: a tenth at most, from either end or both."""
_LEAST = 2.0  # of 256 steps of grey
ALIKE = 10
"""Bits of 64 in which two hashes of one picture may differ: saved again, smaller, cut at its edges.

Of two photographs of one banner at two places some 30 differ.
"""
ALIKE_PART = 6
"""Bits in which a part of a picture may differ from one that was cut: more parts, fewer bits.

Measured on 300 pictures with the spectra of photographs: no pair of 44,850 is taken for one, and
of copies that were cut by up to a tenth, turned, mirrored, made smaller and saved with quality 60,
98 of 100 are found; of those cut by 15 %, three of four. Pages and screens, which all look alike,
are taken for one more often: whoever is told looks at both.
"""
_AKIN = 22
"""Bits in which the whole of a picture differs from a part of it, cut by a tenth, at most."""


def photograph(picture: "Image", form: str) -> AttachmentFacts:
    """What an picture picture tells; `form` is what it is."""
    return AttachmentFacts(form, _shot(picture), _hashes(picture))


def repeats(turns: Sequence[Sequence[int]]) -> Iterator[tuple[int, int]]:
    """Which pictures show what one before them shows, by their numbers, with the first such one.

    Each is given by its hashes; the same bytes are no matter of looks.
    """
    import numpy as np

    every = np.array([[*each] for each in turns], dtype=np.uint64)
    for number in range(1, len(every)):
        before, later = every[:number], every[number]
        ways = np.bitwise_count(before[:, :_LIES] ^ later[0])
        apart = ways.min(axis=1)
        found = apart <= ALIKE
        akin = np.flatnonzero(~found & (apart <= _AKIN))
        if akin.size:
            lies = before[akin, ways[akin].argmin(axis=1)]
            of_later = np.bitwise_count(lies[:, None] ^ later[_LIES:]).min(axis=1)
            back = np.bitwise_count(before[akin, 0][:, None] ^ later[:_LIES]).argmin(axis=1)
            of_before = np.bitwise_count(before[akin, _LIES:] ^ later[back][:, None]).min(axis=1)
            found[akin] = np.minimum(of_later, of_before) <= ALIKE_PART
        near = np.flatnonzero(found)
        if near.size:
            yield number, int(near[0])


def _shot(picture: "Image") -> Shot:
    with suppress(Exception):  # whatever is wrong in the notes of a camera, the picture is there
        notes = picture.getexif()
        place = notes.get_ifd(_GPS)
        latitude = _degrees(place, _LATITUDE, _LATITUDE_SIDE, "S")
        longitude = _degrees(place, _LONGITUDE, _LONGITUDE_SIDE, "W")
        is_known = None not in {latitude, longitude} and (latitude, longitude) != (0, 0)
        moment = _moment(notes.get_ifd(_EXIF))
        return Shot(moment, latitude, longitude) if is_known else Shot(moment)
    return Shot()


def _moment(notes: Mapping[int, Any]) -> datetime | None:
    """When it was taken; when a program saved it says nothing of that."""
    said, offset = str(notes.get(_TAKEN, "")).strip("\0 "), str(notes.get(_OFFSET, "")).strip("\0 ")
    for text in (f"{said}{offset}", said):
        with suppress(ValueError):
            found = datetime.fromisoformat(text.replace(":", "-", 2))
            return found.astimezone(HANOI) if found.tzinfo else found.replace(tzinfo=HANOI)
    return None


def _degrees(place: Mapping[int, Any], key: int, side: int, negative: str) -> float | None:
    with suppress(KeyError, TypeError, ValueError, ZeroDivisionError):
        degrees, minutes, seconds = (float(part) for part in place[key])
        found = degrees + minutes / 60 + seconds / 3600
        sign = -1 if str(place.get(side, "")).strip("\0 ").upper() == negative else 1
        return round(sign * found, 6) if abs(found) <= 180 else None  # noqa: PLR2004 - half a globe
    return None


def _hashes(picture: "Image") -> tuple[int, ...]:
    """Perceptual hashes (pHash): of the picture in each way in which it can lie, then of its parts.

    Brightness, sharpness and size leave the lowest frequencies of a picture as they are; a cut
    does not, so that each part is looked at which one may have left. None of one plain field, which
    is like any other.
    """
    import numpy as np
    from PIL.Image import Resampling

    picture.draft("L", (_SEEN, _SEEN))
    grey = picture.convert("L")
    small = np.asarray(grey.resize((_SIDE, _SIDE), Resampling.LANCZOS), dtype=float)
    if small.std() < _LEAST:
        return ()
    lies = [np.rot90(each, turn) for each in (small, small[:, ::-1]) for turn in range(_TURNS)]
    seen = grey.resize((_SEEN, _SEEN), Resampling.LANCZOS)
    sides = [(left * _SEEN, right * _SEEN) for left, right in _PARTS]
    boxes = [(left, top, right, end) for left, right in sides for top, end in sides][1:]
    parts = (seen.resize((_SIDE, _SIDE), Resampling.BILINEAR, box) for box in boxes)
    return tuple(map(_hash, [*lies, *(np.asarray(each, dtype=float) for each in parts)]))


def _hash(seen: "NDArray[Any]") -> int:
    """64 bits: which of the lowest frequencies are above the middle of them all."""
    import numpy as np

    low = (_waves() @ seen @ _waves().T).ravel()
    bits = np.packbits(low > np.median(low[1:]))
    return int.from_bytes(bits.tobytes(), "big")


@cache
def _waves() -> "NDArray[Any]":
    """The waves of a cosine transform that are kept."""
    import numpy as np

    steps = np.arange(_SIDE)
    waves: NDArray[Any] = np.cos(np.pi * (2 * steps[None, :] + 1) * steps[:, None] / (2 * _SIDE))
    return waves[:_KEPT]
