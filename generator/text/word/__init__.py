"""Word documents from the one tree: A4, Vietnamese, styles of their own, the same bytes each time.

`blank` opens a document, `line` and `write` fill it, `docx_bytes` gives its bytes.
"""

import io
from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING

from generator.model import ziparchive
from generator.model.ziparchive import office_bytes
from generator.text.word.inline_pictures import WordPicture
from generator.text.word.list_numbering import make_lists
from generator.text.word.runs import printable, run
from generator.text.word.styles import make_styles
from generator.text.word.tree_writer import line, write

if TYPE_CHECKING:
    from docx.document import Document

__all__ = ["EPOCH", "WordPicture", "blank", "docx_bytes", "line", "printable", "run", "write"]

EPOCH = datetime(*ziparchive.EPOCH, tzinfo=UTC)
"""The day that stands for none."""

_LONGEST_PROPERTY = 255  # characters; OPC, Core Properties, as Word reads them
_FOREIGN = ("/thumbnail", "/stylesWithEffects", "/customXml")
"""Relations to parts of python-docx's template that say something of its own."""
_SETTINGS = (
    '<w:settings {namespace}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
    '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting '
    'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    '</w:compat><w:themeFontLang w:val="vi-VN"/><w:decimalSymbol w:val=","/>'
    '<w:listSeparator w:val=";"/></w:settings>'
)


def blank(title: str, *, author: str = "", landscape: bool = False) -> "Document":
    """An empty document with our styles.

    A4 with the margins of administrative documents (Decree 30/2020/NĐ-CP, Appendix I): top and
    bottom 20 mm, left 30 mm, right 20 mm. `author` is the body that answers for it.
    """
    from docx import Document

    document = Document(io.BytesIO(_styled()))
    _page(document, landscape=landscape)
    _properties(document, printable(title), printable(author))
    return document


@cache
def _styled() -> bytes:
    """A document with our styles and lists and nothing else; made once, since each begins as it."""
    from docx import Document

    document, data = Document(), io.BytesIO()
    _strip(document)
    make_styles(document)
    make_lists(document)
    document.save(data)
    return data.getvalue()


def docx_bytes(document: "Document", saved_on: datetime = EPOCH) -> bytes:
    """The bytes of a document: the same for the same content, whenever they are made.

    `saved_on` is the day that a record gives it, as its properties show it.
    """
    document.core_properties.created = document.core_properties.modified = saved_on
    data = io.BytesIO()
    document.save(data)
    return office_bytes(data.getvalue())


def _page(document: "Document", *, landscape: bool) -> None:
    from docx.enum.section import WD_ORIENT
    from docx.shared import Mm

    section = document.sections[0]
    sides = (Mm(297), Mm(210)) if landscape else (Mm(210), Mm(297))
    section.page_width, section.page_height = sides
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.top_margin = section.bottom_margin = section.right_margin = Mm(20)
    section.left_margin = Mm(30)
    section.header_distance = section.footer_distance = Mm(10)


def _properties(document: "Document", title: str, author: str) -> None:
    """What Word shows of a file; the template's own author and remark go."""
    properties = document.core_properties
    title, author = _cut(title), _cut(author)
    properties.title, properties.author = title, author
    properties.last_modified_by, properties.comments, properties.keywords = author, "", ""
    properties.language, properties.revision = "vi-VN", 1


def _cut(text: str) -> str:
    """As much of a text as a property holds, in whole words."""
    if len(text) <= _LONGEST_PROPERTY:
        return text
    return f"{text[:_LONGEST_PROPERTY].rpartition(' ')[0]}…"[:_LONGEST_PROPERTY]


def _strip(document: "Document") -> None:
    """Take what the template says of itself: its thumbnail, old styles and settings."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    for relations in (document.part.package.rels, document.part.rels):
        for key, relation in list(relations.items()):
            if relation.reltype.endswith(_FOREIGN):
                del relations[key]
    settings = document.settings.element
    for child in list(settings):
        settings.remove(child)
    settings.extend(list(parse_xml(_SETTINGS.format(namespace=nsdecls("w")))))
