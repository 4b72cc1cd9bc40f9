"""How large a text can stand in a slot, by the widths of its letters, without a typesetter.

Kerning is not reckoned with: it closes a line up by less than `KERNING`, so that only what is too
long by more than that is told here, and the rest by the build.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from importlib import resources

from generator.model.artwork import Artwork
from generator.model.typesetting import Overset
from generator.press.fit import proposals
from generator.press.job import bound_text, drawn_text
from generator.press.layouts import FIGURE
from generator.press.text_slots import TextSlot

CAPITAL = 0.74
"""The height of a capital without marks, in em."""
KERNING = 0.05


@dataclass(frozen=True, slots=True)
class Letters:
    """Widths of letters, and how far their ink goes above and below the line, in em.

    `other` is the width of those that are not known.
    """

    widths: Mapping[str, float] = field(default_factory=dict)
    above: Mapping[str, float] = field(default_factory=dict)
    below: Mapping[str, float] = field(default_factory=dict)
    other: float = 0.5


_ABOVE, _BELOW = 1.1, 0.3
"""As far as any mark goes, in em."""
_ROOMY = {True: Letters(other=0.7), False: Letters(other=0.6)}
"""Wide texts, by whether they are in capitals: what fits so need not be looked at by letters."""
_WEIGHTS = {400: "Regular", 600: "SemiBold", 700: "Bold", 800: "ExtraBold"}
_APART, _FREER = 0.07, 0.1  # em between marks that meet; more of it round large figures
_SPACE_SHARE = 0.75  # of a figure, the space after it
_TALL, _LEADING = 1.18, 0.22
"""A line of running text and the space to the next, in em: as `fit-paragraph` sets it."""
_BETWEEN = 0.4
"""What parts two paragraphs beside that, in em."""
_STEPS = 12  # halvings of the height of running text


def line_width(text: str, weight: int) -> float:
    """About how long a line is, in em."""
    return _width(_letters(weight), text, 0.0)


def overset(artwork: Artwork, slot: TextSlot, text: str, main: float = 0.0) -> Overset | None:
    """By how much a text is too long for its slot, if that is certain.

    `main` is the height of the main words, where it is known.
    """
    slot = _below(slot, main)
    if _is_roomy(artwork, slot, text):
        return None  # as nearly always
    height = tallest(artwork, slot, text)
    if height * (1 + KERNING) >= slot.least:
        return None
    whole = dict(artwork.texts).get(slot.name, text)
    characters = len(drawn_text(artwork, slot.name, whole))
    return Overset(slot.name, max(height, 0.1), slot.least, characters)


def _below(slot: TextSlot, main: float) -> TextSlot:
    """A line below main words of this height, where that is known."""
    return replace(slot, most=min(slot.most, slot.share * main)) if slot.share and main else slot


def is_close(artwork: Artwork, slot: TextSlot, text: str) -> bool:
    """Whether only the typesetter, who kerns, can tell if a text fits its slot."""
    if _is_roomy(artwork, slot, text):
        return False
    return slot.least / (1 + KERNING) <= tallest(artwork, slot, text) < slot.least * (1 + KERNING)


def _is_roomy(artwork: Artwork, slot: TextSlot, text: str) -> bool:
    """Whether it fits though all of its letters were wide."""
    drawn = drawn_text(artwork, slot.name, text)
    if _fits_at_once(artwork, slot, drawn, is_broken="|" in text):
        return True
    wide = _ROOMY[artwork.capitals]
    return bool(slot.lines) and _tallest(wide, artwork, slot, text) >= slot.least


def tallest(artwork: Artwork, slot: TextSlot, text: str) -> float:
    """The most that a capital of a text can be high in its slot, in millimetres."""
    face = _letters(slot.weight)
    if slot.lines:
        return _tallest(face, artwork, slot, text)
    return _running(face, slot, bound_text(artwork, slot.name, text))


def _tallest(face: Letters, artwork: Artwork, slot: TextSlot, text: str) -> float:
    every = [one.lines for one in proposals(bound_text(artwork, slot.name, text))]
    lines = [each for each in every if len(each) <= slot.lines] or every
    return max(_height(face, slot, each) for each in lines)


def _fits_at_once(artwork: Artwork, slot: TextSlot, text: str, *, is_broken: bool) -> bool:
    """Whether it fits though all of its letters were wide, however its lines are broken."""
    if "\n" in text:
        return False
    em, wide = slot.least / CAPITAL, _ROOMY[artwork.capitals].other + slot.tracking
    if slot.figures > 1 and any(map(str.isdigit, text)):
        return False
    signs, longest = len(text), max(map(len, text.split(" ")), default=0)
    a_line = slot.width / (wide * em) - longest
    if is_broken or slot.least > slot.most or (signs > a_line + longest and a_line <= 0):
        return False
    count = 1 if signs <= a_line + longest else int(signs / a_line) + 1
    if not slot.lines:
        return (count * _TALL + (count - 1) * _LEADING) * em <= slot.height
    pitch = max(slot.pitch, _ABOVE + _BELOW + 0.07)
    return count <= slot.lines and (_ABOVE + _BELOW + pitch * (count - 1)) * em <= slot.height


def _height(face: Letters, slot: TextSlot, lines: tuple[str, ...]) -> float:
    """The height of a capital at which these lines stand in a slot, in millimetres."""
    sized = [_sized(slot, line) for line in lines]
    wide = max(
        sum((face.widths.get(c, face.other) + slot.tracking) * by for c, by in line) - slot.tracking
        for line in sized
    )
    above = [max(face.above.get(char, _ABOVE) * by for char, by in line) for line in sized]
    below = [max(face.below.get(char, _BELOW) * by for char, by in line) for line in sized]
    pitches = _pitches(slot, below, above)
    tall = above[0] + below[-1] + sum(pitches)
    return min(slot.width / wide, slot.height / tall, slot.most / CAPITAL) * CAPITAL


def _pitches(slot: TextSlot, below: Sequence[float], above: Sequence[float]) -> list[float]:
    """From line to line, in em: all alike, but round figures that stand larger as each needs it."""
    meets = [b + a + _APART for b, a in zip(below, above[1:], strict=False)]
    if slot.figures > 1:
        return [meet + _FREER for meet in meets]
    return [max([slot.pitch, *meets])] * len(meets)


def _sized(slot: TextSlot, line: str) -> list[tuple[str, float]]:
    """Each sign of a line, and how many times as high as letters it stands: figures may be more."""
    if slot.figures <= 1:
        return [(char, 1.0) for char in line]
    sized = [(char, 1.0) for char in line]
    for found in FIGURE.finditer(line):
        for part, share in ((1, 1.0), (2, _SPACE_SHARE)):
            for at in range(*found.span(part)):
                sized[at] = line[at], share * slot.figures
    return sized


def _running(face: Letters, slot: TextSlot, text: str) -> float:
    """The height of a capital at which running text stands in a slot."""
    paragraphs = [
        [_width(face, word, 0.0) for word in part.replace("|", " ").split(" ") if word]
        for part in text.split("\n")
    ]
    space, low, high = face.widths.get(" ", face.other), 0.0, slot.most / CAPITAL
    for _ in range(_STEPS):
        half = (low + high) / 2
        count = sum(_lines(words, space, slot.width / half) for words in paragraphs)
        between = (count - 1) * _LEADING + (len(paragraphs) - 1) * _BETWEEN
        tall = (count * _TALL + between) * half
        low, high = (half, high) if tall <= slot.height else (low, half)
    return high * CAPITAL


def _lines(words: Sequence[float], space: float, width: float) -> int:
    """How many lines words take at least, all in em."""
    count, used = 1, 0.0
    for word in words:
        if used and used + space + word > width:
            count, used = count + 1, word
        else:
            used += word + (space if used else 0.0)
    return count


def _width(face: Letters, line: str, tracking: float) -> float:
    return sum(face.widths.get(char, face.other) + tracking for char in line) - tracking


@cache
def _letters(weight: int) -> Letters:
    from fontTools.ttLib import TTFont

    name = f"BeVietnamPro-{_WEIGHTS[weight]}.ttf"
    file = resources.files("fontpkg_be_vietnam_pro") / "files" / name
    with resources.as_file(file) as path, TTFont(path, lazy=True) as font:
        unit, named = font["head"].unitsPerEm, font.getBestCmap()
        advances, drawn = font["hmtx"].metrics, font["glyf"]
        widths, above, below = {}, {}, {}
        for code, name in named.items():
            glyph, char = drawn[name], chr(code)
            widths[char] = advances[name][0] / unit
            above[char] = getattr(glyph, "yMax", 0) / unit
            below[char] = -getattr(glyph, "yMin", 0) / unit
    return Letters(widths, above, below)
