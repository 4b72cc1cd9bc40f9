"""Photographs on printed pieces: checked, brought into four inks, and put in their place.

The template sets a grey stand-in of the same pixels; its stream is exchanged for the four inks
when the page is finished, since Typst would keep RGB.
"""

import zlib
from dataclasses import dataclass, field
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING

from generator.diagnostics import Refusal, RefusalError
from generator.model.artifact import digest_of
from generator.model.picture import PictureFacts
from generator.press.intent import Intent
from generator.press.tints import NO_PLATES
from generator.source.raster import PRESS, examine, pixels, refusal, screen
from generator.source.unprintable import NO_INKS, unprintable

if TYPE_CHECKING:
    import pikepdf
    from PIL.Image import Image
    from PIL.ImageCms import ImageCmsTransform

LOGO_SHADE = 127
"""The grey of a logo's stand-in, by which it is told from a photograph of as many pixels."""

_INKS = "CMYK"
_BAND = 256  # rows
_EXTRA_SAMPLES = 338  # the tag of TIFF 6.0


@dataclass(frozen=True, slots=True)
class Photograph:
    """A picture as it was saved, for one printer; its inks are made where it is placed.

    `ink_limit` is what the four inks may come to together, in per cent; `shade` is the grey of the
    stand-in.
    """

    width: int
    height: int
    source: bytes = field(repr=False)
    intent: Intent | None = field(repr=False)
    ink_limit: int
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
        """Of the stand-in, by all that its inks depend on: pieces share a folder."""
        icc = self.intent.icc if self.intent else b""
        made_from = digest_of(self.source, icc, str(self.ink_limit), str(self.shade))
        return f"{self.width}x{self.height}-{made_from[:12]}.png"

    @property
    def inks(self) -> bytes:
        """The pixels in four inks, 255 being full ink, deflated."""
        return _inks(self.source, self.intent, self.ink_limit)

    def place(self, document: "pikepdf.Pdf") -> None:
        """Exchange the stand-in of a page for the photograph."""
        import pikepdf

        for thing in document.objects:
            if not isinstance(thing, pikepdf.Stream) or not self._is_stand_in(thing):
                continue
            for key in ("/DecodeParms", "/SMask", "/Decode", "/Intent"):
                if key in thing:
                    del thing[key]
            thing.write(self.inks, filter=pikepdf.Name.FlateDecode)
            thing.ColorSpace = pikepdf.Name.DeviceCMYK
            thing.BitsPerComponent = 8

    def _is_stand_in(self, thing: "pikepdf.Stream") -> bool:
        if thing.get("/Subtype") != "/Image":
            return False
        if (int(thing.Width), int(thing.Height)) != (self.width, self.height):
            return False
        return bool(thing.ColorSpace != "/DeviceCMYK" and thing.read_bytes()[0] == self.shade)


def photograph(
    data: bytes, name: str, intent: Intent | None, ink_limit: int
) -> Photograph | Refusal:
    """A picture for print, judged by its head; `name` is that of its file."""
    head = examine(data, PRESS)
    if _has_more_channels(data) or (isinstance(head, PictureFacts) and head.alpha):
        return unprintable("it has transparent parts")
    if isinstance(head, Refusal):
        return refusal(data, PRESS, name) or head
    if head.mode != _INKS and intent is None:
        return unprintable("it is RGB and the printer has no profile to bring it into ink", NO_INKS)
    if misnamed := refusal(data, PRESS, name):  # last: what has another form then is renamed, too
        return misnamed
    return Photograph(head.width, head.height, data, intent, ink_limit)


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


@lru_cache(maxsize=2)  # a piece that hangs in many places shows one photograph, and a logo
def _inks(source: bytes, intent: Intent | None, ink_limit: int) -> bytes:
    """Band by band: the whole of a large picture in fractions would fill the memory."""
    from PIL import ImageCms

    head = examine(source, PRESS)
    is_inked = isinstance(head, PictureFacts) and head.mode == _INKS
    picture = (pixels if is_inked else screen)(source, PRESS)
    if isinstance(picture, Refusal):
        raise RefusalError(Refusal(NO_PLATES, {"problem": picture.rule.code}))
    deflated, parts = zlib.compressobj(6), []
    to_inks = None if is_inked or intent is None else _transform(intent.icc)
    for top in range(0, picture.height, _BAND):
        band = picture.crop((0, top, picture.width, min(top + _BAND, picture.height)))
        if to_inks is not None:
            band = ImageCms.applyTransform(band.convert("RGB"), to_inks) or band
        parts.append(deflated.compress(_limited(band, ink_limit)))
    return b"".join((*parts, deflated.flush()))


def _transform(icc: bytes) -> "ImageCmsTransform":
    from PIL import ImageCms

    return ImageCms.buildTransform(ImageCms.createProfile("sRGB"), BytesIO(icc), "RGB", _INKS)


def _limited(picture: "Image", ink_limit: int) -> bytes:
    """The pixels; where there is too much ink the three colours give way, black stays."""
    import numpy as np

    inks = np.asarray(picture, np.uint8).astype(np.float32)
    room = np.maximum(ink_limit * 2.55 - inks[:, :, 3], 0)
    share = np.minimum(1, room / np.maximum(inks[:, :, :3].sum(axis=2), 1))
    inks[:, :, :3] *= share[:, :, None]
    return np.floor(inks).astype(np.uint8).tobytes()
