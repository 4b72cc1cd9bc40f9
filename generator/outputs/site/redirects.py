"""Former addresses of pieces: small pages that lead on, so that no link that was shared dies."""

import posixpath
from collections.abc import Iterator

from generator.catalogue import translate
from generator.media import media
from generator.model import addresses
from generator.model.artifact import Artifact, ready
from generator.model.piece import Piece
from generator.outputs.site.page import body
from generator.outputs.site.shelf import Shelf


def pages(shelf: Shelf) -> Iterator[Artifact]:
    """A page at every former address of a visible piece; of a hidden one not even that is told."""
    for piece in shelf.context.plan.visible.values():
        for alias in piece.aliases:
            yield _redirect(shelf, piece, addresses.redirect(alias))


def _redirect(shelf: Shelf, piece: Piece, path: str) -> Artifact:
    target = addresses.page(media()[piece.medium], piece)
    text = body(
        "redirect.html",
        words=lambda message: translate(message, piece.lang),
        lang=piece.lang,
        title=piece.title,
        target=addresses.relative(target, posixpath.join(posixpath.dirname(path), "index.md")),
        canonical=addresses.absolute(shelf.context.plan.workspace.site.url, target),
    )
    return ready(path, text)
