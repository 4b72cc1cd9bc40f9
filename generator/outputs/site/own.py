"""Styles, scripts, typefaces and pictures that own HTML of the site loads (`assets/theme/`)."""

from collections.abc import Iterator
from functools import partial

from generator.model.artifact import Artifact, Audience, ready
from generator.model.asset import Asset
from generator.model.inputs import Input, made_from
from generator.model.picture import PictureFacts
from generator.model.site import OWN_THEME
from generator.outputs import Context
from generator.outputs.site.picture_files import without_secrets
from generator.source.svg import Drawing, drawing

_AS_THEY_ARE = (".css", ".js", ".txt", ".woff2")
_DRAWING = ".svg"
_PHOTOGRAPHS = (".jpeg", ".jpg", ".png", ".webp")


def pages(context: Context) -> Iterator[Artifact]:
    """Each at the address that is its path in the workspace."""
    for path, asset in context.workspace.assets.items():
        if not path.startswith(OWN_THEME):
            continue
        if path.casefold().endswith(_AS_THEY_ARE):
            data = asset.read()
            digest = made_from({Input.THEME: data})
            yield Artifact(path, Audience.PUBLIC, digest, partial(_chunks, asset))
        elif path.casefold().endswith(_DRAWING):
            drawn = drawing(asset.read(), with_parts=True)
            if isinstance(drawn, Drawing):  # of others the check has told
                yield ready(path, drawn.data)
        elif seen := _seen(path, asset):
            yield without_secrets(path, asset, seen.size)


def _seen(path: str, asset: Asset) -> PictureFacts | None:
    """A photograph that can be shown; of others the check has told."""
    seen = asset.picture() if path.casefold().endswith(_PHOTOGRAPHS) else None
    return seen if isinstance(seen, PictureFacts) else None


def _chunks(asset: Asset) -> Iterator[bytes]:
    yield asset.read()
