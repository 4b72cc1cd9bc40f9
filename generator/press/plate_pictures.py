"""A picture of a page as the grey that shows one of its inks."""

from typing import TYPE_CHECKING, Any

from generator.diagnostics import Refusal, RefusalError
from generator.press.tints import amounts, channels, family_of, no_plates
from generator.source.raster import through

if TYPE_CHECKING:
    import pikepdf
    from PIL.Image import Image

MOST_PIXELS = 120_000_000
"""A poster A1 at 300 dpi has 70 million; a file of a few bytes may claim any number."""

_INVERTED = bytes(255 - value for value in range(256))
_PACKED = frozenset(("/Filter", "/DecodeParms", "/Length", "/Decode"))
_FOUR, _BITS = 4, 8


def grey_picture(document: "pikepdf.Pdf", image: Any, ink: int) -> "pikepdf.Object":  # noqa: ANN401 - pikepdf's objects, here and below
    """One ink of a picture; a stencil is what it was. Raises RefusalError."""
    import pikepdf

    if image.get("/Subtype") != "/Image":
        raise RefusalError(no_plates("image"))
    if image.get("/ImageMask", False):
        return image  # type: ignore[no-any-return] # pikepdf's
    space = image.get("/ColorSpace")
    if space is None or int(image.get("/BitsPerComponent", 0)) != _BITS:
        raise RefusalError(no_plates("image"))
    if isinstance(image.get("/Mask"), pikepdf.Array):  # a colour that is let through
        raise RefusalError(no_plates("image"))
    kept = {key: image[key] for key in image.keys() if key not in _PACKED}  # noqa: SIM118 - pikepdf's object
    made = document.make_stream(_grey(image, space, ink), kept)
    made.ColorSpace = pikepdf.Name.DeviceGray
    return made


def _grey(image: Any, space: Any, ink: int) -> bytes:  # noqa: ANN401
    count, data = channels(space), pixels_of(image)
    if count == _FOUR:
        return data[ink::_FOUR].translate(_INVERTED)
    if count != 1:
        raise RefusalError(no_plates("image"))
    return data.translate(bytes(_table(space, ink)))


def _table(space: Any, ink: int) -> list[int]:  # noqa: ANN401
    """For each value of a channel the grey of the ink."""
    is_indexed = family_of(space) == "/Indexed"
    last = int(space[2]) if is_indexed else 255
    values = (min(at, last) if is_indexed else at / 255 for at in range(256))
    return [255 - round(255 * amounts(space, [value])[ink]) for value in values]


def pixels_of(image: Any) -> bytes:  # noqa: ANN401
    """The values of a picture as its space counts them. Raises RefusalError."""
    import pikepdf

    wide, high, count = int(image.Width), int(image.Height), channels(image.ColorSpace)
    if wide * high > MOST_PIXELS:
        raise RefusalError(no_plates("image"))
    try:
        data: bytes = image.read_bytes()
    except (pikepdf.PdfError, NotImplementedError):
        data = _of_jpeg(image)
    if len(data) < wide * high * count:
        raise RefusalError(no_plates("image"))
    return data.translate(_INVERTED) if _is_inverted(image) else data


def _is_inverted(image: Any) -> bool:  # noqa: ANN401
    """Whether the file turns all values round, as Photoshop's do. Raises RefusalError."""
    said = [float(value) for value in image.get("/Decode", ())]
    if not said or said == [0, 1] * (len(said) // 2):
        return False
    if said == [1, 0] * (len(said) // 2):
        return True
    if family_of(image.ColorSpace) == "/Indexed" and said[0] == 0:
        return False
    raise RefusalError(no_plates("image"))


def _of_jpeg(image: Any) -> bytes:  # noqa: ANN401
    """The values of a JPEG as it was packed, which no filter of the file has touched."""
    packed = image.get("/Filter")
    if [str(each) for each in _listed(packed)] != ["/DCTDecode"]:
        raise RefusalError(no_plates("image"))
    values = through(image.read_raw_bytes(), frozenset({"JPEG"}), "", _values)
    if isinstance(values, Refusal):
        raise RefusalError(no_plates("image"))
    return values


def _values(opened: "Image") -> bytes | Refusal:
    """Pillow turns round what an Adobe program has turned round; the page says that itself."""
    if opened.mode not in {"CMYK", "L"}:
        return no_plates("image")
    values = opened.tobytes()
    return (
        values.translate(_INVERTED) if opened.mode == "CMYK" and "adobe" in opened.info else values
    )


def _listed(value: Any) -> list[Any]:  # noqa: ANN401
    import pikepdf

    return list(value) if isinstance(value, pikepdf.Array) else [value]
