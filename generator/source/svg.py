"""SVG pictures: read, held to what a picture may hold, and written anew from that alone."""

import base64
import binascii
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.diagnostics import Refusal, RefusalError, Rule
from generator.model.picture import PictureFacts
from generator.source import svg_allowed as allowed
from generator.source.raster import NO_PICTURE, examine
from generator.source.svg_allowed import NotAllowedError
from generator.source.svg_hidden import remove_hidden
from generator.source.svg_pictures import FORMS, without_notes
from generator.source.svg_size import size_of

if TYPE_CHECKING:
    from lxml import etree

ACTIVE = Rule(
    "picture-active",
    "The picture “{file}” holds “{found}”, which may run, fetch something or lead elsewhere.",
    "Save it as plain SVG, or as PNG.",
)
LINKED_PICTURE = Rule(
    "picture-linked",
    "The drawing “{file}” shows the photograph “{found}”, which does not lie in it: it is only "
    "linked, and nobody else would see it.",
    "Embed it (Illustrator: Links, Embed Image; Inkscape: Extensions, Images, Embed Images) and "
    "save the drawing again; or use the photograph itself.",
)
SWELLING = Rule(
    "drawing-too-large",
    "The drawing “{file}” is more than pages and presses can draw: it has too many parts or "
    "letters, parts that hold themselves, or effects without end.",
    "Make it simpler in the drawing program (fewer points, no traced photograph), "
    "or save it as PNG.",
)
_SVG, _XLINK = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"
_EMPTY = f'<svg xmlns="{_SVG}"/>'
_XML, _XHTML = "http://www.w3.org/XML/1998/namespace", "http://www.w3.org/1999/xhtml"
_ENTITY, _SHEET = "!ENTITY", "xml-stylesheet"
_HREF = frozenset({"href", f"{{{_XLINK}}}href"})
_KEPT = frozenset({f"{{{_XML}}}space", f"{{{_XML}}}lang"})
_DATA = re.compile(r"data:image/(?:png|jpe?g);base64,([A-Za-z0-9+/=\s]+)")
_WITHIN = re.compile(r"\s*data:", re.IGNORECASE)
_PART = re.compile(r"#([\w.:-]+)")
_NUMBER = re.compile(r"(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d{1,9})?")
_MOST_BYTES = 10_000_000  # above, lxml stops in the middle of a value
_MOST_DRAWN = 50_000  # elements, each counted as often as it is used
_MOST_OF_EFFECT = 10_000  # steps, pixels or degrees; programs write tens of them
_MOST_SHOWN = 60  # letters
_MOST_SAID = 300  # attributes of an element; there are some two hundred names


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawing whose size is known; `data` is SVG of nothing but what draws."""

    picture: PictureFacts
    data: bytes


class _SwellingError(ValueError):
    """There is more of it than anything can draw."""


def drawing(data: bytes, *, with_parts: bool = False) -> Drawing | Refusal:
    """What a file draws, or why it is not used; `with_parts` keeps those for other files to use."""
    from lxml import etree

    if len(data) > _MOST_BYTES:
        return Refusal(SWELLING)
    try:
        read = as_authored(data)
        _refuse_around(read)
        root = _copy(read)
        remove_hidden(root, with_parts=with_parts)
        picture = PictureFacts(*size_of(root), "SVG")
        _refuse_swelling(root)
    except NotAllowedError as error:
        return Refusal(ACTIVE, {"found": error.found})
    except RefusalError as error:
        return error.refusal
    except (etree.LxmlError, LookupError, ValueError, RecursionError) as error:
        swells = getattr(error, "code", 0) == etree.ErrorTypes.ERR_RESOURCE_LIMIT
        swells |= isinstance(error, RecursionError | _SwellingError)
        return Refusal(SWELLING if swells else NO_PICTURE)
    return Drawing(picture, etree.tostring(root, encoding="utf-8"))


def as_authored(data: bytes) -> "etree._Element":
    """All that a file says, also what no picture may hold. Raises lxml's errors."""
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True
    )
    return etree.fromstring(data, parser)


def _refuse_around(root: "etree._Element") -> None:
    """What stands before the drawing: entities, and style sheets from elsewhere."""
    if getattr(root.getroottree().docinfo.internalDTD, "entities", list)():
        raise NotAllowedError(_ENTITY)
    for before in root.itersiblings(preceding=True):
        if getattr(before, "target", "") == _SHEET:
            raise NotAllowedError(_SHEET)


def _copy(root: "etree._Element") -> "etree._Element":
    """The drawing of what the lists allow; what drawing programs keep for themselves is left out.

    Raises:
        NotAllowedError: something else stands in it.
        ValueError: it is no drawing.
    """
    from lxml import etree

    if _names(root) != (_SVG, "svg"):
        raise ValueError(root.tag)
    made = etree.fromstring(_EMPTY)
    for key, text in _attributes(root):
        made.set(key, text)
    if sum(1 for _ in root.iter()) >= _MOST_DRAWN:
        raise _SwellingError
    left = [(root, made)]
    while left:
        source, target = left.pop()
        name = _names(source)[1]
        if name in allowed.WORDS:
            target.text = source.text
        elif name == "style":
            target.text = allowed.sheet("".join(map(str, source.itertext())))
            continue
        for child in source:
            if kept := _named(child):
                below = etree.SubElement(target, f"{{{_SVG}}}{kept}", dict(_attributes(child)))
                left.append((child, below))
            if name in allowed.WORDS:
                _carry(child.tail or "", target)
    return made


def _carry(words: str, target: "etree._Element") -> None:
    """Words that stand after what was copied last."""
    if len(target):
        target[-1].tail = (target[-1].tail or "") + words
    else:
        target.text = (target.text or "") + words


def _names(element: "etree._Element") -> tuple[str, str]:
    """Namespace and name; a drawing that forgot to say so is SVG all the same."""
    if not isinstance(element.tag, str):  # an entity or an instruction
        return "", ""
    space, _, name = element.tag.rpartition("}")
    return space.removeprefix("{") or _SVG, name


def _named(element: "etree._Element") -> str:
    """The name of an element that draws; nothing of what only a drawing program reads."""
    space, name = _names(element)
    if space == _XHTML or (space == _SVG and name not in allowed.ELEMENTS | {"metadata"}):
        raise NotAllowedError(name)
    if not name and not hasattr(element, "target"):
        raise NotAllowedError(str(element))
    return name if space == _SVG and name in allowed.ELEMENTS else ""


def _attributes(element: "etree._Element") -> Iterator[tuple[str, str]]:
    is_effect = _names(element)[1] in allowed.EFFECTS
    for key, text in _given(element).items():
        if key.casefold().startswith("on"):
            raise NotAllowedError(key)
        if is_effect and any(float(n) > _MOST_OF_EFFECT for n in _NUMBER.findall(text)):
            raise _SwellingError
        if key in _HREF:
            yield "href", _address(element, text)
        elif key == "style":
            yield key, allowed.declarations(text)
        elif key in _KEPT or key.startswith("aria-"):
            yield key, text
        elif key in allowed.ATTRIBUTES:
            yield key, allowed.value(text)


def _given(element: "etree._Element") -> dict[str, str]:
    if len(element.attrib) > _MOST_SAID:
        raise _SwellingError
    return {str(key): str(text) for key, text in element.attrib.items()}


def _address(element: "etree._Element", text: str) -> str:
    """A part of the same drawing, or a picture that lies in it. Raises RefusalError otherwise."""
    if re.fullmatch(r"#[\w.:-]+", text.strip()):
        return text.strip()
    if (held := _DATA.fullmatch(text.strip())) and _names(element)[1] == "image":
        try:
            seen = examine(data := base64.b64decode(held[1]), FORMS)
        except binascii.Error:
            raise NotAllowedError(text) from None
        if isinstance(seen, PictureFacts):
            return without_notes(text.strip(), data)
    if _names(element)[1] == "image" and not _WITHIN.match(text):
        raise RefusalError(Refusal(LINKED_PICTURE, {"found": _shortened(text)}))
    raise NotAllowedError(text)


def _shortened(address: str) -> str:
    """The end of an address, by which people know a file."""
    return " ".join(address.split())[-_MOST_SHOWN:]


def _refuse_swelling(root: "etree._Element") -> None:
    """Parts that use parts that use parts: a few lines of them draw for ever."""
    parts = {name: each for each in root.iter() if (name := each.get("id"))}
    known: dict[str, int] = {}

    def drawn(element: "etree._Element") -> int:
        return min(_MOST_DRAWN, sum(1 + sum(map(used, _uses(each))) for each in element.iter()))

    def used(name: str) -> int:
        if name in parts and name not in known:
            known[name] = _MOST_DRAWN  # by itself: for ever
            known[name] = drawn(parts[name])
        return known.get(name, 0)

    if drawn(root) >= _MOST_DRAWN:
        raise _SwellingError


def _uses(element: "etree._Element") -> list[str]:
    return [name for text in _given(element).values() for name in _PART.findall(text)]
