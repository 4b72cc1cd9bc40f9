"""The pictures that visible pieces show, in the sizes of screens, without what cameras hide."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from io import BytesIO

from generator.diagnostics import Location, Refusal
from generator.model import addresses
from generator.model.artifact import Artifact, Audience, Kind, NotMadeError, ResultSubject, ready
from generator.model.asset import Asset
from generator.model.inputs import Input, made_from
from generator.outputs.site.images import fallback, widths
from generator.outputs.site.shelf import Shelf
from generator.press.svg_letters import letters_as_paths
from generator.source.raster import PAGE, screen
from generator.source.signatures import form_of_name
from generator.source.srgb import flat
from generator.source.svg import Drawing, drawing

_QUALITY = 80


def pages(shelf: Shelf) -> Iterator[Artifact]:
    """Each picture once; a picture of a piece that is not visible is not there."""
    assets = shelf.workspace.assets
    for name in sorted(shelf.page_pictures & assets.keys()):
        if size := shelf.show(assets[name]):
            yield from _files(name, assets[name], size)


def thumbnail(shelf: Shelf, artifact: Artifact, path: str, width: int) -> Artifact:
    """Another artifact's picture as WebP, `width` pixels wide."""
    size = artifact.pixels or (width, width)
    height = max(1, round(size[1] * width / size[0]))

    def drawn() -> Iterator[bytes]:
        yield _drawn(path, shelf.context.bytes_of(artifact), "WEBP", (width, height))

    return Artifact(
        path,
        Audience.PUBLIC,
        made_from({Input.PICTURES: artifact.digest, Input.FORM: f"{width} {_QUALITY}"}),
        drawn,
        pixels=(width, height),
    )


def _files(name: str, asset: Asset, shown: tuple[int, int]) -> Iterator[Artifact]:
    path, data = addresses.picture(name), asset.read()
    if name.casefold().endswith(".svg"):
        drawn = drawing(data)
        if isinstance(drawn, Drawing):
            yield ready(
                path, letters_as_paths(drawn.data), of=ResultSubject(Kind.PICTURE, source=name)
            )
        return
    width, height = shown
    sizes = [(wanted, max(1, round(height * wanted / width))) for wanted in widths(name, width)]
    files = [(path, "", fallback(width, height))]
    files += [(addresses.scaled_picture(path, size[0]), "WEBP", size) for size in sizes]
    for file, kind, size in files:
        made = _artifact(file, asset, data, kind, size)
        yield made if kind else replace(made, of=ResultSubject(Kind.PICTURE, source=name))


def without_secrets(path: str, asset: Asset, size: tuple[int, int]) -> Artifact:
    """A photograph in its own size at another path, less what its camera wrote into it."""
    return _artifact(path, asset, asset.read(), "", size)


def _artifact(path: str, asset: Asset, data: bytes, kind: str, size: tuple[int, int]) -> Artifact:
    digest = made_from({Input.PICTURES: data, Input.FORM: f"{kind} {size} {_QUALITY}"})
    chunks = partial(_chunk, asset, kind, size)
    return Artifact(path, Audience.PUBLIC, digest, chunks, pixels=size)


def _chunk(asset: Asset, kind: str, size: tuple[int, int]) -> Iterator[bytes]:
    yield _drawn(asset.path, asset.read(), kind, size)


def _drawn(path: str, data: bytes, kind: str, size: tuple[int, int]) -> bytes:
    """The picture in a size, without EXIF, which may say where and by whom it was taken."""
    seen, form = screen(data, PAGE, size=size), kind or form_of_name(addresses.picture(path))
    if isinstance(seen, Refusal):  # exchanged since it was checked
        raise NotMadeError(seen.at(Location(path), file=path))
    target = BytesIO()
    (flat(seen) if form == "JPEG" else seen).save(target, form, quality=_QUALITY)
    return target.getvalue()
