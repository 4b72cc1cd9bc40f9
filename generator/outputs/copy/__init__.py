"""Stories as newspapers use them: Word, plain text, pictures ready for print, and a slip.

An approved story is for its partner. One that waits for its approval is made for the desk, and
says so; a draft is not made.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from importlib.metadata import version

from generator.model import addresses
from generator.model.artifact import Artifact, Audience, Kind, ResultSubject, digest_of
from generator.model.inputs import Digest, Input, made_from
from generator.model.picture import PictureFacts
from generator.model.plan_line import PlanLine
from generator.model.story import Story
from generator.outputs import Context, Output
from generator.outputs.copy.cover_note import slip
from generator.outputs.copy.plain import text
from generator.outputs.copy.story_copy import Copy, copy_of
from generator.outputs.copy.word import document
from generator.planning.packs import Pack, packs_of
from generator.press.originals import Original

FORM = "4"
"""Raised when the same story is to be written otherwise."""


def build(context: Context) -> Iterator[Artifact]:
    """The files of each story that is ready."""
    for pack in packs_of(context.plan):
        for line in pack.lines:
            story = line.of(Story) if line.is_ready else None
            if story and context.choice.takes(pack.partner.id, pack.quarter):
                yield from _files(context, pack, story)


def _files(context: Context, pack: Pack, line: PlanLine[Story]) -> Iterator[Artifact]:
    workspace, piece = context.workspace, line.piece
    copy = copy_of(workspace, pack, line, context.plan.appears.get(piece.id))
    originals = {
        named.picture.file: Original(
            context.typesetter, context.workers, asset, copy.space, workspace.brand
        )
        for named in copy.pictures
        if (asset := workspace.assets.get(named.picture.file))
        and isinstance(asset.picture(), PictureFacts)
    }
    name = partial(addresses.copy, pack.partner.id, pack.quarter, piece)
    audience = Audience.PARTNER if line.state == "handed" else Audience.INTERNAL
    of = ResultSubject(Kind.STORY, piece.id, pack.partner.id, quarter=pack.quarter)
    made = partial(Artifact, audience=audience)
    digest = _digest(copy, originals)
    words = partial(_word, context, copy, originals)
    yield made(name(".docx"), digest=digest, chunks=words, of=of)
    yield made(name(".txt"), digest=digest, chunks=lambda: iter((text(copy),)), of=of)
    yield made(name("-phieu.docx"), digest=digest, chunks=lambda: iter((slip(copy),)), of=of)
    for named in copy.pictures:
        if original := originals.get(named.picture.file):
            shown = replace(of, source=named.picture.file)
            for ending in named.endings:
                digest, chunks = original.digest().of(ending), partial(original.chunks, ending)
                yield made(name(named.stem + ending), digest=digest, chunks=chunks, of=shown)


def _digest(copy: Copy, originals: dict[str, Original]) -> Digest:
    """Names everything that the texts depend on."""
    made = (original.digest() for _, original in sorted(originals.items()))
    makers = map(version, ("python-docx", "markdown-it-py"))
    return made_from(
        {
            Input.FORM: digest_of(FORM, *makers),
            Input.WORDS: digest_of(repr(copy), copy.piece.body.text),
            Input.PICTURES: digest_of(*made),
        }
    )


def _word(context: Context, copy: Copy, originals: dict[str, Original]) -> Iterator[bytes]:
    """Links lead to other sites only: those to ours would change when a page appears there."""
    previews = {file: original.printable().preview for file, original in originals.items()}

    def link(href: str) -> str | None:
        return href if context.links.resolve(copy.piece.file, href).kind == "external" else None

    yield document(copy, previews, link)


OUTPUT = Output("copy", "Stories for newspapers", build, apart=True)
