"""What an SVG drawing says of its parts, as plain values: names, styles, colours, places.

Classes and style attributes are read, which is how drawing programs write; what only a browser can
tell is refused.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from operator import itemgetter
from typing import TYPE_CHECKING, TypeAlias

from generator.diagnostics import Refusal, RefusalError
from generator.source.svg_allowed import without_comments
from generator.source.unprintable import NOT_PLAIN, OF_PARTS, UNREADABLE

if TYPE_CHECKING:
    from xml.etree import ElementTree as ET

    from fontTools.misc.transform import Transform

Classes: TypeAlias = Mapping[str, Sequence[tuple[int, Mapping[str, str]]]]
"""Of each class the rules that name it, with their number in the style sheets."""

FARTHEST = 10_000_000  # units of a field that has a million at most

_SVG = ("", "http://www.w3.org/2000/svg")
_CLASS = re.compile(r"([^{}]+)\{([^{}]*)\}")
_TRANSFORM = re.compile(r"(\w+)\s*\(([^)]*)\)")
_TRANSFORMS = re.compile(r"(?:[\s,]*[a-zA-Z]+\s*\([-+\d.eE,\s]*\))*\s*|\s*none\s*")
_NUMBER = re.compile(r"[-+]?(?:\d*\.\d+|\d+\.?)(?:[eE][-+]?\d+)?")
_RGB = re.compile(r"rgb\(\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)\s*\)")
_NAMED = {"black": "#000000", "white": "#ffffff", "currentcolor": "#000000"}


def not_plain(construct: str) -> Refusal:
    """Why something that a drawing holds has no plain ink."""
    return Refusal(OF_PARTS.get(construct, NOT_PLAIN), {"found": construct})


def field_of(root: "ET.Element", width: float) -> tuple[float, float, float]:
    """Left, top and width of the field."""
    numbers = [float(n) for n in _NUMBER.findall(root.get("viewBox", ""))]
    return (numbers[0], numbers[1], numbers[2]) if len(numbers) == 4 else (0.0, 0.0, width)  # noqa: PLR2004 - left, top, width, height


def sheets_of(root: "ET.Element") -> Iterator[tuple[str, str]]:
    """The style sheets: for which media each is, and its text."""
    for element in root.iter():
        if name_of(element) == "style":
            media, text = element.get("media", ""), "".join(element.itertext())
            yield media.strip().casefold(), without_comments(text)


def classes_of(root: "ET.Element") -> Classes:
    """The rules for single classes, which is how drawing programs write their styles.

    Raises RefusalError where there are others.
    """
    found: dict[str, list[tuple[int, dict[str, str]]]] = {}
    rules = (rule for _, text in sheets_of(root) for rule in _CLASS.findall(text))
    for number, (selectors, body) in enumerate(rules):
        for selector in selectors.split(","):
            if not re.fullmatch(r"\s*\.[\w-]+\s*", selector):
                raise RefusalError(not_plain(selector.strip()))
            found.setdefault(selector.strip()[1:], []).append((number, _declared(body)))
    return found


def _declared(text: str) -> dict[str, str]:
    pairs = (part.partition(":") for part in without_comments(text).split(";") if ":" in part)
    return {key.strip().casefold(): value.strip() for key, _, value in pairs}


def name_of(element: "ET.Element") -> str:
    """The element's name, nothing for those of other programs."""
    space, _, name = str(element.tag).rpartition("}")
    return name if space.removeprefix("{") in _SVG else ""


def style_of(element: "ET.Element", classes: Classes) -> dict[str, str]:
    """Attributes, then classes, then the style of the element itself: the later one wins."""
    return dict(element.attrib) | declared_of(element, classes)


def declared_of(element: "ET.Element", classes: Classes) -> dict[str, str]:
    """What classes, in the order of the style sheet, and the style of an element say."""
    named = set(element.get("class", "").split())
    rules = sorted((rule for name in named for rule in classes.get(name, ())), key=itemgetter(0))
    found: dict[str, str] = {}
    for _, declared in rules:
        found |= declared
    return found | _declared(element.get("style", ""))


def transform_of(text: str) -> "Transform":
    """How an element moves what is in it. Raises RefusalError."""
    from fontTools.misc.transform import Identity, Transform

    made = Identity
    if not _TRANSFORMS.fullmatch(text):
        raise RefusalError(not_plain("transform"))
    for name, listed in _TRANSFORM.findall(text):
        n = [float(number) for number in _NUMBER.findall(listed)]
        made = made.transform(_one_transform(name, n, Transform))
    return made


def _one_transform(name: str, n: list[float], kind: "type[Transform]") -> "Transform":
    from math import cos, radians, sin, tan

    match name, len(n):
        case "matrix", 6:
            return kind(*n)
        case "translate", 1 | 2:
            return kind(1, 0, 0, 1, n[0], n[1] if len(n) > 1 else 0)
        case "scale", 1 | 2:
            return kind(n[0], 0, 0, n[-1], 0, 0)
        case "rotate", 1 | 3:
            c, s = cos(radians(n[0])), sin(radians(n[0]))
            x, y = n[1:] or (0, 0)
            return kind(c, s, -s, c, x - c * x + s * y, y - s * x - c * y)
        case "skewX", 1:
            return kind(1, 0, tan(radians(n[0])), 1, 0, 0)
        case "skewY", 1:
            return kind(1, tan(radians(n[0])), 0, 1, 0, 0)
    raise RefusalError(UNREADABLE)


def colour_of(text: str) -> str:
    """#rrggbb, or nothing where nothing is painted. Raises RefusalError."""
    plain = text.strip().casefold()
    if plain in {"none", "transparent"}:
        return ""
    plain = _NAMED.get(plain, plain)
    if match := _RGB.fullmatch(plain):
        return "#" + "".join(f"{min(255, int(part)):02x}" for part in match.groups())
    if re.fullmatch("#[0-9a-f]{3}", plain):
        return "#" + "".join(2 * digit for digit in plain[1:])
    if not re.fullmatch("#[0-9a-f]{6}", plain):
        raise RefusalError(not_plain(text.strip()))
    return plain


def share_of(text: str) -> float:
    """A share from 0 to 1, written as a figure or in per cent. Raises RefusalError."""
    figure = figure_of(text) / (100 if text.strip().endswith("%") else 1)
    return min(max(figure, 0.0), 1.0)


def figure_of(text: str) -> float:
    """The figure with which a text begins, 0 without one. Raises RefusalError."""
    match = _NUMBER.match(text.strip())
    figure = float(match[0]) if match else 0.0
    if not abs(figure) <= FARTHEST:
        raise RefusalError(UNREADABLE)
    return figure
