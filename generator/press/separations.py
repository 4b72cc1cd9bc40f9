"""A CMYK page taken apart into four grey pages, one for each ink, drawn as that ink alone.

Every route through RGB turns pure black into four inks; this one keeps it pure. It can only be
done for opaque drawings in DeviceCMYK and marks for all plates, which is what our templates make;
anything else is refused.
"""

from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING

from generator.press.marks import ALL_PLATES

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pikepdf

INKS = ("cyan", "magenta", "yellow", "black")

_CMYK = {"k": "g", "K": "G"}
_OTHER_COLOUR = frozenset(
    ("g", "G", "rg", "RG", "cs", "CS", "sc", "SC", "scn", "SCN", "sh", "gs", "INLINE IMAGE")
)


def separate(pdf: bytes) -> tuple[bytes, bytes, bytes, bytes]:
    """The four plates of a page, as PDFs in DeviceGray: white where the ink is not.

    Raises:
        ValueError: "colour gs" and the like: an operator that cannot be taken apart, or "image".
    """
    cyan, magenta, yellow, black = (_plate(pdf, ink) for ink in range(len(INKS)))
    return cyan, magenta, yellow, black


def _plate(pdf: bytes, ink: int) -> bytes:
    import pikepdf

    with pikepdf.open(BytesIO(pdf)) as document:
        page = document.pages[0]
        # A page begins with black, which is the black plate's alone.
        begin = b"0 g 0 G\n" if INKS[ink] == "black" else b"1 g 1 G\n"
        drawn = pikepdf.unparse_content_stream(_grey(pikepdf.parse_content_stream(page), ink))
        page.Contents = document.make_stream(begin + drawn)
        for form in _forms(page):
            content = pikepdf.unparse_content_stream(_grey(pikepdf.parse_content_stream(form), ink))
            form.write(content)
        target = BytesIO()
        document.save(target)
    return target.getvalue()


def _forms(page: "pikepdf.Page") -> "list[pikepdf.Object]":
    """What the page draws beside its own content."""
    resources = page.obj.get("/Resources")
    held = None if resources is None else resources.get("/XObject")
    forms = [] if held is None else [held[name] for name in sorted(held.keys())]
    if any(form.Subtype != "/Form" for form in forms):
        raise ValueError("image")  # noqa: EM101 - a stable reason, not a message
    return forms


def _grey(
    instructions: "Iterable[pikepdf.ContentStreamInstruction | pikepdf.ContentStreamInlineImage]",
    ink: int,
) -> "list[pikepdf.ContentStreamInstruction]":
    import pikepdf

    drawn = []
    for instruction in instructions:
        name, operands = str(instruction.operator), list(instruction.operands)
        if name in _CMYK:
            drawn.append(_shade(_CMYK[name], operands[ink]))
        elif name == "CS" and str(operands[0]) == f"/{ALL_PLATES}":
            drawn.append(_shade("G", 1))
        elif name == "SCN" and len(operands) == 1:
            drawn.append(_shade("G", operands[0]))
        elif name in _OTHER_COLOUR:
            msg = f"colour {name}"
            raise ValueError(msg)
        else:
            drawn.append(pikepdf.ContentStreamInstruction(operands, pikepdf.Operator(name)))
    return drawn


def _shade(operator: str, amount: object) -> "pikepdf.ContentStreamInstruction":
    """An amount of ink, as the grey that shows it."""
    import pikepdf

    shade = pikepdf.Object.parse(str(1 - Decimal(str(amount))).encode())
    return pikepdf.ContentStreamInstruction([shade], pikepdf.Operator(operator))
