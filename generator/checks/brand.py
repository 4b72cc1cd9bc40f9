"""The brand names every colour, its own pairs can be read, its emblem can be shown."""

from collections.abc import Iterable

from generator.checks import Subject
from generator.diagnostics import Diagnostic, Location, Rule, Severity
from generator.model.brand import EMBLEMS, ICON, Brand
from generator.model.colours import contrast, distance, of_inks
from generator.model.palette import KEYS, PAIRS
from generator.model.picture import Refused
from generator.source.typed import YOUR_WORDS

COLOUR_MISSING = Rule(
    "colour-missing",
    "The brand names no colour “{key}”.",
    "Site and print call colours by these keys. Write it above this line, for example:\n{typed}",
)
CONTRAST = Rule(
    "brand-contrast",
    "“{colour}” on “{ground}” has a contrast of {ratio}; it cannot be read by everybody.",
    "Make one of the two lighter or darker, until the contrast is {least} or more.",
)


UNLIKE = Rule(
    "ink-unlike-screen",
    "“{colour}” is one colour on screens ({screen}) and another in print: its inks make about "
    "{printed}.",
    "Write the inks that belong to this colour at cmyk:; ask whoever designed the brand.",
    Severity.WARNING,
)
TWICE = Rule(
    "colour-twice",
    "“{first}” has the same colour on screens as “{second}”, but other inks: in a drawing nobody "
    "knows which of the two is meant.",
    "Give both the same inks, or one of them another colour.",
    Severity.WARNING,
)
_FARTHEST = 55.0
"""ΔE*: what a profile of a press and the choice of a designer move stays below."""


def check(subject: Subject) -> Iterable[Diagnostic]:
    """Each pair at the line of the colour that is read."""
    brand = subject.plan.workspace.brand
    yield from _pictures(subject)
    if brand is None:
        return
    for key in KEYS:
        if key not in brand.colours:
            where = brand.where("colours")
            line = f"{key}: {{name: {YOUR_WORDS}, screen: '#0B6B4B', cmyk: [90, 25, 75, 35]}}"
            typed = f"{' ' * (where.column - 1)}{line}\n{where.text}"
            yield COLOUR_MISSING.at(where, key=key, typed=typed)
    yield from _inks(brand)
    for colour, ground, least in PAIRS:
        if colour in brand.colours and ground in brand.colours:
            yield from _pair(brand, colour, ground, least)


def _pictures(subject: Subject) -> Iterable[Diagnostic]:
    assets = subject.plan.workspace.assets
    for name in (*EMBLEMS, ICON):
        seen = assets[name].picture() if name in assets else None
        if isinstance(seen, Refused):
            yield seen.at(Location(name), file=name)


def _inks(brand: Brand) -> Iterable[Diagnostic]:
    """Inks that do not go with what screens show, or that two colours disagree about."""
    first: dict[str, str] = {}
    for key, colour in brand.colours.items():
        printed = of_inks(colour.cmyk)
        if distance(printed, colour.screen) > _FARTHEST:
            place = brand.where("colours", key, "cmyk")
            screen = colour.screen
            yield UNLIKE.at(place, colour=colour.name, screen=screen, printed=printed.upper())
        other = brand.colours[first.setdefault(colour.screen.casefold(), key)]
        if other.cmyk != colour.cmyk:
            place = brand.where("colours", key, "screen")
            yield TWICE.at(place, first=colour.name, second=other.name)


def _pair(brand: Brand, colour: str, ground: str, least: float) -> Iterable[Diagnostic]:
    ratio = contrast(brand.colours[colour].screen, brand.colours[ground].screen)
    if ratio < least:
        place = brand.where("colours", colour, "screen")
        yield CONTRAST.at(
            place,
            colour=brand.colours[colour].name,
            ground=brand.colours[ground].name,
            ratio=_figure(ratio),
            least=_figure(least),
        )


def _figure(ratio: float) -> str:
    """Rounded down: 4.46 must not read as 4.5."""
    return f"{int(ratio * 10) / 10:.1f}".replace(".", ",")
