import zlib
from io import BytesIO

import pikepdf
import pytest
from PIL import Image, ImageDraw

from generator.model.sizes import Size
from generator.press.geometry import PressSheet
from generator.press.proof_pictures import pixels, png_bytes, proof, proof_with_lines

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


def flat() -> Image.Image:
    """Letters on a ground."""
    picture = Image.new("RGB", (400, 90), (12, 120, 80))
    ImageDraw.Draw(picture).text((5, 5), "Giữ nước sạch " * 4, fill="white")
    return picture


def grained() -> Image.Image:
    """What shows a photograph: no pixel is like the next."""
    picture = Image.linear_gradient("L").resize((400, 90))
    return Image.merge("RGB", (picture, picture.rotate(90), picture.rotate(180)))


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


@pytest.mark.parametrize("picture", [flat(), grained()])
def test_a_picture_is_packed_without_loss_and_no_larger_than_by_pillow(
    picture: Image.Image,
) -> None:
    data, target = png_bytes(picture), BytesIO()
    picture.save(target, "PNG", compress_type=zlib.Z_RLE)
    with Image.open(BytesIO(data)) as read:
        assert (read.size, read.mode, read.tobytes()) == (
            picture.size,
            "RGB",
            picture.tobytes(),
        )
    assert len(data) <= len(target.getvalue())
