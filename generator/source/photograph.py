"""What a photograph tells of itself: when and where it was taken, and what it looks like.

EXIF 2.32 (CIPA DC-008): the moment with its offset, latitude and longitude. What is not there, or
not as a camera writes it, is not known: it is never taken for false.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING, Any

from generator.model.attachment import AttachmentFacts, Shot
from generator.vietnamese.dates import HANOI

if TYPE_CHECKING:
    from PIL.Image import Image

_EXIF, _GPS = 0x8769, 0x8825
_TAKEN, _OFFSET = 0x9003, 0x9011
_LATITUDE_SIDE, _LATITUDE, _LONGITUDE_SIDE, _LONGITUDE = 1, 2, 3, 4
_SIDE = 32  # pixels to which a picture is drawn together before its frequencies are taken
_KEPT = 8  # lowest frequencies across and down: 64 bits
_TURNS = 4
_LEAST = 2.0  # of 256 steps of grey
ALIKE = 10
"""Bits of 64 in which two hashes of one picture may differ: saved again, smaller, cut at its edges.

Of two photographs of one banner at two places some 30 differ.
"""


def photograph(picture: "Image", form: str) -> AttachmentFacts:
    """What an picture picture tells; `form` is what it is."""
    return AttachmentFacts(form, _shot(picture), _turns(picture))


def repeats(turns: Sequence[Sequence[int]]) -> Iterator[tuple[int, int]]:
    """Which pictures show what one before them shows, by their numbers, with the first such one.

    Each is given by its hashes; the same bytes are no matter of looks.
    """
    import numpy as np

    every = np.array([[*each] for each in turns], dtype=np.uint64)
    for number in range(1, len(every)):
        apart = np.bitwise_count(every[:number] ^ every[number, 0]).min(axis=1)
        near = np.flatnonzero(apart <= ALIKE)
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


def _turns(picture: "Image") -> tuple[int, ...]:
    """Perceptual hashes (pHash) of the picture and of its three turns.

    Brightness, sharpness and size leave the lowest frequencies of a picture as they are.
    """
    import numpy as np
    from PIL.Image import Resampling

    picture.draft("L", (_SIDE * 4, _SIDE * 4))
    small = picture.convert("L").resize((_SIDE, _SIDE), Resampling.LANCZOS)
    steps = np.arange(_SIDE)
    waves = np.cos(np.pi * (2 * steps[None, :] + 1) * steps[:, None] / (2 * _SIDE))
    seen = np.asarray(small, dtype=float)
    if seen.std() < _LEAST:
        return ()  # one plain field is like any other
    found = []
    for turn in range(_TURNS):
        low = (waves @ np.rot90(seen, turn) @ waves.T)[:_KEPT, :_KEPT].ravel()
        bits = np.packbits(low > np.median(low[1:]))
        found.append(int.from_bytes(bits.tobytes(), "big"))
    return tuple(found)
