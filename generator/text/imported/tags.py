"""Which elements of Word show nothing, which only hold others, and the names of some others."""

from typing import Final

from generator.text.imported.package import Node, W

HARMLESS: Final = frozenset(
    f"{W}{name}"
    for name in (
        *(
            "pPr",
            "rPr",
            "tblPr",
            "tblGrid",
            "tblPrEx",
            "trPr",
            "tcPr",
            "sectPr",
            "sdtPr",
            "sdtEndPr",
        ),
        *("smartTagPr", "customXmlPr", "proofErr", "lastRenderedPageBreak", "fldData", "ffData"),
        *("bookmarkStart", "bookmarkEnd", "permStart", "permEnd", "annotationRef"),
        *("commentRangeStart", "commentRangeEnd", "commentReference"),  # comments are told
        *("moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd"),
        *("customXmlInsRangeStart", "customXmlInsRangeEnd", "customXmlDelRangeStart"),
        *("customXmlDelRangeEnd", "customXmlMoveFromRangeStart", "customXmlMoveFromRangeEnd"),
        *("customXmlMoveToRangeStart", "customXmlMoveToRangeEnd"),
        *("footnoteRef", "endnoteRef", "separator", "continuationSeparator", "softHyphen"),
        *("del", "moveFrom", "delText", "delInstrText"),  # what was deleted is told
    )
)
"""Elements that show nothing, or are told elsewhere."""
OPEN: Final = frozenset(
    f"{W}{name}" for name in ("sdt", "customXml", "smartTag", "ins", "moveTo", "dir", "bdo")
)
"""Elements that only hold others."""
NAMES: Final = {
    "pgNum": "a page number",
    **dict.fromkeys(("dayShort", "dayLong", "monthShort", "monthLong"), "a date"),
    **dict.fromkeys(("yearShort", "yearLong"), "a date"),
    "subDoc": "a part of the text that lies in another file",
    "control": "a box or button of a form (ActiveX)",
    "movie": "a film",
    "contentPart": "something written by hand (ink)",
}
"""What a user of Word calls what cannot be taken along."""
OTHER: Final = "something of another program or of a newer Word"


def new_element(tag: str, into: Node = None, attributes: dict[str, str] | None = None) -> Node:
    """A new element, at the end of another one."""
    from lxml import etree

    if into is None:
        return etree.Element(tag, attributes or {})
    return etree.SubElement(into, tag, attributes or {})


def is_drop_cap(paragraph: Node) -> bool:
    """Whether it is the large first letter of the next paragraph."""
    frame = paragraph.find(f"{W}pPr/{W}framePr")
    return frame is not None and frame.get(f"{W}dropCap", "none") != "none"


def has_leader(paragraph: Node) -> bool:
    """Whether a tab of a paragraph draws dots or a line."""
    tabs = paragraph.iterfind(f"{W}pPr/{W}tabs/{W}tab")
    return any(tab.get(f"{W}leader", "none") != "none" for tab in tabs)


def value_of(element: Node, path: str = "") -> str:
    """What an element says, or the one at a path below it («pPr/outlineLvl»); nothing without."""
    child = element.find("/".join(f"{W}{name}" for name in path.split("/"))) if path else element
    return "" if child is None else str(child.get(f"{W}val", ""))
