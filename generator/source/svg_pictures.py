"""Pictures that lie within a drawing, without what cameras and programs write into them."""

import base64
from io import BytesIO
from typing import TYPE_CHECKING

from generator.diagnostics import Refusal, RefusalError
from generator.source.raster import screen, through
from generator.source.signatures import form_of
from generator.source.srgb import flat

if TYPE_CHECKING:
    from PIL.Image import Image

FORMS = frozenset({"PNG", "JPEG"})
_PLAIN = frozenset(
    {"jfif", "jfif_version", "jfif_unit", "jfif_density", "adobe", "adobe_transform"}
    | {"dpi", "aspect", "icc_profile", "gamma", "srgb", "chromaticity", "transparency"}
    | {"progressive", "progression", "interlace"}
)
"""What Pillow tells of a picture beside its pixels, and what is needed to show them."""
_QUALITY = 95


def without_notes(address: str, data: bytes) -> str:
    """The address that holds a picture; of its pixels alone where it says more than them.

    Raises:
        RefusalError: it cannot be read.
    """
    if through(data, FORMS, "", _is_plain) is True:
        return address
    seen = screen(data, FORMS)
    if isinstance(seen, Refusal):
        raise RefusalError(seen)
    form, target = form_of(data), BytesIO()
    (flat(seen) if form == "JPEG" else seen).save(target, form, quality=_QUALITY)
    return f"data:image/{form.lower()};base64,{base64.b64encode(target.getvalue()).decode()}"


def _is_plain(opened: "Image") -> bool:
    opened.load()  # some stands behind the pixels
    return opened.info.keys() <= _PLAIN and not opened.getexif()
