"""Authors' drawings: plain shapes come through, all else is named."""

import pytest

from generator.diagnostics import Refusal, RefusalError
from generator.source.blank import BLANK, NOTHING
from generator.source.svg import ACTIVE, SWELLING
from generator.source.unprintable import NOT_PLAIN, TOO_MANY_POINTS, UNREADABLE
from generator.source.vectors import Shape, vector

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="10 20 100 50">'


def shapes(inside: str) -> tuple[Shape, ...]:
    return vector(f"{HEAD}{inside}</svg>".encode()).shapes


def plain(found: str) -> Refusal:
    return Refusal(NOT_PLAIN, {"found": found})


EMPTY = Refusal(BLANK, {"problem": NOTHING})


def active(found: str) -> Refusal:
    return Refusal(ACTIVE, {"found": found})


SQUARE = (
    ("M", 0.0, 0.0),
    ("L", 4.0, 0.0),
    ("L", 4.0, 2.0),
    ("L", 0.0, 2.0),
    ("L", 0.0, 0.0),
    ("Z",),
)


@pytest.mark.parametrize(
    "inside",
    [
        '<path d="M10 20h4v2h-4v-2z" fill="#0b6b4b"/>',
        '<path d="M0 0h4v2h-4v-2z" style="fill:#0B6B4B" transform="translate(10 20)"/>',
        '<g transform="scale(2)"><path fill="rgb(11,107,75)" d="m5 10h2v1h-2v-1z"/></g>',
        '<style>.a, .b{fill:#0b6b4b;}</style><path class="b" d="M10 20L14 20L14 22L10 22L10 20Z"/>',
        '<g fill="#0b6b4b"><title>x</title><path d="M10 20h4v2h-4v-2z"/></g>',
    ],
    ids=["attribute", "style", "group", "class", "inherited"],
)
def test_one_square_written_in_many_ways(inside: str) -> None:
    assert shapes(inside) == (Shape(SQUARE, "#0b6b4b"),)


def test_a_line_has_the_width_that_its_transformation_gives() -> None:
    drawn = shapes(
        '<line x1="5" y1="10" x2="9" y2="10" stroke="#000" stroke-width="3" transform="scale(2)"/>'
    )
    assert [(one.stroke, one.weight, one.steps) for one in drawn] == [
        ("#000000", 6.0, (("M", 0.0, 0.0), ("L", 8.0, 0.0)))
    ]


def test_ends_of_lines_that_no_press_knows_are_the_usual_ones() -> None:
    line = '<path d="M0 0h9" stroke="#000" stroke-linecap="{}" stroke-linejoin="{}"/>'
    known, other = (shapes(line.format(*two)) for two in (("round", "bevel"), ("x", "arcs")))
    assert [(one.cap, one.join) for one in (*known, *other)] == [
        ("round", "bevel"),
        ("butt", "miter"),
    ]


@pytest.mark.parametrize(
    ("inside", "found"),
    [
        ("<script>x</script>", active("script")),
        ('<image href="https://example.org/a.png"/>', active("https://example.org/a.png")),
        ('<rect width="1" height="1" onclick="x"/>', active("onclick")),
        ("<image/>", plain("image")),
        ("<text>chữ</text>", plain("text")),
        ('<path d="M0 0h1e400v9z"/>', UNREADABLE),
        ('<g transform="scale(1e300)"><path d="M0 0h1e300v9z"/></g>', UNREADABLE),
        (f"{'<g>' * 5000}<path d='M0 0h9v9z'/>{'</g>' * 5000}", Refusal(SWELLING)),
        ('<g visibility="hidden"><path d="M0 0h9v9z"/></g>', EMPTY),
        ('<use href="#a"/>', plain("use")),
        ('<rect width="1" height="1" fill="url(#a)"/>', plain("url(#a)")),
        ('<rect width="1" height="1" fill="tomato"/>', plain("tomato")),
        ('<rect width="1" height="1" opacity=".5"/>', plain("opacity")),
        ('<rect width="1" height="1" filter="url(#a)"/>', plain("filter")),
        ("<style>rect{fill:red}</style>", plain("rect")),
        ('<path d="M0 0 L x"/>', UNREADABLE),
        ('<path d="M0 0" transform="spin(3)"/>', active("spin(3)")),
        ("", EMPTY),
        ("<g>" + '<path d="M0 0' + "h1" * 61_000 + '"/></g>', TOO_MANY_POINTS),
    ],
)
def test_what_has_no_plain_ink_is_named(inside: str, found: Refusal) -> None:
    with pytest.raises(RefusalError) as caught:
        shapes(inside)
    assert caught.value.refusal == found


@pytest.mark.parametrize(
    "inside",
    [
        '<rect height="1"/>',
        "<circle/>",
        '<rect width="1" height="1" stroke="#000" stroke-width="1e999"/>',
        '<rect width="1e308" height="1"/>',
        '<path d="M0 0L99999999 1Z"/>',
        '<rect width="1" height="1" transform="translate(1e300)"/>',
    ],
)
def test_figures_that_nobody_can_draw_are_no_picture(inside: str) -> None:
    with pytest.raises(RefusalError) as caught:
        vector(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{inside}</svg>'.encode())
    assert caught.value.refusal == UNREADABLE
