from io import BytesIO

import pikepdf
from PIL import Image

from generator.model.sizes import Size
from generator.press.geometry import PressSheet
from generator.press.proof_pictures import pixels, proof, proof_with_lines

SHEET = PressSheet(Size(1000, 500), bleed=50)


def black_bleed() -> bytes:
    """A white page in a black bleed."""
    left, bottom, right, top = SHEET.trim_box
    target = BytesIO()
    with pikepdf.new() as document:
        page = document.add_blank_page(page_size=SHEET.media_box[2:])
        page.Contents = document.make_stream(
            b"0 0 0 1 k 0 0 99999 99999 re f 0 0 0 0 k "
            + f"{left} {bottom} {right - left} {top - bottom} re f".encode()
        )
        document.save(target)
    return target.getvalue()


def test_a_proof_is_cut_at_the_trim() -> None:
    picture = Image.open(BytesIO(proof(black_bleed(), SHEET, 200)))
    assert (picture.size, picture.mode) == (pixels(SHEET.trim, 200), "RGB")
    inside = picture.crop((1, 1, 199, 99))
    assert inside.getextrema() == ((255, 255), (255, 255), (255, 255))


def test_lines_show_trim_and_safe_area_on_the_whole_page() -> None:
    picture = Image.open(BytesIO(proof_with_lines(black_bleed(), SHEET, 220, safe=100)))
    assert picture.size == (220, 120)
    middle = [picture.getpixel((x, 60)) for x in (10, 30, 110)]
    assert middle == [(210, 0, 120), (0, 120, 220), (255, 255, 255)]
    assert all(picture.getpixel((x, x)) == picture.getpixel((2, 2)) for x in range(1, 8))


def test_the_same_pdf_gives_the_same_bytes() -> None:
    assert proof(black_bleed(), SHEET, 200) == proof(black_bleed(), SHEET, 200)
