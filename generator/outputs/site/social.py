"""The picture that goes with a shared link: 1200 × 630 px, of the site, a medium or a campaign."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from importlib import resources
from io import BytesIO

from generator.catalogue import words
from generator.media import media
from generator.model import addresses
from generator.model.artifact import Artifact, Audience, digest_of
from generator.model.inputs import Input, made_from
from generator.model.medium import Medium
from generator.model.palette import colours_of, day
from generator.outputs import Context
from generator.press.emblem import emblem, mask, mask_digest
from generator.press.lettering import Room, lettering_digest, one_line, title

SIZE = (1200, 630)
"""Pixels, what https://developers.facebook.com/docs/sharing/webmasters/images asks for."""

_MARGIN = 72
_ROOM = Room(880, 300, range(104, 43, -4))  # of the title; the rest of the field stays quiet
_BESIDE = 116  # where words begin beside the emblem
_SMALL = range(34, 17, -2)
_INKS = ("field", "field-text", "field-soft", "field-sun")


@dataclass(frozen=True, slots=True)
class SharePicture:
    """What stands on a picture: a line over the title, the title, a line at the foot."""

    kicker: str
    title: str
    foot: str


def pages(context: Context) -> Iterator[Artifact]:
    """The pictures; each is drawn only when its words, colours or emblem have changed."""
    workspace = context.workspace
    named = colours_of(workspace.brand)
    if not named:
        return
    colours = day(named)
    inks, drawing = tuple(colours[ink] for ink in _INKS), emblem(workspace)
    code = (resources.files(__package__ or "") / "social.py").read_bytes()
    brand = digest_of(*inks, mask_digest(context.typesetter, drawing))
    form = digest_of(lettering_digest(), code)
    for path, sheet in _sheets(context):
        digest = made_from({Input.WORDS: repr(sheet), Input.BRAND: brand, Input.FORM: form})
        draw = partial(_draw, context, drawing, sheet, inks)
        yield Artifact(path, Audience.PUBLIC, digest, draw, pixels=SIZE)


def share_meta(name: str, about: str) -> dict[str, object]:
    """The front matter of a page that has another picture than that of the site."""
    return {"share": {"url": addresses.share(name), "alt": about}}


def shared_by(medium: Medium) -> dict[str, object]:
    """The same for the pages of a medium."""
    return share_meta(medium.section, words(medium.plural)) if medium.section else {}


def _sheets(context: Context) -> Iterator[tuple[str, SharePicture]]:
    workspace = context.workspace
    site = workspace.site
    foot = site.publisher if site.publisher != site.name else ""
    yield addresses.share(), SharePicture("", site.name, foot)
    for medium in media().values():
        if medium.section:
            sheet = SharePicture(site.name, words(medium.plural), foot)
            yield addresses.share(medium.section), sheet
    for campaign in workspace.campaigns.values():
        kicker = f"{site.name} · {words('Plan')} {campaign.short_name}"
        yield addresses.share(campaign.id), SharePicture(kicker, campaign.title, foot)


def _draw(
    context: Context, drawing: bytes, sheet: SharePicture, inks: tuple[str, ...]
) -> Iterator[bytes]:
    from PIL import Image, ImageColor, ImageDraw

    shape = partial(mask, context.typesetter, context.workers, drawing)
    field, text, soft, sun = (ImageColor.getrgb(ink) for ink in inks)
    picture = Image.new("RGB", SIZE, field)
    veil = tuple(round(0.88 * a + 0.12 * b) for a, b in zip(field, text, strict=True))
    picture.paste(veil, (660, -130), shape(860))
    picture.paste(text, (_MARGIN, 60), shape(92))
    pen = ImageDraw.Draw(picture)
    small = partial(one_line, widest=SIZE[0] - 2 * _MARGIN - _BESIDE, sizes=_SMALL)
    pen.text((_MARGIN + _BESIDE, 106), sheet.kicker, soft, small(sheet.kicker), anchor="lm")
    title(pen, sheet.title, _ROOM, (_MARGIN, 492), text)
    pen.rectangle((_MARGIN, 522, _MARGIN + 96, 530), sun)
    pen.text((_MARGIN, 572), sheet.foot, soft, small(sheet.foot), anchor="lm")
    target = BytesIO()
    picture.quantize(128, dither=Image.Dither.NONE).save(target, "PNG", compress_level=9)
    yield target.getvalue()
