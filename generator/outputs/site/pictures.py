"""The pictures that visible pieces show, without what cameras hide in them."""

from collections.abc import Iterator
from functools import partial
from io import BytesIO

from generator.model import addresses
from generator.model.artifact import Artifact, Audience, digest_of, ready
from generator.model.asset import Asset
from generator.model.piece import Piece
from generator.outputs import Context
from generator.text.links import asset_path
from generator.text.tree import tree


def pages(context: Context) -> Iterator[Artifact]:
    """Each picture once; a picture of a piece that is not visible is not there."""
    wanted = {name for piece in context.plan.visible.values() for name in shown(piece)}
    assets = context.plan.workspace.assets
    for name in sorted(wanted & assets.keys()):
        yield _picture(name, assets[name])


def shown(piece: Piece) -> Iterator[str]:
    """The pictures of a piece, as paths below `assets/`."""
    if piece.picture:
        yield piece.picture.file
    for node in tree(piece.body.text).walk():
        if node.type == "image":
            yield asset_path(piece.file, str(node.attrs["src"]))


def _picture(name: str, asset: Asset) -> Artifact:
    with asset.open() as stream:
        data = stream.read()
    if name.casefold().endswith(".svg"):
        return ready(addresses.picture(name), data)
    return Artifact(
        addresses.picture(name),
        Audience.PUBLIC,
        digest_of("clean picture", data),
        partial(_clean, data),
    )


def _clean(data: bytes) -> Iterator[bytes]:
    """The same pixels without EXIF, which may say where and with which phone it was taken."""
    from PIL import Image, ImageOps

    target = BytesIO()
    with Image.open(BytesIO(data)) as picture:
        kind = picture.format or "PNG"
        upright = ImageOps.exif_transpose(picture)
        upright.info = {}
        upright.save(target, kind, quality=88)
    yield target.getvalue()
