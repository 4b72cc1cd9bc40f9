"""Every kind of pixels as screens show them: 8 bits of sRGB, without a profile.

Left alone, Pillow makes 16 bits of grey white, grey with transparent parts black, and inks neon.
"""

from contextlib import suppress
from functools import cache
from importlib import resources
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PIL.Image import Image
    from PIL.ImageCms import ImageCmsProfile

_PLAIN = {"1": "L", "La": "RGBA", "LA": "RGBA", "PA": "RGBA", "RGBa": "RGBA"} | dict.fromkeys(
    ("RGBX", "YCbCr", "HSV"), "RGB"
)
_DEEP = frozenset({"I;16", "I;16B", "I;16L", "I;16N"})
_MANAGED = frozenset({"L", "RGB", "RGBA", "CMYK", "LAB"})
READABLE_MODES = frozenset(_PLAIN) | _DEEP | _MANAGED | {"P"}
"""The colours that can be brought there; others (32 bits, fractions) say nothing of white."""

_PHOTOMETRIC, _BITS = 262, 258  # tags of TIFF 6.0
_WHITE_IS_ZERO = 0
_PRESS = "templates/workspace/assets/icc/FOGRA39-derived.icc"


def plain(picture: "Image") -> "Image":
    """The same pixels in a mode that can be scaled and colour-managed (`_MANAGED`)."""
    if picture.mode in _DEEP:
        return _shallow(picture)
    if "transparency" in picture.info:
        return picture.convert("RGBA")
    wanted = "RGB" if picture.mode == "P" else _PLAIN.get(picture.mode)
    return picture.convert(wanted) if wanted else picture


def to_srgb(picture: "Image", profile: bytes) -> "Image":
    """A plain picture in sRGB, as L, RGB or RGBA; `profile` is its own, if it has one.

    Inks without a profile are taken for those of coated offset paper (FOGRA39), all else for sRGB.
    """
    for source in _sources(picture.mode, profile):
        with suppress(Exception):  # the profile is broken, or one of other colours
            return _transformed(picture, source)
    return picture


def flat(picture: "Image") -> "Image":
    """The picture on white paper, where it has transparent parts."""
    from PIL import Image

    if picture.mode != "RGBA":
        return picture
    paper = Image.new("RGB", picture.size, "white")
    paper.paste(picture, mask=picture.getchannel("A"))
    return paper


def _sources(mode: str, profile: bytes) -> "Iterator[BytesIO | ImageCmsProfile]":
    """The profiles that say what the colours of a mode mean, the likeliest first."""
    from PIL import ImageCms

    if profile:
        yield BytesIO(profile)
    if mode == "CMYK":
        yield BytesIO(_press())
    if mode == "LAB":
        yield ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))


def _transformed(picture: "Image", source: "BytesIO | ImageCmsProfile") -> "Image":
    from PIL import ImageCms

    is_grey, mode = picture.mode == "L", "RGBA" if picture.mode == "RGBA" else "RGB"
    made = ImageCms.profileToProfile(picture, source, _screen(), outputMode=mode) or picture
    return made.getchannel(0) if is_grey else made  # grey stays grey in sRGB: one of three


@cache
def _screen() -> "ImageCmsProfile":
    from PIL import ImageCms

    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))


@cache
def _press() -> bytes:
    return (resources.files("generator") / _PRESS).read_bytes()


def _shallow(picture: "Image") -> "Image":
    """16 bits of grey as 8; a TIFF may use fewer of them, and may begin with white."""
    import numpy as np
    from PIL import Image

    tags = getattr(picture, "tag_v2", {})
    bits = max(9, int(tags.get(_BITS, (16,))[0]))
    grey = (np.asarray(picture) >> (bits - 8)).astype(np.uint8)
    return Image.fromarray(255 - grey if tags.get(_PHOTOMETRIC) == _WHITE_IS_ZERO else grey)
