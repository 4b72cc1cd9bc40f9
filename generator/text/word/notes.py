"""Footnotes of Word: a small figure in the text, and the note below its page."""

from typing import TYPE_CHECKING, Any

from generator.text.word.runs import Marks, run
from generator.text.word.styles import NOTE, wear

if TYPE_CHECKING:
    from docx.document import Document
    from docx.parts.story import StoryPart
    from docx.text.paragraph import Paragraph

_PART = "/word/footnotes.xml"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_EMPTY = (
    "<w:footnotes {namespace}>"
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r>'
    "</w:p></w:footnote></w:footnotes>"
)
_SETTING = '<w:footnotePr {namespace}><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
_RAISED = Marks(is_superscript=True)


class Notes:
    """Writes the notes of one document."""

    def __init__(self, document: "Document") -> None:
        self._document = document
        self._known: StoryPart | None = None

    def mark(self, paragraph: "Paragraph", number: int, nth: int) -> None:
        """The mark of a note; Word counts first marks itself, in the order that ours have."""
        if nth > 1:
            run(paragraph, str(number), _RAISED)
            return
        self._add(paragraph, "w:footnoteReference").set(_qn("w:id"), str(number))

    def paragraphs(self, number: int, count: int) -> list["Paragraph"]:
        """The paragraphs of a note, the first of which bears its number."""
        from docx.oxml import OxmlElement
        from docx.text.paragraph import Paragraph

        note: Any = OxmlElement("w:footnote")
        note.set(_qn("w:id"), str(number))
        self._part.element.append(note)
        made = []
        for _ in range(count):
            note.append(element := OxmlElement("w:p"))
            paragraph = Paragraph(element, self._part)  # type: ignore[arg-type] # it has a part
            made.append(wear(paragraph, NOTE))
        self._add(made[0], "w:footnoteRef")
        run(made[0], " ")
        return made

    @property
    def _part(self) -> "StoryPart":
        if self._known is None:
            self._known = self._made()
        return self._known

    def _made(self) -> "StoryPart":
        """python-docx knows no footnotes: the part, and what settings say of it."""
        from docx.opc.constants import RELATIONSHIP_TYPE
        from docx.opc.packuri import PackURI
        from docx.oxml import parse_xml
        from docx.oxml.ns import nsdecls
        from docx.parts.story import StoryPart

        empty = parse_xml(_EMPTY.format(namespace=nsdecls("w")))
        part = StoryPart(PackURI(_PART), _KIND, empty, self._document.part.package)
        self._document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
        settings = self._document.settings.element
        compatibility = settings.find(_qn("w:compat"))
        compatibility.addprevious(parse_xml(_SETTING.format(namespace=nsdecls("w"))))
        return part

    def _add(self, paragraph: "Paragraph", name: str) -> Any:  # noqa: ANN401 - an element of lxml
        from docx.oxml import OxmlElement

        made = paragraph.add_run()
        made.font.superscript = True
        element = OxmlElement(name)
        made._r.append(element)  # noqa: SLF001 - python-docx knows no footnotes
        return element


def _qn(name: str) -> str:
    from docx.oxml.ns import qn

    return str(qn(name))
