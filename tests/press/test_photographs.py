"""Photographs as cameras and programs save them, brought into four inks."""

import zlib
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from generator.press.intent import Intent
from generator.press.photographs import Photograph, photograph

ICC = (Path(__file__).parents[2] / "assets/icc/FOGRA39-derived.icc").read_bytes()
INTENT = Intent("FOGRA39", "Test", ICC)
SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
RED, BLUE = (255, 0, 0), (0, 0, 255)


def saved(colour: tuple[int, ...], **settings: object) -> bytes:
    target = BytesIO()
    Image.new("RGB", (40, 20), colour).save(target, "PNG", **settings)
    return target.getvalue()


def inks(data: bytes, limit: int = 400) -> tuple[int, ...]:
    """The inks of the first pixel."""
    made = photograph(data, "anh.png", INTENT, limit)
    assert isinstance(made, Photograph)
    return tuple(zlib.decompress(made.inks)[:4])


def test_what_was_held_upright_stands_upright() -> None:
    turned = Image.Exif()
    turned[0x0112] = 6
    held = photograph(saved(RED, exif=turned), "anh.png", INTENT, 300)
    assert isinstance(held, Photograph)
    assert (held.width, held.height) == (20, 40)


def test_a_pictures_own_profile_is_followed() -> None:
    other = SRGB.replace(b"rXYZ", b"tmpX").replace(b"bXYZ", b"rXYZ").replace(b"tmpX", b"bXYZ")
    assert inks(saved(RED, icc_profile=other)) == inks(saved(BLUE))
    assert inks(saved(RED)) != inks(saved(BLUE))


@pytest.mark.parametrize("profile", [SRGB, b"no profile", ICC])
def test_what_is_no_profile_of_a_screen_is_taken_for_srgb(profile: bytes) -> None:
    assert inks(saved(RED, icc_profile=profile)) == inks(saved(RED))


def test_the_colours_give_way_to_the_limit_and_black_stays() -> None:
    full, limited = (inks(saved((0, 0, 0)), limit) for limit in (400, 200))
    assert sum(full) > sum(limited)
    assert sum(limited) <= 200 * 2.55
    assert limited[3] == full[3]
