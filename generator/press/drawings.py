"""What a piece shows beside its words: a photograph or a drawing below assets/, made for press."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from generator.diagnostics import Refusal, RefusalError, Rule, warning
from generator.model.asset import Asset
from generator.model.brand import Brand
from generator.model.colours import mix
from generator.model.plan import Plan
from generator.model.printed_piece import PrintedPiece
from generator.model.printer import Printer
from generator.press.faults import figure
from generator.press.inked_drawings import (
    Drawing,
    colours_of,
    drawing_in_inks,
    opacity_of,
    shapes_of,
)
from generator.press.intent import Intent
from generator.press.photographs import LOGO_SHADE, Photograph, photograph
from generator.press.picture_advice import for_press
from generator.press.prominence import LEAST, prominence_of
from generator.source.blank import BLANK, OUTSIDE, why_hidden
from generator.source.raster import MOST_BYTES, PRESS, refusal
from generator.source.signatures import form_of, form_of_name
from generator.source.unprintable import NOT_THERE, unprintable
from generator.source.vectors import vector

OTHER_COLOUR = Rule(
    "drawing-colour",
    "The drawing “{file}” has the colour {found}, which the brand has no inks for.",
    "Use a colour of assets/brand.yml ({known}), black or white, or add this one there.",
)
CUT = warning(
    "drawing-cut",
    "A part of the drawing “{file}” lies outside of its page and is cut off: a shape reaches to "
    "{place}, the page to {page}.",
    "In the drawing program fit the page to the drawing (Inkscape: Edit, Resize Page to "
    "Selection), or remove what lies outside; then save it again.",
)
UNSEEN = warning(
    "drawing-unseen",
    "Nothing of the drawing “{file}” will be seen on its field ({name}): the contrast is {ratio} "
    "at most, and {least} is the least that one sees from a few metres.",
    "Give its shapes another colour of assets/brand.yml, or remove what covers them.",
)
TINY = warning(
    "drawing-tiny",
    "What is seen of the drawing “{file}” takes {part} % of its page, and is printed as small.",
    "In the drawing program fit the page to the drawing (Inkscape: Edit, Resize Page to "
    "Selection); then save it again.",
)
THIN = warning(
    "drawing-hairline",
    "Nothing of the drawing “{file}” will be seen: its lines are thinner than a two-thousandth of "
    "its page.",
    "Make its lines thicker in the drawing program, or fill its shapes; then save it again.",
)
_THINNEST: Final = 1 / 2000
"""Of the longer side of a page: half a millimetre on a metre, which nobody sees from 3 m."""
_SMALLEST: Final = 0.2
"""Of the longer side of a page."""
_SLACK = 0.01  # of a side: what programs round
_GROUND = "la"
_PLAIN_INKS = {"#000000": (0.0, 0.0, 0.0, 100.0), "#ffffff": (0.0, 0.0, 0.0, 0.0)}


def illustration(
    plan: Plan, piece: PrintedPiece, printer: Printer, intent: Intent | None
) -> Photograph | Drawing | Refusal | None:
    """What lies below assets/ and the piece names; None where it names nothing there."""
    file = getattr(piece, "illustration", "")
    return _shown(plan, file, printer, intent) if file.startswith("assets/") else None


def logo(
    plan: Plan, piece: PrintedPiece, printer: Printer, intent: Intent | None
) -> Photograph | Drawing | Refusal | None:
    """The sponsor's; None where there is none."""
    file = piece.sponsor.logo if piece.sponsor else ""
    shown = _shown(plan, file, printer, intent) if file else None
    return replace(shown, shade=LOGO_SHADE) if isinstance(shown, Photograph) else shown


def oddities(drawing: Drawing, key: str, plan: Plan) -> Iterator[Refusal]:
    """What is drawn and cannot be seen; `key` says where: “illustration”, or “logo” on white."""
    wide, high = float(str(drawing["width"])), float(str(drawing["height"]))
    shapes = shapes_of(drawing)
    ends = [step[-2:] for shape in shapes for step in shape["steps"] if len(step) > 1]
    beyond = [(x, y) for x, y in ends if _is_beyond(x, wide) or _is_beyond(y, high)]
    if shapes and all(_is_outside(shape["steps"], wide, high) for shape in shapes):
        yield Refusal(BLANK, {"problem": OUTSIDE})
    elif beyond:
        x, y = beyond[0]
        place, page = (f"{a:g}, {b:g}" for a, b in ((x, y), (wide, high)))
        yield Refusal(CUT, {"place": place, "page": page})
    else:
        yield from _unseen(drawing, key, plan.workspace.brand)


def _unseen(drawn: Drawing, key: str, brand: Brand | None) -> Iterator[Refusal]:
    """What does not stand out on the field of the piece, or of a logo on white, or is tiny."""
    colours = dict(brand.colours) if brand else {}
    ground = colours.get(_GROUND) if key == "illustration" else None
    if key == "illustration" and ground is None:
        return
    name, field = (ground.name, ground.screen) if ground else ("#FFFFFF", "#ffffff")
    screens: dict[tuple[float, ...], str] = {inks: screen for screen, inks in _PLAIN_INKS.items()}
    screens |= {tuple(colour.cmyk): colour.screen for colour in colours.values()}
    drawn, screens = _mixed(drawn, screens, field)
    found = prominence_of(drawn, screens, field)
    if found.contrast < LEAST:
        ratio, least = figure(found.contrast), figure(LEAST)
        yield Refusal(UNSEEN, {"name": name, "ratio": ratio, "least": least})
    elif prominence_of(_without_thin_lines(drawn), screens, field).contrast < LEAST:
        yield Refusal(THIN)
    elif found.part < _SMALLEST:
        yield Refusal(TINY, {"part": figure(100 * found.part)})


def _mixed(
    drawn: Drawing, screens: Mapping[tuple[float, ...], str], field: str
) -> tuple[Drawing, dict[tuple[float, ...], str]]:
    """The drawing as if nothing let the field through, and the colours that come of it."""
    found, shapes = dict(screens), []
    for shape in shapes_of(drawn):
        mixed = {}
        for key in ("fill", "stroke"):
            share = opacity_of(shape, key)
            if shape[key] is not None and share != 1:
                inks = (*shape[key], round(share, 3))  # told apart from those that cover all
                found[inks] = mix(field, screens[tuple(shape[key])], share)
                mixed[key] = inks
        shapes.append({**shape, **mixed})
    return {**drawn, "shapes": shapes}, found


def _is_outside(steps: Iterable[Sequence[Any]], wide: float, high: float) -> bool:
    """Whether all points of a path, those that bend it included, lie on one side of the page."""
    points = [step[at : at + 2] for step in steps for at in range(1, len(step), 2)]
    if not points:
        return True
    across, down = ([point[axis] for point in points] for axis in (0, 1))
    return bool(max(across) < 0 or min(across) > wide or max(down) < 0 or min(down) > high)


def _without_thin_lines(drawn: Drawing) -> Drawing:
    """What is seen of a drawing from a few metres."""
    longer = max(float(str(drawn["width"])), float(str(drawn["height"])))
    thick = [
        {**shape, "stroke": None} if shape["weight"] < _THINNEST * longer else shape
        for shape in shapes_of(drawn)
    ]
    return {**drawn, "shapes": thick}


def _is_beyond(value: float, side: float) -> bool:
    return not -_SLACK * side <= value <= (1 + _SLACK) * side


def _shown(
    plan: Plan, file: str, printer: Printer, intent: Intent | None
) -> Photograph | Drawing | Refusal | None:
    asset = plan.workspace.assets.get(file)
    if asset is None:
        is_closed = plan.workspace.is_closed(file)
        return None if is_closed else unprintable("there is no such file", NOT_THERE)
    shown = _read(plan, file, asset, printer, intent)
    if isinstance(shown, Refusal):
        return for_press(shown, has_profile=intent is not None)
    return shown


def _read(
    plan: Plan, file: str, asset: Asset, printer: Printer, intent: Intent | None
) -> Photograph | Drawing | Refusal:
    with asset.open() as stream:
        data = stream.read(MOST_BYTES + 1)
    if form_of_name(file) == "SVG" and form_of(data) not in PRESS:
        return refusal(data, {"SVG"}, file) or _drawing(data, plan.workspace.brand)
    shown = photograph(data, file, intent, printer.ink_limit)
    return (isinstance(shown, Photograph) and why_hidden(asset.picture())) or shown


def _drawing(data: bytes, brand: Brand | None) -> Drawing | Refusal:
    try:
        drawn = vector(data)
    except RefusalError as error:
        return error.refusal
    colours = brand.colours.values() if brand else ()
    inks = {**_PLAIN_INKS, **{c.screen.casefold(): tuple(c.cmyk) for c in colours}}
    unknown = sorted(colours_of(drawn) - inks.keys())
    if unknown:
        known = ", ".join(f"{c.name} {c.screen}" for c in colours)
        return Refusal(OTHER_COLOUR, {"found": unknown[0], "known": known})
    return drawing_in_inks(drawn, inks)
