"""How words look, by themselves and through the styles of the document."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.text.imported.package import Node, Package, W
from generator.text.imported.style_names import level_of
from generator.text.imported.tags import value_of

_OFF = frozenset({"0", "false", "off", "none"})
_LEVELS = 9  # Word's tenth level is body text
_PLAIN = frozenset({"", "auto", "000000", "none", "clear"})
_WHITE = "FFFFFF"
_COLOURED = (f"{W}tbl", f"{W}txbxContent")  # what has a colour of its own behind its words
_TINY = 6  # half points
_DRESS = ("u", "color", "highlight", "shd")


@dataclass(frozen=True, slots=True)
class CharacterFormat:
    """What of the look of a run is carried over, or has to be told."""

    bold: bool = False
    italic: bool = False
    struck: bool = False
    script: str = ""
    caps: bool = False
    is_hidden: bool = False
    font: str = ""
    is_dressed: bool = False
    """Whether its character style underlines, colours or marks it."""


PLAIN = CharacterFormat()


class CharacterFormats:
    """The styles of one document."""

    def __init__(self, package: Package) -> None:
        root = package.root("word/styles.xml")
        styles = () if root is None else root.iter(f"{W}style")
        self._styles = {style.get(f"{W}styleId", ""): style for style in styles}
        self._default = self._usual()
        defaults = None if root is None else root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        self._base = {child.tag: child for child in defaults} if defaults is not None else {}
        self._known: dict[str, dict[object, Node]] = {}

    def name(self, paragraph: Node) -> str | None:
        """The name of the style of a paragraph, None where it has none of its own."""
        style = self._styles.get(value_of(paragraph, "pPr/pStyle"))
        return None if style is None else value_of(style, "name")

    def chain(self, identity: str) -> Iterator[Node]:
        """A style and what it is based on."""
        seen: set[str] = set()
        while identity in self._styles and identity not in seen:
            seen.add(identity)
            yield self._styles[identity]
            identity = value_of(self._styles[identity], "basedOn")

    def style_of(self, paragraph: Node) -> str:
        """The id of the style of a paragraph, or the document's usual one."""
        own = value_of(paragraph, "pPr/pStyle")
        return own if own in self._styles else self._default

    def level(self, paragraph: Node) -> int:
        """The level in the outline, from 1, by itself or through its style; 0 for all else."""
        if own := _outline(paragraph):
            return own
        found = (
            level_of(value_of(s, "name")) or _outline(s)
            for s in self.chain(self.style_of(paragraph))
        )
        return next(filter(None, found), 0)

    def face(self, run: Node, style: str) -> CharacterFormat:
        """The look of a run in a paragraph of a style; weight is what the run has of its own."""
        own = {child.tag: child for child in run.iterfind(f"{W}rPr/*")}
        character = self._properties(value_of(run, "rPr/rStyle"))
        marks = character | own
        every = self._base | self._properties(style) | marks
        return CharacterFormat(
            self._weighs("b", own, character, style),
            self._weighs("i", own, character, style),
            _is_on(every, "strike") or _is_on(every, "dstrike"),
            _script(marks),
            _is_on(every, "caps"),
            _is_on(every, "vanish") or _is_tiny(every),
            _font(every.get(f"{W}rFonts")),
            _is_on(character, "smallCaps")
            or any(_shows(character.get(f"{W}{name}")) for name in _DRESS),
        )

    def _weighs(
        self, name: str, own: dict[object, Node], character: dict[object, Node], style: str
    ) -> bool:
        """Whether a run stands out by its weight: bold twice, of both of its styles, is none."""
        if f"{W}{name}" in own:
            return _is_on(own, name)
        return _is_on(character, name) and not _is_on(self._properties(style), name)

    def _properties(self, identity: str) -> dict[object, Node]:
        """The properties of runs that a style gives, those of the nearest style."""
        if identity not in self._known:
            found: dict[object, Node] = {}
            for style in self.chain(identity):
                for child in style.iterfind(f"{W}rPr/*"):
                    found.setdefault(child.tag, child)
            self._known[identity] = found
        return self._known[identity]

    def _usual(self) -> str:
        for identity, style in self._styles.items():
            is_usual = style.get(f"{W}default") in {"1", "true", "on"}
            if is_usual and style.get(f"{W}type") == "paragraph":
                return identity
        return ""


def is_white(element: Node) -> bool:
    """Whether a mark of a run makes words white where nothing dark is known behind them."""
    if element.tag != f"{W}color" or element.get(f"{W}val", "").upper() != _WHITE:
        return False
    around = next(element.iterancestors(f"{W}p"), element)
    is_on_dark = element.getparent().find(f"{W}highlight") is not None
    is_on_dark = is_on_dark or next(around.iter(f"{W}shd"), None) is not None
    return not is_on_dark and next(around.iterancestors(*_COLOURED), None) is None


def _outline(element: Node) -> int:
    value = value_of(element, "pPr/outlineLvl")
    return int(value) + 1 if value.isdecimal() and int(value) < _LEVELS else 0


def _is_on(properties: dict[object, Node], name: str) -> bool:
    element = properties.get(f"{W}{name}")
    return element is not None and element.get(f"{W}val", "1").casefold() not in _OFF


def _is_tiny(properties: dict[object, Node]) -> bool:
    """Whether letters are so small that nobody sees them on paper."""
    size = properties.get(f"{W}sz")
    value = "" if size is None else value_of(size)
    return value.isdecimal() and int(value[:4]) <= _TINY


def _script(properties: dict[object, Node]) -> str:
    """Superscript and subscript, as Word writes them and as LibreOffice does: moved letters."""
    aligned = properties.get(f"{W}vertAlign")
    value = "" if aligned is None else value_of(aligned)
    if value in {"superscript", "subscript"}:
        return value
    moved = properties.get(f"{W}position")
    height = "" if moved is None else str(moved.get(f"{W}val", "0"))
    if height.strip("-+0") == "":
        return ""
    return "subscript" if height.startswith("-") else "superscript"


def _font(fonts: Node) -> str:
    if fonts is None:
        return ""
    return str(fonts.get(f"{W}ascii") or fonts.get(f"{W}hAnsi") or fonts.get(f"{W}cs") or "")


def _shows(element: Node) -> bool:
    if element is None:
        return False
    return str(element.get(f"{W}fill", element.get(f"{W}val", ""))).casefold() not in _PLAIN
