"""Handouts in Word: the sheet for everybody beside its page, and the trainer's copy of a test."""

from collections.abc import Iterator
from functools import partial
from importlib.metadata import version
from typing import TYPE_CHECKING

from markdown_it.tree import SyntaxTreeNode

from generator.catalogue import words
from generator.media import media
from generator.model import addresses
from generator.model.artifact import Artifact, Audience, Kind, ResultSubject, digest_of
from generator.model.class_paper import ClassPaper
from generator.model.inputs import Input, made_from
from generator.outputs import Context, Output
from generator.press.originals import Original, originals_of
from generator.text.approval_notice import ONLY_AN_EXAMPLE
from generator.text.links import asset_path
from generator.text.picture_use import pictures_of
from generator.text.tree import plain, tree
from generator.text.word import WordPicture, blank, docx_bytes, line, write
from generator.text.word.frames import add_frame
from generator.text.word.page_setup import narrow, number_pages
from generator.text.word.runs import Marks, run
from generator.text.word.styles import BODY, HEADING, TITLE

if TYPE_CHECKING:
    from docx.document import Document

FORM = "1"
"""Raised when the same text is to be written otherwise."""
_BOLD = Marks(bold=True)


def build(context: Context) -> Iterator[Artifact]:
    """The sheets of each visible handout; the trainer's copy is for the desk alone."""
    for piece in context.plan.visible.values():
        if isinstance(piece, ClassPaper):
            public = addresses.office_file(media()[piece.medium], piece)
            yield _artifact(context, piece, public, Audience.PUBLIC)
            if piece.answers:
                yield _artifact(context, piece, addresses.trainers_copy(piece), Audience.INTERNAL)


def _artifact(context: Context, piece: ClassPaper, path: str, audience: Audience) -> Artifact:
    shown = originals_of(context.typesetter, context.workers, context.workspace.assets, piece)
    pictures = (original.digest() for _, original in sorted(shown.items()))
    answers = repr(piece.answers) if audience is Audience.INTERNAL else ""
    said = (piece.title, piece.body.text, answers, repr(piece.is_example))
    digest = made_from(
        {
            Input.FORM: digest_of(FORM, version("python-docx")),
            Input.WORDS: digest_of(*said, context.workspace.site.name),
            Input.PICTURES: digest_of(repr(piece.rights), *pictures),
        }
    )
    make = partial(_docx, context, piece, shown, with_answers=bool(answers))
    return Artifact(path, audience, digest, make, ResultSubject(Kind.OFFICE, piece=piece.id))


def _docx(
    context: Context, piece: ClassPaper, shown: dict[str, Original], *, with_answers: bool
) -> Iterator[bytes]:
    credits_ = {use.file: use.credit_line for use in pictures_of(piece)}

    def picture(node: SyntaxTreeNode) -> WordPicture | None:
        file = asset_path(piece.file, str(node.attrs["src"]))
        if file not in shown:
            return None
        data = shown[file].printable().preview
        return WordPicture(data, plain(node), credit=credits_.get(file, ""))

    def link(href: str) -> str | None:
        return href if context.links.resolve(piece.file, href).kind == "external" else None

    made = blank(piece.title, author=context.workspace.site.name)
    narrow(made)
    number_pages(made, piece.title)
    line(made, piece.title, TITLE)
    if piece.is_example:
        add_frame(made, words(ONLY_AN_EXAMPLE))
    write(made, tree(piece.body.text).children, picture=picture, link=link)
    if with_answers:
        _answers(made, piece)
    yield docx_bytes(made)


def _answers(made: "Document", piece: ClassPaper) -> None:
    """On a page of their own, so that nobody copies them with the questions."""
    line(
        made, words("Answers, for the trainer alone"), HEADING
    ).paragraph_format.page_break_before = True
    for answer in sorted(piece.answers, key=lambda each: each.question):
        paragraph = line(made, f"{answer.question}. ", BODY)
        run(paragraph, answer.right, _BOLD)
        run(paragraph, f". {answer.why}" if answer.why else "")


OUTPUT = Output("handouts", "Handouts", build)
