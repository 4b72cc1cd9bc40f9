"""SVG pictures: their size, and that they neither run scripts nor fetch anything."""

import re
from xml.etree import ElementTree as ET

from generator.diagnostics import Rule
from generator.model.picture import Picture, Refused
from generator.source.raster import NO_PICTURE

ACTIVE = Rule(
    "picture-active",
    "The picture “{file}” holds a script or fetches something from elsewhere.",
    "Save it as plain SVG, or as PNG.",
)

_FETCHING = re.compile(rb"url\((?!\s*['\"]?#)|@import|<\?xml-stylesheet", re.IGNORECASE)
_UNSAFE = frozenset({"script", "foreignObject", "iframe", "set", "animate", "handler"})
_LENGTH = re.compile(r"\s*([\d.]+)\s*(?:px)?\s*")
_MOST = 1_000_000  # pixels of a side
_INSIDE = ("#", "data:image/png", "data:image/jpeg")


def drawing(data: bytes) -> Picture | Refused:
    """The size of an SVG picture, or why it is not used."""
    try:
        return Picture(*svg_size(data), "SVG")
    except ValueError as error:
        return Refused(ACTIVE if str(error) == "active" else NO_PICTURE)


def svg_size(data: bytes) -> tuple[int, int]:
    """Width and height in CSS pixels.

    Raises:
        ValueError: "form" when it is no SVG or has no size, "active" when it holds a script, an
            event handler, a document type or a reference to something outside of itself.
    """
    if b"\0" in data:  # UTF-16, in which what follows would not be seen
        raise ValueError("form")  # noqa: EM101 - a stable reason, not a message
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data or _FETCHING.search(data):
        raise ValueError("active")  # noqa: EM101
    try:
        root = ET.fromstring(data)  # noqa: S314 - no document type, so no entities
    except ET.ParseError:
        raise ValueError("form") from None  # noqa: EM101
    if any(_is_active(element) for element in root.iter()):
        raise ValueError("active")  # noqa: EM101
    return _size(root)


def _is_active(element: ET.Element) -> bool:
    if str(element.tag).rpartition("}")[2] in _UNSAFE:
        return True
    for key, value in element.attrib.items():
        name = key.rpartition("}")[2].casefold()
        if name.startswith("on") or (name in {"href", "src"} and not value.startswith(_INSIDE)):
            return True
    return False


def _size(root: ET.Element) -> tuple[int, int]:
    box = re.split(r"[\s,]+", root.get("viewBox", "").strip())
    sides = [_LENGTH.fullmatch(root.get(side, "")) for side in ("width", "height")]
    try:
        if len(box) == 4:  # noqa: PLR2004 - left, top, width, height
            width, height = float(box[2]), float(box[3])
        else:
            width, height = (float(side[1]) if side else 0 for side in sides)
    except ValueError:
        width = height = 0
    if not (root.tag.endswith("svg") and 1 <= width < _MOST and 1 <= height < _MOST):
        raise ValueError("form")  # noqa: EM101
    return round(width), round(height)
