"""Pictures that are damaged or cut off are told, also where every decoder shows something."""

import zlib
from collections.abc import Iterator
from io import BytesIO
from itertools import product
from struct import pack, unpack_from

import numpy as np
import pytest
from PIL import Image

from generator.diagnostics import Refusal
from generator.model.picture import PictureFacts
from generator.source.picture_file import picture
from generator.source.raster import PAGE, whole

NOISE = np.random.default_rng(1)
END = b"\xff\xd9"


def noise(width: int = 160, height: int = 120) -> Image.Image:
    return Image.fromarray(NOISE.integers(0, 255, (height, width, 3), dtype=np.uint8))


def saved(shown: Image.Image, form: str, **options: object) -> bytes:
    target = BytesIO()
    shown.save(target, form, **options)
    return target.getvalue()


def code(data: bytes) -> str:
    """The code of what is told; nothing of a picture that is taken."""
    seen = whole(data, PAGE)
    return "" if isinstance(seen, PictureFacts) else seen.rule.code


PNG, PALETTE = saved(noise(), "PNG"), saved(noise().convert("P"), "PNG")
JPEG = saved(noise(), "JPEG", quality=90)
FINER = saved(noise(), "JPEG", progressive=True)
RESTARTING = saved(noise(), "JPEG", restart_marker_rows=1)
HALF_WHITE = Image.new("RGB", (160, 120), "white")
HALF_WHITE.paste(noise(160, 40), (0, 0))
WHITE = saved(HALF_WHITE, "JPEG")


def parts(data: bytes) -> Iterator[tuple[int, bytes, int]]:
    """Where each part of a PNG begins, its name and its size."""
    at = 8
    while at < len(data):
        (size,) = unpack_from(">I", data, at)
        yield at, data[at + 4 : at + 8], size
        at += 12 + size


def flipped(data: bytes, at: int) -> bytes:
    at %= len(data)
    return data[:at] + bytes([data[at] ^ 255]) + data[at + 1 :]


def part(name: bytes, content: bytes) -> bytes:
    return pack(">I", len(content)) + name + content + pack(">I", zlib.crc32(name + content))


def made(pixels: bytes, kind: int = 2, more: bytes = b"") -> bytes:
    """A PNG of 10 × 10 pixels."""
    head = part(b"IHDR", pack(">IIBBBBB", 10, 10, 8, kind, 0, 0, 0))
    return PNG[:8] + head + more + part(b"IDAT", pixels) + part(b"IEND", b"")


ROWS = bytes(10 * 31)


@pytest.mark.parametrize(("at", "name", "size"), [*parts(PNG)], ids=str)
def test_a_png_holds_what_its_checksums_say(at: int, name: bytes, size: int) -> None:
    assert code(flipped(PNG, at + 8 + size)) == "picture-damaged"
    if size:
        assert code(flipped(PNG, at + 8 + size // 2)) == "picture-damaged"
    assert name in {b"IHDR", b"IDAT", b"IEND"}


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (PNG[:-1], "picture-truncated"),
        (PNG[:-12], "picture-truncated"),
        (PNG[:-30], "picture-truncated"),
        (made(zlib.compress(ROWS[:-31])), "picture-truncated"),
        (made(zlib.compress(ROWS)[:-6]), "picture-truncated"),
        (made(flipped(zlib.compress(ROWS), -1)), "picture-damaged"),
        (made(zlib.compress(ROWS), more=part(b"ABCD", b"")), "picture-damaged"),
        (made(zlib.compress(bytes(110)), kind=3), "picture-damaged"),
        (made(zlib.compress(ROWS)), ""),
        (made(zlib.compress(ROWS + bytes(10_000_000))), ""),
        (PNG + b"PK", ""),
        (PALETTE, ""),
    ],
)
def test_a_png_has_all_of_its_pixels(data: bytes, told: str) -> None:
    assert code(data) == told


@pytest.mark.parametrize("mode", ["1", "L", "P", "LA", "RGB", "RGBA", "I;16"])
def test_every_kind_of_png_is_whole(mode: str) -> None:
    odd = noise(41, 33)
    deep = Image.fromarray(np.asarray(odd.convert("L"), dtype=np.uint16))
    assert code(saved(deep if mode == "I;16" else odd.convert(mode), "PNG")) == ""


OPTIONS = ({}, {"progressive": True}, {"restart_marker_rows": 1}, {"restart_marker_blocks": 3})


@pytest.mark.parametrize(
    ("size", "options", "sampling", "mode"),
    [*product([(160, 120), (161, 123), (17, 9)], OPTIONS, (0, 1, 2), ("RGB", "L", "CMYK"))],
)
def test_every_kind_of_jpeg_is_whole(
    size: tuple[int, int], options: dict[str, object], sampling: int, mode: str
) -> None:
    assert code(saved(noise(*size).convert(mode), "JPEG", subsampling=sampling, **options)) == ""


@pytest.mark.parametrize(
    "data",
    [
        JPEG[:-1],
        *(JPEG[:-cut] + END for cut in (30, 100, 1000, len(JPEG) // 2)),
        JPEG[:-500] + bytes(500),
        FINER[: len(FINER) // 2] + END,
        RESTARTING[: RESTARTING.index(b"\xff\xd3")] + RESTARTING[RESTARTING.index(b"\xff\xd5") :],
        WHITE[:-80] + END,
    ],
)
def test_a_jpeg_that_lacks_something_is_told(data: bytes) -> None:
    assert code(data) == "picture-truncated"


@pytest.mark.parametrize("behind", [b"", b"PK\x03\x04", bytes(5000), JPEG])
def test_what_stands_behind_a_jpeg_harms_nothing(behind: bytes) -> None:
    assert [code(data + behind) for data in (JPEG, FINER, RESTARTING, WHITE)] == [""] * 4


@pytest.mark.parametrize("size", [(1, 1), (1, 9), (60_000, 1), (1, 60_000), (9, 91), (451, 9)])
def test_strips_on_which_nobody_sees_anything(size: tuple[int, int]) -> None:
    refused = picture("x.png", saved(Image.new("L", size), "PNG"))
    assert isinstance(refused, Refusal)
    assert (refused.rule.code, refused.details) == (
        "picture-strip",
        {"width": size[0], "height": size[1]},
    )


def test_pictures_that_are_long_for_a_reason_are_taken() -> None:
    sizes = [(2, 2), (1500, 100), (100, 1000)]
    seen = [picture("x.jpg", saved(Image.new("L", size), "JPEG")) for size in sizes]
    assert [one.size for one in seen if isinstance(one, PictureFacts)] == sizes
