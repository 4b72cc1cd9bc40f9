"""Slides as a PowerPoint presentation, for whoever gives a class; each lies beside its page."""

from collections.abc import Iterator
from functools import partial
from importlib.metadata import version
from io import BytesIO

from markdown_it.tree import SyntaxTreeNode

from generator.catalogue import translate, words
from generator.media import media
from generator.model import addresses
from generator.model.artifact import Artifact, Audience, Kind, ResultSubject, digest_of
from generator.model.inputs import Input, made_from
from generator.model.palette import colours_of
from generator.model.piece import Piece
from generator.model.slide_piece import SlidePiece
from generator.model.space import Space
from generator.outputs import Context, Output
from generator.press.originals import Original, originals_of
from generator.press.package_drawings import (
    LEAF,
    drawing_digest,
    drawing_picture,
    package_drawings,
)
from generator.text.approval_notice import ONLY_AN_EXAMPLE
from generator.text.links import asset_path
from generator.text.picture_use import pictures_of
from generator.text.presentation import Deck, SlidePicture, pptx_bytes
from generator.text.tree import plain

FORM = "1"
"""Raised when the same text is to be shown otherwise."""
ON_A_WALL = Space.model_validate({"picture": "200 mm", "resolution": "220"})
"""As wide as a screen of 1,920 pixels shows it."""
_COVER = 1200  # pixels


def build(context: Context) -> Iterator[Artifact]:
    """A presentation of each visible piece that is slides."""
    for piece in context.plan.visible.values():
        if isinstance(piece, SlidePiece):
            yield _artifact(context, piece)


def _artifact(context: Context, piece: SlidePiece) -> Artifact:
    made = (context.typesetter, context.workers)
    shown = originals_of(*made, context.workspace.assets, piece, ON_A_WALL)
    colours = colours_of(context.workspace.brand)
    drawn = drawing_digest(context.typesetter, piece.drawing, colours) if _drawn(piece) else ""
    pictures = (original.digest() for _, original in sorted(shown.items()))
    site = context.workspace.site
    said = (piece.title, piece.summary, piece.body.text, repr(piece.is_example))
    digest = made_from(
        {
            Input.FORM: digest_of(FORM, version("python-pptx")),
            Input.WORDS: digest_of(*said, site.name),
            Input.PICTURES: digest_of(drawn, *pictures, repr(piece.rights)),
            Input.BRAND: repr(sorted(colours.items())),
        }
    )
    path = addresses.office_file(media()[piece.medium], piece)
    of = ResultSubject(Kind.OFFICE, piece=piece.id)
    return Artifact(path, Audience.PUBLIC, digest, partial(_pptx, context, piece, shown), of)


def _drawn(piece: Piece) -> bool:
    return piece.drawing in package_drawings()


def _pptx(context: Context, piece: SlidePiece, shown: dict[str, Original]) -> Iterator[bytes]:
    credits_ = {use.file: use.credit_line for use in pictures_of(piece)}

    def picture(node: SyntaxTreeNode) -> SlidePicture | None:
        file = asset_path(piece.file, str(node.attrs["src"]))
        if file not in shown:
            return None
        files = shown[file].printable().files
        data = files.get(".png") or files[".jpg"]
        return SlidePicture(data, plain(node).strip(), credits_.get(file, ""))

    def link(href: str) -> str | None:
        return href if context.links.resolve(piece.file, href).kind == "external" else None

    yield pptx_bytes(
        Deck(
            title=piece.title,
            summary=piece.summary,
            text=piece.body.text,
            colours=colours_of(context.workspace.brand),
            author=context.workspace.site.name,
            language="vi-VN" if piece.lang == "vi" else piece.lang,
            notice=words(ONLY_AN_EXAMPLE) if piece.is_example else "",
            drawing=_drawing(context, piece),
            ground=package_drawings()[piece.drawing].ground if _drawn(piece) else LEAF,
            picture=picture,
            link=link,
        )
    )


def _drawing(context: Context, piece: SlidePiece) -> SlidePicture | None:
    colours = colours_of(context.workspace.brand)
    if not colours or not _drawn(piece):
        return None
    made, data = (context.typesetter, context.workers), BytesIO()
    drawing_picture(*made, piece.drawing, colours, _COVER).save(data, "PNG")
    shows = translate(package_drawings()[piece.drawing].shows, piece.lang)
    return SlidePicture(data.getvalue(), shows)


OUTPUT = Output("presentations", "Slides for classes", build)
