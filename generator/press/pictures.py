"""Photographs on printed pieces: checked, brought into four inks, and put in their place.

The template sets a grey stand-in of the same pixels; its stream is exchanged for the four inks
when the page is finished, since Typst would keep RGB.
"""

import zlib
from contextlib import suppress
from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING

from generator.diagnostics import Rule
from generator.model.artifact import digest_of
from generator.model.picture import Picture, Refused
from generator.press.intent import Intent
from generator.source.raster import PRESS, decoded, examined

if TYPE_CHECKING:
    import pikepdf
    from PIL.Image import Image

LOGO_SHADE = 127
"""The grey of a logo's stand-in, by which it is told from a photograph of as many pixels."""

_EXTRA_SAMPLES = 338  # the tag of TIFF 6.0

BAD_PICTURE = Rule(
    "print-picture",
    "The picture “{file}” cannot be printed: {problem}.",
    "Save it as JPEG, PNG or TIFF in CMYK or RGB, whole and without transparency, "
    "or as an SVG of plain shapes, or name a drawing of the templates.",
)
PROBLEMS = {
    "missing": "there is no such file",
    "form": "it is not a picture that can be read",
    "alpha": "it has transparent parts",
    "mode": "its colours are neither RGB, grey nor CMYK",
    "profile": "it is RGB and the printer has no profile to bring it into ink",
    "many": "it has more points than a drawing for print needs",
}


def unprintable(problem: str) -> Refused:
    """The refusal of a picture for print, for one of `PROBLEMS`."""
    return Refused(BAD_PICTURE, {"problem": PROBLEMS[problem]})


@dataclass(frozen=True, slots=True)
class Photograph:
    """Pixels in four inks, 255 being full ink, deflated; `shade` is the grey of the stand-in."""

    width: int
    height: int
    data: bytes = field(repr=False)
    shade: int = 128

    @property
    def stand_in(self) -> bytes:
        """A grey PNG of as many pixels, for the template."""
        from PIL import Image

        target = BytesIO()
        Image.new("L", (self.width, self.height), self.shade).save(target, "PNG", compress_level=9)
        return target.getvalue()

    @property
    def name(self) -> str:
        """Of the stand-in, by its content: pieces share a folder."""
        return f"{self.width}x{self.height}-{digest_of(self.data, str(self.shade))[:12]}.png"


def photograph(
    data: bytes, name: str, intent: Intent | None, ink_limit: int
) -> Photograph | Refused:
    """A picture in four inks, together `ink_limit` per cent at most; `name` is that of its file."""
    head = examined(data, PRESS, name)
    if _has_more_channels(data) or (isinstance(head, Picture) and head.alpha):
        return unprintable("alpha")
    picture = decoded(data, PRESS, name)
    if isinstance(picture, Refused):
        return picture
    own = picture.info.get("icc_profile", b"") if picture.mode == "RGB" else b""
    if picture.mode in {"1", "L", "P"}:
        picture = picture.convert("RGB")
    if picture.mode == "RGB" and intent is None:
        return unprintable("profile")
    inked = _in_inks(picture, intent, own) if intent and picture.mode == "RGB" else picture
    if inked is None or inked.mode != "CMYK":
        return unprintable("mode")
    pixels = _limited(inked, ink_limit)
    return Photograph(picture.width, picture.height, zlib.compress(pixels, 6))


def place(document: "pikepdf.Pdf", photo: Photograph) -> None:
    """Exchange the stand-in of a page for the photograph."""
    import pikepdf

    for thing in document.objects:
        if not isinstance(thing, pikepdf.Stream) or thing.get("/Subtype") != "/Image":
            continue
        if (int(thing.Width), int(thing.Height)) != (photo.width, photo.height):
            continue
        if thing.ColorSpace == pikepdf.Name.DeviceCMYK or thing.read_bytes()[0] != photo.shade:
            continue
        for key in ("/DecodeParms", "/SMask", "/Decode", "/Intent"):
            if key in thing:
                del thing[key]
        thing.write(photo.data, filter=pikepdf.Name.FlateDecode)
        thing.ColorSpace = pikepdf.Name.DeviceCMYK
        thing.BitsPerComponent = 8


def _has_more_channels(data: bytes) -> bool:
    """Whether a TIFF holds more than its colours, which Pillow drops or cannot read."""
    from PIL import TiffImagePlugin

    if data[:4] not in {b"II*\0", b"MM\0*"}:
        return False
    try:
        directory = TiffImagePlugin.ImageFileDirectory_v2(data[:8])
        stream = BytesIO(data)
        stream.seek(directory.next)
        directory.load(stream)
        return bool(directory.get(_EXTRA_SAMPLES))
    except (OSError, SyntaxError, ValueError, KeyError):
        return False


def _limited(picture: "Image", ink_limit: int) -> bytes:
    """The pixels; where there is too much ink the three colours give way, black stays."""
    import numpy as np

    inks = np.asarray(picture, np.uint8).astype(np.float32)
    room = np.maximum(ink_limit * 2.55 - inks[:, :, 3], 0)
    share = np.minimum(1, room / np.maximum(inks[:, :, :3].sum(axis=2), 1))
    inks[:, :, :3] *= share[:, :, None]
    return np.floor(inks).astype(np.uint8).tobytes()


def _in_inks(picture: "Image", intent: Intent, own: bytes) -> "Image | None":
    """From the picture's own profile, sRGB where it has none that can be read."""
    from PIL import ImageCms

    press = ImageCms.ImageCmsProfile(BytesIO(intent.icc))
    inked = None
    for screen in (BytesIO(own), ImageCms.createProfile("sRGB")):
        with suppress(ImageCms.PyCMSError):
            inked = inked or ImageCms.profileToProfile(picture, screen, press, outputMode="CMYK")
    return inked
