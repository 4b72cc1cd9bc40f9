"""What stands above and below every page of a Word document."""

from typing import TYPE_CHECKING

from generator.text.word.runs import run
from generator.text.word.styles import NOTE, wear

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph


def head(document: "Document", text: str) -> None:
    """Words above every page."""
    paragraph = document.sections[0].header.paragraphs[0]
    wear(paragraph, NOTE)
    run(paragraph, text)


def foot(document: "Document", text: str) -> None:
    """Words below every page, and which page of how many it is."""
    paragraph = document.sections[0].footer.paragraphs[0]
    wear(paragraph, NOTE)
    run(paragraph, f"{text} ")
    _field(paragraph, "PAGE")
    run(paragraph, "/")
    _field(paragraph, "NUMPAGES")


def _field(paragraph: "Paragraph", name: str) -> None:
    """A number that Word reckons."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), name)
    paragraph._p.append(field)  # noqa: SLF001 - python-docx has no fields
    shown = paragraph.add_run("1")
    field.append(shown._r)  # noqa: SLF001
