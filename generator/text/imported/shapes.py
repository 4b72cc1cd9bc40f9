"""Pictures and words in what is drawn: inline pictures, shapes, text boxes, WordArt."""

import posixpath
from collections.abc import Iterator
from typing import Final, NamedTuple

from generator.diagnostics import Rule
from generator.text.imported.change_log import CROPPED_PICTURE, PICTURE_CHANGED
from generator.text.imported.package import Node, Package, W
from generator.text.imported.tags import new_element

A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
V: Final = "{urn:schemas-microsoft-com:vml}"
OFFICE: Final = "{urn:schemas-microsoft-com:office:office}"
R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WP: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_RELATION: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_TURNS, _AS_IT_IS = ("rot", "flipH", "flipV"), {"0", "false"}
_CROPS: Final = ("l", "t", "r", "b")
_OLD_CROPS: Final = ("cropleft", "croptop", "cropright", "cropbottom")
_SEEN: Final = 0.005


class Relation(NamedTuple):
    """What a part of the document speaks of by an id: another part, or an address outside."""

    target: str
    is_outside: bool


def relations(package: Package, part: str) -> dict[str, Relation]:
    """The relations of a part by their ids; the targets that are parts by their full names."""
    folder, name = posixpath.split(part)
    root = package.root(f"{folder}/_rels/{name}.rels")
    found = {}
    for each in root.iter(_RELATION) if root is not None else ():
        target, outside = each.get("Target", ""), each.get("TargetMode") == "External"
        if not outside:
            target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        found[each.get("Id", "")] = Relation(target, outside)
    return found


class DrawnPart(NamedTuple):
    """A picture, or the paragraphs or bare words of a box."""

    element: Node
    kind: str  # picture, box, words
    text: str = ""
    is_cropped: bool = False
    is_changed: bool = False  # turned, mirrored or recoloured

    @property
    def remarks(self) -> list[Rule]:
        """What Word shows otherwise than the file of the picture."""
        told = {CROPPED_PICTURE: self.is_cropped, PICTURE_CHANGED: self.is_changed}
        return [rule for rule, holds in told.items() if holds]


def parts(element: Node) -> Iterator[DrawnPart]:
    """What is to be seen or read in a drawing, in order; what is in a box is the box's own."""
    alt = ""
    for node in _walk(element):
        if node.tag == f"{WP}docPr":
            alt = str(node.get("descr") or node.get("title") or "")
        elif node.tag == f"{A}blip":
            is_cropped = _is_cropped(node.getnext(), _CROPS)
            yield DrawnPart(node, "picture", alt, is_cropped, _is_changed(node))
        elif node.tag == f"{V}imagedata":
            alt = str(node.get(f"{OFFICE}title") or alt or _alt(node))
            yield DrawnPart(node, "picture", alt, _is_cropped(node, _OLD_CROPS))
        elif node.tag == f"{W}txbxContent":
            yield DrawnPart(node, "box")
        elif node.tag == f"{V}textpath" and node.get("string"):
            yield DrawnPart(node, "words", node.get("string"))
        elif node.tag == f"{A}txBody":
            yield DrawnPart(node, "words", " ".join(_lines(node)))


def is_bare_shape(node: Node) -> bool:
    """Whether something is drawn there without words or a picture: a bar over a face, an arrow."""
    if str(node.tag).endswith("wordprocessingShape}wsp"):
        return next(node.iter(f"{W}txbxContent"), None) is None
    is_old = node.tag in {f"{V}rect", f"{V}oval", f"{V}roundrect", f"{V}shape"}
    held = (f"{V}imagedata", f"{W}txbxContent", f"{V}textpath")
    return is_old and node.get(f"{OFFICE}hr") is None and next(node.iter(*held), None) is None


def _walk(element: Node) -> Iterator[Node]:
    yield element
    if element.tag in {f"{W}txbxContent", f"{A}txBody"}:
        return
    for child in element:
        if child.tag == f"{MC}AlternateContent":
            choice = child.find(f"{MC}Choice")
            if choice is not None:
                yield from _walk(choice)
        elif isinstance(child.tag, str):
            yield from _walk(child)


def _alt(node: Node) -> str:
    return str(node.getparent().get("alt", "")) if node.getparent() is not None else ""


def _lines(node: Node) -> Iterator[str]:
    for line in node.iter(f"{A}p"):
        yield "".join(text.text or "" for text in line.iter(f"{A}t"))


def _is_cropped(node: Node, sides: tuple[str, ...]) -> bool:
    """Whether a side of a picture is cut off; LibreOffice writes shares that nobody sees."""
    if node is None or node.tag not in {f"{A}srcRect", f"{V}imagedata"}:
        return False
    return any(_share(node.get(side, "0")) > _SEEN for side in sides)


def _is_changed(blip: Node) -> bool:
    """Whether Word shows a picture turned, mirrored or in other colours than its file has."""
    holder = blip.getparent().getparent() if blip.getparent() is not None else None
    placed = holder.iter(f"{A}xfrm") if holder is not None else ()
    turned = any(frame.get(key, "0") not in _AS_IT_IS for frame in placed for key in _TURNS)
    return turned or any(child.tag != f"{A}extLst" for child in blip)


def _share(value: str) -> float:
    """Which share of a side is cut off: 1/100,000 in new drawings, 1/65,536 or 0.1 in old ones."""
    try:
        if value.endswith("%"):
            return float(value[:-1]) / 100
        if value.endswith("f"):
            return float(value[:-1]) / 65_536
        return float(value) / (1 if "." in value else 100_000)
    except ValueError:
        return 0.0


def picture_part(package: Package, relations: dict[str, Relation], element: Node) -> str:
    """The part that holds a picture; empty where it lies outside of the document or is gone."""
    embedded = element.get(f"{R}embed") or element.get(f"{R}id") or ""
    relation = relations.get(embedded)
    held = relation is not None and not relation.is_outside and relation.target in package.parts
    return relation.target if held and relation is not None else ""


def led_to(element: Node, relations: dict[str, Relation]) -> str:
    """The address to which a picture leads, by itself or within a link; empty if to none."""
    around = element.iterancestors(f"{W}hyperlink")
    names = [node.get(f"{R}id", "") for node in (*element.iter(f"{A}hlinkClick"), *around)]
    found = (relations.get(name) for name in names)
    addresses = [each.target for each in found if each is not None and each.is_outside]
    addresses += [node.get("href", "") for node in element.iter() if str(node.tag).startswith(V)]
    return next(filter(None, addresses), "")


def lettering(text: str) -> Node:
    """A box with bare words in it, as a paragraph of its own."""
    holder = new_element(f"{W}txbxContent")
    new_element(f"{W}t", new_element(f"{W}r", new_element(f"{W}p", holder))).text = text
    return holder


def is_chart(element: Node) -> bool:
    """Whether a chart is in it."""
    kinds = (data.get("uri", "") for data in element.iter(f"{A}graphicData"))
    return any("chart" in kind for kind in kinds)
