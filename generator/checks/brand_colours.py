"""The brand names every colour, its own pairs can be read, its emblem can be shown."""

from collections import Counter
from collections.abc import Collection, Iterable

from generator.checks import Subject
from generator.diagnostics import Diagnostic, Location, Rule, warning
from generator.model.brand import EMBLEMS, ICON, Brand
from generator.model.colours import contrast, distance, of_inks
from generator.model.palette import KEYS, PAIRS
from generator.model.record import KEY
from generator.source.blank import why_hidden
from generator.source.replacement_lines import YOUR_WORDS, instead

COLOUR_MISSING = Rule(
    "colour-missing",
    "The brand names no colour “{key}”.",
    "Site and print call colours by these keys. Write it above this line, for example:\n{typed}",
)
COLOUR_RENAMED = COLOUR_MISSING.with_hint(
    "Site and print call it by this key, which nobody can change. If “{other}” is that colour, "
    "write the key again; people call it as name: says:\n{typed}"
)
CONTRAST = Rule(
    "brand-contrast",
    "“{colour}” has too little contrast with {others}; it cannot be read by everybody.",
    "Make it or the other lighter or darker, until the contrast is {least} or more.",
)


UNLIKE = warning(
    "ink-unlike-screen",
    "“{colour}” is one colour on screens ({screen}) and another in print: its inks make about "
    "{printed}.",
    "Write the inks that belong to this colour at cmyk:; ask whoever designed the brand.",
)
TWICE = warning(
    "colour-twice",
    "“{first}” has the same colour on screens as “{second}”, but other inks: in a drawing nobody "
    "knows which of the two is meant.",
    "Give both the same inks, or one of them another colour.",
)
Pair = tuple[str, str, float]
"""A colour that is read, its ground, and the least contrast of the two."""
_FARTHEST = 55.0
"""ΔE*: what a profile of a press and the choice of a designer move stays below."""


def check(subject: Subject) -> Iterable[Diagnostic]:
    """Each colour once, however many others it cannot be read with."""
    brand = subject.workspace.brand
    yield from _pictures(subject)
    if brand is None:
        return
    for key in KEYS:
        if key not in brand.colours and (other := _renamed(brand, key)):
            where = brand.where("colours", other, KEY)
            yield COLOUR_RENAMED.at(where, key=key, other=other, typed=instead(where, key))
        elif key not in brand.colours:
            where = brand.where("colours")
            line = f"{key}: {{name: {YOUR_WORDS}, screen: '#0B6B4B', cmyk: [90, 25, 75, 35]}}"
            typed = f"{' ' * (where.column - 1)}{line}\n{where.text}"
            yield COLOUR_MISSING.at(where, key=key, typed=typed)
    faint = _faint(brand)
    yield from _inks(brand, faint.keys())
    for key, pairs in faint.items():
        yield _unread(brand, key, pairs)


def _renamed(brand: Brand, key: str) -> str:
    """The colour that stands under another key where this one belongs, or nothing."""
    names = list(brand.colours)
    return next(
        (
            name
            for number, name in enumerate(names)
            if name not in KEYS
            and (key in name.replace("_", "-").split("-") or number == KEYS.index(key))
        ),
        "",
    )


def _pictures(subject: Subject) -> Iterable[Diagnostic]:
    assets = subject.workspace.assets
    for name in (*EMBLEMS, ICON):
        asset = assets.get(name)
        if asset and (refused := why_hidden(asset.picture(), anywhere=True)):
            yield refused.at(Location(name), file=name)


def _inks(brand: Brand, faint: Collection[str]) -> Iterable[Diagnostic]:
    """Inks that do not go with what screens show, or that two colours disagree about.

    What a screen shows of those that are `faint` is told to be wrong already.
    """
    first: dict[str, str] = {}
    for key, colour in brand.colours.items():
        if key in faint:
            continue
        printed = of_inks(colour.cmyk)
        if distance(printed, colour.screen) > _FARTHEST:
            place = brand.where("colours", key, "cmyk")
            screen = colour.screen
            yield UNLIKE.at(place, colour=colour.name, screen=screen, printed=printed.upper())
        other = brand.colours[first.setdefault(colour.screen.casefold(), key)]
        if other.cmyk != colour.cmyk:
            place = brand.where("colours", key, "screen")
            yield TWICE.at(place, first=colour.name, second=other.name)


def _faint(brand: Brand) -> dict[str, list[Pair]]:
    """The pairs that cannot be read, by the colour that is to change.

    That is the one of most of them, since one value that is wrong spoils every pair that it is in;
    of a pair alone, the colour that is read.
    """
    colours, found = brand.colours, dict[str, list[Pair]]()
    known = [pair for pair in PAIRS if pair[0] in colours and pair[1] in colours]
    left = [pair for pair in known if _ratio(brand, pair) < pair[2]]
    while left:
        counted = Counter(key for colour, ground, _ in left for key in (colour, ground))
        worst = counted.most_common(1)[0][0]
        found[worst] = [pair for pair in left if worst in pair]
        left = [pair for pair in left if worst not in pair]
    return found


def _unread(brand: Brand, key: str, pairs: list[Pair]) -> Diagnostic:
    others = (
        f"“{brand.colours[pair[1] if pair[0] == key else pair[0]].name}” "
        f"({_figure(_ratio(brand, pair))})"
        for pair in pairs
    )
    return CONTRAST.at(
        brand.where("colours", key, "screen"),
        colour=brand.colours[key].name,
        others=", ".join(others),
        least=_figure(max(least for _, _, least in pairs)),
    )


def _ratio(brand: Brand, pair: Pair) -> float:
    return contrast(brand.colours[pair[0]].screen, brand.colours[pair[1]].screen)


def _figure(ratio: float) -> str:
    """Rounded down: 4.46 must not read as 4.5."""
    return f"{int(ratio * 10) / 10:.1f}".replace(".", ",")
