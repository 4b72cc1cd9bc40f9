"""Pictures on which nobody would see anything, by their pixels: one colour, or none at all.

Whoever saves the wrong layer, or a page before it was drawn, gets a file that is right in all
else. Only what is certain is told.
"""

from typing import TYPE_CHECKING

from generator.diagnostics import Refusal, Rule
from generator.model.picture import PictureFacts
from generator.source.srgb import flat, plain

if TYPE_CHECKING:
    from PIL.Image import Image

BLANK = Rule(
    "picture-blank",
    "Nobody would see anything on the picture “{file}”: {problem}.",
    "Open it to see what happened, and save it again with what it is to show, on a ground of "
    "another colour.",
)
CLEAR = "it is transparent all over"
ONE_COLOUR = "it has one colour all over"
WHITE = "what it shows is as white as paper and pages"
NOTHING = "nothing is drawn in it"
OUTSIDE = "all that is drawn lies outside of its page"

_ALIKE = 3 / 255  # of white: steps that nobody sees, such as JPEG leaves in a plain field
_MOST = 20_000_000  # pixels that are copied to be laid on white
_DEEPEST = {"I": 65_535}
_INDEXES = 256


def why_hidden(picture: PictureFacts | Refusal, *, anywhere: bool = False) -> Refusal | None:
    """Why readers would see nothing of a picture: it is refused, or it is blank.

    `anywhere`: also on grounds of other colours than that of paper.
    """
    if isinstance(picture, Refusal):
        return picture
    is_seen = not picture.blank or (anywhere and picture.blank == WHITE)
    return None if is_seen else Refusal(BLANK, {"problem": picture.blank})


def of_pixels(image: "Image") -> str:
    """Why nobody would see anything of pixels that are loaded; nothing of a good picture."""
    if image.mode in {"P", "PA"}:
        image = _colours(image) if image.mode == "P" else image.convert("RGBA")
    if "A" not in image.getbands() and "transparency" not in image.info:
        return ONE_COLOUR if _is_plain(image) else ""
    if image.width * image.height > _MOST:
        return ""
    clear = plain(image)
    clear = clear if clear.mode == "RGBA" else clear.convert("RGBA")
    if _is_plain(clear):
        return CLEAR if _is_clear(clear) else ONE_COLOUR
    if _is_clear(clear):
        return CLEAR
    return WHITE if _is_plain(flat(clear)) else ""


def _colours(opened: "Image") -> "Image":
    """The colours of a palette that are used, each once."""
    from PIL import Image

    used = [index for index, many in enumerate(opened.histogram()[:_INDEXES]) if many]
    row = Image.new("P", (len(used), 1))
    row.putdata(used)
    row.putpalette(opened.getpalette() or [])
    row.info = opened.info
    return row.convert("RGBA" if "transparency" in opened.info else "RGB")


def _is_plain(picture: "Image") -> bool:
    """Whether all pixels are of one colour, as eyes see it."""
    found = picture.getextrema()
    bands = found if isinstance(found[0], tuple) else (found,)
    most = _DEEPEST.get(picture.mode.partition(";")[0], 255) * _ALIKE
    return all(high - low <= most for low, high in bands)


def _is_clear(picture: "Image") -> bool:
    _, high = picture.getchannel("A").getextrema()
    return bool(high <= 255 * _ALIKE)  # type: ignore[operator]
