"""Part of point 9: words stand out from what is behind them.

Both are measured as brightness of the inks on paper, as PDFium shows CMYK; the ratio is that of
WCAG 2.2 (1.4.3), whose least for large letters is 3.
"""

from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from generator.diagnostics import Rule, warning
from generator.press.faults import Fault, fault, figure
from generator.press.glyphs import Glyph
from generator.press.preflight.delivery import Delivery

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Light = NDArray[np.float64]
    Picture = NDArray[np.uint8]

LEAST, ENOUGH = 2.0, 3.0
"""Below the first ratio nobody reads the words from the road; below the second many do not."""

PIXELS = 800
"""The longer side of the picture of what is behind the words."""

INVISIBLE = Rule(
    "text-not-seen",
    "“{text}” does not stand out from its ground: the contrast is {found}; {asked} is the least.",
    "Take another ink for the words or the ground in the template, "
    "or make cmyk: of one of the two lighter or darker in assets/brand.yml.",
)
FAINT = warning(
    "text-faint",
    "“{text}” hardly stands out from its ground: the contrast is {found} instead of {asked}.",
    "Move it off what is behind it in the template, "
    "or make cmyk: of one of the two lighter or darker in assets/brand.yml.",
)
_SHARES = (0.2126, 0.7152, 0.0722)
"""Of red, green and blue in the light of a colour."""
_BEHIND = 20  # per cent of a letter's box on which the contrast may be lower
_SHOWN = 24


def check(file: Delivery) -> Iterator[Fault]:
    """Every letter on the piece against what is behind it; the worst is told."""
    if file.order is None or not file.glyphs:
        return
    found = list(_contrasts(file))
    for rule, least, asked in ((INVISIBLE, 0.0, LEAST), (FAINT, LEAST, ENOUGH)):
        weak = [(ratio, char) for ratio, char in found if least <= ratio < asked]
        if weak:
            words = "".join(char for _, char in weak).strip()
            words = words if len(words) <= _SHOWN else f"{words[:_SHOWN].rstrip()}…"
            worst = figure(min(ratio for ratio, _ in weak))
            yield fault(rule, "brand", "colours", text=words, found=worst, asked=figure(asked))


def _contrasts(file: Delivery) -> Iterator[tuple[float, str]]:
    drawn = file.drawing_of(file.live or file.pdf)
    ground, zoom = _ground(drawn.another_page())
    alike: dict[tuple[tuple[float, ...], bytes], float] = {}
    for box, colour, char in _letters(file, drawn.words):
        behind = _part(ground, box, zoom)
        if behind.size:
            # Nearly all letters stand on one colour: a pair of colours is looked at once.
            first = behind[0, 0]
            behind = first if (behind == first).all() else behind
            pair = colour, behind.tobytes()
            if pair not in alike:
                alike[pair] = _ratio(_light(colour), _light(behind / 255))
            yield alike[pair], char


def _letters(
    file: Delivery,
    text: Any,  # noqa: ANN401 - pypdfium2 is untyped
) -> Iterator[tuple[tuple[float, ...], tuple[float, ...], str]]:
    """Box, colour (0 to 1) and sign of everything that is read on the piece itself.

    The first sign of a word, or of a line, has a space before it.
    """
    from ctypes import c_uint

    from pypdfium2 import raw

    if file.order is None:
        return
    left, bottom, right, top = file.order.sheet.trim_box
    parts = [c_uint() for _ in range(4)]
    gap, line = "", file.glyphs[0]
    for index, glyph in enumerate(file.glyphs):
        gap = " " if glyph.text.isspace() or _is_below(glyph, line) else gap
        line = line if glyph.text.isspace() else glyph
        inside = glyph.left < right and glyph.right > left and glyph.bottom < top
        if glyph.text.isspace() or not inside or glyph.top <= bottom or glyph.right <= glyph.left:
            continue
        mode = raw.FPDFTextObj_GetTextRenderMode(raw.FPDFText_GetTextObject(text, index))
        if mode == raw.FPDF_TEXTRENDERMODE_INVISIBLE:
            continue  # what is seen there are paths, of letters that are very large
        if raw.FPDFText_GetFillColor(text, index, *parts):
            box = (glyph.left, glyph.bottom, glyph.right, glyph.top)
            yield box, tuple(part.value / 255 for part in parts[:3]), gap + glyph.text
            gap = ""


def _is_below(glyph: Glyph, other: Glyph) -> bool:
    """Whether a sign stands on another line."""
    return glyph.top <= other.bottom or glyph.bottom >= other.top


def _ground(page: Any) -> "tuple[Picture, float]":  # noqa: ANN401 - as above
    """The page without its words in red, green and blue, and its pixels in a unit."""
    import numpy as np
    from pypdfium2 import raw

    for words in list(page.get_objects(filter=(raw.FPDF_PAGEOBJ_TEXT,), max_depth=1)):
        with suppress(RuntimeError):
            page.remove_obj(words)
    zoom = PIXELS / max(page.get_size())
    bitmap = page.render(scale=zoom, rev_byteorder=True, prefer_bgrx=True)
    return np.asarray(bitmap.to_numpy(), np.uint8)[:, :, :3], zoom


def _part(ground: "Picture", box: tuple[float, ...], zoom: float) -> "Picture":
    left, bottom, right, top = (side * zoom for side in box)
    high = ground.shape[0]
    rows = slice(max(0, int(high - top)), max(0, int(high - bottom)) + 1)
    return ground[rows, max(0, int(left)) : max(0, int(right)) + 1]


def _light(colours: Any) -> "Light":  # noqa: ANN401 - a colour or a picture of colours
    """Relative luminance."""
    import numpy as np

    return np.asarray(_linear(np.asarray(colours, np.float64)) @ np.array(_SHARES), np.float64)


def _linear(parts: "Light") -> "Light":
    """What parts of sRGB are in light, each from 0 to 1."""
    import numpy as np

    return np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)  # noqa: PLR2004 - sRGB


def _ratio(letter: "Light", behind: "Light") -> float:
    import numpy as np

    lighter, darker = np.maximum(letter, behind), np.minimum(letter, behind)
    ratios = np.sort((lighter + 0.05) / (darker + 0.05), axis=None)
    return float(ratios[len(ratios) * _BEHIND // 100])
