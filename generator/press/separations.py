"""A CMYK page taken apart into four grey pages, one for each ink, drawn as that ink alone.

Every route through RGB turns pure black into four inks; this one keeps it pure. It can only be
done for opaque drawings in DeviceCMYK and marks for all plates, which is what our templates make;
anything else is refused.
"""

from copy import copy
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING

from generator.diagnostics import Refusal, RefusalError, Rule
from generator.press.marks import ALL_PLATES

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pikepdf

Part = bytes | tuple[bytes, ...]
"""A run of operators, or a colour of four shades."""

NO_PLATES = Rule(
    "no-plates",
    "No TIFF can be made: the page holds what cannot be taken apart into four inks ({problem}).",
    "Draw opaque shapes in the inks of assets/brand.yml; deliver the PDF instead.",
)
INKS = ("cyan", "magenta", "yellow", "black")

_INVERTED = bytes(255 - value for value in range(256))
_CMYK = {"k": "g", "K": "G"}
_OTHER_COLOUR = frozenset(
    ("g", "G", "rg", "RG", "cs", "CS", "sc", "SC", "scn", "SCN", "sh", "gs", "INLINE IMAGE")
)


def separate(pdf: bytes) -> bytes:
    """The four plates of a page, as pages in DeviceGray: white where the ink is not.

    Raises:
        RefusalError: it holds an operator or a picture that cannot be taken apart.
    """
    import pikepdf

    with pikepdf.open(BytesIO(pdf)) as document:
        page = document.pages[0]
        _refuse_other_images(page)
        # Parsed once: for most of what is drawn all plates are alike.
        drawn = _parts(pikepdf.parse_content_stream(page))
        forms = {
            name: _parts(pikepdf.parse_content_stream(thing))
            for name, thing in _things(page).items()
            if thing.Subtype == "/Form"
        }
        for ink in range(len(INKS)):
            document.pages.append(_plate(document, ink, drawn, forms))
        del document.pages[: -len(INKS)]
        target = BytesIO()
        document.save(target, compress_streams=False)
    return target.getvalue()


def _plate(
    document: "pikepdf.Pdf", ink: int, drawn: "list[Part]", forms: "dict[str, list[Part]]"
) -> "pikepdf.Page":
    """A page like the first, of one ink; it shares with it what has no colour, such as fonts."""
    import pikepdf

    page = document.pages[0]
    plate, held = copy(page.obj), pikepdf.Dictionary()
    # A page begins with black, which is the black plate's alone.
    begin = b"0 g 0 G\n" if INKS[ink] == "black" else b"1 g 1 G\n"
    plate.Contents = document.make_stream(begin + _joined(drawn, ink))
    for name, thing in _things(page).items():
        is_form = thing.Subtype == "/Form"
        data = _joined(forms[name], ink) if is_form else _grey(thing, ink)
        held[name] = document.make_stream(data, _without_form_of_bytes(thing))
        if not is_form:
            held[name].ColorSpace = pikepdf.Name.DeviceGray
    if held:
        plate.Resources = copy(page.obj.Resources)
        plate.Resources.XObject = held
    return pikepdf.Page(document.make_indirect(plate))


def _things(page: "pikepdf.Page") -> "dict[str, pikepdf.Object]":
    """What the page draws beside its own content, by name."""
    resources = page.obj.get("/Resources")
    held = None if resources is None else resources.get("/XObject")
    return {} if held is None else {name: held[name] for name in sorted(held.keys())}


def _refuse_other_images(page: "pikepdf.Page") -> None:
    """The pictures of a page must be in four inks."""
    images = [thing for thing in _things(page).values() if thing.Subtype == "/Image"]
    if any(image.get("/ColorSpace") != "/DeviceCMYK" or "/SMask" in image for image in images):
        raise RefusalError(_no_plates("image"))


def _grey(image: "pikepdf.Object", ink: int) -> bytes:
    """One ink of a picture, as the grey that shows it."""
    return image.read_bytes()[ink::4].translate(_INVERTED)


def _without_form_of_bytes(thing: "pikepdf.Object") -> "pikepdf.Dictionary":
    """What is said of a stream, but for how its bytes are packed."""
    import pikepdf

    packed = {"/Filter", "/DecodeParms", "/Length"}
    return pikepdf.Dictionary({key: thing[key] for key in thing.keys() if key not in packed})  # noqa: SIM118 - pikepdf's object


def _parts(
    instructions: "Iterable[pikepdf.ContentStreamInstruction | pikepdf.ContentStreamInlineImage]",
) -> "list[Part]":
    """What is drawn: bytes that are the same on every plate, and between them the four shades."""
    import pikepdf

    parts: list[Part] = []
    run: list[pikepdf.ContentStreamInstruction | pikepdf.ContentStreamInlineImage] = []
    for instruction in instructions:
        shades = _shades(str(instruction.operator), instruction)
        if shades is None:
            run.append(instruction)
            continue
        if run:
            parts.append(pikepdf.unparse_content_stream(run))
            run = []
        parts.append(shades)
    return [*parts, pikepdf.unparse_content_stream(run)] if run else parts


def _shades(
    name: str,
    instruction: "pikepdf.ContentStreamInstruction | pikepdf.ContentStreamInlineImage",
) -> "tuple[bytes, ...] | None":
    """A colour as its grey on each plate; None for what is no colour."""
    if name in _CMYK:
        return tuple(_shade(_CMYK[name], amount) for amount in list(instruction.operands))
    if name not in _OTHER_COLOUR:
        return None
    operands = list(instruction.operands)
    if name == "CS" and str(operands[0]) == f"/{ALL_PLATES}":
        return (_shade("G", 1),) * len(INKS)
    if name == "SCN" and len(operands) == 1:
        return (_shade("G", operands[0]),) * len(INKS)
    raise RefusalError(_no_plates(f"colour {name}"))


def _no_plates(found: str) -> Refusal:
    return Refusal(NO_PLATES, {"problem": found})


def _joined(parts: "list[Part]", ink: int) -> bytes:
    return b"\n".join(part if isinstance(part, bytes) else part[ink] for part in parts)


def _shade(operator: str, amount: object) -> bytes:
    """An amount of ink, as the grey that shows it."""
    return f"{1 - Decimal(str(amount))} {operator}".encode()
