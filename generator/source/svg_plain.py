"""What may stand in a drawing for print; all else is refused by the name that it has there.

The lists hold what `vectors.py` draws, and what changes nothing of shapes. A property that nobody
has thought of is in none of them, so it is told rather than passed over.
https://www.w3.org/TR/SVG2/propidx.html
"""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from generator.diagnostics import RefusalError
from generator.source.svg_styles import not_plain

GROUPS: Final = frozenset({"svg", "g"})
SHAPES: Final = frozenset({"path", "rect", "circle", "ellipse", "line", "polyline", "polygon"})
UNSEEN: Final = frozenset(
    {"defs", "title", "desc", "metadata", "style", "linearGradient", "radialGradient"}
    | {"pattern", "clipPath", "mask", "marker", "filter"}
)
"""Elements that show nothing where they stand: what uses them says so by a property."""


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


_OF_FORM = _names(
    """
    x y width height cx cy r rx ry x1 y1 x2 y2 points d pathLength transform viewBox
    id class style lang role tabindex focusable version baseProfile name t p-id
    contentStyleType contentScriptType externalResourcesRequired zoomAndPan
    """
)
"""Attributes of places and forms, and those that say nothing of the picture."""

_NUMBER = r"(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?"
_WORDS = r"(?!inherit|initial|unset|revert)[a-z-]+"
_DRAWN: Final = {
    "fill": r"[^!]*",
    "stroke": r"[^!]*",
    "color": r"[^!]*",
    "fill-rule": "nonzero|evenodd",
    "stroke-width": rf"{_NUMBER}(?:px)?",
    "stroke-linecap": _WORDS,
    "stroke-linejoin": _WORDS,
    "stroke-miterlimit": _NUMBER,
    **dict.fromkeys(("opacity", "fill-opacity", "stroke-opacity"), rf"{_NUMBER}%?"),
    "visibility": _WORDS,
    "display": _WORDS,
    "paint-order": rf"{_WORDS}(?: {_WORDS})*",
}
"""Properties that are drawn as they say, in the forms in which they are."""

_ZERO = r"0(?:\.0*)?(?:px|%)?"
_IDLE: Final = {
    **dict.fromkeys(
        _names("filter backdrop-filter mask clip-path vector-effect animation"), "none"
    ),
    **dict.fromkeys(_names("marker marker-start marker-mid marker-end"), "none"),
    **dict.fromkeys(_names("transform rotate scale translate"), "none"),
    **dict.fromkeys(_names("background background-color"), "none|transparent"),
    "stroke-dasharray": rf"none|{_ZERO}",
    "mix-blend-mode": "normal",
    "clip": "auto",
    "preserveAspectRatio": r"(?:xmi[dn]|xmax)ymi[dn](?: meet)?|(?:xmi[dn]|xmax)ymax(?: meet)?",
}
"""Properties that change nothing as long as they say this."""

_MEANINGLESS = _names(
    """
    alignment-baseline baseline-shift block-progression direction dominant-baseline font
    inline-size kerning letter-spacing line-height shape-inside shape-margin shape-padding
    shape-subtract unicode-bidi vertical-align white-space word-spacing writing-mode

    buffered-rendering clip-rule color-interpolation color-interpolation-filters color-profile
    color-rendering cursor enable-background flood-color flood-opacity image-rendering isolation
    lighting-color mask-type overflow pointer-events shape-rendering solid-color solid-opacity
    stop-color stop-opacity stroke-dashoffset user-select will-change
    """
)
"""Properties of words (which are refused themselves), hints, and parts of what is refused."""
_OF_PROGRAMS = ("-inkscape-", "--", "data-", "aria-", "font-", "text-", "glyph-", "{")
_OF_TURNS = frozenset({"transform-origin", "transform-box"})
_AT_ZERO = re.compile(rf"(?:{_ZERO}(?: {_ZERO})*|view-box)?")


def refuse(attributes: Mapping[str, str], styles: Mapping[str, str]) -> None:
    """Refuse what changes a shape or a group and is not drawn. Raises RefusalError.

    `styles` is what its classes and its style say.
    """
    said = {key: text for key, text in attributes.items() if key not in _OF_FORM}
    for key, text in (*said.items(), *styles.items()):
        plain = " ".join(text.split()).casefold()
        if key in _OF_TURNS:
            is_plain = "transform" not in attributes or bool(_AT_ZERO.fullmatch(plain))
        else:
            is_plain = _is_plain(key, plain)
        if not is_plain:
            raise RefusalError(not_plain(f"{key}:{plain}" if key in _DRAWN else key))


def _is_plain(key: str, text: str) -> bool:
    form = _DRAWN.get(key) or _IDLE.get(key)
    if form is not None:
        return not text or bool(re.fullmatch(form, text))
    return key in _MEANINGLESS or key.startswith(_OF_PROGRAMS)


def refuse_sheets(sheets: Iterator[tuple[str, str]]) -> None:
    """Refuse style sheets, given by `media` and text, that do not always count."""
    for media, text in sheets:
        if "@" in text:
            raise RefusalError(not_plain("@" + text.partition("@")[2].partition("{")[0].strip()))
        if media not in {"", "all", "screen"}:
            raise RefusalError(not_plain(f'media="{media}"'))
