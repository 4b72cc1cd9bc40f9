"""The paper that names every file of a pack, and what is still missing."""

import posixpath
from collections.abc import Iterator

from generator.catalogue import words
from generator.model.artifact import Kind, ResultSubject
from generator.model.grouping import groups_of
from generator.model.plan_line import Item
from generator.model.printed_piece import PrintedPiece
from generator.model.ziparchive import SUMS
from generator.outputs.handoff.papers import PAPERS, PackContents, has_pictures, head, moment, table
from generator.planning.duration import USUAL
from generator.press.previews import in_words, reasons_of
from generator.text.misfit import misfit
from generator.text.paper import Block, Paper, Words

MISSING = {
    "unapproved": "Waits for approval",
    "draft": "Still being written",
    "unwritten": "Not written yet",
}
CONTENTS = {
    Kind.LETTER: "Covering letter (Word: to fill in and issue; PDF: to look at)",
    Kind.CALENDAR: "Timetable of the quarter",
    Kind.TIMETABLE: "Timetable of the quarter",
    Kind.DEADLINES: "Your deadlines, for calendar programs",
    Kind.SLIP: "Slip to sign and send back",
    Kind.CHECKLIST: "This list",
    Kind.RIGHTS: "Rights in pictures",
    Kind.SCRIPT: "Script",
    Kind.STORY: "Story and its slip",
    Kind.RECORDING: "Recording",
    Kind.ARTWORK: "Artwork",
    Kind.SUMS: "Marks by which a program sees that no file was changed",
}
WITH_PICTURES = "Story, its slip and its pictures"
GAPS = {
    "quotation": "Words of a real person",
    "case": "A real case",
    "figure": "A figure",
    "contact": "Whom to call",
    "update": "What has changed since",
}


def checklist(contents: PackContents) -> Paper:
    """Every file of the pack, and what is still missing."""
    title = f"{words('Checklist')} {contents.quarter}"
    files = {**contents.files, **dict(_papers(contents)), SUMS: ResultSubject(Kind.SUMS)}
    groups = groups_of((_group(name), name) for name in sorted(files))
    rows = tuple(
        (_named(stem, names), _content(contents, [files[name] for name in names]), "")
        for stem, names in groups.items()
    )
    missing = tuple(_missing(contents))
    blocks: list[Block] = [*head(contents, title), *_misfits(contents), *_previews(contents)]
    blocks.append(Words("heading", words("Files")))
    blocks.append(table(("File", "Content", "Received"), (76, 78, 20), rows))
    blocks.append(Words("heading", words("Still missing")))
    if missing:
        blocks.append(table(("Activity", "When", "Why"), (84, 46, 44), missing))
    else:
        blocks.append(Words("text", words("Nothing: every line of the quarter is here.")))
    return Paper(title, (*blocks, *_cancelled(contents), *_gaps(contents)))


def _papers(contents: PackContents) -> Iterator[tuple[str, ResultSubject]]:
    for kind, name in PAPERS.items():
        if kind is not Kind.RIGHTS or has_pictures(contents):
            yield from ((name + ending, ResultSubject(kind)) for ending in (".docx", ".pdf"))


def _gaps(contents: PackContents) -> Iterator[Block]:
    """What the office may still put into the pieces; none of it is printed in them."""
    rows = tuple(
        (piece.title, words(GAPS[gap.what]), gap.under or "–", gap.ask)
        for piece in contents.pack.handover
        for gap in piece.to_fill
    )
    if rows:
        yield Words("heading", words("For the office to fill in"))
        yield Words("note", words("The pieces hold no blank: they are whole without this."))
        heads = ("Piece", "What is wanted", "Below the heading", "Ask")
        yield table(heads, (44, 28, 38, 64), rows)


def _misfits(contents: PackContents) -> Iterator[Block]:
    """Scripts that are handed on though no reader can bring them into their slots."""
    readings = contents.workspace.abbreviations.readings
    for piece in contents.pack.handover:
        rate = contents.rates.get((contents.pack.partner.id, piece.medium), USUAL)
        if text := misfit(piece, readings, rate):
            yield Words("warning", f"{piece.title} – {text}")


def _previews(contents: PackContents) -> Iterator[Block]:
    """Artwork that bears a stamp, with each reason once."""
    found = groups_of(
        (in_words(fault), piece.title)
        for piece in contents.pack.handover
        if isinstance(piece, PrintedPiece)
        for fault in reasons_of(contents.workspace, piece)
    )
    for reason, titles in found.items():
        yield Words("warning", f"{'; '.join(titles)} – {reason}")


def _group(name: str) -> str:
    """What a file belongs to: the folder of a story, or files of one name."""
    folder = posixpath.dirname(name)
    return f"{folder}/" if "/" in folder else posixpath.splitext(name)[0]


def _named(stem: str, names: list[str]) -> str:
    """«cong-van.docx, .pdf», or a folder with the number of its files."""
    if stem.endswith("/"):
        return words("{folder} ({count} files)", folder=stem, count=len(names))
    return stem + ", ".join(posixpath.splitext(name)[1] for name in names)


def _content(contents: PackContents, files: list[ResultSubject]) -> str:
    """What files that belong together are of; pictures are named where there are any."""
    of = files[0]
    has_picture = of.kind is Kind.STORY and any(each.source for each in files)
    text = WITH_PICTURES if has_picture else CONTENTS[of.kind]
    title = next(
        (f": {piece.title}" for piece in contents.pack.handover if piece.id == of.piece), ""
    )
    return words(text) + title


def _cancelled(contents: PackContents) -> Iterator[Block]:
    """What the timetable tells as cancelled: nothing of it is missing."""
    rows = tuple((line.title, moment(line)) for line in contents.agenda if line.is_cancelled)
    if rows:
        yield Words("heading", words("Cancelled"))
        yield table(("Activity", "When"), (112, 62), rows)


def _missing(contents: PackContents) -> Iterator[tuple[str, str, str]]:
    for line, shown in zip(contents.pack.lines, contents.agenda, strict=True):
        reason = _reason(contents, line)
        if reason:
            yield line.title, moment(shown), words(reason)


def _reason(contents: PackContents, line: Item) -> str:
    """Why nothing of a line is in the pack; a piece that is approved has a file."""
    if line.is_cancelled:
        return ""
    if line.state != "handed":
        return MISSING[line.state]
    made = {of.piece for of in contents.files.values()}
    there = line.piece is None or line.piece.id in made
    return "" if there else "No file could be made of it"
