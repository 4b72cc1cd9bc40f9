"""Words as pixels, in the letters of the package: on covers, on pictures of shared links."""

from dataclasses import dataclass
from importlib import resources
from importlib.metadata import version
from io import BytesIO
from typing import TYPE_CHECKING

from generator.model.artifact import digest_of
from generator.vietnamese.typography import bind

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont

_LEADING = 1.36  # capitals that carry two marks need the room


@dataclass(frozen=True, slots=True)
class Room:
    """What a title may take, in pixels, and the sizes to try, the largest first."""

    widest: int
    tallest: int
    sizes: range


def lettering_digest() -> str:
    """Names everything but the words that the pixels depend on."""
    made_with = [version(name) for name in ("pillow", "fontpkg-be-vietnam-pro")]
    return digest_of(*made_with, (resources.files(__package__ or "") / "lettering.py").read_bytes())


def title(
    pen: "ImageDraw", text: str, room: Room, foot: tuple[int, int], ink: tuple[int, ...]
) -> None:
    """Lines that stand on a foot, so that short and long titles end at the same height."""
    font, lines = fit_text(bind(text), room)
    step = round(font.size * _LEADING)
    top = foot[1] - step * len(lines)
    for number, line in enumerate(lines):
        pen.text((foot[0], top + number * step + step // 2), line, ink, font, anchor="lm")


def fit_text(text: str, room: Room) -> tuple["FreeTypeFont", list[str]]:
    """The largest letters in which a text fits its room, else the smallest; and its lines."""
    for size in room.sizes:
        font = letters("ExtraBold", size)
        lines = _wrapped(text, font, room.widest)
        wide = max(font.getlength(line) for line in lines)
        if wide <= room.widest and len(lines) * size * _LEADING <= room.tallest:
            break
    return font, lines


def one_line(text: str, widest: int, sizes: range) -> "FreeTypeFont":
    """The largest letters in which a text fits one line, else the smallest."""
    fonts = (letters("SemiBold", size) for size in sizes)
    found = (font for font in fonts if font.getlength(text) <= widest)
    return next(found, letters("SemiBold", sizes[-1]))


def letters(style: str, size: int) -> "FreeTypeFont":
    """The family of the package in a style and a size in pixels."""
    from PIL import ImageFont

    file = resources.files("fontpkg_be_vietnam_pro") / f"files/BeVietnamPro-{style}.ttf"
    plain = ImageFont.Layout.BASIC  # the same letters wherever Pillow was built
    return ImageFont.truetype(BytesIO(file.read_bytes()), size, layout_engine=plain)


def _wrapped(text: str, font: "FreeTypeFont", widest: int) -> list[str]:
    """Lines broken at ordinary spaces only: compounds stay whole."""
    lines: list[str] = []
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and font.getlength(longer) <= widest:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
