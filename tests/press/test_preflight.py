"""A good file passes; harmed in each of the 14 ways, preflight names the harm."""

import re
import shutil
import struct
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
import yaml
from PIL import ImageChops, ImageStat

from generator.adapters.typesetter import TypstTypesetter
from generator.model.artwork import Artwork, Strip
from generator.model.brand import Brand
from generator.model.printer import Eyelets, Printer
from generator.model.sizes import Size
from generator.press.finish import reduction
from generator.press.intent import Intent
from generator.press.job import qr_rows
from generator.press.making import PressTask, make
from generator.press.metadata import Facts
from generator.press.order import Order
from generator.press.page_rooms import rooms_of
from generator.press.preflight import POINTS, preflight, structure
from generator.press.preflight.delivery import Delivery, open_delivery
from generator.press.proof_pictures import proof
from generator.press.qr import codes_on
from generator.press.tiles import tiles
from generator.press.tiling import letters

# Test data: no such body, address, page or printer exists.
ROOT = Path(__file__).parents[2]
EXAMPLE = (ROOT / "tests/examples/tiny/assets/brand.yml").read_text("utf-8")
PALETTE = Brand.model_validate(yaml.load(EXAMPLE, yaml.BaseLoader)).palette  # noqa: S506 - as text
ICC = (ROOT / "assets/icc/FOGRA39-derived.icc").read_bytes()
PRINTER = Printer.model_validate(
    {
        "id": "nha-in-mau",
        "name": "Nhà in mẫu",
        "hem": "30 mm",
        "eyelets": {"every": "50 cm", "inset": "15 mm"},
        "ink_limit": "280",
        "resolution": "40",
        "formats": ("pdf", "tiff"),
        "profile": "assets/icc/mau.icc",
    }
)


PDF = frozenset({"pdf"})


@dataclass(frozen=True)
class Good:
    """A delivered file as it should be."""

    order: Order
    pdf: bytes
    tiff: bytes

    def delivered(self, **changes: object) -> Delivery:
        return Delivery(**{"pdf": self.pdf, "order": self.order, "tiff": self.tiff} | changes)  # type: ignore[arg-type] # tests name what they change

    def codes(self, **changes: object) -> set[tuple[int, str]]:
        """Point and code of all that preflight finds."""
        results = preflight(self.delivered(**changes))
        return {(fault.point, fault.rule.code) for one in results for fault in one.faults}

    def order_with(self, **changes: object) -> Order:
        """The same order, but for some facts of the artwork."""
        return replace(self.order, artwork=replace(self.order.artwork, **changes))  # type: ignore[arg-type] # as above


def order_of(size: Size, printer: Printer = PRINTER, **changes: object) -> Order:
    """An order for test data."""
    artwork = Artwork(
        piece="mau",
        template="banner-words",
        trim=size,
        texts=(
            ("slogan", "Thử nước sạch | Giữ lợi nhuận"),
            ("body", "Cơ quan mẫu | tỉnh Thử Nghiệm"),
            ("address", "Số 1 đường Mẫu, phường Mẫu"),
            ("contact", "example.org"),
        ),
        title="Bản thử",
        viewed_from=10_000,
        capitals=True,
        link="https://example.org/mau/",
    )
    return Order(
        name="mau",
        artwork=replace(artwork, **changes),  # type: ignore[arg-type] # tests name what they change
        printer=printer,
        facts=Facts("Bản thử", "Cơ quan mẫu", date(2021, 4, 1)),
        palette=PALETTE,
        family="Be Vietnam Pro",
        intent=Intent("FOGRA39", "Test", ICC),
    )


@pytest.fixture(scope="session")
def good(typesetter: TypstTypesetter) -> Good:
    order = order_of(Size(3000, 600))
    made = make(PressTask(order, typesetter, frozenset({"pdf", "tiff"})))
    assert made.errors == []
    return Good(order, made.files["pdf"], made.files["tiff"])


def _said(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        return str(document[0].get_textpage().get_text_range())


class Harm:
    """Open a PDF, change it, and give the bytes."""

    def __init__(self, pdf: bytes) -> None:
        self.document = pikepdf.open(BytesIO(pdf))
        self.page = self.document.pages[0]

    def bytes(self, **settings: object) -> bytes:
        target = BytesIO()
        self.document.save(target, **({"force_version": "1.6"} | settings))  # type: ignore[arg-type] # as above
        return target.getvalue()


@pytest.fixture
def harm(good: Good) -> Iterator[Harm]:
    harmed = Harm(good.pdf)
    yield harmed
    harmed.document.close()


def test_a_good_file_passes_every_point(good: Good) -> None:
    results = preflight(good.delivered())
    assert [(one.point, one.title) for one in results] == [
        (number, title) for number, (title, _) in enumerate(POINTS, start=1)
    ]
    assert [fault for one in results for fault in one.faults] == []


def test_files_are_the_same_whatever_is_made_before_and_beside_them(
    good: Good, typesetter: TypstTypesetter
) -> None:
    kinds = frozenset({"pdf", "proof", "plain"})
    together = make(PressTask(good.order, typesetter, kinds)).files
    make(PressTask(good.order_with(title="Bản khác"), typesetter, kinds))
    alone = make(PressTask(good.order, typesetter, kinds - {"plain"})).files
    assert alone == {kind: together[kind] for kind in alone}
    assert good.pdf == together["pdf"]


def test_bytes_that_are_no_pdf_stop_at_the_first_point(good: Good) -> None:
    assert good.codes(pdf=good.pdf[:900]) == {(1, "pdf-unreadable")}


class TestPoint1:
    def test_another_version(self, good: Good, harm: Harm) -> None:
        found = good.codes(pdf=harm.bytes(force_version="1.7"))
        assert found == {(1, "pdf-version")}

    def test_a_script(self, good: Good, harm: Harm) -> None:
        harm.document.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="x")
        assert good.codes(pdf=harm.bytes()) == {(1, "pdf-active")}

    def test_an_annotation(self, good: Good, harm: Harm) -> None:
        note = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Text)
        note.Rect = pikepdf.Array([0, 0, 9, 9])
        harm.page.obj.Annots = pikepdf.Array([note])
        assert good.codes(pdf=harm.bytes()) == {(1, "pdf-active")}

    def test_an_attached_file(self, good: Good, harm: Harm) -> None:
        harm.document.attachments["a.txt"] = b"x"
        assert good.codes(pdf=harm.bytes()) == {(1, "pdf-active")}

    def test_a_second_page(self, good: Good, harm: Harm) -> None:
        harm.document.add_blank_page()
        assert good.codes(pdf=harm.bytes()) == {(1, "pdf-pages")}

    def test_a_stream_that_is_damaged(self, good: Good) -> None:
        at = good.pdf.index(b"stream\n", len(good.pdf) // 2) + 40
        damaged = good.pdf[:at] + bytes(200) + good.pdf[at + 200 :]
        assert {code for point, code in good.codes(pdf=damaged) if point == 1} & {
            "pdf-damaged",
            "pdf-unreadable",
        }

    def test_what_is_damaged_between_outlines(self, good: Good, harm: Harm) -> None:
        """Outlines themselves are spared qpdf, what stands between them is not."""
        harm.page.contents_add(b"1 2 m 3 4 l S 99999999999999999999 i 1 2 m 3 4 l S")
        harm.page.contents_coalesce()
        assert (1, "pdf-damaged") in good.codes(pdf=harm.bytes())

    def test_a_file_is_after_the_look_what_it_was(self, good: Good) -> None:
        """Lighter parts stand in it meanwhile."""
        delivered = good.delivered()
        with open_delivery(delivered):
            before = delivered.page.Contents.objgen
            assert list(structure.check(delivered)) == []
            assert delivered.page.Contents.objgen == before
            (intent,) = delivered.document.Root.OutputIntents
            assert len(intent.DestOutputProfile.read_bytes()) == len(ICC)

    def test_a_lock(self, good: Good, harm: Harm) -> None:
        locked = harm.bytes(encryption=pikepdf.Encryption(owner="x", user="", R=4))
        assert (1, "pdf-encrypted") in good.codes(pdf=locked)


class TestPoint2:
    def test_another_size(self, good: Good, harm: Harm) -> None:
        left, bottom, right, top = (float(x) for x in harm.page.trimbox)
        harm.page.trimbox = pikepdf.Array([left, bottom, right - 3, top])
        assert (2, "wrong-size") in good.codes(pdf=harm.bytes())

    def test_bleed_on_three_sides(self, good: Good, harm: Harm) -> None:
        bleed, trim = list(harm.page.bleedbox), list(harm.page.trimbox)
        harm.page.bleedbox = pikepdf.Array([trim[0], *bleed[1:]])
        assert good.codes(pdf=harm.bytes()) == {(2, "bleed-missing")}

    def test_boxes_that_reach_out(self, good: Good, harm: Harm) -> None:
        left, bottom, right, top = (float(x) for x in harm.page.mediabox)
        harm.page.bleedbox = pikepdf.Array([left - 9, bottom, right, top])
        assert good.codes(pdf=harm.bytes()) == {(2, "boxes-not-nested")}

    def test_the_unit_counts(self, good: Good, harm: Harm) -> None:
        harm.page.obj.UserUnit = 2
        assert (2, "wrong-size") in good.codes(pdf=harm.bytes())

    def test_a_picture_that_ends_at_the_edge(self, good: Good, harm: Harm) -> None:
        left, bottom, right, top = (float(side) for side in harm.page.trimbox)
        width = right - left
        above, below = f"{left} {top} {width} 60 re f", f"{left} {bottom - 60} {width} 60 re f"
        harm.page.contents_add(f"0 0 0 0 k {above} {below}".encode())
        results = preflight(good.delivered(pdf=harm.bytes()))
        found = [(one.rule.code, dict(one.details)["side"]) for one in results[1].faults]
        assert found == [("bleed-bare", "top"), ("bleed-bare", "bottom")]


class TestPoint3:
    def test_no_intent(self, good: Good, harm: Harm) -> None:
        del harm.document.Root.OutputIntents
        assert good.codes(pdf=harm.bytes()) == {(3, "intent-missing")}

    def test_two_intents(self, good: Good, harm: Harm) -> None:
        harm.document.Root.OutputIntents.append(harm.document.Root.OutputIntents[0])
        assert good.codes(pdf=harm.bytes()) == {(3, "intent-missing")}

    def test_a_profile_of_the_screen(self, good: Good, harm: Harm) -> None:
        harm.document.Root.OutputIntents[0].DestOutputProfile.N = 3
        assert good.codes(pdf=harm.bytes()) == {(3, "profile-not-cmyk")}


class TestPoint4:
    def test_no_claim(self, good: Good, harm: Harm) -> None:
        packet = harm.document.Root.Metadata
        packet.write(packet.read_bytes().replace(b"PDF/X-4", b"PDF/X-3"))
        assert good.codes(pdf=harm.bytes()) == {(4, "pdfx-not-claimed")}

    def test_dates_that_disagree(self, good: Good, harm: Harm) -> None:
        harm.document.docinfo["/ModDate"] = "D:20240101000000+07'00'"
        assert good.codes(pdf=harm.bytes()) == {(4, "metadata-disagree")}

    def test_titles_that_disagree(self, good: Good, harm: Harm) -> None:
        harm.document.docinfo["/Title"] = "Bản khác"
        assert good.codes(pdf=harm.bytes()) == {(4, "metadata-disagree")}

    def test_trapped_that_disagrees(self, good: Good, harm: Harm) -> None:
        harm.document.docinfo["/Trapped"] = pikepdf.Name("/True")
        assert good.codes(pdf=harm.bytes()) == {(4, "metadata-disagree")}


class TestPoint5:
    def test_rgb(self, good: Good, harm: Harm) -> None:
        harm.page.contents_add(b"1 0 0 rg 0 0 1 1 re f")
        assert good.codes(pdf=harm.bytes()) == {(5, "colour-not-cmyk"), (8, "ink-not-measured")}

    def test_a_group_mixed_in_rgb(self, good: Good, harm: Harm) -> None:
        harm.page.obj.Group = pikepdf.Dictionary(
            S=pikepdf.Name.Transparency, CS=pikepdf.Name.DeviceRGB
        )
        assert good.codes(pdf=harm.bytes()) == {(5, "transparency-group-rgb")}

    def test_a_spot_that_the_printer_does_not_have(self, good: Good, harm: Harm) -> None:
        tint = harm.document.make_stream(
            b"{0 exch 0 exch 0 exch}",
            {"/FunctionType": 4, "/Domain": [0, 1], "/Range": [0, 1] * 4},
        )
        spot = pikepdf.Array(
            [pikepdf.Name.Separation, pikepdf.Name("/Vang"), pikepdf.Name.DeviceCMYK, tint]
        )
        harm.page.add_resource(spot, pikepdf.Name.ColorSpace, pikepdf.Name("/Spot"))
        harm.page.contents_add(b"/Spot cs 1 scn 0 0 1 1 re f")
        assert good.codes(pdf=harm.bytes()) == {(5, "spot-not-approved"), (8, "ink-not-measured")}
        with_spot = replace(
            good.order, printer=good.order.printer.model_copy(update={"spots": ("Vang",)})
        )
        assert (5, "spot-not-approved") not in good.codes(pdf=harm.bytes(), order=with_spot)

    @pytest.mark.parametrize(
        ("space", "found"),
        [
            (pikepdf.Name.DeviceRGB, {(5, "colour-not-cmyk"), (8, "ink-not-measured")}),
            (pikepdf.Name.DeviceCMYK, {(8, "ink-limit")}),  # 400 % at its end
        ],
    )
    def test_a_gradient(
        self, good: Good, harm: Harm, space: pikepdf.Name, found: set[tuple[int, str]]
    ) -> None:
        inks = 3 if space == pikepdf.Name.DeviceRGB else 4
        tint = {
            "/FunctionType": 2,
            "/Domain": [0, 1],
            "/N": 1,
            "/C0": [0] * inks,
            "/C1": [1] * inks,
        }
        x, y = (side + 1 for side in good.order.sheet.bleed_box[:2])
        shading = {"/ShadingType": 2, "/ColorSpace": space, "/Coords": [x, y, x + 30, y]}
        shading["/Extend"] = [True, True]
        pattern = pikepdf.Dictionary(
            {"/PatternType": 2, "/Shading": {**shading, "/Function": tint}}
        )
        harm.page.add_resource(pattern, pikepdf.Name.Pattern, pikepdf.Name("/Fade"))
        harm.page.contents_add(f"/Pattern cs /Fade scn {x} {y} 40 40 re f".encode())
        assert good.codes(pdf=harm.bytes()) == found

    def test_rgb_in_what_a_pattern_repeats(self, good: Good, harm: Harm) -> None:
        tile = harm.document.make_stream(
            b"1 0 0 rg 0 0 2 2 re f",
            {"/PatternType": 1, "/PaintType": 1, "/TilingType": 1, "/BBox": [0, 0, 4, 4]}
            | {"/XStep": 4, "/YStep": 4, "/Resources": pikepdf.Dictionary()},
        )
        harm.page.add_resource(tile, pikepdf.Name.Pattern, pikepdf.Name("/Dots"))
        harm.page.contents_add(b"/Pattern cs /Dots scn 400 400 90 90 re f")
        assert good.codes(pdf=harm.bytes()) == {(5, "colour-not-cmyk"), (8, "ink-not-measured")}

    def test_a_picture_in_rgb(self, good: Good, harm: Harm) -> None:
        harm.page.add_resource(
            harm.document.make_stream(
                bytes(300 * 300 * 3),
                {"/Subtype": pikepdf.Name.Image, "/Width": 300, "/Height": 300}
                | {"/BitsPerComponent": 8, "/ColorSpace": pikepdf.Name.DeviceRGB},
            ),
            pikepdf.Name.XObject,
            pikepdf.Name("/Photo"),
        )
        harm.page.contents_add(b"q 90 0 0 90 1800 900 cm /Photo Do Q")
        assert good.codes(pdf=harm.bytes()) == {(5, "colour-not-cmyk"), (8, "ink-not-measured")}


class TestPoint6:
    @pytest.mark.parametrize(("weight", "found"), [("0.6", set()), ("0.4", {(6, "hairline")})])
    def test_a_line_too_thin(
        self, good: Good, harm: Harm, weight: str, found: set[tuple[int, str]]
    ) -> None:
        harm.page.contents_add(f"q 0.5 0 0 0.5 0 0 cm {weight} w 800 800 m 900 800 l S Q".encode())
        assert good.codes(pdf=harm.bytes()) == found

    @pytest.mark.parametrize(("side", "found"), [(1000, set()), (30, {(6, "picture-too-coarse")})])
    def test_a_picture(
        self, good: Good, harm: Harm, side: int, found: set[tuple[int, str]]
    ) -> None:
        picture = harm.document.make_stream(
            b"\0" * side * side * 4,
            {
                "/Subtype": pikepdf.Name.Image,
                "/Width": side,
                "/Height": side,
                "/BitsPerComponent": 8,
                "/ColorSpace": pikepdf.Name.DeviceCMYK,
            },
        )
        harm.page.add_resource(picture, pikepdf.Name.XObject, pikepdf.Name("/Photo"))
        harm.page.contents_add(b"q 100 0 0 100 1800 900 cm /Photo Do Q")
        assert good.codes(pdf=harm.bytes()) == found


class TestPoint7:
    def test_a_font_that_is_not_there(self, good: Good, harm: Harm) -> None:
        for font in harm.page.obj.Resources.Font.values():
            descriptor = font.DescendantFonts[0].FontDescriptor
            for key in ("/FontFile2", "/FontFile3"):
                if key in descriptor:
                    del descriptor[key]
        assert (7, "font-not-embedded") in good.codes(pdf=harm.bytes())

    def test_an_empty_box(self, good: Good, harm: Harm) -> None:
        font = next(iter(harm.page.obj.Resources.Font.keys()))
        harm.page.contents_add(f"BT {font} 9 Tf 1 0 0 1 300 300 Tm <0000> Tj ET".encode())
        assert (7, "glyph-not-there") in good.codes(pdf=harm.bytes())

    def test_other_words(self, good: Good) -> None:
        texts = dict(good.order.artwork.texts) | {"slogan": "Thử nước trong | Giữ lợi nhuận"}
        found = good.codes(order=good.order_with(texts=tuple(texts.items())))
        assert {(7, "text-differs"), (7, "text-added")} <= found

    def test_a_file_of_an_earlier_state(self, good: Good) -> None:
        assert good.codes(order=replace(good.order, engine="2")) == {(7, "file-stale")}

    def test_each_file_says_its_own_scale(self, typesetter: TypstTypesetter) -> None:
        order = order_of(Size(6000, 800))
        made = make(PressTask(order, typesetter, PDF | {"reduced"}))
        assert made.errors == []
        true, tenth = made.files["pdf"], made.files["reduced"]
        said = [re.findall(r"6 × 0,8 m · (1:\d+) ·", _said(pdf)) for pdf in (true, tenth)]
        assert said == [["1:1"], ["1:10"]]
        results = preflight(Delivery(reduction(true), order, is_reduced=True))
        found = [(f.point, f.rule.code, dict(f.details)) for one in results for f in one.faults]
        assert found == [(7, "scale-differs", {"found": "1:1", "scale": "1:10"})]


class TestPoint8:
    def test_too_much_ink(self, good: Good, harm: Harm) -> None:
        harm.page.contents_add(b"1 1 1 0.5 k 400 400 90 90 re f")
        assert good.codes(pdf=harm.bytes()) == {(8, "ink-limit")}

    def test_small_type_in_four_inks(self, good: Good, harm: Harm) -> None:
        font = next(iter(harm.page.obj.Resources.Font.keys()))
        content = f"BT 0.5 0.5 0 0.5 k {font} 9 Tf 1 0 0 1 400 400 Tm <0003> Tj ET"
        harm.page.contents_add(content.encode())
        assert (8, "small-type-coloured") in good.codes(pdf=harm.bytes())

    def test_white_that_overprints(self, good: Good, harm: Harm) -> None:
        settings = pikepdf.Dictionary(Type=pikepdf.Name.ExtGState, op=True, OP=True, OPM=1)
        harm.page.add_resource(settings, pikepdf.Name.ExtGState, pikepdf.Name("/Over"))
        harm.page.contents_add(b"/Over gs 0 0 0 0 k 400 400 90 90 re f")
        assert (8, "white-overprints") in good.codes(pdf=harm.bytes())


class TestPoint9:
    def test_words_in_the_hem(self, good: Good) -> None:
        printer = good.order.printer.model_copy(update={"safe": 90.0})
        found = good.codes(order=replace(good.order, printer=printer))
        assert (9, "text-in-hem") in found

    def test_words_in_the_pocket(self, good: Good) -> None:
        printer = good.order.printer.model_copy(update={"pocket": 150.0})
        found = good.codes(order=replace(good.order, printer=printer))
        assert (9, "text-in-hem") in found

    def test_words_under_an_eyelet(self, good: Good) -> None:
        eyelets = Eyelets.model_validate({"every": "100 mm", "inset": "150 mm"})
        printer = good.order.printer.model_copy(update={"eyelets": eyelets})
        found = good.codes(order=replace(good.order, printer=printer))
        assert (9, "text-on-eyelet") in found

    def test_letters_that_nobody_can_read(self, good: Good) -> None:
        assert good.codes(order=good.order_with(viewed_from=47_500)) >= {(9, "letters-too-small")}

    def test_a_seam_through_letters(self, good: Good) -> None:
        printer = good.order.printer.model_copy(update={"roll": 330.0, "overlap": 300.0})
        found = good.codes(order=replace(good.order, printer=printer))
        assert (9, "text-on-seam") in found

    @pytest.mark.parametrize(("leaves", "cut"), [("1, 1, 1, 1, 1, 1, 1", True), ("999, 1", False)])
    def test_a_fold_through_letters(self, good: Good, leaves: str, cut: bool) -> None:  # noqa: FBT001
        room = 'main = { x = "0", y = "0", width = "100%", height = "100%" }'
        head = f"[shapes.a]\nsides = [3, 60]\nleaves = [{leaves}]\n{room}"
        assert ((9, "text-on-fold") in good.codes(order=good.order_with(layout=head))) is cut

    def test_words_in_the_ink_of_their_ground(self, typesetter: TypstTypesetter) -> None:
        palette = {**PALETTE, "la": PALETTE["giay"]}
        made = make(PressTask(replace(order_of(Size(3000, 600)), palette=palette), typesetter, PDF))
        found = {(one.point, one.rule.code) for one in made.errors}
        assert (found, dict(made.files)) == ({(9, "text-not-seen")}, {})

    def test_words_that_hardly_stand_out(self, typesetter: TypstTypesetter) -> None:
        palette = {**PALETTE, "la": PALETTE["mam"], "nang": PALETTE["giay"]}
        made = make(PressTask(replace(order_of(Size(3000, 600)), palette=palette), typesetter, PDF))
        faint = [fault.rule.code for one in made.results for fault in one.faults]
        assert (faint, list(made.files)) == (["text-faint"], ["pdf"])


class TestPoint10:
    def test_another_address(self, good: Good) -> None:
        order = good.order_with(link="https://example.org/may/")
        assert (10, "qr-wrong") in good.codes(order=order)

    def test_a_code_that_is_partly_covered(self, good: Good, harm: Harm) -> None:
        """It can still be read, by means of its correction; a crease more and it cannot."""
        size = len(qr_rows(good.order.artwork.link))
        left, bottom, right, top = _code_box(good)
        side = (right - left) / (size + 8) * 7
        x, y = (left + right) / 2, (bottom + top) / 2
        harm.page.contents_add(f"0 0 0 1 k {x:.1f} {y:.1f} {side:.1f} {side:.1f} re f".encode())
        assert good.codes(pdf=harm.bytes()) == {(10, "qr-covered")}

    def test_a_code_that_stands_elsewhere(self, good: Good, harm: Harm) -> None:
        """It is looked for in its room first, then on the whole page."""
        harm.page.contents_add(b"1 0 0 1 -3000 0 cm", prepend=True)
        assert 10 not in {point for point, _ in good.codes(pdf=harm.bytes())}
        order = good.order_with(link="https://example.org/may/")
        assert (10, "qr-wrong") in good.codes(pdf=harm.bytes(), order=order)

    @pytest.mark.parametrize("turns", range(4))
    def test_a_code_is_read_however_it_is_turned(self, good: Good, turns: int) -> None:
        with pikepdf.open(BytesIO(good.delivered().pdf)) as turned:
            turned.pages[0].rotate(90 * turns, relative=True)
            target = BytesIO()
            turned.save(target)
        (code,) = codes_on(target.getvalue())
        expected = qr_rows(good.order.artwork.link)
        assert (code.text, code.rows(len(expected))) == (good.order.artwork.link, expected)

    @pytest.mark.parametrize("metres", [(10, 0.6), (12, 0.7), (30, 1.5), (50, 2.5), (30, 0.6)])
    def test_a_code_is_read_on_the_longest_banner(
        self, typesetter: TypstTypesetter, metres: tuple[float, float]
    ) -> None:
        """However long a banner is, the modules of its code are seen one by one."""
        wide, high = metres
        order = order_of(Size(wide * 1000, high * 1000))
        made = make(PressTask(order, typesetter, PDF))
        expected = qr_rows(order.artwork.link)
        assert made.errors == []
        found = codes_on(made.files["pdf"])
        assert [one.rows(len(expected)) for one in found] == [expected]

    def test_a_code_whose_room_is_beyond_the_page(self, good: Good, harm: Harm) -> None:
        """A page of another size: the code is looked for wherever it stands."""
        left, bottom, right, top = (float(x) for x in harm.page.mediabox)
        harm.page.mediabox = [left - (right - left), bottom, right - (right - left) / 2, top]
        assert (10, "qr-unreadable") in good.codes(pdf=harm.bytes())

    def test_a_code_that_is_painted_over(self, good: Good, harm: Harm) -> None:
        left, bottom, right, top = (float(x) for x in harm.page.trimbox)
        width, height = right - left, top - bottom
        box = f"{left + width * 0.5:.1f} {bottom:.1f} {width * 0.5:.1f} {height:.1f}"
        harm.page.contents_add(f"0.5 0 0 0 k {box} re f".encode())
        assert (10, "qr-unreadable") in good.codes(pdf=harm.bytes())


class TestPoint11:
    def test_a_tiff_cut_off(self, good: Good) -> None:
        assert good.codes(tiff=good.tiff[:-2000]) == {(11, "tiff-cut-off")}

    def test_another_resolution(self, good: Good) -> None:
        printer = good.order.printer.model_copy(update={"resolution": 50})
        found = good.codes(order=replace(good.order, printer=printer))
        assert {(11, "tiff-pixels"), (11, "tiff-tag")} <= found

    def test_a_wrong_tag(self, good: Good) -> None:
        at = good.tiff.index(struct.pack("<HHI", 262, 3, 1))
        tiff = good.tiff[: at + 8] + struct.pack("<H", 2) + good.tiff[at + 10 :]
        assert good.codes(tiff=tiff) == {(11, "tiff-tag")}


def test_point_12_of_a_tall_banner(typesetter: TypstTypesetter) -> None:
    order = order_of(Size(800, 2400))
    assert make(PressTask(order, typesetter, frozenset({"pdf", "tiff"}))).errors == []


def test_point_12_another_picture(good: Good, typesetter: TypstTypesetter) -> None:
    texts = dict(good.order.artwork.texts) | {"slogan": "Khác hẳn bản kia | Nói việc khác đi"}
    order = good.order_with(texts=tuple(texts.items()))
    other = make(PressTask(order, typesetter, frozenset({"tiff"})))
    assert good.codes(tiff=other.files["tiff"]) == {(12, "tiff-differs")}


class TestPoint13:
    def test_a_place_without_a_file(self, good: Good) -> None:
        assert good.codes(missing=("kcn-mau",)) == {(13, "variant-missing")}

    def test_two_files_of_one_name(self, good: Good) -> None:
        assert good.codes(siblings=("mau", "mau")) == {(13, "variant-name-twice")}

    def test_a_field_that_nobody_filled(self, good: Good) -> None:
        texts = (*good.order.artwork.texts, ("place", "{arrow} {place}"))
        assert (13, "field-unfilled") in good.codes(order=good.order_with(texts=texts))


class TestPoint14:
    def test_a_sponsor_where_it_must_not_stand(self, good: Good) -> None:
        texts = (*good.order.artwork.texts, ("sponsor", "Cơ quan mẫu"))
        strip = Strip(20, "right")
        found = good.codes(order=good.order_with(texts=texts, sponsor=strip))
        assert (14, "outdoor-sponsor-beyond") in found

    def test_nobody_answers_for_it(self, good: Good) -> None:
        texts = dict(good.order.artwork.texts) | {"address": ""}
        found = good.codes(order=good.order_with(texts=tuple(texts.items())))
        assert (14, "outdoor-no-address") in found

    def test_foreign_words_too_high_and_above(self, good: Good) -> None:
        # The slogan is set where the file's foreign words should be: below and smaller.
        texts = dict(good.order.artwork.texts)
        texts |= {"slogan": "example.org", "foreign": texts["slogan"].upper(), "contact": ""}
        order = replace(good.order_with(texts=tuple(texts.items()), capitals=False))
        found = {(14, "outdoor-foreign-high"), (14, "outdoor-foreign-above")}
        assert found <= good.codes(order=order)
        later = replace(order, day=date(2026, 1, 1))  # another law, which warns and does not judge
        assert found & good.codes(order=later) == set()


def test_each_panel_shows_its_part_of_the_piece(typesetter: TypstTypesetter) -> None:
    order = order_of(Size(6000, 800), PRINTER.model_copy(update={"roll": 500.0}))
    made = make(PressTask(order, typesetter, frozenset({"pdf", "tiles"})))
    assert made.errors == []
    panels = tiles(order, letters(made.files["pdf"], order))
    (whole,) = pypdfium2.PdfDocument(made.files["pdf"])
    _, *pages = pypdfium2.PdfDocument(made.files["tiles"])
    assert len(pages) == len(panels) == 2
    width, height = whole.get_size()
    for page, panel in zip(pages, panels, strict=True):
        left, top = order.sheet.at(panel.left, panel.top)
        right, bottom = order.sheet.at(panel.right, panel.bottom)
        part = whole.render(crop=(left, bottom, width - right, height - top)).to_pil()
        margin = order.sheet.points(order.sheet.margin)  # strips on the left and on the right
        assert page.get_size()[0] == pytest.approx(right - left + 2 * margin, abs=0.1)
        body = page.render(crop=(margin, 0, margin, 0)).to_pil()
        part, shown = (picture.resize((200, 16)) for picture in (part, body))
        assert max(ImageStat.Stat(ImageChops.difference(part, shown)).mean) < 3
    said = [page.get_textpage().get_text_bounded() for page in pages]
    told = [set(re.findall(r"Tấm ./.|chồng 20.mm với tấm .", text)) for text in said]
    one, two = "chồng 20\u00a0mm với tấm 1", "chồng 20\u00a0mm với tấm 2"
    assert told == [{"Tấm 1/2", two}, {"Tấm 2/2", one}]


def test_panels_without_a_printing_condition_are_a_plain_pdf(typesetter: TypstTypesetter) -> None:
    order = replace(
        order_of(Size(6000, 800), PRINTER.model_copy(update={"roll": 500.0})), intent=None
    )
    made = make(PressTask(order, typesetter, frozenset({"pdf", "tiles"})))
    assert (made.errors, sorted(made.files)) == ([], ["pdf", "tiles"])


def test_the_code_is_read_by_a_decoder(good: Good, tmp_path: Path) -> None:
    if shutil.which("zbarimg") is None:
        pytest.skip("zbarimg is not installed")
    target = tmp_path / "ma.png"
    target.write_bytes(proof(good.pdf, good.order.sheet, 2400))
    told = subprocess.run(["zbarimg", "-q", "--raw", target], capture_output=True, check=True)
    assert told.stdout.decode().strip() == good.order.artwork.link


def _code_box(good: Good) -> tuple[float, float, float, float]:
    """Where the layout puts its code."""
    sheet, code = good.order.sheet, rooms_of(good.order.artwork)["qr"]
    left, top = sheet.at(code.x, code.y)
    right, bottom = sheet.at(code.x + code.width, code.y + code.height)
    return left, bottom, right, top
