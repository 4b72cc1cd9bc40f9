"""What a phone needs to put the site among its apps: a manifest and icons from the emblem."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from importlib.metadata import version
from io import BytesIO

from generator.model import addresses
from generator.model.artifact import Artifact, Audience, Kind, ResultSubject, digest_of, ready
from generator.model.inputs import Input, made_from
from generator.model.palette import colours_of, day
from generator.outputs import Context
from generator.press.emblem import emblem, mask, mask_digest

_FORM = "1"
"""Counts up when icons come out otherwise from the same drawing."""


@dataclass(frozen=True, slots=True)
class Icon:
    """A square of `side` pixels in which the emblem takes the share `fill` of the side.

    Of a `maskable` icon phones cut the corners: only what lies within 80 % is sure to be seen
    (https://www.w3.org/TR/appmanifest/#icon-masks).
    """

    name: str
    side: int
    fill: float
    purpose: str = ""


ICONS = (
    Icon("180", 180, 0.72),  # for iOS, named in the head of pages
    Icon("192", 192, 0.76, "any"),
    Icon("512", 512, 0.76, "any"),
    Icon("che", 512, 0.56, "maskable"),
)


def pages(context: Context) -> Iterator[Artifact]:
    """The manifest, and each icon: the emblem on the field of the brand."""
    workspace = context.workspace
    named = colours_of(workspace.brand)
    if not named:
        return
    colours, drawing = day(named), emblem(workspace)
    inks = (colours["field"], colours["field-text"])
    yield ready(addresses.MANIFEST, _manifest(context, colours["field"], colours["ground"]))
    brand = digest_of(*inks, mask_digest(context.typesetter, drawing))
    known = made_from({Input.BRAND: brand, Input.FORM: digest_of(_FORM, version("pillow"))})
    for icon in ICONS:
        draw = partial(_draw, context, drawing, icon, inks)
        path, digest = addresses.device_icon(icon.name), known.of(repr(icon))
        of, pixels = ResultSubject(Kind.ICON), (icon.side, icon.side)
        yield Artifact(path, Audience.PUBLIC, digest, draw, of, pixels)


def _manifest(context: Context, theme: str, ground: str) -> str:
    """Addresses are relative to the manifest, so that a site below a path has its own scope."""
    site = context.workspace.site
    said = {
        "name": site.name,
        "description": site.description,
        "lang": "vi",
        "dir": "ltr",
        "id": ".",
        "start_url": ".",
        "scope": ".",
        "display": "minimal-ui",
        "theme_color": theme,
        "background_color": ground,
        "icons": [
            {
                "src": addresses.device_icon(icon.name),
                "sizes": f"{icon.side}x{icon.side}",
                "type": "image/png",
                "purpose": icon.purpose,
            }
            for icon in ICONS
            if icon.purpose
        ],
    }
    return json.dumps(said, ensure_ascii=False, indent=1) + "\n"


def _draw(context: Context, drawing: bytes, icon: Icon, inks: tuple[str, str]) -> Iterator[bytes]:
    from PIL import Image, ImageColor

    field, ink = (ImageColor.getrgb(colour) for colour in inks)
    picture = Image.new("RGB", (icon.side, icon.side), field)
    side = round(icon.side * icon.fill)
    corner = (icon.side - side) // 2
    shape = mask(context.typesetter, context.workers, drawing, side)
    picture.paste(ink, (corner, corner), shape)
    target = BytesIO()
    picture.save(target, "PNG", compress_level=9)
    yield target.getvalue()
