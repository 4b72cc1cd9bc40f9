"""The numbers that Word counts itself, as they are seen: 3., b), Điều 1., II, 1.2."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Final

from generator.text.imported.character_format import CharacterFormats
from generator.text.imported.package import Node, Package, W
from generator.text.imported.tags import value_of
from generator.vietnamese.number_words import in_words
from generator.vietnamese.roman_numerals import in_roman

_PLACE: Final = re.compile(r"%([1-9])")
_MOST = 3_999  # what Roman figures can say
_LETTERS = 26
_LAST_LEVEL = 8
_BULLETED = re.compile(r".+ ([2-5])")  # «List Bullet 2»


@dataclass(frozen=True, slots=True)
class ListMark:
    """The mark of a paragraph of a list.

    `depth` counts from 0. `label` is a mark that is counted, as it is seen, and `number` its
    figure where it counts as Markdown does (1. 2. 3.); a bullet has neither.
    """

    depth: int
    number: int | None = None
    label: str = ""
    is_known: bool = True


@dataclass(frozen=True, slots=True)
class _Level:
    start: int = 1
    form: str = "decimal"
    text: str = ""
    is_legal: bool = False
    restarts: bool = True


@dataclass
class _List:
    """A numbering (w:num): the one that it is of, and the levels on which it begins anew."""

    form: str
    levels: dict[int, _Level]
    starts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """Counts the paragraphs of one document; they must come in order."""

    def __init__(self, package: Package, faces: CharacterFormats) -> None:
        root = package.root("word/numbering.xml")
        self._faces = faces
        self._forms: dict[str, Node] = {}
        self._lists: dict[str, _List] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()
        if root is not None:
            forms = root.iter(f"{W}abstractNum")
            self._forms = {form.get(f"{W}abstractNumId", ""): form for form in forms}
            self._lists = {n.get(f"{W}numId", ""): self._list(n) for n in root.iter(f"{W}num")}

    def item(self, paragraph: Node) -> ListMark | None:
        """The mark of a paragraph, which is counted by this; None where it is of no list."""
        number, depth = self._place(paragraph)
        held = self._lists.get(number)
        if held is None:
            return None
        level = held.levels.get(depth, _Level())
        count = self._count(number, held, depth, level)
        shown = self._depth(paragraph, depth)
        if level.form == "bullet":
            return ListMark(shown)
        label, is_known = self._label(held, level)
        if level.form == "decimal" and level.text.strip() in _plain(depth):
            return ListMark(shown, count, label)
        return ListMark(shown, None, label, is_known) if label else None

    def _count(self, number: str, held: _List, depth: int, level: _Level) -> int:
        counts = self._counts.setdefault(held.form, {})
        if depth in held.starts and (number, depth) not in self._begun:
            counts.pop(depth, None)
        self._begun.add((number, depth))
        start = held.starts.get(depth, level.start)
        counts[depth] = counts.get(depth, start - 1) + 1
        for deeper in [other for other in counts if other > depth]:
            if held.levels.get(deeper, level).restarts:
                del counts[deeper]
        return counts[depth]

    def _label(self, held: _List, level: _Level) -> tuple[str, bool]:
        counts, is_known = self._counts[held.form], level.form in _FORMS

        def counted(place: re.Match[str]) -> str:
            other = int(place[1]) - 1
            own = held.levels.get(other, _Level())
            value = counts.get(other, held.starts.get(other, own.start))
            form = "decimal" if level.is_legal else own.form
            return _FORMS.get(form, str)(value)

        return " ".join(_PLACE.sub(counted, level.text).split()), is_known

    def _place(self, paragraph: Node) -> tuple[str, int]:
        """The list of a paragraph and its level there, by itself or through its style."""
        own = paragraph.find(f"{W}pPr/{W}numPr")
        number, level = _numbered(own)
        style = self._faces.style_of(paragraph)
        for each in self._faces.chain(style) if not number else ():
            through, depth = _numbered(each.find(f"{W}pPr/{W}numPr"))
            if through:
                number, level = through, level or depth or self._linked(through, style)
                break
        return ("" if number == "0" else number), min(_LAST_LEVEL, int(level or "0"))

    def _linked(self, number: str, style: str) -> str:
        """The level of a list that is made for a style."""
        root = self._forms.get(self._lists[number].form) if number in self._lists else None
        for level in root.iter(f"{W}lvl") if root is not None else ():
            if value_of(level, "pStyle") == style:
                return _figure(level.get(f"{W}ilvl", ""))
        return ""

    def _depth(self, paragraph: Node, depth: int) -> int:
        """«List Bullet 2» is a list of one level in Word, and looks like the second."""
        style = _BULLETED.fullmatch(self._faces.name(paragraph) or "")
        return max(depth, int(style[1]) - 1) if style else depth

    def _list(self, number: Node) -> _List:
        identity = value_of(number, "abstractNumId")
        form = self._styled(self._forms.get(identity))
        levels = dict(_levels(form)) if form is not None else {}
        starts = {}
        for override in number.iter(f"{W}lvlOverride"):
            depth = int(_figure(override.get(f"{W}ilvl", "")) or "0")
            levels |= dict(_levels(override))
            if start := _figure(value_of(override, "startOverride")):
                starts[depth] = int(start)
        return _List(identity, levels, starts)

    def _styled(self, form: Node) -> Node:
        """The form itself, or the one that bears the style of lists which it names."""
        link = "" if form is None else value_of(form, "numStyleLink")
        if not link:
            return form
        named = (f for f in self._forms.values() if value_of(f, "styleLink") == link)
        return next(named, form)


def _levels(form: Node) -> Iterator[tuple[int, _Level]]:
    for level in form.iter(f"{W}lvl"):
        start = _figure(value_of(level, "start"))
        yield (
            int(_figure(level.get(f"{W}ilvl", "")) or "0"),
            _Level(
                int(start or "1"),
                value_of(level, "numFmt") or "decimal",
                value_of(level, "lvlText"),
                level.find(f"{W}isLgl") is not None,
                value_of(level, "lvlRestart") != "0",
            ),
        )


def _plain(depth: int) -> frozenset[str]:
    place = f"%{depth + 1}"
    return frozenset({place, f"{place}.", f"{place})"})


def _numbered(properties: Node) -> tuple[str, str]:
    if properties is None:
        return "", ""
    number = value_of(properties, "numId")
    return number, _figure(value_of(properties, "ilvl"))


def _figure(text: str) -> str:
    """Figures that a computer may count with."""
    return text if text.isascii() and text.isdecimal() and len(text) <= len("99999") else ""


def _roman(value: int) -> str:
    return in_roman(value).lower() if 0 < value <= _MOST else str(value)


def _letter(value: int) -> str:
    """Word doubles its letters after z: aa, bb."""
    if not 0 < value <= _MOST:
        return str(value)
    return chr(ord("a") + (value - 1) % _LETTERS) * ((value - 1) // _LETTERS + 1)


_FORMS: Final[dict[str, Callable[[int], str]]] = {
    "decimal": str,
    "decimalZero": "{:02d}".format,
    "lowerRoman": _roman,
    "upperRoman": lambda value: _roman(value).upper(),
    "lowerLetter": _letter,
    "upperLetter": lambda value: _letter(value).upper(),
    "none": lambda _: "",
    "vietnameseCounting": in_words,
    "cardinalText": lambda value: in_words(value).capitalize(),
}


def holds_list(cell: Node) -> bool:
    """Whether it is a cell with a list, in a table that readers see as one.

    A table of one column is but a frame, and one row with pictures only places them.
    """
    if cell.tag != f"{W}tc" or len(cell.findall(f"{W}p/{W}pPr/{W}numPr")) <= 1:
        return False
    rows = cell.getparent().getparent().findall(f"{W}tr")
    is_wide = any(len(row.findall(f"{W}tc")) > 1 for row in rows)
    has_picture = any(True for row in rows for _ in row.iter(f"{W}drawing", f"{W}pict"))
    return is_wide and not (len(rows) == 1 and has_picture)
