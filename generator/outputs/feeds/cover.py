"""The square picture of a podcast, drawn from the brand: 3000 × 3000 px, as directories ask."""

import re
from collections.abc import Iterator
from functools import cache, partial
from importlib import resources
from importlib.metadata import version
from io import BytesIO
from typing import TYPE_CHECKING

from generator.model.artifact import Artifact, Audience, digest_of
from generator.model.brand import Brand

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageFont import FreeTypeFont

SIDE = 3000
_MARGIN = 240
_WIDEST = SIDE - 2 * _MARGIN
_TALLEST = 1280
_SIZES = range(460, 119, -20)  # px; the first at which the title fits
_LEADING = 1.36  # capitals that carry two marks need the room
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_STEPS = 24  # straight lines for a curve

Point = tuple[float, float]


def cover(path: str, title: str, publisher: str, brand: Brand | None) -> Artifact:
    """The picture; the same words and colours give the same bytes."""
    colours = {name: colour.screen for name, colour in brand.colours.items()} if brand else {}
    inks = tuple(
        colours.get(name, default)
        for name, default in (("la", "#0B6B4B"), ("mam", "#6DB33F"), ("giay", "#FBFAF4"))
    )
    code = (resources.files(__package__ or "") / "cover.py").read_bytes()
    made_with = [version(name) for name in ("pillow", "fontpkg-be-vietnam-pro")]
    digest = digest_of(title, publisher, *inks, *made_with, code)
    chunks = partial(_draw, title, publisher, inks)
    return Artifact(path, Audience.PUBLIC, digest, chunks, (SIDE, SIDE))


def _draw(title: str, publisher: str, inks: tuple[str, ...]) -> Iterator[bytes]:
    from PIL import Image, ImageColor, ImageDraw

    field, accent, paper = (ImageColor.getrgb(ink) for ink in inks)
    picture = Image.new("RGB", (SIDE, SIDE), field)
    veil = tuple(round(0.86 * a + 0.14 * b) for a, b in zip(field, paper, strict=True))
    picture.paste(veil, (780, -1020), _emblem(3400, 1))
    picture.paste(paper, (_MARGIN, _MARGIN), _emblem(620, 4))
    draw = ImageDraw.Draw(picture)
    font, lines = _fitted(title)
    step = round(font.size * _LEADING)
    top = SIDE - _MARGIN - 180 - step * len(lines)
    for number, line in enumerate(lines):
        draw.text((_MARGIN, top + number * step), line, paper, font)
    draw.rectangle((_MARGIN, SIDE - _MARGIN - 130, _MARGIN + 260, SIDE - _MARGIN - 106), accent)
    draw.text((_MARGIN, SIDE - _MARGIN - 76), publisher, paper, _font("SemiBold", 84))
    target = BytesIO()
    picture.save(target, "PNG", compress_level=7)
    yield target.getvalue()


def _fitted(title: str) -> tuple["FreeTypeFont", list[str]]:
    for size in _SIZES:
        font = _font("ExtraBold", size)
        lines = _wrapped(title, font)
        wide = max(font.getlength(line) for line in lines)
        if wide <= _WIDEST and len(lines) * size * _LEADING <= _TALLEST:
            break
    return font, lines


def _wrapped(title: str, font: "FreeTypeFont") -> list[str]:
    lines: list[str] = []
    for word in title.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and font.getlength(longer) <= _WIDEST:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _font(style: str, size: int) -> "FreeTypeFont":
    from PIL import ImageFont

    data = (
        resources.files("fontpkg_be_vietnam_pro") / f"files/BeVietnamPro-{style}.ttf"
    ).read_bytes()
    return ImageFont.truetype(BytesIO(data), size, layout_engine=ImageFont.Layout.BASIC)


def _emblem(side: int, finer: int) -> "Image":
    """A mask of the emblem, drawn so many times finer; what two outlines cover is open."""
    from PIL import Image, ImageChops, ImageDraw

    large = finer * side
    mask = Image.new("L", (large, large))
    for outline in _outlines():
        part = Image.new("L", (large, large))
        scaled = [(x * large / 100, y * large / 100) for x, y in outline]
        ImageDraw.Draw(part).polygon(scaled, fill=255)
        mask = ImageChops.difference(mask, part)
    return mask.resize((side, side), Image.Resampling.LANCZOS)


@cache
def _outlines() -> list[list[Point]]:
    """The emblem of the site as polygons: its path has lines and cubic curves only."""
    svg = resources.files("generator") / "templates/site/brand/emblem.svg"
    path = re.search(r' d="([^"]+)"', svg.read_text("utf-8"))
    outlines: list[list[Point]] = []
    for command, numbers in re.findall(r"([MLHVC])([^MLHVCZ]*)", path[1] if path else ""):
        values = [float(number) for number in _NUMBER.findall(numbers)]
        if command == "M":
            outlines.append([])
        outlines[-1] += _points(command, values, outlines[-1])
    return outlines


def _points(command: str, values: list[float], before: list[Point]) -> Iterator[Point]:
    if command == "H":
        yield values[-1], before[-1][1]
    elif command == "V":
        yield before[-1][0], values[-1]
    elif command == "C":
        start = before[-1]
        for index in range(0, len(values), 6):
            a, b, end = ((values[index + i], values[index + i + 1]) for i in (0, 2, 4))
            yield from (_bezier(start, a, b, end, step / _STEPS) for step in range(1, _STEPS + 1))
            start = end
    else:
        yield from zip(values[::2], values[1::2], strict=True)


def _bezier(start: Point, a: Point, b: Point, end: Point, t: float) -> Point:
    s = 1 - t
    weights = (s**3, 3 * s * s * t, 3 * s * t * t, t**3)
    corners = (start, a, b, end)
    x, y = (sum(w * c[axis] for w, c in zip(weights, corners, strict=True)) for axis in (0, 1))
    return x, y
