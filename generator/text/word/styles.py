"""The styles of our documents: named in Vietnamese, as a desk calls the parts of a piece.

Times New Roman 13 is what offices and newspapers have, and what Decree 30/2020/NĐ-CP asks for.
"""

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from generator.vietnamese.slugs import slugify

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import ParagraphStyle
    from docx.text.paragraph import Paragraph

FONT = "Times New Roman"
LANGUAGE = "vi-VN"

TITLE = "Tít"
STANDFIRST = "Sapo"
HEADING = "Tiêu đề phụ"
SMALL_HEADING = "Tiêu đề nhỏ"
BODY = "Nội dung"
CAPTION = "Chú thích"
AUTHOR = "Tác giả"
ITEM = "Danh sách"
QUOTE = "Trích dẫn"
PICTURE = "Ảnh"
CELL = "Ô bảng"
NOTE = "Ghi chú"


@dataclass(frozen=True, slots=True)
class StyleLook:
    """How a style looks: size and spaces in pt, indents in mm; `level` is its place in outlines."""

    size: float = 13
    bold: bool = False
    italic: bool = False
    before: float = 0
    after: float = 6
    line: float = 1.15
    align: str = "LEFT"
    indent: float = 0
    level: int | None = None
    keep: bool = False


LOOKS = {
    BODY: StyleLook(),
    TITLE: StyleLook(size=20, bold=True, after=10, line=1.0, level=0, keep=True),
    STANDFIRST: StyleLook(size=14, bold=True, after=10),
    HEADING: StyleLook(size=14, bold=True, before=10, after=4, level=1, keep=True),
    SMALL_HEADING: StyleLook(bold=True, italic=True, before=8, after=4, level=2, keep=True),
    CAPTION: StyleLook(size=12, italic=True, after=10, line=1.0),
    AUTHOR: StyleLook(bold=True, before=6, align="RIGHT"),
    ITEM: StyleLook(after=3),
    QUOTE: StyleLook(indent=10),
    PICTURE: StyleLook(before=6, after=4, line=1.0, align="CENTER", keep=True),
    CELL: StyleLook(size=12, before=2, after=2, line=1.0),
    NOTE: StyleLook(size=12, after=3, line=1.0),
}
BUILT_IN_STYLES = frozenset(
    {"Normal", "Default Paragraph Font", "Normal Table", "No List", "Table Grid"}
    | {"header", "footer", "Header", "Footer"}
)


def make_styles(document: "Document") -> None:
    """Give a new document our styles and no others."""
    for style in list(document.styles.element.style_lst):
        if style.name_val not in BUILT_IN_STYLES:
            document.styles.element.remove(style)
    _defaults(document)
    for name, look in LOOKS.items():
        _add(document, name, look)


@cache
def key(name: str) -> str:
    """The id of one of our styles: what paragraphs bear, which Word shows to nobody."""
    return "".join(part.title() for part in slugify(name).split("-"))


def wear(paragraph: "Paragraph", name: str) -> "Paragraph":
    """The paragraph in one of our styles; python-docx looks through all of them each time."""
    paragraph._p.style = key(name)  # noqa: SLF001
    return paragraph


def wears(paragraph: "Paragraph", name: str) -> bool:
    """Whether it is in that style."""
    return paragraph._p.style == key(name)  # noqa: SLF001


def _defaults(document: "Document") -> None:
    """One font and one language for all that says nothing else."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Pt

    defaults = document.styles.element.find(qn("w:docDefaults"))
    properties = defaults.find(f"{qn('w:rPrDefault')}/{qn('w:rPr')}")
    for child in list(properties):
        properties.remove(child)
    fonts, language = OxmlElement("w:rFonts"), OxmlElement("w:lang")
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), FONT)
    for name, value in (("val", LANGUAGE), ("eastAsia", LANGUAGE), ("bidi", "ar-SA")):
        language.set(qn(f"w:{name}"), value)
    properties.extend((fonts, language))
    normal = document.styles["Normal"]
    normal.font.size, normal.font.name = Pt(LOOKS[BODY].size), FONT


def _add(document: "Document", name: str, look: StyleLook) -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Mm, Pt

    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.element.styleId = key(name)
    style.base_style = document.styles["Normal"]
    style.quick_style, style.hidden, style.priority = True, False, 1
    style.font.size, style.font.bold, style.font.italic = Pt(look.size), look.bold, look.italic
    form = style.paragraph_format
    form.space_before, form.space_after = Pt(look.before), Pt(look.after)
    form.line_spacing = look.line
    form.alignment = getattr(WD_ALIGN_PARAGRAPH, look.align)
    form.left_indent = Mm(look.indent) if look.indent else None
    form.keep_with_next, form.widow_control = look.keep, True
    _outline(style, look.level)


def _outline(style: "ParagraphStyle", level: int | None) -> None:
    """A heading appears in Word's navigation pane."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    if level is None:
        return
    element: Any = style.element
    outline = OxmlElement("w:outlineLvl")
    outline.set(qn("w:val"), str(level))
    element.get_or_add_pPr().append(outline)
