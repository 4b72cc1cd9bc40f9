"""What a drawing holds and nobody sees: hidden layers, words that nothing shows, names and notes.

An SVG file is published as text: whoever opens it reads what its designer has only hidden. What
some part that is seen uses stays, wherever it stands. https://www.w3.org/TR/SVG2/render.html
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml import etree

_Styles = Mapping[str, str]
_TITLES = frozenset({"title", "desc"})
_UNDRAWN = frozenset({"symbol", "clipPath", "mask", "marker", "pattern"})
"""Parts that show nothing where they stand, but where something uses them."""
_WORDS = frozenset({"text", "tspan", "textPath"})
_GROUPS = frozenset({"svg", "g", "switch", "use"})
_HIDING = ("display", "visibility", "opacity", "fill", "fill-opacity", "stroke", "font-size")
_OF_ITSELF = frozenset({"display", "opacity"})
_HIDDEN, _UNPAINTED = frozenset({"hidden", "collapse"}), frozenset({"none", "transparent"})
_NOTHING = re.compile(r"(?:0+\.?0*|\.0+)(?:%|[a-z]+)?")
_USE = re.compile(r"#([\w.:-]+)")
_LINK = re.compile(r"url\(\s*['\"]?#([\w.:-]+)")
_MEDIA = re.compile(r"@media[^{]*:\s*(dark|light)\s*\)\s*\{((?:[^{}]*\{[^{}]*\})*)\s*\}")
_RULE = re.compile(r"([^{}]*)\{([^{}]*)\}")
_NAMED = re.compile(r"([.#]?)([\w-]+|\*)")
_LOUD = "!important"


@dataclass(frozen=True, slots=True)
class _Rule:
    """A rule of a style sheet that may hide something: names and `>`, the last for itself."""

    selector: tuple[str, ...]
    weight: tuple[int, int, int]
    styles: _Styles


def remove_hidden(root: "etree._Element", *, with_parts: bool = False) -> None:
    """Take what nobody sees out of a drawing; `with_parts` leaves parts for other files to use."""
    count = 0
    while count != (count := sum(1 for _ in root.iter())):  # what was used by hidden parts only
        sheets = " ".join(each.text or "" for each in root.iter() if _name(each) == "style")
        said = (str(text) for each in root.iter() for text in each.attrib.values())
        used = {name for text in said for name in _USE.findall(text)} | {*_LINK.findall(sheets)}
        hidden = _Hidden(root, frozenset(used), _by_day(sheets), with_parts)
        hidden.below(root, [_styles(root, {}, rules) for rules in hidden.days])


@dataclass(frozen=True, slots=True)
class _Hidden:
    """A drawing, the ids that something uses, and its rules by day and by night."""

    root: "etree._Element"
    used: frozenset[str]
    days: Sequence[Sequence[_Rule]]
    with_parts: bool

    def below(self, element: "etree._Element", above: Sequence[_Styles]) -> None:
        """Take out what is hidden below an element, whose styles by day and night are given."""
        for child in list(element):
            name = _name(child)
            own = [_styles(child, *each) for each in zip(above, self.days, strict=True)]
            if name in _TITLES:
                self._title(child)
            elif all(_is_unseen(child, each) for each in own):
                self._hide(child)
            elif name == "defs" or name in _UNDRAWN:
                for part in list(child) if name == "defs" else [child]:
                    self._put_away(part)
            else:
                self.below(child, own)

    def _title(self, element: "etree._Element") -> None:
        """A title stays where it is said aloud in the place of the whole drawing."""
        keys = ("aria-labelledby", "aria-describedby")
        if element.get("id") not in " ".join(self.root.get(key, "") for key in keys).split():
            _remove(element)

    def _put_away(self, part: "etree._Element") -> None:
        """A part that nothing uses, if it says or shows something."""
        if not self.with_parts and any(_name(e) in _WORDS | {"image"} for e in part.iter()):
            self._hide(part)
        for each in [e for e in part.iter() if _name(e) in _TITLES]:
            _remove(each)

    def _hide(self, element: "etree._Element") -> None:
        """Take an element out, but what is used of it."""
        kept = [e for e in element.iter() if e.get("id") in self.used or _name(e) == "style"]
        if not kept:
            _remove(element)
        elif element not in kept:
            element.text = None
            for child in list(element):
                self._hide(child)


def _remove(element: "etree._Element") -> None:
    """The drawing without it; words behind it stay."""
    above, before = element.getparent(), element.getprevious()
    if above is None:
        return
    if before is not None:
        before.tail = (before.tail or "") + (element.tail or "") or None
    else:
        above.text = (above.text or "") + (element.tail or "") or None
    above.remove(element)


def _is_unseen(element: "etree._Element", styles: _Styles) -> bool:
    name = _name(element)
    if styles.get("display") == "none" or _is_nothing(styles.get("opacity", "")):
        return True
    if name in _GROUPS or name not in _WORDS:
        return name not in _GROUPS and styles.get("visibility") in _HIDDEN
    if styles.get("visibility") in _HIDDEN:
        return not any("visib" in str(text) for e in element for text in _said(e))
    fill = styles.get("fill", "black") not in _UNPAINTED
    fill = fill and not _is_nothing(styles.get("fill-opacity", ""))
    is_painted = fill or styles.get("stroke", "none") not in _UNPAINTED
    is_plain = not len(element)  # what is in it may be painted
    return is_plain and (not is_painted or _is_nothing(styles.get("font-size", "")))


def _said(element: "etree._Element") -> Iterator[object]:
    for each in element.iter():
        yield from (*each.attrib.keys(), *each.attrib.values())


def _is_nothing(text: str) -> bool:
    return bool(_NOTHING.fullmatch(text))


def _styles(element: "etree._Element", above: _Styles, rules: Sequence[_Rule]) -> _Styles:
    """Those that may hide it, as they hold for it."""
    found = {key: text for key, text in above.items() if key not in _OF_ITSELF}
    found |= {str(k): str(text).strip() for k, text in element.attrib.items() if k in _HIDING}
    loud: dict[str, str] = {}
    every = [rule.styles for rule in rules if _fits(element, rule.selector)]
    for styles in (*every, _declared(element.get("style", ""))):
        for key, text in styles.items():
            (loud if text.endswith(_LOUD) else found)[key] = text.removesuffix(_LOUD).strip()
    return {**found, **loud}


def _by_day(sheets: str) -> list[list[_Rule]]:
    """The rules by day and by night, the weightiest last."""
    always, days = _MEDIA.sub("", sheets), _MEDIA.findall(sheets)
    texts = (always + "".join(t for day, t in days if day == now) for now in ("light", "dark"))
    return [sorted(_rules(text), key=lambda rule: rule.weight) for text in texts]


def _rules(text: str) -> Iterator[_Rule]:
    for selectors, body in _RULE.findall(text):
        styles = _declared(body)
        for selector in selectors.split(",") if styles else ():
            signs = [sign for sign, name in _NAMED.findall(selector) if name != "*"]
            weight = (signs.count("#"), signs.count("."), signs.count(""))
            yield _Rule(tuple(selector.replace(">", " > ").split()), weight, styles)


def _declared(text: str) -> dict[str, str]:
    pairs = (part.partition(":") for part in text.split(";"))
    told = {key.strip(): value.strip().casefold() for key, _, value in pairs}
    return {key: value for key, value in told.items() if key in _HIDING}


def _fits(element: "etree._Element | None", selector: tuple[str, ...]) -> bool:
    if element is None or not selector or not _is_named(element, selector[-1]):
        return False
    above = selector[:-1]
    if above and above[-1] == ">":
        return _fits(element.getparent(), above[:-1])
    return not above or any(_fits(each, above) for each in element.iterancestors())


def _is_named(element: "etree._Element", step: str) -> bool:
    own = {"": {_name(element), "*"}, "#": {element.get("id", "")}}
    own["."] = set(element.get("class", "").split())
    return all(name in own[sign] for sign, name in _NAMED.findall(step))


def _name(element: "etree._Element") -> str:
    return str(element.tag).rpartition("}")[2]
