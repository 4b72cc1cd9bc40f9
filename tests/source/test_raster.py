"""The door for pictures: what each file really is, and nothing else is opened."""

import zlib
from collections.abc import Callable
from io import BytesIO

import pytest
from PIL import EpsImagePlugin, Image, PngImagePlugin

from generator.diagnostics import Refusal
from generator.model.picture import PictureFacts
from generator.source.raster import PAGE, PRESS, examine, pixels, screen, whole

PROGRAM = b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n%%EndComments\n{} loop\n"
BINARY = b"\xc5\xd0\xd3\xc6" + (30).to_bytes(4, "little") + len(PROGRAM).to_bytes(4, "little")
DISGUISES = {
    "anh.jpg": PROGRAM,
    "anh.png": PROGRAM,
    "anh.tif": b"\xef\xbb\xbf" + PROGRAM,
    "anh.webp": b"\n \t" + PROGRAM,
    "anh.gif": BINARY.ljust(30, b"\0") + PROGRAM,
    "": PROGRAM,
}


@pytest.fixture(autouse=True)
def _no_interpreter(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever starts Ghostscript fails the test."""

    def start(*_: object, **__: object) -> None:
        pytest.fail("a picture started another program")

    monkeypatch.setattr(EpsImagePlugin, "Ghostscript", start)


def saved(form: str, mode: str = "RGB", size: tuple[int, int] = (6, 4), **options: object) -> bytes:
    target = BytesIO()
    Image.new(mode, size).save(target, form, **options)
    return target.getvalue()


def code(found: object) -> str:
    return found.rule.code if isinstance(found, Refusal) else "used"


@pytest.mark.parametrize("name", DISGUISES)
@pytest.mark.parametrize("look", [examine, whole, pixels, screen])
def test_a_program_is_never_opened(name: str, look: Callable[..., object]) -> None:
    assert code(look(DISGUISES[name], PAGE, name)) == "picture-other-form"


@pytest.mark.parametrize(
    ("name", "data", "found"),
    [
        ("a.jpg", saved("JPEG"), "used"),
        ("a.JPEG", saved("JPEG"), "used"),
        ("a.heic", saved("PNG"), "picture-misnamed"),
        ("a.jpg", saved("PNG"), "picture-misnamed"),
        ("a", saved("PNG"), "picture-misnamed"),
        ("a.png", b'<?xml version="1.0"?><svg/>', "picture-misnamed"),
        ("a.heic", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "picture-heic"),
        ("a.jpg", b"\0\0\0\x18ftypmif1\0\0\0\0mif1heic", "picture-heic"),
        ("a.avif", b"\0\0\0\x18ftypavif\0\0\0\0mif1avif", "picture-other-form"),
        ("a.jpg", b"%PDF-1.7\n", "picture-other-form"),
        ("a.jpg", b"\xd7\xcd\xc6\x9a" + bytes(40), "picture-other-form"),
        ("a.jpg", b"8BPS" + bytes(40), "picture-other-form"),
        ("a.bmp", saved("BMP"), "picture-other-form"),
        ("a.jpg", b"BMW 320i, 2021", "picture-form"),
        ("a.jpg", b"<html></html>", "picture-form"),
        ("a.jpg", b"", "picture-empty-file"),
        ("a.jpg", saved("JPEG")[:200], "picture-truncated"),
        ("a.png", saved("PNG", size=(60, 60))[:-30], "picture-truncated"),
        ("a.png", saved("PNG")[:20] + b"x" * 99, "picture-damaged"),
        ("a.tif", saved("TIFF")[:20], "picture-damaged"),
        ("a.gif", saved("GIF")[:12], "picture-damaged"),
        ("a.webp", saved("WEBP")[:30], "picture-truncated"),
    ],
)
def test_what_a_file_really_is(name: str, data: bytes, found: str) -> None:
    assert code(whole(data, PAGE, name)) == found


@pytest.mark.parametrize("form", ["GIF", "WEBP", "PNG", "TIFF"])
def test_what_moves_is_told(form: str) -> None:
    second = Image.new("RGB", (6, 4), "red")
    data = saved(form, save_all=True, append_images=[second])
    assert code(examine(data, PAGE)) == "picture-moving"


def test_what_a_phone_adds_to_a_jpeg_moves_nothing() -> None:
    data = saved("MPO", save_all=True, append_images=[Image.new("RGB", (6, 4), "red")])
    assert examine(data, PAGE, "a.jpg") == PictureFacts(6, 4, "JPEG", "RGB")


def test_notes_of_a_camera_that_cannot_be_read_matter_to_nobody() -> None:
    for notes in (b"Exif\0\0II*\0\x08\0\0\0\xff\xff", b"Exif\0\0nothing", b"Exif\0\0"):
        assert examine(saved("JPEG", exif=notes), PAGE) == PictureFacts(6, 4, "JPEG", "RGB")


def test_a_picture_of_thousands_of_scans_is_not_begun() -> None:
    data = saved("JPEG", progressive=True)
    start = data.index(b"\xff\xda")
    assert code(whole(data[:start] + data[start:-2] * 300 + data[-2:], PAGE)) == "picture-damaged"


def test_words_of_more_than_a_megabyte_in_a_picture() -> None:
    found = []
    for length in (1_100_000, 70_000_000):  # what a program notes, and what no program does
        words = PngImagePlugin.PngInfo()
        words.add_text("x", "y" * length, zip=True)
        found.append(code(whole(saved("PNG", pnginfo=words), PRESS, "a.png")))
    assert found == ["used", "picture-damaged"]


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB", "RGBA"])
def test_pixels_are_counted_in_every_mode(mode: str) -> None:
    data = bytearray(saved("PNG", mode, (1, 1)))
    data[16:24] = (60_000).to_bytes(4, "big") * 2
    data[29:33] = zlib.crc32(data[12:29]).to_bytes(4, "big")
    assert code(examine(bytes(data), PAGE)) == "picture-too-large"
