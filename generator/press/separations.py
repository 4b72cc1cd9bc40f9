"""A CMYK page taken apart into four grey pages, one for each ink, drawn as that ink alone.

Every route through RGB turns pure black into four inks; this one keeps it pure. It can only be
done for opaque drawings in DeviceCMYK and marks for all plates, which is what our templates make;
anything else is refused.
"""

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

_CMYK = {"k": "g", "K": "G"}
_OTHER_COLOUR = frozenset(
    ("g", "G", "rg", "RG", "cs", "CS", "sc", "SC", "scn", "SCN", "sh", "gs", "INLINE IMAGE")
)


def separate(pdf: bytes) -> tuple[bytes, bytes, bytes, bytes]:
    """The four plates of a page, as PDFs in DeviceGray: white where the ink is not.

    Raises:
        RefusalError: it holds an operator or a picture that cannot be taken apart.
    """
    import pikepdf

    with pikepdf.open(BytesIO(pdf)) as document:
        page = document.pages[0]
        _images(page)
        # Parsed once: for most of what is drawn all plates are alike.
        drawn = _parts(pikepdf.parse_content_stream(page))
        forms = [_parts(pikepdf.parse_content_stream(form)) for form in _forms(page)]
    cyan, magenta, yellow, black = (_plate(pdf, ink, drawn, forms) for ink in range(len(INKS)))
    return cyan, magenta, yellow, black


def _plate(pdf: bytes, ink: int, drawn: "list[Part]", forms: "list[list[Part]]") -> bytes:
    import pikepdf

    with pikepdf.open(BytesIO(pdf)) as document:
        page = document.pages[0]
        # A page begins with black, which is the black plate's alone.
        begin = b"0 g 0 G\n" if INKS[ink] == "black" else b"1 g 1 G\n"
        page.Contents = document.make_stream(begin + _joined(drawn, ink))
        for image in _images(page):
            _keep_ink(image, ink)
        for form, parts in zip(_forms(page), forms, strict=True):
            form.write(_joined(parts, ink))
        target = BytesIO()
        document.save(target, compress_streams=False)
    return target.getvalue()


def _forms(page: "pikepdf.Page") -> "list[pikepdf.Object]":
    """What the page draws beside its own content."""
    return [thing for thing in _things(page) if thing.Subtype == "/Form"]


def _things(page: "pikepdf.Page") -> "list[pikepdf.Object]":
    resources = page.obj.get("/Resources")
    held = None if resources is None else resources.get("/XObject")
    return [] if held is None else [held[name] for name in sorted(held.keys())]


def _images(page: "pikepdf.Page") -> "list[pikepdf.Object]":
    """The pictures of a page, which must be in four inks."""
    images = [thing for thing in _things(page) if thing.Subtype == "/Image"]
    if any(image.get("/ColorSpace") != "/DeviceCMYK" or "/SMask" in image for image in images):
        raise RefusalError(_no_plates("image"))
    return images


def _keep_ink(image: "pikepdf.Object", ink: int) -> None:
    """Leave one ink of a picture, as the grey that shows it."""
    import pikepdf

    inverted = bytes(255 - value for value in range(256))
    image.write(image.read_bytes()[ink::4].translate(inverted))
    image.ColorSpace = pikepdf.Name.DeviceGray


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
