"""The picture that goes with a shared link: 1200 × 630 px, of the site, a medium or a campaign."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from importlib import resources
from importlib.metadata import version
from io import BytesIO
from typing import TYPE_CHECKING

from generator.catalogue import words
from generator.media import media
from generator.model import addresses
from generator.model.artifact import Artifact, Audience, digest_of
from generator.model.medium import Medium
from generator.model.palette import colours_of, day
from generator.outputs import Context
from generator.outputs.site.brand import emblem
from generator.outputs.site.raster import mask, mask_digest
from generator.vietnamese.typography import bind

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont

SIZE = (1200, 630)
"""Pixels, what https://developers.facebook.com/docs/sharing/webmasters/images asks for."""

_MARGIN = 72
_WIDEST = 880  # of the title; the rest of the field stays quiet
_TALLEST = 300
_SIZES = range(104, 43, -4)  # px; the first at which the title fits
_LEADING = 1.36  # capitals that carry two marks need the room
_INKS = ("field", "field-text", "field-soft", "field-sun")


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands on a picture: a line over the title, the title, a line at the foot."""

    kicker: str
    title: str
    foot: str


def pages(context: Context) -> Iterator[Artifact]:
    """The pictures; each is drawn only when its words, colours or emblem have changed."""
    workspace = context.plan.workspace
    named = colours_of(workspace.brand)
    if not named:
        return
    colours = day(named)
    inks, drawing = tuple(colours[ink] for ink in _INKS), emblem(workspace)
    code = (resources.files(__package__ or "") / "social.py").read_bytes()
    made_with = [version(name) for name in ("pillow", "pypdfium2", "fontpkg-be-vietnam-pro")]
    known = digest_of(*inks, mask_digest(context, drawing), *made_with, code)
    for path, sheet in _sheets(context):
        digest = digest_of("share", known, sheet.kicker, sheet.title, sheet.foot)
        draw = partial(_draw, context, drawing, sheet, inks)
        yield Artifact(path, Audience.PUBLIC, digest, draw, SIZE)


def shared(name: str, about: str) -> dict[str, object]:
    """The front matter of a page that has another picture than that of the site."""
    return {"share": {"url": addresses.share(name), "alt": about}}


def shared_by(medium: Medium) -> dict[str, object]:
    """The same for the pages of a medium."""
    return shared(medium.section, words(medium.plural)) if medium.section else {}


def _sheets(context: Context) -> Iterator[tuple[str, Sheet]]:
    workspace = context.plan.workspace
    site = workspace.site
    foot = site.publisher if site.publisher != site.name else ""
    yield addresses.share(), Sheet("", site.name, foot)
    for medium in media().values():
        if medium.section:
            sheet = Sheet(site.name, words(medium.plural), foot)
            yield addresses.share(medium.section), sheet
    for campaign in workspace.campaigns.values():
        kicker = f"{site.name} · {words('Plan')} {campaign.period}"
        yield addresses.share(campaign.id), Sheet(kicker, campaign.title, foot)


def _draw(context: Context, drawing: bytes, sheet: Sheet, inks: tuple[str, ...]) -> Iterator[bytes]:
    from PIL import Image, ImageColor, ImageDraw

    field, text, soft, sun = (ImageColor.getrgb(ink) for ink in inks)
    picture = Image.new("RGB", SIZE, field)
    veil = tuple(round(0.88 * a + 0.12 * b) for a, b in zip(field, text, strict=True))
    picture.paste(veil, (660, -130), mask(context, drawing, 860))
    picture.paste(text, (_MARGIN, 60), mask(context, drawing, 92))
    pen = ImageDraw.Draw(picture)
    pen.text((_MARGIN + 116, 106), sheet.kicker, soft, _fitted_line(sheet.kicker), anchor="lm")
    _title(pen, sheet.title, text)
    pen.rectangle((_MARGIN, 522, _MARGIN + 96, 530), sun)
    pen.text((_MARGIN, 572), sheet.foot, soft, _fitted_line(sheet.foot), anchor="lm")
    target = BytesIO()
    picture.quantize(128, dither=Image.Dither.NONE).save(target, "PNG", compress_level=9)
    yield target.getvalue()


def _title(pen: "ImageDraw", title: str, ink: tuple[int, ...]) -> None:
    """The title stands on a common foot, so that short and long ones end at the same height."""
    font, lines = _fitted(bind(title))
    step = round(font.size * _LEADING)
    top = 492 - step * len(lines)
    for number, line in enumerate(lines):
        middle = top + number * step + step // 2
        pen.text((_MARGIN, middle), line, ink, font, anchor="lm")


def _fitted(title: str) -> tuple["FreeTypeFont", list[str]]:
    for size in _SIZES:
        font = _font("ExtraBold", size)
        lines = _wrapped(title, font)
        wide = max(font.getlength(line) for line in lines)
        if wide <= _WIDEST and len(lines) * size * _LEADING <= _TALLEST:
            break
    return font, lines


def _fitted_line(text: str) -> "FreeTypeFont":
    """One line beside the emblem or at the foot, smaller where it is long."""
    sizes = (_font("SemiBold", size) for size in range(34, 19, -2))
    room = SIZE[0] - 2 * _MARGIN - 116
    return next((font for font in sizes if font.getlength(text) <= room), _font("SemiBold", 18))


def _wrapped(title: str, font: "FreeTypeFont") -> list[str]:
    """Lines broken at ordinary spaces only: compounds stay whole."""
    lines: list[str] = []
    for word in title.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and font.getlength(longer) <= _WIDEST:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _font(style: str, size: int) -> "FreeTypeFont":
    from PIL import ImageFont

    file = resources.files("fontpkg_be_vietnam_pro") / f"files/BeVietnamPro-{style}.ttf"
    plain = ImageFont.Layout.BASIC  # the same letters wherever Pillow was built
    return ImageFont.truetype(BytesIO(file.read_bytes()), size, layout_engine=plain)
