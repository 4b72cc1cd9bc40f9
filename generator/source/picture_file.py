"""A picture of `assets/`, be it of pixels or drawn."""

import json
from dataclasses import astuple, replace
from functools import cache

from generator.diagnostics import Refusal, Rule
from generator.model.artifact import digest_of
from generator.model.asset import Asset
from generator.model.memory import Memory
from generator.model.picture import PictureFacts
from generator.source.blank_drawing import of_drawing
from generator.source.raster import MOST_BYTES, PAGE, refusal, whole
from generator.source.signatures import form_of_name
from generator.source.svg import Drawing, drawing

STRIP = Rule(
    "picture-strip",
    "The picture “{file}” is {width} × {height} pixels: nobody would see anything on it.",
    "Cut out of the original what is to be seen, and use that; lines and spaces are no pictures.",
)
_KIND = "picture"
_LEAST, _MOST_WIDE, _MOST_TALL = 2, 50, 10  # pixels; the width by the height, and the height by it


def picture(name: str, data: bytes) -> PictureFacts | Refusal:
    """What it is, decoded to its end; `name` must end as its form does."""
    if form_of_name(name) == "SVG":
        seen = refusal(data, {"SVG"}, name) or drawing(data)
        return _drawn(seen) if isinstance(seen, Drawing) else seen
    read = whole(data, PAGE, name)
    return read if isinstance(read, Refusal) else _unseen(read) or read


def with_memory(asset: Asset, memory: Memory) -> Asset:
    """The same asset; what its picture is need not be found out again while its bytes stay."""

    def look() -> PictureFacts | Refusal:
        if asset.size > MOST_BYTES:
            return asset.picture()  # which is refused
        key = digest_of(asset.path, asset.digest())
        if (known := memory.store.get(_KIND, key)) is not None:
            return PictureFacts(*json.loads(known))
        seen = asset.picture()
        if isinstance(seen, PictureFacts):
            memory.store.put(_KIND, key, json.dumps(astuple(seen)))
        return seen

    return replace(asset, picture=cache(look))


def _drawn(seen: Drawing) -> PictureFacts:
    return replace(seen.picture, blank=of_drawing(seen.data, seen.picture.size))


def _unseen(head: PictureFacts) -> Refusal | None:
    """Why nobody would see anything on a picture, by its sides."""
    short, tall = min(head.size), head.height > _MOST_TALL * head.width
    if short >= _LEAST and not tall and head.width <= _MOST_WIDE * head.height:
        return None
    return Refusal(STRIP, {"width": head.width, "height": head.height})
