"""A newspaper story fits the space that its paper gives it, and its pictures can be printed."""

from collections.abc import Iterable, Iterator

from generator.checks import Subject
from generator.diagnostics import Diagnostic, Refusal, Rule, warning
from generator.model.space import Extent, Space
from generator.model.story import Story
from generator.model.workspace import Workspace
from generator.planning.channels import space_of
from generator.source.replacement_lines import instead
from generator.text.copy import StoryPart, parts_of, place_of
from generator.text.picture_use import pictures_of

TOO_LONG = warning(
    "copy-too-long",
    "{what}: {count} {unit}; the paper takes at most {most}, so it is over by {cut}.",
    "Cut {cut}, or ask the paper for more room (space: in campaigns/partners.yml).",
)
TOO_SHORT = warning(
    "copy-too-short",
    "{what}: {count} {unit}; the paper wants at least {least}, so it is under by {add}.",
    "Add {add}, or ask the paper what it wants (space: in campaigns/partners.yml).",
)
PICTURES = warning(
    "copy-pictures",
    "The story has {count} pictures; the paper takes {least} to {most}.",
    "Add or leave out pictures, or ask the paper (space: in campaigns/partners.yml).",
)
TOO_COARSE = warning(
    "photograph-too-coarse",
    "“{file}” is {pixels} pixels wide: in print it is sharp up to {sharp} mm, not {width} mm.",
    "Ask for the original, at least {needed} pixels wide; enlarging it does not help.",
)
NO_LINE = Rule(
    "space-without-line",
    "A length is given in lines, but not how many characters a line holds.",
    "Write the characters of a line of one column at line: in space:, or give words:\n{typed}",
)
INCH = 25.4  # mm


def check(subject: Subject) -> Iterable[Diagnostic]:
    """Every story; a draft may still be too short and lack pictures."""
    workspace = subject.workspace
    yield from _unknown_lines(workspace)
    for piece in subject.pieces:
        item = subject.plan.items.get(piece.id)
        if not isinstance(piece, Story) or item is None:
            continue
        space = space_of(workspace, item.activity, item.partner)
        is_draft = piece.status == "draft"
        for part in parts_of(piece, space, subject.memory):
            yield from _judged(part, is_draft=is_draft)
        yield from _number(piece, space, is_draft=is_draft)
        yield from _resolution(workspace, piece, space)


def _unknown_lines(workspace: Workspace) -> Iterator[Diagnostic]:
    for partner in workspace.partners.values():
        for channel in partner.channels:
            space = channel.space
            parts = (space.headline, space.standfirst, space.body, space.caption) if space else ()
            for extent in parts:
                if space and not space.line and extent and extent.unit == "lines":
                    where = extent.where("unit")
                    yield NO_LINE.at(where, typed=instead(where, "words"))


def _judged(part: StoryPart, *, is_draft: bool) -> Iterator[Diagnostic]:
    extent = part.extent
    if extent is None:
        return
    details = {"what": part.what, "unit": extent.unit, "count": part.number}
    if part.over:
        yield TOO_LONG.at(part.where, most=extent.most, cut=part.over, **details)
    elif part.under and not is_draft:
        yield TOO_SHORT.at(part.where, least=extent.least, add=part.under, **details)


def _number(piece: Story, space: Space, *, is_draft: bool) -> Iterator[Diagnostic]:
    number, extent = len(pictures_of(piece)), space.pictures or Extent()
    least, most = 0 if is_draft else extent.least or 0, extent.most or number
    if not least <= number <= most:
        shown = {"least": extent.least or 0, "most": extent.most or "…"}
        yield PICTURES.at(piece.where("title"), count=number, **shown)


def _resolution(workspace: Workspace, piece: Story, space: Space) -> Iterator[Diagnostic]:
    for picture in pictures_of(piece):
        asset = workspace.assets.get(picture.file)
        if asset is None or picture.is_drawn:
            continue
        seen = asset.picture()
        if isinstance(seen, Refusal):  # told by the check of pictures
            continue
        needed, pixels = round(space.picture / INCH * space.resolution), seen.width
        if pixels < needed:
            yield TOO_COARSE.at(
                place_of(piece, picture),
                file=picture.file,
                pixels=pixels,
                sharp=round(pixels * INCH / space.resolution),
                width=round(space.picture),
                needed=needed,
            )
