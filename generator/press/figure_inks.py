"""Drawings for papers in inks, and in grey: as colours of the brand, their words pure black.

A typesetter leaves the colours of an SVG as a screen has them. A paper prints on white: the cream
of pages is left out, and what a page shows as its ink is black alone.
"""

from collections.abc import Callable, Mapping, Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Any

from generator.diagnostics import RefusalError
from generator.model.brand import Brand
from generator.press.tints import Amounts, no_plates

if TYPE_CHECKING:
    import pikepdf

MOST = 2.4
"""Of all inks together, from 0 to 4: newsprint (ISO 12647-3) takes no more."""

_PAPER, _INK = "giay", "muc"
_WHITE, _BLACK = (0.0, 0.0, 0.0, 0.0), (0.0, 0.0, 0.0, 1.0)
_GREY = (0.299, 0.587, 0.114)  # of red, green and blue in grey (ITU-R BT.601)
_THREE = 3
_COLOURS = {"scn": "k", "SCN": "K", "sc": "k", "SC": "K", "rg": "k", "RG": "K", "g": "k", "G": "K"}
_SPACES = frozenset(("cs", "CS"))
_OTHERS = frozenset(("sh", "INLINE IMAGE", "BI"))
Paint = Callable[[tuple[float, ...]], Amounts]


def figure_in_inks(pdf: bytes, brand: Brand | None) -> bytes:
    """The drawing in four inks. Raises RefusalError: it holds a picture, or a gradient."""
    known = _inks_of(brand)
    return _painted(pdf, lambda rgb: known.get(_screen(rgb)) or _limited(_inks(rgb)))


def figure_in_grey(pdf: bytes, brand: Brand | None) -> bytes:
    """The drawing in black alone. Raises RefusalError as above."""
    known = _inks_of(brand)

    def grey(rgb: tuple[float, ...]) -> Amounts:
        inks = known.get(_screen(rgb))
        if inks in {_WHITE, _BLACK}:
            return inks or _WHITE
        light = sum(share * part for share, part in zip(_GREY, rgb, strict=True))
        return (0.0, 0.0, 0.0, round(1 - light, 3))

    return _painted(pdf, grey)


def _inks_of(brand: Brand | None) -> Mapping[str, Amounts]:
    """The brand's colours by that of a screen; paper is white, and its ink is black."""
    found: dict[str, Amounts] = {"#ffffff": _WHITE, "#000000": _BLACK}
    for key, colour in (brand.colours if brand else {}).items():
        cyan, magenta, yellow, black = (part / 100 for part in colour.cmyk)
        inks = _limited((cyan, magenta, yellow, black))
        found[colour.screen.casefold()] = {_PAPER: _WHITE, _INK: _BLACK}.get(key, inks)
    return found


def _screen(rgb: tuple[float, ...]) -> str:
    return "#" + "".join(f"{round(255 * part):02x}" for part in rgb)


def _inks(rgb: tuple[float, ...]) -> Amounts:
    """About the inks of a colour that is none of the brand's: black takes what all three share."""
    light = max(rgb)
    if not light:
        return _BLACK
    cyan, magenta, yellow = (round((light - part) / light, 3) for part in rgb)
    return (cyan, magenta, yellow, round(1 - light, 3))


def _limited(inks: Amounts) -> Amounts:
    """The same with so much ink as a paper takes; black stays."""
    coloured = sum(inks[:3])
    share = min(1.0, (MOST - inks[3]) / coloured) if coloured else 1.0
    cyan, magenta, yellow = (round(part * share, 3) for part in inks[:3])
    return (cyan, magenta, yellow, inks[3])


def _painted(pdf: bytes, paint: Paint) -> bytes:
    import pikepdf

    with pikepdf.open(BytesIO(pdf)) as document:
        for page in document.pages:
            drawn = _content(page, paint)
            page.Contents = document.make_stream(drawn)
            _resources(page.obj.get("/Resources"), paint)
        target = BytesIO()
        document.save(target, force_version="1.6", deterministic_id=True)
    return target.getvalue()


def _resources(resources: Any, paint: Paint) -> None:  # noqa: ANN401 - pikepdf's object
    """Forms are painted anew; pictures and gradients have colours that are not named."""
    if resources is None:
        return
    if len(resources.get("/Pattern", {})) or len(resources.get("/Shading", {})):
        raise RefusalError(no_plates("gradient"))
    for thing in dict(resources.get("/XObject", {})).values():
        if thing.get("/Subtype") != "/Form":
            raise RefusalError(no_plates("image"))
        thing.write(_content(thing, paint))
        _resources(thing.get("/Resources"), paint)


def _content(holder: Any, paint: Paint) -> bytes:  # noqa: ANN401 - pikepdf's object
    import pikepdf

    made: list[pikepdf.ContentStreamInstruction] = []
    for instruction in pikepdf.parse_content_stream(holder):
        name = str(instruction.operator)
        if name in _OTHERS or isinstance(instruction, pikepdf.ContentStreamInlineImage):
            raise RefusalError(no_plates("image"))
        if name in _COLOURS:
            made.append(_named(_COLOURS[name], list(instruction.operands), paint))
        elif name not in _SPACES:
            made.append(instruction)
    return pikepdf.unparse_content_stream(made)


def _named(
    operator: str, operands: Sequence[Any], paint: Paint
) -> "pikepdf.ContentStreamInstruction":
    from decimal import Decimal

    import pikepdf

    parts = tuple(float(value) for value in operands)
    rgb = parts if len(parts) == _THREE else parts * _THREE
    if len(rgb) != _THREE:
        raise RefusalError(no_plates("colour"))
    amounts = [Decimal(str(amount)) for amount in paint(rgb)]
    return pikepdf.ContentStreamInstruction(amounts, pikepdf.Operator(operator))
