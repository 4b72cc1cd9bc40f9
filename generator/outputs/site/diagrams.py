"""The numbered headings of an article, drawn: each part leads to what is said of it."""

import re
from collections.abc import Iterator, Sequence

from generator.catalogue import translate
from generator.model import addresses
from generator.model.article import Article
from generator.model.piece import Piece
from generator.outputs.site.page import body
from generator.outputs.site.pictograms import drawing
from generator.vietnamese.slugs import slugify

_NUMBERED = re.compile(r"(?:\w+ )?(\d{1,2})[.:]\s+(.+)")


def diagram(piece: Piece, sections: Sequence[tuple[str, str]], path: str, page: str = "") -> str:
    """The drawing of an article that wants one, for the page at `path`.

    `page` is the article's address from there, empty on its own page.
    """
    shape = piece.diagram if isinstance(piece, Article) else None
    parts = list(_parts(sections, page)) if shape else []
    if not parts:
        return ""
    return body(
        "_diagram.html",
        words=lambda message: translate(message, piece.lang),
        shape=shape,
        title=piece.title,
        parts=parts,
        drawings=addresses.relative(addresses.DRAWINGS, path),
    )


def _parts(sections: Sequence[tuple[str, str]], page: str) -> Iterator[dict[str, str]]:
    for title, anchor in sections:
        if match := _NUMBERED.fullmatch(title):
            name = match[2]
            icon = drawing(slugify(name))
            yield {"number": match[1], "title": name, "url": f"{page}#{anchor}", "icon": icon}
