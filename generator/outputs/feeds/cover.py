"""The square picture of a podcast, drawn from the brand: 3000 × 3000 px, as directories ask."""

from collections.abc import Iterator
from functools import partial
from importlib import resources
from io import BytesIO

from generator.model.artifact import Artifact, Audience, digest_of
from generator.model.inputs import Input, made_from
from generator.model.palette import colours_of, day
from generator.outputs import Context
from generator.press.emblem import emblem, mask, mask_digest
from generator.press.lettering import Room, lettering_digest, one_line, title

SIDE = 3000
_MARGIN = 240
_ROOM = Room(SIDE - 2 * _MARGIN, 1280, range(460, 119, -20))
_FOOT = range(84, 39, -4)  # px; the first at which the publisher fits
_PLAIN = ("#000000", "#ffffff", "#ffffff")
_INKS = ("field", "field-text", "field-sun")


def cover(context: Context, path: str, words: str) -> Artifact:
    """The picture; the same words, emblem and colours give the same bytes."""
    workspace = context.workspace
    publisher = workspace.site.publisher or workspace.site.name
    named, drawing = colours_of(workspace.brand), emblem(workspace)
    inks = tuple(day(named)[ink] for ink in _INKS) if named else _PLAIN
    code = (resources.files(__package__ or "") / "cover.py").read_bytes()
    brand = digest_of(*inks, mask_digest(context.typesetter, drawing))
    form, said = digest_of(lettering_digest(), code), digest_of(words, publisher)
    digest = made_from({Input.WORDS: said, Input.BRAND: brand, Input.FORM: form})
    chunks = partial(_draw, context, drawing, (words, publisher), inks)
    return Artifact(path, Audience.PUBLIC, digest, chunks, pixels=(SIDE, SIDE))


def _draw(
    context: Context, drawing: bytes, said: tuple[str, str], inks: tuple[str, ...]
) -> Iterator[bytes]:
    from PIL import Image, ImageColor, ImageDraw

    shape = partial(mask, context.typesetter, context.workers, drawing)
    field, text, accent = (ImageColor.getrgb(ink) for ink in inks)
    picture = Image.new("RGB", (SIDE, SIDE), field)
    veil = tuple(round(0.86 * a + 0.14 * b) for a, b in zip(field, text, strict=True))
    picture.paste(veil, (780, -1020), shape(3400))
    picture.paste(text, (_MARGIN, _MARGIN), shape(620))
    pen = ImageDraw.Draw(picture)
    title(pen, said[0], _ROOM, (_MARGIN, SIDE - _MARGIN - 180), text)
    pen.rectangle((_MARGIN, SIDE - _MARGIN - 130, _MARGIN + 260, SIDE - _MARGIN - 106), accent)
    foot = one_line(said[1], _ROOM.widest, _FOOT)
    pen.text((_MARGIN, SIDE - _MARGIN - 20), said[1], text, foot, anchor="lm")
    target = BytesIO()
    picture.save(target, "PNG", compress_level=7)
    yield target.getvalue()
