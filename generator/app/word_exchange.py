"""A piece as a Word document to write in: what it says, and pictures small and without notes."""

from collections.abc import Callable
from io import BytesIO

from markdown_it.tree import SyntaxTreeNode

from generator.diagnostics import Diagnostic, Refusal
from generator.model.draft import plain_text
from generator.source.document import document
from generator.source.edits import NotEditableError
from generator.source.entries import values_at
from generator.source.frontmatter import split
from generator.source.raster import PAGE, screen
from generator.source.srgb import flat
from generator.text.links import asset_path
from generator.text.tree import plain, tree
from generator.text.word import WordPicture, blank, docx_bytes, line, write
from generator.text.word.styles import STANDFIRST, TITLE

FRONT = {"title": TITLE, "standfirst": STANDFIRST}
"""The values that a document shows above the text, and their styles."""
_WIDEST = 1200  # pixels: what is seen on a page of paper
_QUALITY = 85
_WIDE = 120.0  # mm

DataOf = Callable[[str], bytes | None]


def word_of(path: str, text: str, data_of: DataOf) -> bytes:
    """The document of a whole file; `data_of` gives the bytes of a picture.

    Of pictures only pixels go along: nothing of what cameras note leaves the house.
    """
    values = front_of(path, text)
    made = blank(values["title"])
    for key, style in FRONT.items():
        if values[key]:
            line(made, values[key], style)

    def picture(node: SyntaxTreeNode) -> WordPicture | None:
        data = data_of(asset_path(path, str(node.attrs["src"])))
        small = None if data is None else _small(data)
        return WordPicture(small, plain(node), "", _WIDE) if small else None

    body = body_of(text)
    write(made, tree(body).children, picture=picture, link=_outside)
    return docx_bytes(made)


def front_of(path: str, text: str) -> dict[str, str]:
    """The values above the text that a document shows; nothing of what cannot be read."""
    try:
        values = values_at(path, text)
    except NotEditableError:
        values = {}
    return {key: each if isinstance(each := values.get(key), str) else "" for key in FRONT}


def body_of(text: str) -> str:
    """The text below the data of a file; nothing where its data has no end."""
    halves = split(document("", plain_text(text)))
    return "" if isinstance(halves, Diagnostic) else halves.body.text


def _outside(href: str) -> str | None:
    """Links to the web stay links; those to other pieces are found again when it comes back."""
    return href if href.startswith(("https://", "http://", "mailto:")) else None


def _small(data: bytes) -> bytes | None:
    seen = screen(data, PAGE)
    if isinstance(seen, Refusal):
        return None
    shown = flat(seen).convert("RGB")
    shown.thumbnail((_WIDEST, _WIDEST))
    target = BytesIO()
    shown.save(target, "JPEG", quality=_QUALITY)
    return target.getvalue()
