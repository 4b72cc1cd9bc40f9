"""Lists that stand apart in Word and are one list in Markdown, which has nothing to part them."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.diagnostics import Diagnostic, Rule, Severity
from generator.text.imported.package import Node, Package, W, text_of
from generator.text.imported.places import Places

JOINED = Rule(
    "word-lists-joined",
    "A list follows another one, with nothing between them; they are one list now: “{text}”.",
    "Write a sentence between the two, or number on.",
    Severity.WARNING,
)
_SHOWN = 60  # characters of what is quoted


@dataclass(frozen=True, slots=True)
class _List:
    """A numbering (w:num): its form, whether it has bullets, on which levels it begins anew."""

    form: str = ""
    is_bullet: bool = False
    restarts: frozenset[int] = field(default_factory=frozenset)

    def follows(self, other: "_List", level: int) -> bool:
        """Whether it is a new list below another one that Markdown takes for the same.

        LibreOffice gives every few items a numbering of their own, which count on.
        """
        anew = level in self.restarts or self.form != other.form
        return anew and self.is_bullet == other.is_bullet


def joined_lists(package: Package) -> Iterator[Diagnostic]:
    """The first item of every list of the same kind right below another one."""
    places, lists = Places(package), _lists(package)
    above: dict[int, str] = {}
    around: Node = None
    for paragraph in places:
        number, level = _item(paragraph)
        text = " ".join(text_of(paragraph).split())
        if paragraph.getparent() is not around or (text and not number):
            above, around = {}, paragraph.getparent()
        if not number or not text:
            continue
        before = above.get(level)
        above = {depth: held for depth, held in above.items() if depth < level} | {level: number}
        held = lists.get(number, _List())
        if before not in {None, number} and held.follows(lists.get(before or "", _List()), level):
            yield JOINED.at(places.of(paragraph), text=text[:_SHOWN])


def _item(paragraph: Node) -> tuple[str, int]:
    """The list that a paragraph belongs to, and how deep it lies in it."""
    properties = paragraph.find(f"{W}pPr/{W}numPr")
    if properties is None:
        return "", 0
    number, level = properties.find(f"{W}numId"), properties.find(f"{W}ilvl")
    held = "" if number is None else number.get(f"{W}val", "")
    depth = "0" if level is None else level.get(f"{W}val", "0")
    return ("" if held == "0" else held), int(depth) if depth.isdecimal() else 0


def _lists(package: Package) -> dict[str, _List]:
    """Every numbering of the document by its number."""
    root = package.root("word/numbering.xml")
    if root is None:
        return {}
    bullets = {
        abstract.get(f"{W}abstractNumId"): _has_bullets(abstract)
        for abstract in root.iter(f"{W}abstractNum")
    }
    found = {}
    for number in root.iter(f"{W}num"):
        abstract = number.find(f"{W}abstractNumId")
        form = "" if abstract is None else abstract.get(f"{W}val", "")
        restarts = frozenset(_restarts(number))
        found[number.get(f"{W}numId", "")] = _List(form, bullets.get(form, False), restarts)
    return found


def _restarts(number: Node) -> Iterator[int]:
    for override in number.iter(f"{W}lvlOverride"):
        level = override.get(f"{W}ilvl", "")
        if override.find(f"{W}startOverride") is not None and level.isdecimal():
            yield int(level)


def _has_bullets(abstract: Node) -> bool:
    form = abstract.find(f"{W}lvl/{W}numFmt")
    return form is not None and form.get(f"{W}val") == "bullet"
