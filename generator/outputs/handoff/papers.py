"""The papers of a pack beside its letter: timetable, slip to sign, checklist, rights."""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass

from generator.catalogue import words
from generator.model.piece import Deliverable
from generator.model.printed import PrintedPiece
from generator.model.rights import Rights
from generator.model.workspace import Workspace
from generator.outputs.handoff.archive import SUMS
from generator.planning.agenda import AgendaLine, agenda
from generator.planning.deadlines import WORDS
from generator.planning.duration import USUAL
from generator.planning.packs import Pack, PackLine
from generator.planning.releases import latest
from generator.press.previews import in_words, reasons_of
from generator.text.approval import EXAMPLES
from generator.text.misfit import misfit
from generator.text.paper import Block, Paper, Signs, Table, Words
from generator.text.pictures import Pictured, pictures_of
from generator.text.rates import Rates
from generator.vietnamese.dates import format_date, format_quarter, weekday_name

NOT_RELEASED = (
    "PROPOSED, NOT RELEASED: every day and hour here is a proposal of the editors, not agreed "
    "with anybody. Please confirm it, or say what suits you."
)
MISSING = {
    "unapproved": "Waits for approval",
    "draft": "Still being written",
    "unwritten": "Not written yet",
    "cancelled": "Cancelled",
}
CONTENTS = {
    "cong-van": "Covering letter (Word: to fill in and issue; PDF: to look at)",
    "lich.": "Timetable of the quarter",
    "han-": "Your deadlines, for calendar programs",
    "phieu-xac-nhan": "Slip to sign and send back",
    "danh-muc": "This list",
    "quyen-su-dung": "Rights in pictures",
    "kich-ban/": "Script",
    "bai-bao/": "Story and its pictures",
    "am-thanh/": "Recording",
    "ma-ket/": "Artwork",
    SUMS: "Marks by which a program sees that no file was changed",
}
GAPS = {
    "quotation": "Words of a real person",
    "case": "A real case",
    "figure": "A figure",
    "contact": "Whom to call",
    "update": "What has changed since",
}
PAPERS = ("cong-van", "danh-muc", "lich", "phieu-xac-nhan")
"""Of every pack; that on rights is in those that hold a picture."""
RIGHTS = "quyen-su-dung"


@dataclass(frozen=True, slots=True)
class Held:
    """A pack with the names of its files, without its papers; `rates` are those of stations."""

    workspace: Workspace
    pack: Pack
    files: tuple[str, ...]
    rates: Rates

    @property
    def quarter(self) -> str:
        """«Quý II/2021»."""
        return format_quarter(self.pack.quarter.year, self.pack.quarter.number)

    @property
    def warning(self) -> str:
        """What must be said where times are not released, or approvals are only examples."""
        released = "" if self.pack.is_released else words(NOT_RELEASED)
        examples = words(EXAMPLES) if any(p.is_example for p in self.pack.handed) else ""
        return " ".join(filter(None, (examples, released)))

    @property
    def basis(self) -> str:
        """The releases that hold."""
        held = latest(self.pack.releases).values()
        names = (words("Quarter {quarter}, release {number}") for _ in held)
        return "; ".join(
            f"{name.format(quarter=release.of, number=release.number)}"
            for name, release in zip(names, held, strict=True)
        )

    @property
    def agenda(self) -> list[AgendaLine]:
        """The lines in words."""
        return agenda(self.workspace, [line.event for line in self.pack.lines])


def timetable(held: Held) -> Paper:
    """What goes out when, and what is due of the partner by when."""
    title = f"{words('Timetable')} {held.quarter}"
    rows = tuple(
        (_day(held, line), line.time, line.title, line.medium_name, line.mark)
        for line in held.agenda
    )
    heads = ("Day", "Hour", "Activity", "Medium", "State")
    due = tuple(
        (f"{weekday_name(d.day)}, {format_date(d.day)}", words(WORDS[d.kind]), _title(held, d.item))
        for d in held.pack.deadlines
    )
    blocks: list[Block] = [*_head(held, title), _table(heads, (40, 20, 62, 26, 26), rows)]
    if due:
        blocks.append(Words("heading", words("Deadlines")))
        blocks.append(_table(("Day", "What is due", "Activity"), (46, 36, 92), due))
    return Paper(title, tuple(blocks))


def slip(held: Held) -> Paper:
    """To be signed and sent back; where nobody can know yet, lines are left blank."""
    title = f"{words('Acknowledgement slip')} {held.quarter}"
    rows = tuple(
        (str(number), line.title, _moment(held, line), "", "")
        for number, line in enumerate(held.agenda, 1)
    )
    heads = ("Row", "Activity", "When", "Agreed", "Please change to")
    signs = (words("For the receiver"), words("For the sender"))
    return Paper(
        title,
        (
            *_head(held, title),
            Words("text", words("We have received the files that the checklist names, and:")),
            Table(tuple(map(words, heads)), (12, 56, 50, 18, 38), rows, tall=True),
            Words("text", words("Day: …… / …… / …………")),
            Signs(signs, words("(signature and full name)")),
        ),
    )


def checklist(held: Held) -> Paper:
    """Every file of the pack, and what is still missing."""
    title = f"{words('Checklist')} {held.quarter}"
    every = (*PAPERS, RIGHTS) if has_pictures(held) else PAPERS
    papers = (f"{name}{ending}" for name in every for ending in (".docx", ".pdf"))
    files = sorted({*held.files, *papers, SUMS})
    rows = tuple((*_grouped(held, stem, names), "") for stem, names in _groups(files))
    missing = tuple(_missing(held))
    blocks: list[Block] = [*_head(held, title), *_misfits(held), *_previews(held)]
    blocks.append(Words("heading", words("Files")))
    blocks.append(_table(("File", "Content", "Received"), (76, 78, 20), rows))
    blocks.append(Words("heading", words("Still missing")))
    if missing:
        blocks.append(_table(("Activity", "When", "Why"), (84, 46, 44), missing))
    else:
        blocks.append(Words("text", words("Nothing: every line of the quarter is here.")))
    return Paper(title, (*blocks, *_gaps(held)))


def _gaps(held: Held) -> Iterator[Block]:
    """What the office may still put into the pieces; none of it is printed in them."""
    rows = tuple(
        (piece.title, words(GAPS[gap.what]), gap.under or "–", gap.ask)
        for piece in held.pack.handed
        for gap in piece.to_fill
    )
    if rows:
        yield Words("heading", words("For the office to fill in"))
        yield Words("note", words("The pieces hold no blank: they are whole without this."))
        heads = ("Piece", "What is wanted", "Below the heading", "Ask")
        yield _table(heads, (44, 28, 38, 64), rows)


def _misfits(held: Held) -> Iterator[Block]:
    """Scripts that are handed on though no reader can bring them into their slots."""
    readings = held.workspace.abbreviations.readings
    for piece in held.pack.handed:
        rate = held.rates.get((held.pack.partner.id, piece.medium), USUAL)
        if text := misfit(piece, readings, rate):
            yield Words("warning", f"{piece.title} – {text}")


def _previews(held: Held) -> Iterator[Block]:
    """Artwork that bears a stamp, with each reason once."""
    found: dict[str, list[str]] = {}
    for piece in held.pack.handed:
        if isinstance(piece, PrintedPiece):
            for fault in reasons_of(held.workspace, piece):
                found.setdefault(in_words(fault), []).append(piece.title)
    for reason, titles in found.items():
        yield Words("warning", f"{'; '.join(titles)} – {reason}")


def has_pictures(held: Held) -> bool:
    """Whether there is anything to say about rights."""
    return any(pictures_of(piece) for piece in held.pack.handed)


def rights(held: Held) -> Paper:
    """Whose the pictures are, what allows their use, and whether people in them agreed."""
    title = f"{words('Rights in pictures')} {held.quarter}"
    rows = tuple(
        (_file(held, piece, number, picture), piece.title, *_rights(picture))
        for piece in held.pack.handed
        for number, picture in enumerate(pictures_of(piece), 1)
    )
    head = _head(held, title, loud=False)
    heads = ("Picture", "Piece", "Credit", "Source and rights", "People in it")
    return Paper(title, (*head, _table(heads, (54, 38, 26, 32, 24), rows)))


def _file(held: Held, piece: Deliverable, number: int, picture: Pictured) -> str:
    """Its name in the pack, where its receiver looks for it; of an other piece, ours."""
    stem = f"/{piece.address}-hinh-{number}"
    named = (name for name in held.files if f"{stem}-" in name or f"{stem}." in name)
    return next(named, picture.file).rpartition("/")[2]


def _rights(picture: Pictured) -> tuple[str, str, str]:
    known = picture.rights
    unknown = words("not stated")
    if known is None:
        return unknown, unknown, words("none: a drawing") if picture.is_drawn else unknown
    return known.credit or unknown, known.source or unknown, _people(picture, known)


def _people(picture: Pictured, known: Rights) -> str:
    if picture.is_drawn:
        return words("none: a drawing")
    if known.people == "none":
        return words("none that can be recognised")
    return known.consent or words("not stated")


def _head(held: Held, title: str, *, loud: bool = True) -> Iterator[Block]:
    yield Words("kicker", held.pack.name.name)
    yield Words("title", title)
    for campaign in held.pack.campaigns:
        yield Words("note", campaign.title)
    if held.basis:
        yield Words("note", words("Released: {names}").format(names=held.basis))
    if loud and held.warning:
        yield Words("warning", held.warning)


def _table(
    heads: tuple[str, ...], widths: tuple[float, ...], rows: tuple[tuple[str, ...], ...]
) -> Table:
    return Table(tuple(map(words, heads)), widths, rows)


def _day(held: Held, line: AgendaLine) -> str:
    last = f" – {format_date(line.until)}" if line.until and line.day else ""
    return f"{line.weekday}, {line.day}{last}" if line.day else held.quarter


def _moment(held: Held, line: AgendaLine) -> str:
    time = line.time.replace(" ", "\u00a0")  # «6 giờ 30» stays on one line
    return ", ".join(filter(None, (_day(held, line), time)))


def _title(held: Held, item: str) -> str:
    return next(line.event.title for line in held.pack.lines if line.event.id == item)


def _groups(files: list[str]) -> Iterator[tuple[str, list[str]]]:
    """Files that belong together: of one story's folder, or of one name."""
    found: dict[str, list[str]] = {}
    for name in files:
        folder, stem = posixpath.dirname(name), posixpath.splitext(name)[0]
        found.setdefault(f"{folder}/" if "/" in folder else stem, []).append(name)
    yield from found.items()


def _grouped(held: Held, stem: str, names: list[str]) -> tuple[str, str]:
    """«cong-van.docx, .pdf», or a folder with the number of its files; and what that is."""
    endings = ", ".join(posixpath.splitext(name)[1] for name in names)
    counted = words("{folder} ({count} files)").format(folder=stem, count=len(names))
    known = (text for start, text in CONTENTS.items() if names[0].startswith(start))
    piece = next((p for p in held.pack.handed if p.address in stem.split("/")), None)
    content = words(next(known, "Piece")) + (f": {piece.title}" if piece else "")
    return counted if stem.endswith("/") else stem + endings, content


def _missing(held: Held) -> Iterator[tuple[str, str, str]]:
    for line, shown in zip(held.pack.lines, held.agenda, strict=True):
        reason = _reason(held, line)
        if reason:
            yield line.event.title, _moment(held, shown), words(reason)


def _reason(held: Held, line: PackLine) -> str:
    """Why nothing of a line is in the pack; a piece that is approved has a file of its name."""
    if line.state != "handed":
        return MISSING[line.state]
    there = line.piece is None or any(line.piece.address in name for name in held.files)
    return "" if there else "No file could be made of it"
