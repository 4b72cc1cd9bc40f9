"""Pictures on which nobody would see anything are told; those that show little are taken."""

from base64 import b64encode
from io import BytesIO

import numpy as np
import pytest
from PIL import Image

from generator.diagnostics import Refusal
from generator.model.asset import Asset
from generator.model.memory import Memory
from generator.model.picture import PictureFacts
from generator.source.blank import (
    BLANK,
    CLEAR,
    NOTHING,
    ONE_COLOUR,
    OUTSIDE,
    WHITE,
    why_hidden,
)
from generator.source.picture_file import picture, with_memory

SIZE = (60, 40)
SHAPE = '<path d="M0 0h9v9z"/>'


def saved(shown: Image.Image, form: str = "PNG", **options: object) -> bytes:
    target = BytesIO()
    shown.save(target, form, **options)
    return target.getvalue()


def blank(data: bytes, name: str = "x.png") -> str:
    seen = picture(name, data)
    assert isinstance(seen, PictureFacts), seen
    return seen.blank


def with_a_patch(mode: str, ground: object, patch: object) -> Image.Image:
    shown = Image.new(mode, SIZE, ground)  # type: ignore[arg-type]
    shown.paste(patch, (5, 5, 20, 20))  # type: ignore[call-overload]
    return shown


@pytest.mark.parametrize(
    ("form", "name", "mode"),
    [
        *(("PNG", "x.png", mode) for mode in ("1", "L", "P", "RGB", "I;16")),
        *(("JPEG", "x.jpg", mode) for mode in ("L", "RGB", "CMYK")),
        *(("TIFF", "x.tif", mode) for mode in ("L", "RGB", "CMYK", "LAB")),
        ("WEBP", "x.webp", "RGB"),
        ("GIF", "x.gif", "P"),
    ],
)
@pytest.mark.parametrize("colour", [0, 1])
def test_one_colour_in_every_kind_of_pixels(form: str, name: str, mode: str, colour: int) -> None:
    assert blank(saved(Image.new(mode, SIZE, colour), form), name) == ONE_COLOUR


@pytest.mark.parametrize(
    ("shown", "why"),
    [
        (Image.new("RGBA", SIZE, (255, 0, 0, 0)), CLEAR),
        (Image.new("LA", SIZE, (9, 0)), CLEAR),
        (with_a_patch("RGBA", (0, 0, 0, 0), (9, 9, 9, 1)), CLEAR),
        (Image.new("RGBA", SIZE, (255, 0, 0, 255)), ONE_COLOUR),
        (with_a_patch("RGBA", (9, 9, 9, 0), (255, 255, 255, 255)), WHITE),
        (with_a_patch("RGBA", (9, 9, 9, 0), (254, 255, 255, 255)), WHITE),
        (with_a_patch("RGBA", (9, 9, 9, 0), (255, 240, 255, 255)), ""),
        (with_a_patch("RGB", "white", "#fefefe"), ONE_COLOUR),
        (with_a_patch("RGB", "white", "#f8f8f8"), ""),
        (with_a_patch("L", 0, 255), ""),
        (with_a_patch("1", 0, 1), ""),
        (with_a_patch("RGB", "white", "black").convert("P"), ""),
        (Image.fromarray(np.arange(2400, dtype=np.uint16).reshape(40, 60) * 20), ""),
    ],
)
def test_what_is_seen_of_pixels(shown: Image.Image, why: str) -> None:
    assert blank(saved(shown)) == why


def test_colours_that_a_file_makes_transparent() -> None:
    grey, mixed = Image.new("L", SIZE, 7), with_a_patch("L", 7, 255)
    assert blank(saved(grey, transparency=7)) == CLEAR
    assert blank(saved(mixed, transparency=7)) == WHITE
    assert blank(saved(with_a_patch("L", 7, 20), transparency=7)) == ""


ONE_PICTURE = b64encode(saved(Image.new("RGB", (9, 9)))).decode()
TWO = b64encode(saved(with_a_patch("RGB", "white", "black"))).decode()
IMAGE = '<image width="9" height="9" href="data:image/png;base64,{}"/>'


@pytest.mark.parametrize(
    ("drawn", "why"),
    [
        ("", NOTHING),
        ("<g><title>Hình</title></g>", NOTHING),
        (f'<defs><g id="a">{SHAPE}</g></defs>', NOTHING),
        (f'<symbol id="a">{SHAPE}</symbol>', NOTHING),
        (f'<g display="none">{SHAPE}</g>', NOTHING),
        (f'<g visibility="hidden">{SHAPE}</g>', NOTHING),
        (f'<g style="opacity:0.0">{SHAPE}</g>', NOTHING),
        (f'<g fill="none">{SHAPE}</g>', NOTHING),
        (f'<g fill-opacity="0">{SHAPE}</g>', NOTHING),
        (f"<style>path{{fill:none}}</style>{SHAPE}", ""),
        (f'<style>.a{{fill:none}}</style><g class="a">{SHAPE}</g>', NOTHING),
        (f'<g fill="url(#nix)">{SHAPE}</g>', NOTHING),
        (f'<clipPath id="c"/><g clip-path="url(#c)">{SHAPE}</g>', NOTHING),
        ('<use href="#nix"/>', NOTHING),
        ('<rect width="9" height="0"/><circle r="0"/><text> </text>', NOTHING),
        (IMAGE.format(ONE_PICTURE), NOTHING),
        ('<path d="M200 0h9v9z"/>', OUTSIDE),
        (f'<g transform="translate(-50 -900)">{SHAPE}</g>', OUTSIDE),
        (f'<defs><g id="a">{SHAPE}</g></defs><use href="#a" x="-99"/>', OUTSIDE),
        (f'<g fill="white">{SHAPE}</g><text fill="#FFF">chữ</text>', WHITE),
        ('<rect width="100" height="50" fill="#abc"/>', ONE_COLOUR),
        ('<rect width="100%" height="100%" fill="#abc"/>', ONE_COLOUR),
        ('<rect width="100" height="50" fill="#abc"/><circle r="9" fill="#aabbcc"/>', ONE_COLOUR),
        (f'{SHAPE}<rect x="-1" y="-1" width="200" height="200" fill="white"/>', ONE_COLOUR),
        (SHAPE, ""),
        ("<text>chữ</text>", ""),
        ('<text fill="none"><tspan fill="red">chữ</tspan></text>', ""),
        ('<line x2="9" y2="0" stroke="red"/>', ""),
        ('<rect width="100" height="50" fill="white" stroke="black"/>', ""),
        (f'<g fill="white">{SHAPE}</g><circle r="9" fill="#eee"/>', ""),
        (f'<defs><g id="a">{SHAPE}</g></defs><use href="#a"/>', ""),
        (f'<symbol id="a" viewBox="0 0 9 9">{SHAPE}</symbol><use href="#a"/>', ""),
        (f'<linearGradient id="a"><stop/></linearGradient><g fill="url(#a)">{SHAPE}</g>', ""),
        (IMAGE.format(TWO), ""),
        (f'{SHAPE}<rect width="100" height="50" fill="white" opacity="0.5"/>', ""),
        ('<rect x="-3" y="-3" width="4" height="4"/>', ""),
        (f"{'<g>' * 150}{SHAPE}{'</g>' * 150}", ""),
    ],
)
def test_what_is_seen_of_a_drawing(drawn: str, why: str) -> None:
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50">{drawn}</svg>'
    assert blank(svg.encode(), "x.svg") == why


def test_a_white_emblem_may_stand_on_another_ground() -> None:
    white, nothing, good = (PictureFacts(9, 9, "SVG", blank=why) for why in (WHITE, NOTHING, ""))
    told = [
        why_hidden(seen, anywhere=far) for seen in (white, nothing, good) for far in (False, True)
    ]
    named = [one and (one.rule, one.details["problem"]) for one in told]
    assert named == [(BLANK, WHITE), None, (BLANK, NOTHING), (BLANK, NOTHING), None, None]


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("", "drawing-without-size"),
        ('width="100%" height="100%"', "drawing-without-size"),
        ('width="0" height="9"', "drawing-without-size"),
        ('viewBox=" "', "drawing-without-size"),
        ('viewBox="0 0 40"', "drawing-viewbox"),
        ('viewBox="0 0 40 x"', "drawing-viewbox"),
        ('viewBox="a b 40 30"', "drawing-viewbox"),
        ('viewBox="0 0 0 30" width="40" height="30"', "drawing-viewbox"),
        ('viewBox="0 0 -40 30"', "drawing-viewbox"),
        ('viewBox="0 0 40px 30px"', "drawing-viewbox"),
        ('width="1.2.3" height="9"', "drawing-without-size"),
        ('viewBox="0 0 nan 30"', "drawing-viewbox"),
        ('viewBox="0 0 inf 9"', "drawing-viewbox"),
        ('viewBox="0 0 1e300 9"', "drawing-viewbox"),
        ('viewBox="0 0 1e9 30"', "drawing-viewbox"),
    ],
)
def test_a_drawing_without_a_page_is_told_why(said: str, code: str) -> None:
    seen = picture(
        "x.svg", f'<svg xmlns="http://www.w3.org/2000/svg" {said}>{SHAPE}</svg>'.encode()
    )
    assert isinstance(seen, Refusal)
    assert seen.rule.code == code


@pytest.mark.parametrize(
    ("said", "size"),
    [
        ('viewBox="0 0 40 30"', (40, 30)),
        ('viewBox="-5,-5, 40 3e1" width="100%"', (40, 30)),
        ('width="40" height="30px"', (40, 30)),
        ('width="210mm" height="29.7 cm"', (794, 1123)),
        ('width="2in" height="72pt"', (192, 96)),
    ],
)
def test_a_page_may_be_said_in_several_ways(said: str, size: tuple[int, int]) -> None:
    seen = picture(
        "x.svg", f'<svg xmlns="http://www.w3.org/2000/svg" {said}>{SHAPE}</svg>'.encode()
    )
    assert isinstance(seen, PictureFacts)
    assert seen.size == size


def test_a_picture_is_looked_at_once_as_long_as_its_bytes_stay() -> None:
    looked: list[str] = []

    def asset(data: bytes) -> Asset:
        def look() -> PictureFacts | Refusal:
            looked.append(str(len(data)))
            return picture("x.png", data)

        return Asset("assets/x.png", len(data), lambda: BytesIO(data), look)

    memory, good = Memory(), saved(with_a_patch("RGB", "white", "black"))
    seen = [with_memory(asset(data), memory).picture() for data in (good, good, b"", b"", good)]
    assert looked == [str(len(good)), "0", "0"]  # what is refused is told anew
    assert [isinstance(one, PictureFacts) for one in seen] == [True, True, False, False, True]
    assert seen[1] == picture("x.png", good)
