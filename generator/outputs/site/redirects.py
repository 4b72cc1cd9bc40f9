"""Former addresses: small pages that lead on, so that no link that was shared dies."""

import posixpath
from collections.abc import Iterator

from generator.catalogue import translate
from generator.media import media
from generator.model import addresses
from generator.model.artifact import Artifact, ready
from generator.outputs import Context
from generator.outputs.site.page import body
from generator.outputs.site.shelf import Shelf

ICON = "assets/favicon.svg"
"""That of all pages: a browser asks for another at the root where a page names none."""


def pages(shelf: Shelf) -> Iterator[Artifact]:
    """A page at every former address of a visible piece; of a hidden one not even that is told."""
    for piece in shelf.plan.visible.values():
        for alias in piece.aliases:
            target = addresses.page(media()[piece.medium], piece)
            path = addresses.redirect(alias)
            yield redirect(shelf.context, path, target, piece.title, piece.lang)


def redirect(context: Context, path: str, target: str, title: str, lang: str = "vi") -> Artifact:
    """What the file `path` holds: the way to a page, or to an anchor of it (`index.md#pano`)."""
    here = posixpath.join(posixpath.dirname(path), addresses.PAGE)
    page, mark, anchor = target.partition("#")
    text = body(
        "redirect.html",
        words=lambda message: translate(message, lang),
        lang=lang,
        title=title,
        icon=addresses.relative(ICON, here),
        target=f"{addresses.relative(page, here)}{mark}{anchor}",
        canonical=addresses.absolute(context.workspace.site.url, page),
    )
    return ready(path, text)
