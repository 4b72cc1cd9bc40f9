"""The one door for pictures made of pixels: nothing else in the engine opens a picture.

Left alone, Pillow tries every form that it knows, and one of them (EPS) is a program that it hands
to another program. Here the first bytes say what a file is, and Pillow may read that form only.
Whatever Pillow raises is a refusal: an author's file is no fault of ours.
"""

import warnings
from collections.abc import Callable, Collection
from contextlib import nullcontext, suppress
from dataclasses import replace
from io import BytesIO
from threading import Lock
from typing import TYPE_CHECKING, TypeVar

from generator.diagnostics import Refusal, Rule
from generator.model.picture import PictureFacts
from generator.source import jpeg, png
from generator.source.blank import of_pixels
from generator.source.signatures import HEIC, PROPER, form_of, form_of_name
from generator.source.srgb import READABLE_MODES, plain, to_srgb

if TYPE_CHECKING:
    from PIL.Image import Image

T = TypeVar("T")

PAGE = frozenset({"JPEG", "PNG", "WEBP", "GIF", "TIFF"})
PRESS = frozenset({"JPEG", "PNG", "TIFF"})
WORD = PAGE | {"BMP"}
USED = PAGE | {"SVG"}
MOST_BYTES = 700_000_000  # of a file: as many pixels in four inks, saved without any packing
MOST_PIXELS = 150_000_000  # a 12 × 6 m panel at 72 dpi has 580 million, but no photograph has

TRUNCATED_PICTURE = Rule(
    "picture-truncated",
    "The picture “{file}” is cut off: it cannot be read to its end.",
    "Copy it again from the camera or the sender.",
)
DAMAGED_PICTURE = Rule(
    "picture-damaged",
    "The picture “{file}” cannot be read: something in it is not as a picture has it.",
    "Open it in a picture program and save it anew; if that fails, ask the sender for it again.",
)
TOO_LARGE = Rule(
    "picture-too-large",
    "The picture “{file}” claims more pixels than any print needs.",
    "Save it smaller, at most about 12.000 × 12.000 pixels.",
)
NOTHING_IN_IT = Rule(
    "picture-empty-file",
    "The file “{file}” is empty: it has no bytes.",
    "Copy it again from the camera or the sender; a file that is still on its way is empty, too.",
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
MISNAMED_PICTURE = Rule(
    "picture-misnamed",
    "“{file}” is really a {form} picture: its name ends wrongly.",
    "Rename it so that it ends in {ending}, also where its path is written.",
)
MOVING = Rule(
    "picture-moving",
    "“{file}” moves or holds several pictures, of which only the first would be seen.",
    "Save the one that is meant as JPEG or PNG, and use that.",
)
COLOURS = Rule(
    "picture-colours",
    "The picture “{file}” has colours of another kind ({mode}) than screens and presses show.",
    "Save it with 8 or 16 bits a channel in RGB, grey or CMYK.",
)
_ORIENTATION = 0x0112  # EXIF: telephones save what was held upright lying, with a note
_SIDEWAYS = frozenset({5, 6, 7, 8})  # width and height change places
_ALPHA = frozenset({"RGBA", "LA", "PA", "La", "RGBa"})
_MANY = 20_000_000  # pixels: pictures of more are opened one after the other
_TURN = Lock()
_SCAN, _MOST_SCANS = b"\xff\xda", 200  # each passes over all pixels; programs write a dozen
_DRAFT = 8  # libjpeg reads every byte, and works out one pixel of 64


def examine(data: bytes, forms: Collection[str], name: str = "") -> PictureFacts | Refusal:
    """What the head of a picture says; `name`, if there is one, must end as its form does."""
    return through(data, forms, name, _head)


def whole(data: bytes, forms: Collection[str], name: str = "") -> PictureFacts | Refusal:
    """The same of a picture that can be decoded to its last row, and whether it shows anything."""

    def read(opened: "Image") -> PictureFacts | Refusal:
        head = _head(opened)
        drafted = _drafted(opened)
        if head.form == "PNG":
            png.see_that_it_is_whole(data)
        if head.form == "JPEG" and _differs(jpeg.see_that_it_is_whole(data), drafted):
            return Refusal(TRUNCATED_PICTURE)
        return replace(head, blank=of_pixels(opened))

    return through(data, forms, name, read)


def pixels(data: bytes, forms: Collection[str], name: str = "") -> "Image | Refusal":
    """The picture upright, in the colours in which it was saved."""
    return through(data, forms, name, lambda opened: _upright(opened, _turns(opened)))


def screen(
    data: bytes, forms: Collection[str], name: str = "", size: tuple[int, int] | None = None
) -> "Image | Refusal":
    """The picture upright in 8 bits of sRGB, as L, RGB or RGBA; in a size, if one is wanted."""

    def read(opened: "Image") -> "Image":
        orientation, profile = _turns(opened), opened.info.get("icc_profile", b"")
        wanted = size[::-1] if size and orientation in _SIDEWAYS else size
        if wanted:
            opened.draft(None, wanted)
        seen = plain(opened)
        if wanted and seen.size != wanted:
            seen = seen.resize(wanted, Resampling.LANCZOS, reducing_gap=3.0)
        made = to_srgb(_upright(seen, orientation), profile or b"")
        made.info = {}
        return made

    from PIL.Image import Resampling

    return through(data, forms, name, read)


def refusal(data: bytes, forms: Collection[str], name: str = "") -> Refusal | None:
    """Why a file is not opened at all, by its first bytes and its name."""
    form = form_of(data)
    if not form:
        return Refusal(NO_PICTURE if data else NOTHING_IN_IT)
    if len(data) > MOST_BYTES:
        return Refusal(TOO_LARGE)
    if form == HEIC:
        return Refusal(PHONE_FORM)
    if name and form in USED and form_of_name(name) != form:
        return Refusal(MISNAMED_PICTURE, {"form": form, "ending": PROPER[form]})
    if form == "JPEG" and data.count(_SCAN) > _MOST_SCANS:
        return Refusal(DAMAGED_PICTURE)
    return None if form in forms else Refusal(OTHER_FORM, {"form": form})


def through(
    data: bytes, forms: Collection[str], name: str, use: "Callable[[Image], T | Refusal]"
) -> "T | Refusal":
    """What is made of an opened picture, or what keeps it from being made."""
    from PIL import Image

    if (refused := refusal(data, forms, name)) is not None:
        return refused
    _tame_pillow()
    try:
        with Image.open(BytesIO(data), formats=(form_of(data),)) as opened:
            if (unfit := _unfit(opened)) is not None:
                return unfit
            with _TURN if opened.width * opened.height > _MANY else nullcontext():
                return use(opened)
    except Exception as error:  # noqa: BLE001 - whatever a decoder trips over lies in the file
        return Refusal(_reason(error))


def _tame_pillow() -> None:
    """Pixels are counted here, for every mode; of notes that nobody sees it need not complain."""
    from PIL import Image, PngImagePlugin

    Image.MAX_IMAGE_PIXELS = None
    PngImagePlugin.MAX_TEXT_CHUNK = PngImagePlugin.MAX_TEXT_MEMORY
    warnings.filterwarnings("ignore", module=r"PIL\.")


def _reason(error: Exception) -> Rule:
    from PIL import UnidentifiedImageError

    if isinstance(error, MemoryError):
        return TOO_LARGE
    ended = isinstance(error, OSError | EOFError) and not isinstance(error, UnidentifiedImageError)
    return TRUNCATED_PICTURE if ended else DAMAGED_PICTURE


def _unfit(opened: "Image") -> Refusal | None:
    """Why a picture is not used, by its head; what phones add to a JPEG (MPO) moves nothing."""
    if opened.width * opened.height > MOST_PIXELS:
        return Refusal(TOO_LARGE)
    if opened.format != "MPO" and getattr(opened, "is_animated", False):
        return Refusal(MOVING)
    return None if opened.mode in READABLE_MODES else Refusal(COLOURS, {"mode": opened.mode})


def _differs(filled: bytes, drafted: bytes) -> bool:
    """Whether a JPEG with something behind its pixels is another picture: then they are cut off."""
    from PIL import Image

    with Image.open(BytesIO(filled), formats=("JPEG",)) as opened:
        return _drafted(opened) != drafted


def _drafted(opened: "Image") -> bytes:
    """The pixels of a small copy, for which every byte of the file was read."""
    opened.draft(None, (max(1, opened.width // _DRAFT), max(1, opened.height // _DRAFT)))
    opened.load()
    return opened.tobytes() if opened.format in {"JPEG", "MPO"} else b""


def _turns(opened: "Image") -> int:
    """How a camera was held; what cannot be read of its notes is no reason to do without them."""
    with suppress(Exception):
        return int(opened.getexif().get(_ORIENTATION, 1))
    return 1


def _upright(picture: "Image", orientation: int) -> "Image":
    from PIL.Image import Transpose

    turns = {
        2: Transpose.FLIP_LEFT_RIGHT,
        3: Transpose.ROTATE_180,
        4: Transpose.FLIP_TOP_BOTTOM,
        5: Transpose.TRANSPOSE,
        6: Transpose.ROTATE_270,
        7: Transpose.TRANSVERSE,
        8: Transpose.ROTATE_90,
    }
    picture.load()
    return picture.transpose(turns[orientation]) if orientation in turns else picture


def _head(opened: "Image") -> PictureFacts:
    width, height = opened.size
    if _turns(opened) in _SIDEWAYS:
        width, height = height, width
    form = "JPEG" if opened.format == "MPO" else opened.format or ""
    alpha = opened.mode in _ALPHA or "transparency" in opened.info
    return PictureFacts(width, height, form, opened.mode, alpha)
