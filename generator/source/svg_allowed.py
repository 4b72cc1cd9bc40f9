"""What an SVG picture may hold: elements, attributes, styles and forms of their values.

From https://www.w3.org/TR/SVG2/: whatever draws. What runs, fetches, leads elsewhere or changes by
itself is not in these lists, and what is not in them does not pass.
"""

import re
from collections.abc import Iterator


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


SHAPES = _names(
    """
    svg g defs symbol use switch path rect circle ellipse line polyline polygon image marker
    linearGradient radialGradient stop pattern clipPath mask filter
    """
)
EFFECTS = _names(
    """
    feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting
    feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR
    feGaussianBlur feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting
    feSpotLight feTile feTurbulence
    """
)
WORDS = _names(
    """
    text tspan textPath title desc
    """
)
"""Elements that hold words."""

ELEMENTS = SHAPES | EFFECTS | WORDS | {"style"}

STYLES = _names(
    """
    alignment-baseline baseline-shift clip clip-path clip-rule color color-interpolation
    color-interpolation-filters color-rendering direction display dominant-baseline
    enable-background fill fill-opacity fill-rule filter flood-color flood-opacity font
    font-family font-feature-settings font-kerning font-size font-size-adjust font-stretch
    font-style font-variant font-weight glyph-orientation-horizontal glyph-orientation-vertical
    image-rendering isolation kerning letter-spacing lighting-color line-height marker
    marker-end marker-mid marker-start mask mix-blend-mode opacity overflow paint-order
    shape-rendering stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset
    stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width text-align
    text-anchor text-decoration text-rendering transform transform-box transform-origin
    unicode-bidi vector-effect visibility white-space word-spacing writing-mode
    """
)
FORMS = _names(
    """
    amplitude azimuth baseFrequency baseProfile bias class clipPathUnits cx cy d diffuseConstant
    divisor dx dy edgeMode elevation exponent filterUnits fr fx fy gradientTransform
    gradientUnits height id in in2 intercept k1 k2 k3 k4 kernelMatrix lang lengthAdjust
    limitingConeAngle markerHeight markerUnits markerWidth maskContentUnits maskUnits method
    mode numOctaves offset operator order orient pathLength patternContentUnits patternTransform
    patternUnits points pointsAtX pointsAtY pointsAtZ preserveAlpha preserveAspectRatio
    primitiveUnits r radius refX refY requiredExtensions requiredFeatures result role rotate rx
    ry scale seed side slope spacing specularConstant specularExponent spreadMethod startOffset
    stdDeviation stitchTiles surfaceScale systemLanguage tableValues targetX targetY textLength
    type values version viewBox width x x1 x2 xChannelSelector y y1 y2 yChannelSelector z
    """
)
ATTRIBUTES = STYLES | FORMS

_FUNCTIONS = _names(
    """
    rgb rgba hsl hsla matrix translate translatex translatey scale scalex scaley rotate skewx
    skewy
    """
)
_NAME_BACKWARDS = re.compile(r"[\w-]*")
_LOCAL = re.compile(r"url\(\s*(['\"]?)#[\w.:-]+\1\s*\)", re.IGNORECASE)
_SELECTOR = re.compile(r"[\w\s.#*,>-]+")
_RULE = re.compile(r"([^{}]*)\{([^{}]*)\}")
_BY_DAY = re.compile(
    r"\s*@media\s*(\(\s*prefers-color-scheme\s*:\s*(?:dark|light)\s*\))\s*"
    r"\{((?:[^{}]*\{[^{}]*\})*)\s*\}"
)


class NotAllowedError(Exception):
    """What stands there is not in the lists; `construct` is what."""

    def __init__(self, construct: str) -> None:
        super().__init__(construct)
        self.found = " ".join(construct.split())[:60]


def value(text: str) -> str:
    """A value that fetches nothing: of addresses only those of parts of the same picture.

    Raises:
        NotAllowedError: it holds an escape, an address or a function that is not in the list.
    """
    if set(text) & {"\\", "@", "<", "{", "}"}:
        raise NotAllowedError(text)
    if any(name not in _FUNCTIONS for name in _called(_LOCAL.sub("", text))):
        raise NotAllowedError(text)
    return text


def _called(text: str) -> Iterator[str]:
    """The names before brackets. Backwards: every form here is read once, however long it is."""
    for part in text.split("(")[:-1]:
        match = _NAME_BACKWARDS.match(part.rstrip()[::-1])
        if match and match[0]:
            yield match[0][::-1].casefold()


def without_comments(text: str) -> str:
    """A style sheet or declarations without what stands between `/*` and `*/`."""
    parts = text.split("/*")
    return " ".join((parts[0], *(part.partition("*/")[2] for part in parts[1:])))


def declarations(text: str) -> str:
    """The styles of an element, those that draw nothing left out. Raises NotAllowedError."""
    pairs = (part.partition(":") for part in without_comments(text).split(";"))
    told = ((key.strip().casefold(), text.strip()) for key, _, text in pairs)
    return ";".join(f"{key}:{value(text)}" for key, text in told if key in STYLES and text)


def sheet(text: str) -> str:
    """A style sheet of plain rules, also such for the dark. Raises NotAllowedError."""
    plain, at, parts = without_comments(text).strip(), 0, []
    while at < len(plain):
        if match := _BY_DAY.match(plain, at):
            parts.append(f"@media {match[1]}{{{sheet(match[2])}}}")
        elif (match := _RULE.match(plain, at)) and _SELECTOR.fullmatch(match[1]):
            parts.append(f"{match[1].strip()}{{{declarations(match[2])}}}")
        else:
            raise NotAllowedError(plain[at:])
        at = match.end()
    return "".join(parts)
