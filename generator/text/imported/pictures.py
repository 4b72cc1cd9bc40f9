"""Pictures of a Word document, in a form that pages show."""

from io import BytesIO

from generator.diagnostics import Location
from generator.text.imported.draft import Picture

_AS_THEY_ARE = {"JPEG": ".jpg", "PNG": ".png", "WEBP": ".webp"}
_UNSHOWN = {"image/x-emf": ".emf", "image/x-wmf": ".wmf", "image/emf": ".emf", "image/wmf": ".wmf"}


def picture_of(mark: str, data: bytes, kind: str, words: str, where: Location) -> Picture | None:
    """The picture, or None where it cannot be read; TIFF, GIF and BMP become PNG."""
    from PIL import Image, UnidentifiedImageError

    if kind in _UNSHOWN:
        return Picture(mark, data, _UNSHOWN[kind], words, where, shown=False)
    try:
        with Image.open(BytesIO(data)) as opened:
            opened.load()
            ending = _AS_THEY_ARE.get(opened.format or "")
            made = data if ending else _png(opened)
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, SyntaxError, ValueError):
        return None
    return Picture(mark, made, ending or ".png", words, where)


def _png(picture: object) -> bytes:
    from PIL import Image

    if not isinstance(picture, Image.Image):
        raise TypeError(picture)
    target = BytesIO()
    still = picture.convert("RGBA" if picture.mode in {"P", "LA", "PA"} else "RGB")
    still.info = {}
    still.save(target, "PNG")
    return target.getvalue()
