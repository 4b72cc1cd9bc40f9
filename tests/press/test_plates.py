import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import numpy as np
import pikepdf
import pytest
from PIL import Image

from generator.diagnostics import Refusal, RefusalError
from generator.model.sizes import Size
from generator.press import plates
from generator.press.geometry import PressSheet
from generator.press.plates import cmyk_tiff, frame
from generator.press.separations import separate
from generator.press.tiff import Plate, tiff
from generator.press.tints import NO_PLATES

SHEET = PressSheet(Size(254, 508), bleed=0)
BLACK_AND_GREEN = b"0.8 0.2 0.6 0.4 k 0 0 720 720 re f 0 0 0 1 k 0 720 720 720 re f"


def page(content: bytes, sheet: PressSheet = SHEET, **resources: pikepdf.Object) -> bytes:
    target = BytesIO()
    with pikepdf.new() as document:
        blank = document.add_blank_page(page_size=sheet.media_box[2:])
        blank.Contents = document.make_stream(content)
        blank.Resources = pikepdf.Dictionary({f"/{name}": part for name, part in resources.items()})
        document.save(target)
    return target.getvalue()


def picture(pdf: bytes, sheet: PressSheet = SHEET, dpi: float = 30) -> Image.Image:
    return Image.open(BytesIO(b"".join(cmyk_tiff(pdf, sheet, dpi))))


def test_every_ink_is_kept_and_black_stays_black_alone() -> None:
    with picture(page(BLACK_AND_GREEN)) as done:
        assert (done.size, done.mode) == ((300, 600), "CMYK")
        assert sorted(done.getcolors() or ()) == [
            (90_000, (0, 0, 0, 255)),
            (90_000, (204, 51, 153, 102)),
        ]
        assert done.getpixel((0, 0)) == (0, 0, 0, 255)


LEANING = b"0 0.9 0.3 0 k 30 30 m 700 400 l 690 1400 l 60 900 l f"


def test_columns_of_a_plate_join_without_a_seam(monkeypatch: pytest.MonkeyPatch) -> None:
    with picture(page(LEANING)) as whole:
        monkeypatch.setattr(plates, "COLUMN", 77)
        with picture(page(LEANING)) as done:
            near = np.asarray(done, np.int16) - np.asarray(whole, np.int16)
            assert np.abs(near).max() <= 1  # of 255: an edge is reckoned from another place


def test_a_very_wide_plate_is_drawn_to_its_end() -> None:
    sheet = PressSheet(Size(6000, 20), bleed=0)
    wide = sheet.media_box[2]
    leaf = f"0 0 0 1 k {wide - 60} 0 m {wide - 20} 3 l {wide - 60} 5.6 l f"  # no rectangle
    with picture(page(leaf.encode(), sheet), sheet, 150) as done:
        found = np.nonzero(np.asarray(done)[60, :, 3])[0]
        assert (done.width, found[0]) == (35_433, 34_183)
        assert found[-1] > 34_900


def test_what_is_drawn_before_any_colour_is_black_on_the_black_plate() -> None:
    with picture(page(b"0 0 720 1440 re f")) as done:
        assert done.getcolors() == [(180_000, (0, 0, 0, 255))]


def test_marks_print_on_every_plate() -> None:
    spaces = pikepdf.Object.parse(b"<< /LoaAll [/Separation /All /DeviceCMYK null] >>")
    drawn = b"/LoaAll CS 1 SCN 200 w 0 720 m 720 720 l S"
    with picture(page(drawn, ColorSpace=spaces)) as done:
        assert done.getpixel((150, 300)) == (255, 255, 255, 255)


SOFT = {
    "Pattern": b"""<< /P << /PatternType 2 /Shading << /ShadingType 2 /ColorSpace /DeviceCMYK
        /Coords [0 0 720 0] /Function << /FunctionType 3 /Domain [0 1] /Bounds [0.5]
        /Encode [0 1 0 1] /Functions [
            << /FunctionType 2 /Domain [0 1] /N 1 /C0 [0.9 0 0 0] /C1 [0 0.6 0 0.2] >>
            << /FunctionType 2 /Domain [0 1] /N 1 /C0 [0 0.6 0 0.2] /C1 [0 0 1 0] >>
        ] >> >> >> >>""",
    "ExtGState": b"<< /Half << /ca 0.5 >> /Twice << /BM /Multiply >> >>",
    "ColorSpace": b"""<< /Spot [/Separation /PANTONE#20347#20C /DeviceCMYK
        << /FunctionType 2 /Domain [0 1] /N 1 /C0 [0 0 0 0] /C1 [0.8 0 0.9 0.1] >>] >>""",
}
DRAWN = b"""/Pattern cs /P scn 0 720 720 720 re f
    q /Half gs 0 0 0 1 k 0 1080 720 360 re f Q
    /Spot cs 0.5 scn 0 360 720 360 re f
    q /Twice gs 0.4 g 360 360 360 360 re f Q"""


def test_gradients_transparency_and_spot_inks_are_taken_apart_as_ghostscript_does(
    tmp_path: Path,
) -> None:
    parsed = {name: pikepdf.Object.parse(text) for name, text in SOFT.items()}
    pdf = page(DRAWN, **parsed)
    with picture(pdf, dpi=10) as done:
        ours = np.asarray(done, np.int16)
    assert ours[199].max() == 0  # what is bare stays bare
    assert [*ours[110, 25]] == [102, 0, 115, 13]  # half of the spot ink
    assert [*ours[110, 75]] == [102, 0, 115, 159]  # multiplied with grey, which is black alone
    if shutil.which("gs") is None:
        pytest.skip("Ghostscript is not installed")
    (tmp_path / "mau.pdf").write_bytes(pdf)
    asked = ("-sDEVICE=tiff32nc", "-r10", "-dUseFastColor=true", f"-o{tmp_path / 'gs.tif'}")
    subprocess.run(["gs", "-q", *asked, tmp_path / "mau.pdf"], check=True)
    with Image.open(tmp_path / "gs.tif") as theirs:
        unlike = np.abs(np.asarray(theirs, np.int16) - ours)
    assert unlike.max(axis=2)[unlike.max(axis=2) > 6].size <= 300  # edges


def test_pixels_are_millimetres_times_dpi_at_any_scale() -> None:
    frames = [
        frame(PressSheet(Size(6000, 800), bleed=20, margin=margin), dpi=100) for margin in (0, 40)
    ]
    assert [(plate.width, plate.height) for plate in frames] == [(23_780, 3_307)] * 2


def test_the_margin_is_left_out() -> None:
    sheet = PressSheet(Size(254, 254), bleed=25.4, margin=25.4)
    content = b"0 1 0 0 k 0 0 9999 9999 re f 0 0 0 1 k 72 72 864 864 re f"
    with picture(page(content, sheet), sheet, dpi=10) as done:
        assert done.getcolors() == [(120 * 120, (0, 0, 0, 255))]


def test_forms_are_taken_apart_too() -> None:
    with pikepdf.new() as document:
        form = document.make_stream(b"0 0 1 0 k 0 0 720 1440 re f")
        form.Type, form.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
        form.BBox = pikepdf.Array([0, 0, 720, 1440])
        page_of = document.add_blank_page(page_size=SHEET.media_box[2:])
        page_of.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(F=form))
        page_of.Contents = document.make_stream(b"/F Do")
        target = BytesIO()
        document.save(target)
    with picture(target.getvalue()) as done:
        assert done.getcolors() == [(180_000, (0, 0, 255, 0))]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"1 0 0 rg 0 0 9 9 re f", "colour RGB"),
        (b"/Spot CS 1 SCN", "colour Spot"),
        (b"/CalRGB cs 1 0 0 sc", "colour CalRGB"),
        (b"/Half gs", "blend mode"),
        (b"BI /W 1 /H 1 /CS /CMYK /BPC 8 ID \0\0\0\0 EI", "image"),
    ],
)
def test_what_cannot_be_taken_apart_is_refused(content: bytes, reason: str) -> None:
    with pytest.raises(RefusalError) as caught:
        separate(page(content))
    assert caught.value.refusal == Refusal(NO_PLATES, {"problem": reason})


def test_an_image_is_refused() -> None:
    with pikepdf.new() as document:
        image = document.make_stream(b"\0\0\0", {"/Subtype": pikepdf.Name.Image})
        blank = document.add_blank_page()
        blank.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(I=image))
        target = BytesIO()
        document.save(target)
    with pytest.raises(RefusalError) as caught:
        separate(target.getvalue())
    assert caught.value.refusal == Refusal(NO_PLATES, {"problem": "image"})


@pytest.mark.parametrize("limit", [10**9, 0], ids=["classic", "big"])
def test_a_tiff_decodes_to_the_last_row_and_bears_its_tags(limit: int) -> None:
    pixels = np.arange(7 * 5 * 4, dtype=np.uint8).reshape(7, 5, 4) * 37
    plate = Plate(5, 7, rows=3, dpi=72.5, icc=b"profile")
    chunks = tiff(plate, (pixels[top : top + 3] for top in range(0, 7, 3)), limit)
    with Image.open(BytesIO(b"".join(chunks))) as done:
        assert np.array_equal(np.asarray(done), pixels)
        assert done.info["dpi"] == (72.5, 72.5)
        assert done.info["icc_profile"] == b"profile"
        assert done.tag_v2[332] == 1  # type: ignore[attr-defined] # a TIFF has tags


def test_libtiff_reads_it(tmp_path: Path) -> None:
    if shutil.which("tiffinfo") is None:
        pytest.skip("tiffinfo is not installed")
    target = tmp_path / "mau.tif"
    target.write_bytes(b"".join(cmyk_tiff(page(BLACK_AND_GREEN), SHEET, 30)))
    told = subprocess.run(["tiffinfo", "-D", target], capture_output=True, text=True, check=True)
    assert told.stderr == ""
    lines = {line.strip() for line in told.stdout.splitlines()}
    assert {
        "Image Width: 300 Image Length: 600",
        "Resolution: 30, 30 pixels/inch",
        "Photometric Interpretation: separated",
    } <= lines


def test_the_same_page_gives_the_same_bytes() -> None:
    pdf = page(BLACK_AND_GREEN)
    assert [*cmyk_tiff(pdf, SHEET, 30)] == [*cmyk_tiff(pdf, SHEET, 30)]
