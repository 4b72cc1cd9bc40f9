"""What a piece shows beside its words: a photograph or a drawing below assets/, made for press."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from generator.diagnostics import Rule
from generator.model.brand import Brand
from generator.model.plan import Plan
from generator.model.printed import PrintedPiece
from generator.model.printer import Printer
from generator.press.intent import Intent
from generator.press.pictures import LOGO_SHADE, PROBLEMS, Photograph, photograph
from generator.source.vectors import Shape, Vector, VectorError, vector

BAD_PICTURE = Rule(
    "print-picture",
    "The picture “{file}” cannot be printed: {problem}.",
    "Save it as JPEG, PNG or TIFF in CMYK or RGB, whole and without transparency, "
    "or as an SVG of plain shapes, or name a drawing of the templates.",
)
NOT_PLAIN = Rule(
    "drawing-not-plain",
    "The drawing “{file}” holds “{found}”, which cannot be printed as a plain shape.",
    "In the drawing program turn text into paths and effects into shapes, "
    "without transparency, gradients and pictures; then save it again.",
)
OTHER_COLOUR = Rule(
    "drawing-colour",
    "The drawing “{file}” has the colour {found}, which the brand has no inks for.",
    "Use a colour of assets/brand.yml ({known}), black or white, or add this one there.",
)
_PLAIN_INKS = {"#000000": (0.0, 0.0, 0.0, 100.0), "#ffffff": (0.0, 0.0, 0.0, 0.0)}
Drawing = Mapping[str, object]
"""Width, height and shapes with their inks, as a template's job holds them."""


@dataclass(frozen=True, slots=True)
class Refused:
    """Why a picture cannot be printed."""

    rule: Rule
    details: Mapping[str, str]


def illustration(
    plan: Plan, piece: PrintedPiece, printer: Printer, intent: Intent | None
) -> Photograph | Drawing | Refused | None:
    """What lies below assets/ and the piece names; None where it names nothing there."""
    file = getattr(piece, "illustration", "")
    return _shown(plan, file, printer, intent) if file.startswith("assets/") else None


def logo(
    plan: Plan, piece: PrintedPiece, printer: Printer, intent: Intent | None
) -> Photograph | Drawing | Refused | None:
    """The sponsor's; None where there is none."""
    file = piece.sponsor.logo if piece.sponsor else ""
    shown = _shown(plan, file, printer, intent) if file else None
    return replace(shown, shade=LOGO_SHADE) if isinstance(shown, Photograph) else shown


def _shown(
    plan: Plan, file: str, printer: Printer, intent: Intent | None
) -> Photograph | Drawing | Refused:
    asset = plan.workspace.assets.get(file)
    if asset is None:
        return Refused(BAD_PICTURE, {"file": file, "problem": PROBLEMS["missing"]})
    with asset.open() as stream:
        data = stream.read()
    if file.casefold().endswith(".svg") or b"<svg" in data[:2000]:
        return _drawing(file, data, plan.workspace.brand)
    try:
        return photograph(data, intent, printer.ink_limit)
    except ValueError as error:
        return Refused(BAD_PICTURE, {"file": file, "problem": PROBLEMS[str(error)]})


def _drawing(file: str, data: bytes, brand: Brand | None) -> Drawing | Refused:
    try:
        drawn = vector(data)
    except VectorError as error:
        if error.what:
            return Refused(NOT_PLAIN, {"file": file, "found": error.what})
        return Refused(BAD_PICTURE, {"file": file, "problem": PROBLEMS[error.reason]})
    colours = brand.colours.values() if brand else ()
    inks = {**_PLAIN_INKS, **{c.screen.casefold(): tuple(c.cmyk) for c in colours}}
    used = {colour for shape in drawn.shapes for colour in (shape.fill, shape.stroke) if colour}
    unknown = sorted(used - inks.keys())
    if unknown:
        known = ", ".join(f"{c.name} {c.screen}" for c in colours)
        return Refused(OTHER_COLOUR, {"file": file, "found": unknown[0], "known": known})
    return _inked(drawn, inks)


def _inked(drawn: Vector, inks: Mapping[str, tuple[float, ...]]) -> Drawing:
    return {
        "width": drawn.width,
        "height": drawn.height,
        "shapes": [_shape(shape, inks) for shape in drawn.shapes],
    }


def _shape(shape: Shape, inks: Mapping[str, tuple[float, ...]]) -> Mapping[str, object]:
    return {
        "steps": shape.steps,
        "fill": inks[shape.fill] if shape.fill else None,
        "rule": "even-odd" if shape.rule == "even-odd" else "non-zero",
        "stroke": inks[shape.stroke] if shape.stroke else None,
        "weight": shape.weight,
        "cap": shape.cap,
        "join": shape.join,
    }
