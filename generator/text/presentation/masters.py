"""How slides look: the master and its layouts in Open XML, drawn from the brand.

Slides are 13.333 × 7.5 inches; all lengths here are points. Paper is the ground, with a floor of
leaf green that runs off both sides and bears the name of the deck and the number of the slide;
cover, chapters and what stands large are on a field of one colour. Arial is on every computer of a
class and has all Vietnamese letters; the face of the brand is not, and would be exchanged for any.
"""

from dataclasses import dataclass
from typing import Final

from generator.text.deck import LEAST_LETTERS, Kind

WIDTH: Final = 960
HEIGHT: Final = 540
FLOOR: Final = 28
MARGIN: Final = 48
FACE: Final = "Arial"
EMU: Final = 12_700
"""Of the lengths of Open XML in a point."""
TITLE_LETTERS: Final = 40
SMALL_PRINT: Final = 14
COUNT: Final = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"
"""The name of the field that counts slides."""

_NAMESPACES: Final = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
_GROUP: Final = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'
)


@dataclass(frozen=True, slots=True)
class SlideBox:
    """A rectangle on a slide, in points."""

    x: float
    y: float
    width: float
    height: float

    @property
    def xml(self) -> str:
        """Its place and size in Open XML."""
        x, y, cx, cy = (round(v * EMU) for v in (self.x, self.y, self.width, self.height))
        return f'<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{cx}" cy="{cy}"/></a:xfrm>'


_WHOLE: Final = WIDTH - 2 * MARGIN
_BODY_TOP: Final = 128
_BODY_HEIGHT: Final = HEIGHT - FLOOR - _BODY_TOP - 16
TITLE_BOX: Final = SlideBox(MARGIN, 28, _WHOLE, 92)
BODY_BOX: Final = SlideBox(MARGIN, _BODY_TOP, _WHOLE, _BODY_HEIGHT)
HALF_BOX: Final = SlideBox(MARGIN, _BODY_TOP, 448, _BODY_HEIGHT)
PICTURE_BOX: Final = SlideBox(MARGIN + 464, _BODY_TOP, _WHOLE - 464, _BODY_HEIGHT)
"""Beside the words."""
COVER_DRAWING: Final = SlideBox(WIDTH - 480, HEIGHT - 480, 480, 480)
"""Its floor is the lower edge of the slide."""
DIAGRAM_BOX: Final = SlideBox(WIDTH - 560, 0, 560, HEIGHT)
"""From edge to edge, so that the words of a diagram are read, too."""
DIAGRAM_CREDIT: Final = SlideBox(MARGIN, HEIGHT - 64, 320, 40)


@dataclass(frozen=True, slots=True)
class _Text:
    """A placeholder: its kind and place, the points and colour of its letters."""

    kind: str
    number: int
    box: SlideBox
    letters: int
    colour: str
    is_bold: bool = False
    anchor: str = "t"

    @property
    def xml(self) -> str:
        named = f'type="{self.kind}"' if self.kind else ""
        index = f' idx="{self.number}"' if self.number else ""
        style = f'<a:lvl1pPr><a:defRPr sz="{self.letters * 100}" b="{int(self.is_bold)}">'
        style += f"{_ink(self.colour)}</a:defRPr></a:lvl1pPr>"
        return (
            f'<p:sp><p:nvSpPr><p:cNvPr id="{10 + self.number}" name="{self.kind or "text"}"/>'
            f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph {named}{index}/></p:nvPr>'
            f"</p:nvSpPr><p:spPr>{self.box.xml}</p:spPr><p:txBody>"
            f'<a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="{self.anchor}"><a:noAutofit/>'
            f"</a:bodyPr><a:lstStyle>{style}</a:lstStyle><a:p>{self._sample}</a:p></p:txBody></p:sp>"
        )

    @property
    def _sample(self) -> str:
        """What stands in it as long as nothing is typed: of a number the field that counts."""
        if self.kind != "sldNum":
            return '<a:r><a:rPr lang="vi-VN"/><a:t>…</a:t></a:r>'
        return f'<a:fld id="{COUNT}" type="slidenum"><a:rPr lang="vi-VN"/><a:t>‹#›</a:t></a:fld>'


def _ink(colour: str) -> str:
    return f'<a:solidFill><a:schemeClr val="{colour}"/></a:solidFill>'


def _background(colour: str) -> str:
    return f"<p:bg><p:bgPr>{_ink(colour)}<a:effectLst/></p:bgPr></p:bg>"


_FLOOR: Final = (
    '<p:sp><p:nvSpPr><p:cNvPr id="2" name="floor"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr>'
    f"<p:spPr>{SlideBox(0, HEIGHT - FLOOR, WIDTH, FLOOR).xml}"
    f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{_ink("accent1")}<a:ln><a:noFill/></a:ln>'
    '</p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="vi-VN"/></a:p>'
    "</p:txBody></p:sp>"
)
_FOOT: Final = HEIGHT - FLOOR
FOOT_TEXTS: Final = (
    _Text("ftr", 11, SlideBox(MARGIN, _FOOT, 700, FLOOR), SMALL_PRINT, "bg1", anchor="ctr"),
    _Text("sldNum", 12, SlideBox(WIDTH - 108, _FOOT, 60, FLOOR), SMALL_PRINT, "bg1", anchor="ctr"),
)
_TITLE: Final = _Text("title", 0, TITLE_BOX, TITLE_LETTERS, "accent1", is_bold=True, anchor="b")
_LETTERS: Final = 32
_BODY: Final = _Text("body", 1, BODY_BOX, _LETTERS, "tx1")
_HALF: Final = _Text("body", 1, HALF_BOX, _LETTERS, "tx1")

LAYOUTS: Final[dict[Kind, str]] = {
    "cover": "Trang bìa",
    "chapter": "Mở phần",
    "large": "Chữ lớn",
    "words": "Tiêu đề và chữ",
    "picture": "Chữ và hình",
    "diagram": "Hình lớn",
}
"""The layout of each kind of slide, as the menu of the program names it."""
_FIELDS: Final[dict[Kind, str]] = {
    **dict.fromkeys(("cover", "chapter", "large"), "accent1"),
    "diagram": "bg1",
}
"""The ground of what stands without the floor."""
_TYPES: Final[dict[Kind, str]] = {"cover": "title", "chapter": "secHead", "large": "obj"}
_TEXTS: Final[dict[Kind, tuple[_Text, ...]]] = {
    "cover": (
        _Text("ctrTitle", 0, SlideBox(MARGIN, 60, 424, 200), 48, "bg1", is_bold=True, anchor="b"),
        _Text("subTitle", 1, SlideBox(MARGIN, 280, 424, 220), LEAST_LETTERS, "bg1"),
    ),
    "chapter": (
        _Text(
            "title", 0, SlideBox(MARGIN, 120, _WHOLE, 260), 60, "bg1", is_bold=True, anchor="ctr"
        ),
    ),
    "large": (
        _Text("title", 0, TITLE_BOX, 28, "bg1", anchor="b"),
        _Text("body", 1, SlideBox(MARGIN, 140, _WHOLE, 340), 40, "bg1", is_bold=True, anchor="ctr"),
    ),
    "words": (_TITLE, _BODY, *FOOT_TEXTS),
    "picture": (_TITLE, _HALF, *FOOT_TEXTS),
    "diagram": (
        _Text("title", 0, SlideBox(MARGIN, 72, 332, 360), TITLE_LETTERS, "accent1", is_bold=True),
    ),
}


def layout_xml(kind: Kind) -> str:
    """A layout; fields of one colour go without the floor of the master."""
    field = _FIELDS.get(kind, "")
    texts = "".join(text.xml for text in _TEXTS[kind])
    shown = ' showMasterSp="0"' if field else ""
    sort = f' type="{_TYPES[kind]}"' if kind in _TYPES else ""
    return (
        f'<p:sldLayout {_NAMESPACES}{sort} preserve="1"{shown}><p:cSld name="{LAYOUTS[kind]}">'
        f"{_background(field) if field else ''}<p:spTree>{_GROUP}{texts}</p:spTree></p:cSld>"
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )


def master_parts() -> tuple[str, str]:
    """What is on the master, and the styles of its texts, in Open XML."""
    texts = "".join(text.xml for text in (_TITLE, _BODY, *FOOT_TEXTS))
    shown = f"<p:cSld {_NAMESPACES}>{_background('bg1')}<p:spTree>{_GROUP}{_FLOOR}{texts}"
    title = (
        '<a:lvl1pPr algn="l"><a:lnSpc><a:spcPct val="95000"/></a:lnSpc><a:buNone/>'
        f'<a:defRPr sz="{TITLE_LETTERS * 100}" b="1">{_ink("accent1")}{_FACE}'
        "</a:defRPr></a:lvl1pPr>"
    )
    body = "".join(map(_level, range(1, 10)))
    other = f'<a:lvl1pPr><a:defRPr sz="1800">{_ink("tx1")}{_FACE}</a:defRPr></a:lvl1pPr>'
    styles = (
        f"<p:txStyles {_NAMESPACES}><p:titleStyle>{title}</p:titleStyle>"
        f"<p:bodyStyle>{body}</p:bodyStyle><p:otherStyle>{other}</p:otherStyle></p:txStyles>"
    )
    return f"{shown}</p:spTree></p:cSld>", styles


_FACE: Final = '<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/>'
INDENT: Final = 26
"""Points from the mark of an item to its words."""


def _level(number: int) -> str:
    left, hanging = number * INDENT * EMU, INDENT * EMU
    return (
        f'<a:lvl{number}pPr marL="{left}" indent="-{hanging}"><a:lnSpc><a:spcPct val="100000"/>'
        '</a:lnSpc><a:spcBef><a:spcPct val="30000"/></a:spcBef>'
        '<a:buClr><a:schemeClr val="accent2"/></a:buClr>'
        '<a:buFont typeface="Arial"/><a:buChar char="•"/>'
        f'<a:defRPr sz="{_LETTERS * 100}">{_ink("tx1")}{_FACE}</a:defRPr></a:lvl{number}pPr>'
    )
