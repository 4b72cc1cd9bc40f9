"""The last hand on a PDF: boxes, marks, slug, unit, intent, metadata: a PDF/X-4 file.

Same picture, same facts, same bytes. Without an intent the file is a plain PDF 1.6.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from generator.diagnostics import Refusal, RefusalError, Rule
from generator.press.geometry import Box, PressSheet
from generator.press.intent import Intent, set_intent
from generator.press.marks import ALL_PLATES, Obstacles, marks
from generator.press.metadata import Facts, info, xmp
from generator.press.stand_ins import StandIn

if TYPE_CHECKING:
    import pikepdf

OTHER_PAGE = Rule(
    "template-other-page",
    "The print template cannot be used: {problem}.",
    "Mend the template so that it draws one page of the size that it is given, "
    "or remove it to use the default one.",
)
_SLUG = "LoaSlug"
_TOLERANCE = 0.1
"""Points by which a page may differ from its sheet: rounding in the typesetter."""


@dataclass(frozen=True, slots=True)
class Margin:
    """What stands beyond the bleed: `slug`, a PDF for the strip below, and marks of the finishing.

    The marks are PDF operators in the units of the page, in the colour space of all plates; those
    of registration keep clear of `obstacles`.
    """

    slug: bytes = b""
    finishing: bytes = b""
    obstacles: Obstacles = ((), ())


NOTHING = Margin()


def finish(  # noqa: PLR0913, PLR0917 - the parts of a finished file
    pdf: bytes,
    sheet: PressSheet,
    facts: Facts,
    intent: Intent | None = None,
    margin: Margin = NOTHING,
    stand_ins: Sequence[StandIn] = (),
) -> bytes:
    """Finish a PDF of one page that reaches to the bleed.

    Raises:
        RefusalError: the template does not draw what was ordered: one page, of the bleed size of
            `sheet`.
    """
    import pikepdf

    with pikepdf.open(BytesIO(pdf)) as document:
        if len(document.pages) != 1:
            raise RefusalError(_other_page("it draws more than one page"))
        page = document.pages[0]
        _refuse_other_size(page, sheet)
        content = page.Contents.read_bytes()
        for each in stand_ins:
            each.place(document)
        if sheet.margin:
            _lay_out(document, page, sheet, margin)
        _set_boxes(page, sheet)
        if intent is not None:
            set_intent(document, intent)
        set_metadata(document, facts, xmp(facts, content, pdfx=intent is not None))
        return pdf_bytes(document)


def reduction(pdf: bytes, slug: bytes = b"") -> bytes:
    """The same file at 1:10: without its `UserUnit`, and with a `slug` that says so."""
    import pikepdf

    with pikepdf.open(BytesIO(pdf)) as document:
        page = document.pages[0]
        del page.obj.UserUnit
        if slug:
            page.Resources.XObject[f"/{_SLUG}"] = _form(document, slug)
        return pdf_bytes(document)


def _refuse_other_size(page: "pikepdf.Page", sheet: PressSheet) -> None:
    left, bottom, right, top = (float(side) for side in page.mediabox)
    inner, lower, outer, upper = sheet.bleed_box
    unlike = (outer - inner - (right - left), upper - lower - (top - bottom))
    if any(abs(difference) > _TOLERANCE for difference in unlike):
        raise RefusalError(_other_page("it draws another size"))


def _other_page(problem: str) -> Refusal:
    return Refusal(OTHER_PAGE, {"problem": problem})


def _lay_out(
    document: "pikepdf.Pdf", page: "pikepdf.Page", sheet: PressSheet, margin: Margin
) -> None:
    """Move the picture into the margins, cut it at the bleed, and draw the marks round it."""
    left, bottom, right, top = sheet.bleed_box
    clip = f"q {left:.4f} {bottom:.4f} {right - left:.4f} {top - bottom:.4f} re W n "
    page.contents_add(f"{clip}1 0 0 1 {left:.4f} {bottom:.4f} cm ".encode(), prepend=True)
    page.contents_add(b" Q")
    page.mediabox = _box(sheet.media_box)
    drawn = marks(sheet, margin.obstacles)
    if drawn:
        _add_all_plates(document, page)
        page.contents_add(drawn + margin.finishing)
    if margin.slug:
        _add_slug(document, page, sheet, margin.slug)
    page.contents_coalesce()


def _add_all_plates(document: "pikepdf.Pdf", page: "pikepdf.Page") -> None:
    import pikepdf

    # The tint of every plate at once; the alternate is for devices without plates.
    tint = document.make_stream(
        b"{dup dup dup}",
        {
            "/FunctionType": 4,
            "/Domain": pikepdf.Array([0, 1]),
            "/Range": pikepdf.Array([0, 1] * 4),
        },
    )
    space = pikepdf.Array(
        [pikepdf.Name.Separation, pikepdf.Name.All, pikepdf.Name.DeviceCMYK, tint]
    )
    page.add_resource(space, pikepdf.Name.ColorSpace, pikepdf.Name(f"/{ALL_PLATES}"))


def _add_slug(
    document: "pikepdf.Pdf", page: "pikepdf.Page", sheet: PressSheet, slug: bytes
) -> None:
    import pikepdf

    # Placed by hand: pikepdf's overlays take random names, and the bytes would differ.
    page.add_resource(_form(document, slug), pikepdf.Name.XObject, pikepdf.Name(f"/{_SLUG}"))
    page.contents_add(f"q 1 0 0 1 {sheet.trim_box[0]:.4f} 0 cm /{_SLUG} Do Q".encode())


def _form(document: "pikepdf.Pdf", slug: bytes) -> "pikepdf.Object":
    import pikepdf

    with pikepdf.open(BytesIO(slug)) as source:
        return document.copy_foreign(source.pages[0].as_form_xobject())


def _set_boxes(page: "pikepdf.Page", sheet: PressSheet) -> None:
    page.mediabox = _box(sheet.media_box)
    page.bleedbox = _box(sheet.bleed_box)
    page.trimbox = _box(sheet.trim_box)
    if sheet.scale > 1:
        page.obj.UserUnit = sheet.scale


def _box(box: Box) -> "pikepdf.Array":
    from decimal import Decimal

    import pikepdf

    return pikepdf.Array([Decimal(f"{side:.4f}") for side in box])


def set_metadata(document: "pikepdf.Pdf", facts: Facts, packet: bytes) -> None:
    """Make XMP and the Info dictionary say the same."""
    import pikepdf

    stream = document.make_stream(packet)
    stream.Type, stream.Subtype = pikepdf.Name.Metadata, pikepdf.Name.XML
    document.Root.Metadata = stream
    document.Root.Lang = pikepdf.String("vi-VN")
    told = pikepdf.Dictionary(
        {f"/{key}": pikepdf.String(text) for key, text in info(facts).items()}
    )
    told.Trapped = pikepdf.Name("/False")
    document.trailer.Info = document.make_indirect(told)


def pdf_bytes(document: "pikepdf.Pdf") -> bytes:
    """The bytes of a document, the same for the same content."""
    import pikepdf

    target = BytesIO()
    document.save(
        target,
        force_version="1.6",
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        deterministic_id=True,
    )
    return target.getvalue()
