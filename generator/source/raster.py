"""The one door for pictures made of pixels: nothing else in the engine opens a picture.

Left alone, Pillow tries every form that it knows, and one of them (EPS) is a program that it hands
to another program. Here the first bytes say what a file is, and Pillow may read that form only.
Whatever Pillow raises is a refusal: an author's file is no fault of ours.
"""

from collections.abc import Callable, Collection
from io import BytesIO
from typing import TYPE_CHECKING, TypeVar

from generator.diagnostics import Rule
from generator.model.picture import Picture, Refused
from generator.source.forms import HEIC, PROPER, form_of, form_of_name

if TYPE_CHECKING:
    from PIL.Image import Image

T = TypeVar("T")

PAGE = frozenset({"JPEG", "PNG", "WEBP", "GIF", "TIFF"})
PRESS = frozenset({"JPEG", "PNG", "TIFF"})
WORD = PAGE | {"BMP"}
USED = PAGE | {"SVG"}
MOST_PIXELS = 150_000_000  # a 12 × 6 m panel at 72 dpi has 580 million, but no photograph has

TRUNCATED = Rule(
    "picture-truncated",
    "The picture “{file}” is cut off: it cannot be read to its end.",
    "Copy it again from the camera or the sender.",
)
TOO_LARGE = Rule(
    "picture-too-large",
    "The picture “{file}” claims more pixels than any print needs.",
    "Save it smaller, at most about 12.000 × 12.000 pixels.",
)
NO_PICTURE = Rule(
    "picture-form",
    "“{file}” is not a picture that can be read.",
    "Save it as JPEG, PNG, WebP or SVG (with a viewBox).",
)
OTHER_FORM = Rule(
    "picture-other-form",
    "“{file}” is really a {form} file, which is not used here.",
    "Open it in the program that made it and save it as JPEG or PNG; "
    "to change its name is not enough.",
)
PHONE_FORM = Rule(
    "picture-heic",
    "“{file}” is a HEIC picture, as iPhones take them; web pages and print shops do not read it.",
    "Send it as JPEG: on the iPhone choose Settings, Camera, Formats, Most Compatible; "
    "a HEIC that is there already opens in Photos, which exports it as JPEG.",
)
MISNAMED = Rule(
    "picture-misnamed",
    "“{file}” is really a {form} picture: its name ends wrongly.",
    "Rename it so that it ends in {ending}, also where its path is written.",
)
MOVING = Rule(
    "picture-moving",
    "“{file}” moves or holds several pictures, of which only the first would be seen.",
    "Save the one that is meant as JPEG or PNG, and use that.",
)
_TURNED = frozenset({5, 6, 7, 8})  # EXIF: width and height change places
_ORIENTATION = 0x0112
_ALPHA = frozenset({"RGBA", "LA", "PA", "La", "RGBa"})


def examined(data: bytes, forms: Collection[str], name: str = "") -> Picture | Refused:
    """What the head of a picture says; `name`, if there is one, must end as its form does."""
    return _through(data, forms, name, lambda opened: opened)


def whole(data: bytes, forms: Collection[str], name: str = "") -> Picture | Refused:
    """The same of a picture that can be decoded to its last row."""
    return _through(data, forms, name, _loaded)


def decoded(data: bytes, forms: Collection[str], name: str = "") -> "Image | Refused":
    """The pixels, upright, in the colours in which they were saved."""
    if (refused := refusal(data, forms, name)) is not None:
        return refused
    return _guarded(data, _upright)


def refusal(data: bytes, forms: Collection[str], name: str = "") -> Refused | None:
    """Why a file is not opened at all, by its first bytes and its name."""
    form = form_of(data)
    if not form:
        return Refused(NO_PICTURE)
    if form == HEIC:
        return Refused(PHONE_FORM)
    if name and form in USED and form_of_name(name) != form:
        return Refused(MISNAMED, {"form": form, "ending": PROPER[form]})
    return None if form in forms else Refused(OTHER_FORM, {"form": form})


def _through(
    data: bytes, forms: Collection[str], name: str, look: "Callable[[Image], Image]"
) -> Picture | Refused:
    if (refused := refusal(data, forms, name)) is not None:
        return refused
    return _guarded(data, lambda opened: _head(look(opened)))


def _guarded(data: bytes, use: "Callable[[Image], T]") -> "T | Refused":
    """What is made of an opened picture, or what keeps it from being made."""
    from PIL import Image, UnidentifiedImageError

    Image.MAX_IMAGE_PIXELS = None  # counted here, for every mode; Pillow only warns of half of them
    try:
        with Image.open(BytesIO(data), formats=(form_of(data),)) as opened:
            if opened.width * opened.height > MOST_PIXELS:
                return Refused(TOO_LARGE)
            if _moves(opened):
                return Refused(MOVING)
            return use(opened)
    except UnidentifiedImageError:
        return Refused(NO_PICTURE)
    except MemoryError:
        return Refused(TOO_LARGE)
    except Exception:  # noqa: BLE001 - whatever a decoder trips over lies in the file
        return Refused(TRUNCATED)


def _loaded(opened: "Image") -> "Image":
    opened.load()
    return opened


def _upright(opened: "Image") -> "Image":
    from PIL import ImageOps

    return ImageOps.exif_transpose(_loaded(opened))


def _moves(opened: "Image") -> bool:
    """Whether there are more pictures in it; what phones add to a JPEG (MPO) is not meant."""
    return opened.format != "MPO" and bool(getattr(opened, "is_animated", False))


def _head(opened: "Image") -> Picture:
    width, height = opened.size
    if opened.getexif().get(_ORIENTATION) in _TURNED:
        width, height = height, width
    form = "JPEG" if opened.format == "MPO" else opened.format or ""
    alpha = opened.mode in _ALPHA or "transparency" in opened.info
    return Picture(width, height, form, opened.mode, alpha)
