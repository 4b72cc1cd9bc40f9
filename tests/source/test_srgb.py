"""Every kind of pixels as screens show them: nothing turns white, black or neon."""

from collections.abc import Iterator
from contextlib import suppress
from io import BytesIO
from itertools import product
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageCms
from PIL.TiffImagePlugin import ImageFileDirectory_v2

from generator.diagnostics import Refusal
from generator.source.raster import PAGE, screen
from generator.source.srgb import flat

FOGRA = (Path(__file__).parents[2] / "assets/icc/FOGRA39-derived.icc").read_bytes()
SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
SWAPPED = SRGB.replace(b"rXYZ", b"tmpX").replace(b"bXYZ", b"rXYZ").replace(b"tmpX", b"bXYZ")
DEEP = np.full((4, 6), 0x8080, np.uint16)


def saved(picture: Image.Image, form: str, **options: object) -> bytes:
    target = BytesIO()
    picture.save(target, form, **options)
    return target.getvalue()


def new(mode: str, colour: object, form: str = "PNG", **options: object) -> bytes:
    return saved(Image.new(mode, (6, 4), colour), form, **options)


def palette(colours: int, **options: object) -> bytes:
    picture = Image.new("P", (6, 4), 1)
    picture.putpalette([0, 0, 0, 200, 100, 50][: 3 * colours])
    return saved(picture, "PNG", **options)


def white_is_zero(grey: np.ndarray) -> bytes:
    tags = ImageFileDirectory_v2()
    tags[262] = 0
    return saved(Image.fromarray(grey), "TIFF", tiffinfo=tags)


def seen(data: bytes) -> tuple[str, object]:
    """The mode and the first pixel, without a profile beside it."""
    made = screen(data, PAGE)
    assert not isinstance(made, Refusal), made.rule.code
    assert made.info == {}
    return made.mode, made.getpixel((0, 0))


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (new("1", 1), ("L", 255)),
        (new("L", 77), ("L", 77)),
        (new("L", 77, transparency=77), ("RGBA", (77, 77, 77, 0))),
        (new("LA", (77, 9)), ("RGBA", (77, 77, 77, 9))),
        (saved(Image.fromarray(DEEP), "PNG"), ("L", 128)),
        (saved(Image.fromarray(DEEP), "TIFF"), ("L", 128)),
        (saved(Image.fromarray(DEEP.astype(">u2")), "TIFF"), ("L", 128)),
        (white_is_zero(DEEP // 2), ("L", 255 - 64)),
        (palette(2), ("RGB", (200, 100, 50))),
        (palette(2, transparency=b"\xff\x09"), ("RGBA", (200, 100, 50, 9))),
        (new("RGB", (1, 2, 3)), ("RGB", (1, 2, 3))),
        (new("RGB", (1, 2, 3), transparency=(1, 2, 3)), ("RGBA", (1, 2, 3, 0))),
        (new("RGBA", (1, 2, 3, 4)), ("RGBA", (1, 2, 3, 4))),
        (new("RGBA", (255, 0, 0, 4), icc_profile=SWAPPED), ("RGBA", (0, 0, 255, 4))),
        (new("RGB", (255, 0, 0), icc_profile=SWAPPED), ("RGB", (0, 0, 255))),
        (new("RGB", (255, 0, 0), icc_profile=b"none"), ("RGB", (255, 0, 0))),
        (new("RGB", (255, 0, 0), icc_profile=FOGRA), ("RGB", (255, 0, 0))),
        (new("CMYK", (200, 0, 200, 0), "TIFF", icc_profile=FOGRA), ("RGB", (23, 169, 97))),
        (new("CMYK", (200, 0, 200, 0), "TIFF"), ("RGB", (23, 169, 97))),
        (new("CMYK", (200, 0, 200, 0), "TIFF", icc_profile=SRGB), ("RGB", (23, 169, 97))),
        (new("LAB", (255, 128, 128), "TIFF"), ("RGB", (255, 255, 255))),
        (new("YCbCr", (76, 85, 255), "TIFF"), ("RGB", (254, 0, 0))),
    ],
    ids=range(22),
)
def test_each_mode(data: bytes, expected: tuple[str, object]) -> None:
    mode, pixel = seen(data)
    wanted_mode, wanted = expected
    assert mode == wanted_mode
    assert pixel == pytest.approx(wanted, abs=2)


def every_kind() -> Iterator[tuple[str, str, bytes]]:
    """A picture of each mode in each form that can hold it."""
    for form, mode in product(("PNG", "TIFF", "WEBP", "GIF", "JPEG"), Image.MODES):
        with suppress(OSError, KeyError, ValueError):
            yield form, mode, saved(Image.new(mode, (6, 4)), form)


KINDS = list(every_kind())


@pytest.mark.parametrize(
    ("form", "mode", "data"), KINDS, ids=[f"{form}-{mode}" for form, mode, _ in KINDS]
)
def test_whatever_can_be_saved_is_brought_there_or_told(form: str, mode: str, data: bytes) -> None:
    made = screen(data, PAGE, f"anh.{form}", size=(3, 2))
    if isinstance(made, Refusal):
        assert (made.rule.code, mode) in {("picture-colours", "I"), ("picture-colours", "F")}
    else:
        assert (made.mode in {"L", "RGB", "RGBA"}, made.size) == (True, (3, 2))


def test_a_size_is_that_of_the_picture_as_it_is_seen() -> None:
    turned = Image.Exif()
    turned[0x0112] = 6
    data = saved(Image.new("RGB", (60, 40)), "JPEG", exif=turned)
    made = screen(data, PAGE, size=(20, 30))
    assert not isinstance(made, Refusal)
    assert made.size == (20, 30)


def test_on_paper_what_is_transparent_is_white() -> None:
    assert flat(Image.new("RGBA", (1, 1), (0, 0, 0, 0))).getpixel((0, 0)) == (255, 255, 255)
    assert flat(Image.new("L", (1, 1), 7)).getpixel((0, 0)) == 7
