"""Margins and page numbers of documents for partners."""

from typing import TYPE_CHECKING

from generator.text.word.runs import run
from generator.text.word.styles import NOTE, wear

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

SIZE = 13  # points
APART = 8  # points between a title above every page and the text


def narrow(document: "Document") -> None:
    """More room than in a letter: a sheet is filed on the left, and its tables are wide."""
    from docx.shared import Mm

    section = document.sections[0]
    section.left_margin, section.right_margin = Mm(20), Mm(16)


def number_pages(document: "Document", title: str = "") -> None:
    """Numbers in the middle of the upper margin, none on the first page; a title below them.

    Decree 30/2020/NĐ-CP, Appendix I: Arabic figures, size 13 to 14, upright.
    """
    from docx.shared import Pt

    section = document.sections[0]
    section.different_first_page_header_footer = True
    _ = section.first_page_header.paragraphs[0].text  # an empty one of its own
    _number(section.header.paragraphs[0])
    if title:
        below = wear(section.header.add_paragraph(), NOTE)
        below.paragraph_format.space_after = Pt(APART)
        run(below, title)


def _number(paragraph: "Paragraph") -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Pt

    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        run = paragraph.add_run()
        run.font.size = Pt(SIZE)
        element = OxmlElement("w:instrText" if text else "w:fldChar")
        if text:
            element.text = text
        else:
            element.set(qn("w:fldCharType"), kind)
        run._r.append(element)  # noqa: SLF001 - python-docx makes no fields
