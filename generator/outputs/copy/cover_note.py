"""The slip that goes with a story: its lengths against the space, its pictures, whom to ask."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.catalogue import words
from generator.model.space import Extent
from generator.outputs.copy.story_copy import Copy, NamedPicture
from generator.text.copy import StoryPart, body_length, parts_of
from generator.text.word import blank, docx_bytes, line
from generator.text.word.grids import add_row, grid
from generator.text.word.runs import Marks, run
from generator.text.word.styles import HEADING, NOTE, TITLE
from generator.vietnamese.numbers import format_number

if TYPE_CHECKING:
    from docx.document import Document

FACTS = (40.0, 120.0)  # mm
LENGTHS = (40.0, 20.0, 22.0, 46.0, 32.0)
PICTURES = (62.0, 50.0, 48.0)
BOLD = Marks(bold=True)
UNITS = {"words": "words", "characters": "characters", "lines": "lines"}
PEOPLE = {"none": "nobody can be recognised", "recognisable": "can be recognised"}


def slip(copy: Copy) -> bytes:
    """The bytes of a page in Word. Private data, such as a telephone, is never on it."""
    made = blank(f"{words('Slip of a story')}: {copy.piece.title}", author=copy.sent_by)
    line(made, words("Slip of a story"), TITLE)
    _table(made, FACTS, [], _facts(copy))
    line(made, words("How long it is"), HEADING)
    heads = ["Part of the story", "Word count", "Character count", "Space", "Verdict"]
    _table(made, LENGTHS, heads, map(_length, parts_of(copy.piece, copy.space)))
    if any(part.extent for part in parts_of(copy.piece, copy.space)):
        line(made, words("† proposed by us, not confirmed by the paper"), NOTE)
    if copy.pictures:
        line(made, words("Pictures"), HEADING)
        heads = ["File", "Caption", "Rights of the picture"]
        _table(made, PICTURES, heads, (_picture(copy, named) for named in copy.pictures))
    if copy.sources:
        line(made, words("Sources of the figures"), HEADING)
        for source in copy.sources:
            line(made, source, NOTE)
    return docx_bytes(made)


def _table(
    made: "Document",
    widths: tuple[float, ...],
    heads: list[str],
    rows: "Iterator[tuple[str, ...]] | map[tuple[str, ...]]",
) -> None:
    """A table with a head, or one whose first column says what the second is."""
    table = grid(made, widths)
    if heads:
        for paragraph, name in zip(add_row(table, head=True), heads, strict=True):
            run(paragraph, words(name), BOLD)
    for row in rows:
        for index, (paragraph, text) in enumerate(zip(add_row(table), row, strict=True)):
            run(paragraph, text, Marks(bold=not heads and index == 0))


def _facts(copy: Copy) -> Iterator[tuple[str, str]]:
    piece = copy.piece
    yield words("Story"), f"{piece.title} ({piece.id})"
    yield words("Paper"), copy.paper
    yield words("Plan"), copy.plan
    yield words("To be printed"), copy.when
    if piece.issue:
        yield words("Issue"), piece.issue
    if copy.space.columns:
        column = copy.space.column
        wide = f" × {format_number(round(column))} mm" if column else ""
        yield words("Columns"), f"{copy.space.columns}{wide}"
    yield from _lines(copy)
    if copy.not_before:
        yield words("Our site shows it from"), copy.not_before
    yield words("State"), copy.status
    if copy.sender:
        yield words("Sent by"), copy.sent_by
        yield words("Address"), copy.sender.address or words("not stated")
        yield words("Website"), copy.sender.website or words("not stated")


def _lines(copy: Copy) -> Iterator[tuple[str, str]]:
    """How much of its columns the text takes, where the paper says what a line holds."""
    space, lines = copy.space, body_length(copy.piece.body.text, copy.space.line).lines
    if not lines:
        return
    text = words("{lines} lines of {line} characters", lines=format_number(lines), line=space.line)
    each = words(
        "{lines} in each of {columns} columns",
        lines=format_number(-(-lines // (space.columns or 1))),
        columns=space.columns,
    )
    yield words("Text in lines"), f"{text}; {each}" if space.columns else text


def _length(part: StoryPart) -> tuple[str, ...]:
    return (
        words(part.what),
        format_number(part.length.words),
        format_number(part.length.characters),
        _space(part.extent),
        _verdict(part),
    )


def _space(extent: Extent | None) -> str:
    """«30–60 chữ †»."""
    if extent is None or (extent.least is None and extent.most is None):
        return words("not stated")
    mark = " †" if extent.basis == "proposed" else ""
    unit = words(UNITS[extent.unit])
    if extent.least and extent.most:
        return f"{format_number(extent.least)}–{format_number(extent.most)} {unit}{mark}"
    side, number = ("at most", extent.most) if extent.most else ("at least", extent.least)
    return f"{words(side)} {format_number(number or 0)} {unit}{mark}"


def _verdict(part: StoryPart) -> str:
    if part.extent is None:
        return ""
    unit = words(UNITS[part.extent.unit])
    if part.over:
        return words("over by {count} {unit}", count=format_number(part.over), unit=unit)
    if part.under:
        return words("under by {count} {unit}", count=format_number(part.under), unit=unit)
    return words("fits")


def _picture(copy: Copy, named: NamedPicture) -> tuple[str, ...]:
    files = "\n".join(copy.piece.address + file for file in named.files)
    return files, named.picture.label, "\n".join(_rights(named))


def _rights(named: NamedPicture) -> Iterator[str]:
    """What the piece says of the rights, and plainly what it does not say."""
    picture, rights = named.picture, named.picture.rights
    missing = words("not stated")
    yield f"{words('Credited to')}: {picture.credit or missing}"
    yield f"{words('Where it is from')}: {(rights.source if rights else '') or missing}"
    if not picture.is_drawn:
        people = rights.people if rights else None
        yield f"{words('People in the picture')}: {words(PEOPLE[people]) if people else missing}"
        if people == "recognisable":
            yield f"{words('Their consent')}: {(rights.consent if rights else '') or missing}"
