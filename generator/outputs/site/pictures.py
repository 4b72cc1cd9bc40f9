"""The pictures that visible pieces show, in the sizes of screens, without what cameras hide."""

from collections.abc import Iterator
from functools import partial
from io import BytesIO

from generator.model import addresses
from generator.model.artifact import Artifact, Audience, ready
from generator.model.asset import Asset
from generator.model.inputs import Input, made_from
from generator.outputs.site.images import fallback, upright, widths
from generator.outputs.site.shelf import Shelf

_QUALITY = 80


def pages(shelf: Shelf) -> Iterator[Artifact]:
    """Each picture once; a picture of a piece that is not visible is not there."""
    assets = shelf.context.plan.workspace.assets
    for name in sorted(shelf.shown & assets.keys()):
        yield from _files(name, assets[name])


def thumbnail(made: Artifact, path: str, width: int) -> Artifact:
    """Another artifact's picture as WebP, `width` pixels wide."""
    size = made.pixels or (width, width)
    height = max(1, round(size[1] * width / size[0]))

    def drawn() -> Iterator[bytes]:
        yield _drawn(made.bytes(), "WEBP", (width, height))

    return Artifact(
        path,
        Audience.PUBLIC,
        made_from({Input.PICTURES: made.digest, Input.FORM: f"{width} {_QUALITY}"}),
        drawn,
        pixels=(width, height),
    )


def _files(name: str, asset: Asset) -> Iterator[Artifact]:
    path, data = addresses.picture(name), _read(asset)
    if name.casefold().endswith(".svg"):
        yield ready(path, data)
        return
    width, height = upright(asset)
    sizes = [(wanted, max(1, round(height * wanted / width))) for wanted in widths(name, width)]
    files = [(path, "", fallback(width, height))]
    files += [(addresses.scaled(path, size[0]), "WEBP", size) for size in sizes]
    for file, kind, size in files:
        digest = made_from({Input.PICTURES: data, Input.FORM: f"{kind} {size} {_QUALITY}"})
        chunks = partial(_chunk, asset, kind, size)
        yield Artifact(file, Audience.PUBLIC, digest, chunks, size)


def _chunk(asset: Asset, kind: str, size: tuple[int, int]) -> Iterator[bytes]:
    yield _drawn(_read(asset), kind, size)


def _read(asset: Asset) -> bytes:
    """The whole file, for a moment: what is kept for later is only where it lies."""
    with asset.open() as stream:
        return stream.read()


def _drawn(data: bytes, kind: str, size: tuple[int, int]) -> bytes:
    """The picture in a size, upright, without EXIF, which may say where and by whom it was taken.

    The colour profile stays: without it colours of a wide gamut would be wrong.
    """
    from PIL import Image, ImageOps

    target = BytesIO()
    with Image.open(BytesIO(data)) as picture:
        form = kind or picture.format or "PNG"
        seen = ImageOps.exif_transpose(picture)
        profile = seen.info.get("icc_profile")
        if seen.mode not in {"RGB", "RGBA", "L"} and form in {"WEBP", "JPEG"}:
            seen = seen.convert("RGBA" if "transparency" in seen.info else "RGB")
            profile = profile if picture.mode != "CMYK" else None
        if seen.size != size:
            seen = seen.resize(size, Image.Resampling.LANCZOS)
        seen.info = {}
        kept = {"icc_profile": profile} if profile else {}
        seen.save(target, form, quality=_QUALITY, **kept)
    return target.getvalue()
