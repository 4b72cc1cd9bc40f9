"""Headings that no style of a known name makes: by their level in the outline of the document."""

from generator.text.imported.package import Node, Package, W, text_of
from generator.text.imported.places import Places
from generator.text.imported.styles import level_of

_LEVELS = 9  # Word's tenth level is body text


def levels_of_styles(package: Package) -> dict[str, int]:
    """The level, from 1, of each style that is a heading by itself or by what it is based on."""
    root = package.root("word/styles.xml")
    styles = {} if root is None else {s.get(f"{W}styleId", ""): s for s in root.iter(f"{W}style")}
    found = {_value(style, "name"): _level(style, styles) for style in styles.values()}
    return {name: level for name, level in found.items() if level}


def outlined(package: Package) -> dict[int, tuple[str, int]]:
    """By their numbers, the words and levels of paragraphs that were lifted without a style."""
    places = Places(package)
    return {
        places.of(paragraph).line: (text_of(paragraph), level)
        for paragraph in places
        if (level := _own(paragraph)) and text_of(paragraph).strip()
    }


def _level(style: Node, styles: dict[str, Node]) -> int:
    seen: set[str] = set()
    while style is not None and (name := _value(style, "name")) not in seen:
        seen.add(name)
        if level := level_of(name) or _own(style):
            return level
        style = styles.get(_value(style, "basedOn"))
    return 0


def _own(element: Node) -> int:
    outline = element.find(f"{W}pPr/{W}outlineLvl")
    value = "" if outline is None else outline.get(f"{W}val", "")
    return int(value) + 1 if value.isdecimal() and int(value) < _LEVELS else 0


def _value(style: Node, name: str) -> str:
    child = style.find(f"{W}{name}")
    return "" if child is None else str(child.get(f"{W}val", ""))
