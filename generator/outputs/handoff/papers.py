"""The papers of a pack beside its letter and checklist: timetable, slip to sign, rights."""

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.catalogue import words
from generator.model.artifact import Kind, ResultSubject
from generator.model.piece import Deliverable
from generator.model.rights import Rights
from generator.model.workspace import Workspace
from generator.planning.agenda import AgendaLine, agenda
from generator.planning.deadlines import WORDS
from generator.planning.packs import FormerLine, Pack
from generator.planning.release_history import latest, when_of
from generator.text.approval_notice import EXAMPLES
from generator.text.paper import Block, Paper, Signs, Table, Words
from generator.text.picture_use import PictureUse, pictures_of
from generator.text.rates import Rates
from generator.vietnamese.dates import moment_in_words

NOT_RELEASED = (
    "PROPOSED, NOT RELEASED: every day and hour here is a proposal of the editors, not agreed "
    "with anybody. Please confirm it, or say what suits you."
)
NOTHING_TO_SAY = "–"
PAPERS = {
    Kind.LETTER: "cong-van",
    Kind.CHECKLIST: "danh-muc",
    Kind.TIMETABLE: "lich",
    Kind.SLIP: "phieu-xac-nhan",
    Kind.RIGHTS: "quyen-su-dung",
}
"""What they are called; that on rights is in packs that hold a picture."""


@dataclass(frozen=True, slots=True)
class PackContents:
    """A pack; `files` are of what by name, without its papers; `rates` are those of stations.

    They stand in the order in which they were made: of several of one picture that to print first.
    """

    workspace: Workspace
    pack: Pack
    files: Mapping[str, ResultSubject]
    rates: Rates

    @property
    def quarter(self) -> str:
        """«Quý II/2021»."""
        return self.pack.quarter.name

    @property
    def warning(self) -> str:
        """What must be said where times are not released, or approvals are only examples."""
        released = "" if self.pack.is_released else words(NOT_RELEASED)
        examples = words(EXAMPLES) if any(p.is_example for p in self.pack.handover) else ""
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
        return agenda(self.workspace, self.pack.lines)


def timetable(contents: PackContents) -> Paper:
    """What goes out when, and what is due of the partner by when."""
    title = f"{words('Timetable')} {contents.quarter}"
    rows = tuple(
        (line.days, line.time, line.title, line.medium_name, line.mark) for line in contents.agenda
    )
    heads = ("Day", "Hour", "Activity", "Medium", "State")
    left = tuple(_left(contents, each) for each in contents.pack.left)
    due = tuple(
        (moment_in_words(d.day, weekday=True), words(WORDS[d.kind]), _title(contents, d.item))
        for d in contents.pack.deadlines
    )
    blocks: list[Block] = [*head(contents, title)]
    if rows:
        blocks.append(table(heads, (40, 20, 62, 26, 26), rows))
    if left:
        blocks.append(Words("heading", words("No longer in this quarter")))
        blocks.append(table(("Activity", "Told before", "Where it is now"), (70, 52, 52), left))
    if due:
        blocks.append(Words("heading", words("Deadlines")))
        blocks.append(table(("Day", "What is due", "Activity"), (46, 36, 92), due))
    return Paper(title, tuple(blocks))


def _left(contents: PackContents, former: FormerLine) -> tuple[str, str, str]:
    """What a line was, as its partner was told, and where it is now."""
    line = former.line
    (now,) = agenda(contents.workspace, [line])
    is_told = former.is_held or line.is_cancelled
    where = now.timing if is_told else words("with another partner")
    return line.title, when_of(former.slot), where


def slip(contents: PackContents) -> Paper:
    """To be signed and sent back; where nobody can know yet, lines are left blank."""
    title = f"{words('Acknowledgement slip')} {contents.quarter}"
    rows = tuple(
        (str(number), line.title, *_answer(line)) for number, line in enumerate(contents.agenda, 1)
    )
    heads = ("Row", "Activity", "When", "Agreed", "Please change to")
    signs = (words("For the receiver"), words("For the sender"))
    answers = Table(tuple(map(words, heads)), (12, 56, 50, 18, 38), rows, tall=True)
    received: list[Block] = [
        Words("text", words("We have received the files that the checklist names."))
    ]
    if rows:
        text = words("We have received the files that the checklist names, and:")
        received = [Words("text", text), answers]
    return Paper(
        title,
        (
            *head(contents, title),
            *received,
            Words("text", words("Day: …… / …… / …………")),
            Signs(signs, words("(signature and full name)")),
        ),
    )


def _answer(line: AgendaLine) -> tuple[str, str, str]:
    """When a line is due, with room for an answer; what is cancelled asks for none."""
    if line.is_cancelled:
        return f"{moment(line)} ({line.mark})", NOTHING_TO_SAY, NOTHING_TO_SAY
    return moment(line), "", ""


def has_pictures(contents: PackContents) -> bool:
    """Whether there is anything to say about rights."""
    return any(pictures_of(piece) for piece in contents.pack.handover)


def rights(contents: PackContents) -> Paper:
    """Whose the pictures are, what allows their use, and whether people in them agreed."""
    title = f"{words('Rights in pictures')} {contents.quarter}"
    rows = tuple(
        (_file(contents, piece, picture), piece.title, *_rights(picture))
        for piece in contents.pack.handover
        for picture in pictures_of(piece)
    )
    heads = ("Picture", "Piece", "Credit", "Source and rights", "People in it")
    return Paper(
        title, (*head(contents, title, loud=False), table(heads, (54, 38, 26, 32, 24), rows))
    )


def _file(contents: PackContents, piece: Deliverable, picture: PictureUse) -> str:
    """The first of its files in the pack, which is the one to print; of an other piece, ours."""
    shown = (piece.id, picture.file)
    named = (name for name, of in contents.files.items() if (of.piece, of.source) == shown)
    return posixpath.basename(next(named, picture.file))


def _rights(picture: PictureUse) -> tuple[str, str, str]:
    known = picture.rights
    unknown = words("not stated")
    if known is None:
        return unknown, unknown, words("none: a drawing") if picture.is_drawn else unknown
    return known.credit or unknown, known.source or unknown, _people(picture, known)


def _people(picture: PictureUse, known: Rights) -> str:
    if picture.is_drawn:
        return words("none: a drawing")
    if known.people == "none":
        return words("none that can be recognised")
    return known.consent or words("not stated")


def head(contents: PackContents, title: str, *, loud: bool = True) -> Iterator[Block]:
    """What each begins with; `loud` ones say what is not sure."""
    yield Words("kicker", contents.pack.name.name)
    yield Words("title", title)
    for campaign in contents.pack.campaigns:
        yield Words("note", campaign.title)
    if contents.basis:
        yield Words("note", words("Released: {names}", names=contents.basis))
    if loud and contents.warning:
        yield Words("warning", contents.warning)


def table(
    heads: tuple[str, ...], widths: tuple[float, ...], rows: tuple[tuple[str, ...], ...]
) -> Table:
    """A table; its heads are msgids, its widths in mm."""
    return Table(tuple(map(words, heads)), widths, rows)


def moment(line: AgendaLine) -> str:
    """When a line is due; «6 giờ 30» stays on one line."""
    return line.when.replace(line.time, line.time.replace(" ", "\u00a0"))


def _title(contents: PackContents, item: str) -> str:
    return next(line.title for line in contents.pack.lines if line.id == item)
