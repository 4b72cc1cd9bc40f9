"""Artwork of a studio: what is asked of it, and what becomes of it. All of it is test data."""

import zlib
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from generator.adapters.typesetter import TypstTypesetter
from generator.diagnostics import Location
from generator.model.artwork import Artwork
from generator.model.printer import Printer
from generator.model.sizes import Size
from generator.press.faults import fault
from generator.press.finish import finish
from generator.press.geometry import PressSheet
from generator.press.intent import Intent
from generator.press.making import PressTask, make
from generator.press.metadata import Facts
from generator.press.order import Order
from generator.press.outdoor import SUPERLATIVE
from generator.press.preflight import delivery
from generator.press.previews import NOT_APPROVED
from generator.press.studio_file import StudioFile
from generator.press.studio_points import STUDIO_POINTS, studio_results

ROOT = Path(__file__).parents[2]
ICC = (ROOT / "assets/icc/FOGRA39-derived.icc").read_bytes()
INTENT = Intent("FOGRA39", "Offset", ICC)
TRIM = Size(297, 420)
SHEET = PressSheet(TRIM, bleed=5, margin=10)  # more bleed than the print shop asks for
PAGE = b"""/Fade cs /Fade scn 0 0 9999 9999 re f q /Half gs 0 0 0 0 k 200 200 300 200 re f Q
    q 300 0 0 300 250 500 cm /Photo Do Q 0 g 220 220 40 40 re f"""
RESOURCES = b"""<< /ExtGState << /Half << /ca 0.6 >> >> /ColorSpace << /Fade /Pattern >>
    /Pattern << /Fade << /PatternType 2 /Shading << /ShadingType 2 /ColorSpace /DeviceCMYK
    /Coords [0 0 0 1200] /Extend [true true] /Function << /FunctionType 2 /Domain [0 1] /N 1
    /C0 [0.9 0.2 0.7 0] /C1 [0.1 0 0.6 0] >> >> >> >> >>"""
Harm = Callable[[pikepdf.Pdf], object]


def studio_pdf(content: bytes = PAGE, dots: int = 700, sheet: PressSheet = SHEET) -> bytes:
    """As a layout program exports it: gradients, transparency, a photograph."""
    left, bottom, right, top = sheet.bleed_box
    target = BytesIO()
    with pikepdf.new() as document:
        page = document.add_blank_page(page_size=(right - left, top - bottom))
        page.Resources = pikepdf.Object.parse(RESOURCES)
        photo = document.make_stream(b"", {"/Subtype": pikepdf.Name.Image})
        photo.write(
            zlib.compress(bytes((80, 60, 40, 0)) * dots**2), filter=pikepdf.Name.FlateDecode
        )
        photo.Width = photo.Height = dots
        photo.ColorSpace, photo.BitsPerComponent = pikepdf.Name.DeviceCMYK, 8
        page.Resources.XObject = pikepdf.Dictionary(Photo=photo)
        page.Contents = document.make_stream(content)
        document.save(target)
    return finish(target.getvalue(), sheet, Facts("Mẫu", "Xưởng", date(2021, 4, 1)), INTENT)


GOOD = studio_pdf()


@pytest.fixture(autouse=True)
def few_pixels(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ink is measured as well on a small picture."""
    monkeypatch.setattr(delivery, "PIXELS", 200)


def order_of(data: bytes) -> Order:
    settings = {"bleed": 3.0, "safe": 5.0, "slug": 14.0, "resolution": 150}
    printer = Printer(id="mau", name="Mẫu").model_copy(update=settings)
    return Order(
        "mau_ap-phich_297x420mm",
        Artwork("mau", "", TRIM, (), "Mẫu", 3000, bleed=3, safe=5),
        printer,
        Facts("Mẫu", "Cơ quan mẫu", date(2021, 4, 1)),
        palette={},
        family="Be Vietnam Pro",
        intent=INTENT,
        studio=StudioFile("assets/in/mau.pdf", data, "Xưởng mẫu"),
    )


def harmed(harm: Harm, **settings: object) -> bytes:
    target = BytesIO()
    with pikepdf.open(BytesIO(GOOD)) as document:
        harm(document)
        document.save(target, **settings)  # type: ignore[arg-type]
    return target.getvalue()


def codes(order: Order) -> list[str]:
    assert order.studio is not None
    results = studio_results(order, order.studio)
    return [found.rule.code for result in results for found in result.faults]


def test_each_point_is_held_attested_or_has_nothing_to_look_at() -> None:
    order = order_of(GOOD)
    assert order.studio is not None
    results = studio_results(order, order.studio)
    assert [found for result in results for found in result.faults] == []
    for result, point in zip(results, STUDIO_POINTS, strict=True):
        assert (result.applies, result.is_attested) == (
            point.treatment == "held",
            point.treatment == "attested",
        )
    text = (ROOT / "docs/decisions/print.md").read_text("utf-8")
    rows = [f"| {n} | {p.treatment} | {p.why} |" for n, p in enumerate(STUDIO_POINTS, 1)]
    assert "\n".join(rows) in text


def _script(document: pikepdf.Pdf) -> None:
    act = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String("app.alert(1)"))
    document.Root.OpenAction = act


def _twice(document: pikepdf.Pdf) -> None:
    document.pages.append(document.pages[0])


def _turn(document: pikepdf.Pdf) -> None:
    document.pages[0].obj.Rotate = 90


def _attach(document: pikepdf.Pdf) -> None:
    document.attachments["a.txt"] = b"x"


def _cut(document: pikepdf.Pdf) -> None:
    document.pages[0].obj.TrimBox = pikepdf.Array([40, 40, 800, 1200])


def _lose_box(document: pikepdf.Pdf) -> None:
    del document.pages[0].obj.TrimBox


def _claim_nothing(document: pikepdf.Pdf) -> None:
    del document.Root.Metadata


def _name_no_condition(document: pikepdf.Pdf) -> None:
    del document.Root.OutputIntents


@pytest.mark.parametrize(
    ("harm", "code"),
    [
        (_script, "pdf-active"),
        (_attach, "pdf-active"),
        (_twice, "pdf-pages"),
        (_turn, "artwork-file"),
        (_cut, "wrong-size"),
        (_lose_box, "box-missing"),
    ],
)
def test_what_no_print_shop_takes_is_told_at_the_piece(harm: Harm, code: str) -> None:
    order = order_of(harmed(harm))
    assert order.studio is not None
    found = [f for result in studio_results(order, order.studio) for f in result.faults]
    assert [one.rule.code for one in found] == [code]
    assert found[0].change == ("piece", "artwork")
    told = found[0].rule.at(Location(""), **dict(found[0].details))
    assert "assets/in/mau.pdf" in told.hint("vi") + told.message("vi")


def test_a_password_and_restrictions_are_told() -> None:
    for user in ("bí mật", ""):
        locked = pikepdf.Encryption(owner="chủ", user=user)
        assert codes(order_of(harmed(lambda _: None, encryption=locked))) == ["pdf-encrypted"]


def test_what_is_no_pdf_or_damaged_is_told() -> None:
    assert codes(order_of(b"%PDF-1.6 no more")) == ["pdf-unreadable"]
    broken = GOOD.replace(b"/Type /Page\n", b"/Type /Pagn\n")[: len(GOOD) // 2]
    assert set(codes(order_of(broken))) <= {"pdf-damaged", "pdf-unreadable", "pdf-pages"}


@pytest.mark.parametrize(
    ("harm", "code"),
    [(_claim_nothing, "pdfx-not-claimed"), (_name_no_condition, "intent-missing")],
)
def test_what_is_no_pdfx_is_told(harm: Harm, code: str) -> None:
    assert codes(order_of(harmed(harm))) == [code]


@pytest.mark.parametrize(
    ("content", "dots", "found"),
    [
        (PAGE + b" 0.95 0.8 0.8 0.8 k 300 300 90 90 re f", 700, ["ink-limit"]),  # 335 %
        (PAGE + b" 1 0 0 rg 300 300 90 90 re f", 700, ["colour-not-cmyk", "ink-not-measured"]),
        (PAGE, 160, ["picture-too-coarse"]),  # 38 dpi
        (PAGE + b" BT /F 90 Tf 300 300 Td (Chu) Tj ET", 700, ["font-not-embedded"]),
    ],
    ids=["335 %", "rgb", "coarse", "font"],
)
def test_what_would_go_wrong_on_the_press_is_told(
    content: bytes, dots: int, found: list[str]
) -> None:
    target = BytesIO()
    with pikepdf.open(BytesIO(studio_pdf(content, dots))) as document:
        font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
        fonts = pikepdf.Dictionary(F=pikepdf.Object.parse(font))
        document.pages[0].Resources.Font = fonts
        document.save(target)
    assert codes(order_of(target.getvalue())) == found


def test_it_goes_out_as_it_came_and_a_copy_is_stamped(typesetter: TypstTypesetter) -> None:
    order = order_of(GOOD)
    kinds = frozenset({"pdf", "plain", "proof", "thumb", "tiff", "outlines", "svg", "reduced"})
    made = make(PressTask(order, typesetter, kinds))
    assert made.errors == []
    assert set(made.files) == {"pdf", "plain", "proof", "thumb"}
    assert made.files["pdf"] == GOOD
    assert order.short_digest == sha256(GOOD).hexdigest()[:8]
    with pikepdf.open(BytesIO(made.files["plain"])) as document:
        assert document.docinfo["/Author"] == "Cơ quan mẫu"  # nothing of whoever laid it out
        box = [round(float(side), 1) for side in document.pages[0].TrimBox]
    assert box == pytest.approx([8.5, 8.5, 850.4, 1199], abs=0.1)
    best = fault(SUPERLATIVE, "piece", "headline", words="nhất", law="Điều")
    why = fault(NOT_APPROVED, "piece", "status")
    waiting = replace(order, preview=(why,), rules=(best,))
    stamped = make(PressTask(waiting, typesetter, frozenset({"pdf"})))
    text = pypdfium2.PdfDocument(stamped.files["pdf"])[0].get_textpage().get_text_bounded()
    assert "297 × 420 mm" in text  # the slug
    assert stamped.files["pdf"] != GOOD
    assert waiting.short_digest in text
    of_piece = [each for result in stamped.results for each in result.faults]
    assert [(each.rule, each.change) for each in of_piece] == [
        (SUPERLATIVE, best.change),
        (NOT_APPROVED, why.change),
    ]
