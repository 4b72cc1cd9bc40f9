"""Words in a paragraph of Word, with what marks them."""

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from docx.oxml.text.run import CT_R
    from docx.text.paragraph import Paragraph

_KEPT = ' xml:space="preserve"'
_SIGN = re.compile("([\t\r\n])")
_SIGNS = {"\t": "<w:tab/>", "\r": "<w:br/>", "\n": "<w:br/>"}
_UNPRINTABLE = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Marks:
    """How words are marked; `address` is what they link to, `is_superscript` are small figures."""

    bold: bool = False
    italic: bool = False
    struck: bool = False
    is_superscript: bool = False
    address: str = ""

    def with_(self, mark: str) -> "Marks":
        """These marks and one more: strong, em or s."""
        return replace(
            self,
            bold=self.bold or mark == "strong",
            italic=self.italic or mark == "em",
            struck=self.struck or mark == "s",
        )


PLAIN = Marks()


def printable(text: str) -> str:
    """A text without the characters that XML cannot hold."""
    return _UNPRINTABLE.sub("", text)


def run(paragraph: "Paragraph", text: str, marks: Marks = PLAIN) -> None:
    """Append words to a paragraph; a line end is a line break."""
    text = printable(text)
    if not text:
        return
    made = paragraph.add_run(text)
    if marks == PLAIN:
        return
    made.bold, made.italic = marks.bold or None, marks.italic or None
    made.font.strike, made.font.superscript = marks.struck or None, marks.is_superscript or None
    if marks.address:
        made.font.underline = True
        _link(paragraph, made._r, marks.address)  # noqa: SLF001 - python-docx makes no links


def lines_xml(text: str) -> str:
    """The content of a run as XML: line ends and tabs are elements of their own."""
    return "".join(
        _SIGNS.get(each) or f"<w:t{'' if each == each.strip() else _KEPT}>{escape(each)}</w:t>"
        for each in _SIGN.split(printable(text))
        if each
    )


def _link(paragraph: "Paragraph", element: "CT_R", address: str) -> None:
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    link = OxmlElement("w:hyperlink")
    relation = paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link.set(qn("r:id"), relation)
    link.append(element)
    paragraph._p.append(link)  # noqa: SLF001
