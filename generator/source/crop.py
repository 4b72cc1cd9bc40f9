"""A part of a picture, as a picture of its own: upright, in sRGB, without what cameras note."""

from dataclasses import dataclass
from io import BytesIO

from generator.diagnostics import Refusal
from generator.source.raster import PAGE, screen
from generator.source.signatures import form_of

_WHOLE = 1000
_QUALITY = 92  # of JPEG: nobody sees what is lost
_LEAST = 16  # pixels


@dataclass(frozen=True, slots=True)
class CropBox:
    """What is left of a picture: its edges in thousandths of the sides, from the left and top."""

    left: int = 0
    top: int = 0
    right: int = _WHOLE
    bottom: int = _WHOLE

    @property
    def is_whole(self) -> bool:
        """Whether nothing is cut off."""
        return self == CropBox()

    @classmethod
    def of(cls, text: str) -> "CropBox":
        """The box of four numbers, «100,0,900,1000»; the whole picture for what is none."""
        parts = text.split(",")
        if len(parts) != 4 or not all(part.isdecimal() and len(part) < 5 for part in parts):  # noqa: PLR2004 - sides, digits
            return cls()
        left, top, right, bottom = (min(int(part), _WHOLE) for part in parts)
        return cls(left, top, right, bottom) if left < right and top < bottom else cls()


def part_of(data: bytes, box: CropBox) -> bytes | Refusal:
    """The part as JPEG, or as PNG where the picture was none of JPEG."""
    seen = screen(data, PAGE)
    if isinstance(seen, Refusal):
        return seen
    edges = (box.left, box.top, box.right, box.bottom)
    sides = (seen.width, seen.height) * 2
    left, top, right, bottom = (
        round(edge * side / _WHOLE) for edge, side in zip(edges, sides, strict=True)
    )
    right, bottom = max(right, left + _LEAST), max(bottom, top + _LEAST)
    part = seen.crop((left, top, min(right, seen.width), min(bottom, seen.height)))
    target = BytesIO()
    if form_of(data) == "JPEG":
        part.convert("RGB").save(target, "JPEG", quality=_QUALITY)
    else:
        part.save(target, "PNG")
    return target.getvalue()
