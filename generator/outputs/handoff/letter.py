"""The covering letter, laid out as Decree 30/2020/NĐ-CP, Appendix I, has it.

The office that sends it gives it its number, place and day, and who signs: these are left blank.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.catalogue import words
from generator.model.partner import DatedName
from generator.outputs.handoff.papers import PackContents
from generator.text.official import GREETING, OfficialHead, fixed_parts
from generator.text.word import blank, docx_bytes
from generator.text.word.official_parts import add_foot, add_greeting, add_head, add_text
from generator.text.word.page_setup import number_pages
from generator.vietnamese.dates import format_long_date

TEMPLATE = "letter"
NUMBER = "Số:          /"


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
            **fixed_parts(),
            "title": self.title,
            "parent": self.parent,
            "body_name": self.body,
            "number": NUMBER,
            "subject": self.subject,
            "to": self.to,
            "paragraphs": self.paragraphs,
            "copies": self.copies,
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
    if not contents.pack.lines:
        return words(
            "1. The timetable: no line of the quarter is left with you; it says where each that "
            "you were told of is now (PDF, calendar)."
        )
    count = len(contents.pack.held_lines)
    cancelled = len(contents.pack.lines) - count
    if not count:
        return words(
            "1. The timetable: all that you were to do in the quarter is cancelled, {count} lines "
            "(PDF, spreadsheet, calendar).",
            count=cancelled,
        )
    text = (
        "1. The timetable: {count} lines (PDF, spreadsheet, calendar){more}."
        if contents.pack.is_released
        else "1. The proposed timetable, not released yet: {count} lines (PDF, spreadsheet, "
        "calendar){more}; no day or hour of it is agreed with anybody."
    )
    more = words(", and {count} that are cancelled", count=cancelled) if cancelled else ""
    more += words(", with your deadlines") if contents.pack.deadlines else ""
    return words(text, count=count, more=more)


def _handed(contents: PackContents) -> str:
    """How many pieces go with it; a letter never calls approved what is only an example."""
    if not contents.pack.wanted_lines:
        return words("2. No piece goes with it: none is to be handed on in the quarter.")
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
    add_head(made, OfficialHead(letter.parent, letter.body, NUMBER, letter.subject))
    add_greeting(made, f"{GREETING} {letter.to}")
    for text in letter.paragraphs:
        add_text(made, text)
    add_foot(made, letter.copies)
    return docx_bytes(made)
