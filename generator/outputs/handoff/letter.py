"""The covering letter, laid out as Decree 30/2020/NĐ-CP, Appendix I, has it.

The office that sends it gives it its number, place and day, and who signs: these are left blank.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.catalogue import words
from generator.model.partner import DatedName
from generator.outputs.handoff.papers import PackContents
from generator.text.word import blank, docx_bytes
from generator.text.word.grids import add_row, further, grid
from generator.text.word.page_setup import number_pages
from generator.text.word.runs import PLAIN, Marks, run
from generator.text.word.styles import CELL
from generator.vietnamese.dates import format_long_date

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

TEMPLATE = "letter"
COUNTRY = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
NUMBER = "Số:          /"
PLACE = "……………, ngày …… tháng …… năm ………"
WIDTHS = (64.0, 96.0)  # mm


@dataclass(frozen=True, slots=True)
class Letter:
    """The parts of a letter in the order of the decree."""

    title: str
    parent: str
    body: str
    subject: str
    to: str
    paragraphs: tuple[str, ...]
    copies: tuple[str, ...]

    @property
    def data(self) -> dict[str, object]:
        """All of it for a template."""
        return {
            "title": self.title,
            "parent": self.parent,
            "body_name": self.body,
            "number": NUMBER,
            "subject": self.subject,
            "country": COUNTRY,
            "motto": MOTTO,
            "place": PLACE,
            "greeting": "Kính gửi:",
            "to": self.to,
            "paragraphs": self.paragraphs,
            "copies_head": "Nơi nhận:",
            "copies": self.copies,
            "power": words("POWER AND OFFICE OF WHO SIGNS"),
            "signature": words("(signature and seal)"),
            "name": words("Full name"),
        }


def letter_of(contents: PackContents) -> Letter:
    """The letter that goes with a pack."""
    subject = words("Re: material for {quarter}", quarter=_quarter(contents))
    return Letter(
        f"{words('Covering letter')} {contents.quarter}",
        _body(contents, "issuer") or words("(name of the parent body)"),
        _body(contents, "owner") or words("(name of the body that sends)"),
        subject,
        contents.pack.name.name,
        tuple(_paragraphs(contents)),
        ("- Như trên;", "- Lưu: VT, …………"),
    )


def _quarter(contents: PackContents) -> str:
    """«Quý II/2021», whose number must not begin a line."""
    return contents.quarter.replace(" ", "\u00a0")


def _body(contents: PackContents, role: str) -> str:
    name = _named(contents, role)
    return name.short or name.name if name else ""


def _named(contents: PackContents, role: str) -> DatedName | None:
    identity = getattr(contents.pack.campaigns[0], role) or ""
    body = contents.workspace.partners.get(identity)
    return body.name_on(contents.pack.quarter.first_day) if body else None


def _paragraphs(contents: PackContents) -> Iterator[str]:
    owner = _named(contents, "owner")
    sender = owner.name if owner else words("(name of the body that sends)")
    yield words(
        "{basis}, {sender} sends {partner} the material for {quarter}:",
        basis="; ".join(_basis(contents)),
        sender=sender,
        partner=_to(contents),
        quarter=_quarter(contents),
    )
    yield _times(contents)
    yield _handed(contents)
    yield words("3. The acknowledgement slip and the checklist.")
    yield words(
        "{partner} is asked to compare the timetable with its own, to sign the slip and to send it "
        "back to {sender}.",
        partner=_to(contents),
        sender=sender,
    )
    yield words("{sender} thanks you for working together.", sender=sender) + "/."


def _times(contents: PackContents) -> str:
    """How many lines the timetable has; a letter has no notice in a frame, so it says the state."""
    text = (
        "1. The timetable: {count} lines (PDF, spreadsheet, calendar){deadlines}."
        if contents.pack.is_released
        else "1. The proposed timetable, not released yet: {count} lines (PDF, spreadsheet, "
        "calendar){deadlines}; no day or hour of it is agreed with anybody."
    )
    due = words(", with your deadlines") if contents.pack.deadlines else ""
    return words(text, count=len(contents.pack.lines), deadlines=due)


def _handed(contents: PackContents) -> str:
    """How many pieces go with it; a letter never calls approved what is only an example."""
    pieces = contents.pack.handover
    examples = sum(piece.is_example for piece in pieces)
    text = (
        "2. {count} pieces with their files, {examples} of them examples that nobody has approved "
        "and that are not to be printed or aired; what is missing yet is named in the checklist."
        if examples
        else "2. {count} approved pieces with their files; "
        "what is missing yet is named in the checklist."
    )
    return words(text, count=len(pieces), examples=examples)


def _basis(contents: PackContents) -> Iterator[str]:
    for campaign in contents.pack.campaigns:
        day = campaign.issued_on
        given = words(" of {day}", day=format_long_date(day)) if day else ""
        yield words("Carrying out {plan}{given}", plan=campaign.title, given=given)


def _to(contents: PackContents) -> str:
    return contents.pack.name.name


def document(letter: Letter) -> bytes:
    """The letter in Word: A4, Times New Roman, black."""
    made = blank(letter.title)
    number_pages(made)
    _head(made, letter)
    to = _line(made.add_paragraph(style=CELL), f"Kính gửi: {letter.to}", 14, centred=True)
    _space(to, 14, 10)
    for text in letter.paragraphs:
        _paragraph(made, text)
    _foot(made, letter)
    return docx_bytes(made)


def _head(made: "Document", letter: Letter) -> None:
    left, right = add_row(grid(made, WIDTHS, has_rules=False))
    _line(left, letter.parent.upper(), 12, centred=True)
    below = _line(further(left), letter.body.upper(), 12, Marks(bold=True), centred=True)
    below = _line(further(below), "———————", 8, centred=True)
    below = _line(further(below), NUMBER, 13, centred=True)
    _line(further(below), letter.subject, 12, centred=True)
    _line(right, COUNTRY, 12, Marks(bold=True), centred=True)
    below = _line(further(right), MOTTO, 13, Marks(bold=True), centred=True)
    below.runs[0].font.underline = True
    below = further(below)
    _space(_line(below, PLACE, 13, Marks(italic=True), centred=True), 10, 0)


def _foot(made: "Document", letter: Letter) -> None:
    left, right = add_row(grid(made, WIDTHS, has_rules=False))
    below = _line(left, "Nơi nhận:", 12, Marks(bold=True, italic=True))
    for text in letter.copies:
        below = _line(further(below), text, 11)
    data = letter.data
    _line(right, str(data["power"]), 13, Marks(bold=True), centred=True)
    below = _line(further(right), str(data["signature"]), 12, Marks(italic=True), centred=True)
    _space(below, 0, 66)
    _line(further(below), str(data["name"]), 13, Marks(bold=True), centred=True)


def _paragraph(made: "Document", text: str) -> None:
    """First line set in by 10 mm, 6 pt between paragraphs, both sides straight."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Mm

    paragraph = _line(made.add_paragraph(style=CELL), text, 14)
    paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    paragraph.paragraph_format.first_line_indent = Mm(10)
    paragraph.paragraph_format.line_spacing = 1.15
    _space(paragraph, 0, 6)


def _line(
    paragraph: "Paragraph", text: str, size: float, marks: Marks = PLAIN, *, centred: bool = False
) -> "Paragraph":
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    run(paragraph, text, marks)
    for each in paragraph.runs:
        each.font.size = Pt(size)
    if centred:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    return paragraph


def _space(paragraph: "Paragraph", before: float, after: float) -> None:
    from docx.shared import Pt

    paragraph.paragraph_format.space_before = Pt(before)
    paragraph.paragraph_format.space_after = Pt(after)
