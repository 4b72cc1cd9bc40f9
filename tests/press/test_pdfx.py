from datetime import date
from io import BytesIO
from pathlib import Path

import pikepdf
from PIL import Image, ImageCms

from generator.model.artwork import Artwork
from generator.model.sizes import Size
from generator.press.finish import Margin, finish
from generator.press.geometry import PressSheet
from generator.press.intent import Intent, no_profile, unusable
from generator.press.marks import ALL_PLATES, marks
from generator.press.metadata import Facts
from generator.press.proof_pictures import proof_with_lines
from generator.press.slug import slug_line

ICC = (Path(__file__).parents[2] / "assets/icc/FOGRA39-derived.icc").read_bytes()
INTENT = Intent("FOGRA39", "Offset, ISO 12647-2, coated paper", ICC)
FACTS = Facts("Bản thử", "Cơ quan mẫu", date(2021, 4, 1))
SHEET = PressSheet(Size(1000, 500), bleed=20, margin=40)


def page(sheet: PressSheet, content: bytes) -> bytes:
    """A PDF of one page with `content`, as great as the bleed."""
    left, bottom, right, top = sheet.bleed_box
    target = BytesIO()
    with pikepdf.new() as document:
        blank = document.add_blank_page(page_size=(right - left, top - bottom))
        blank.Contents = document.make_stream(content)
        document.save(target)
    return target.getvalue()


def strip(sheet: PressSheet) -> bytes:
    """A PDF for the margin below: wholly black."""
    target = BytesIO()
    with pikepdf.new() as document:
        size = (sheet.points(sheet.trim.width), sheet.points(sheet.margin))
        blank = document.add_blank_page(page_size=size)
        blank.Contents = document.make_stream(b"0 0 0 1 k 0 0 9999 9999 re f")
        document.save(target)
    return target.getvalue()


def inked(pdf: bytes, y: int, xs: tuple[int, ...]) -> list[bool]:
    """Whether there is ink at points of the page, in millimetres from its left and top."""
    with Image.open(BytesIO(proof_with_lines(pdf, SHEET, 1120, safe=50))) as picture:
        black = picture.convert("L").point([255] * 128 + [0] * 128)
    return [black.getpixel((x, y)) == 255 for x in xs]


def test_a_finished_file_claims_and_holds_what_pdfx4_asks() -> None:
    done = finish(page(SHEET, b"0 0 0 1 k 0 0 9 9 re f"), SHEET, FACTS, INTENT)
    with pikepdf.open(BytesIO(done)) as document:
        (intent,) = document.Root.OutputIntents
        with document.open_metadata() as xmp:
            claimed = [xmp["pdfxid:GTS_PDFXVersion"], xmp["pdf:Trapped"], xmp["xmpMM:VersionID"]]
        assert claimed == ["PDF/X-4", "False", "1"]
        assert str(document.docinfo["/Trapped"]) == "/False"
        assert (str(intent.S), str(intent.OutputConditionIdentifier)) == ("/GTS_PDFX", "FOGRA39")
        assert int(intent.DestOutputProfile.N) == 4
        assert intent.DestOutputProfile.read_bytes() == ICC
        assert len(document.trailer.ID) == 2


def test_without_an_intent_nothing_is_claimed() -> None:
    done = finish(page(SHEET, b""), SHEET, FACTS)
    with pikepdf.open(BytesIO(done)) as document:
        assert "/OutputIntents" not in document.Root
        with document.open_metadata() as xmp:
            assert "pdfxid:GTS_PDFXVersion" not in xmp


def test_the_picture_stands_in_its_margin_cut_at_the_bleed() -> None:
    done = finish(page(SHEET, b"0 0 0 1 k -999 -999 9999 9999 re f"), SHEET, FACTS)
    assert inked(done, y=200, xs=(2, 38)) == [False, False]
    assert inked(done, y=200, xs=(42, 55, 560, 1078)) == [True, True, True, True]
    assert inked(done, y=200, xs=(1082, 1118)) == [False, False]


def test_the_slug_stands_below_the_bleed() -> None:
    done = finish(page(SHEET, b""), SHEET, FACTS, margin=Margin(strip(SHEET)))
    assert [*inked(done, y=605, xs=(300,)), *inked(done, y=570, xs=(300,))] == [True, False]


def test_marks_stay_clear_of_the_bleed_and_print_on_every_plate() -> None:
    drawn = marks(SHEET).decode()
    assert drawn.startswith(f"q\n/{ALL_PLATES} CS 1 SCN")
    left, bottom, right, top = SHEET.bleed_box
    points = [
        (float(x), float(y))
        for line in drawn.splitlines()[2:-1]
        if line.endswith("S")
        for x, y in [line.split()[0:2], line.split()[3:5]]
    ]
    assert len(points) == 2 * (8 + 2 * 4)
    assert not [p for p in points if left < p[0] < right and bottom < p[1] < top]


def test_a_margin_too_small_for_marks_has_none() -> None:
    assert marks(PressSheet(Size(1000, 500), bleed=20, margin=5)) == b""


def test_finishing_again_gives_the_same_bytes() -> None:
    raw, slug = page(SHEET, b"0 0 0 1 k 0 0 9 9 re f"), strip(SHEET)
    assert finish(raw, SHEET, FACTS, INTENT, Margin(slug)) == finish(
        raw, SHEET, FACTS, INTENT, Margin(slug)
    )


def test_a_profile_that_is_not_for_four_inks_is_refused() -> None:
    screen = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    assert unusable(screen) == no_profile("it is not one of four inks (CMYK)")
    assert unusable(b"no profile at all") == no_profile("it is no ICC profile")
    assert unusable(ICC) is None


def test_the_slug_line_names_the_job_and_never_the_day_of_the_build() -> None:
    artwork = Artwork("mau-1", "banner-words", Size(6000, 800), (), "Mẫu", 30_000)
    line = slug_line(artwork, 10, date(2021, 4, 1), "3f9a1c2b77aa")
    assert line == "mau-1 · 6 × 0,8 m · 1:10 · 2021-04-01 · 3f9a1c2b · 1/1"
