"""Words of drawings as paths, in the face of the package and at their places."""

import re

import pytest

from generator.press.svg_letters import least_size, letters_as_paths, words_of_others

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" font-family="\'Be Vietnam Pro\', sans-serif">'


def drawn(text: str) -> str:
    return letters_as_paths(f"{HEAD}{text}</svg>".encode()).decode()


def left(made: str) -> float:
    (found,) = re.findall(r'transform="[^"]*translate\(([-\d.]+) ', made)
    return float(found)


def test_words_of_our_family_become_paths_where_they_stood() -> None:
    start, middle, end = (
        drawn(
            f'<text x="100" y="40" font-size="20" fill="#14231C" text-anchor="{anchor}">Nước</text>'
        )
        for anchor in ("start", "middle", "end")
    )
    assert "<text" not in start
    assert '<path fill="#14231C" ' in start
    assert left(start) == 100
    assert left(start) - left(middle) == pytest.approx(left(middle) - left(end), abs=0.02)
    assert 40 < left(start) - left(end) < 60  # four letters of 20 px


def test_a_heavier_weight_is_another_outline() -> None:
    plain, bold = (drawn(f'<text font-weight="{w}">Nhuộm</text>') for w in ("400", "bold"))
    assert re.findall(r' d="([^"]+)"', plain) != re.findall(r' d="([^"]+)"', bold)


@pytest.mark.parametrize(
    "text",
    [
        '<text font-family="Arial">Nước</text>',
        '<text x="1 2 3">Nước</text>',
        "<text>Nước <tspan>sạch</tspan></text>",
        '<text letter-spacing="3">Nước</text>',
        "<text>水</text>",
    ],
)
def test_what_is_set_otherwise_stays_as_it_is(text: str) -> None:
    assert drawn(text) == f"{HEAD}{text}</svg>" or "&#" in drawn(text)


def test_a_drawing_without_words_is_the_same_bytes() -> None:
    svg = b'<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>'
    assert letters_as_paths(svg) is svg


def test_words_that_stay_in_the_face_of_the_reader_are_named() -> None:
    ours, others = "<text>Bể</text>", '<text> Nước <tspan dx="3">sạch</tspan></text>'
    assert words_of_others(f"{HEAD}{ours}</svg>".encode()) == ""
    assert words_of_others(f"{HEAD}{ours}{others}{others}</svg>".encode()) == "Nước sạch"


def test_the_smallest_words_are_measured_with_the_groups_around_them() -> None:
    large = '<text font-size="30">Bể</text>'
    small = '<g font-size="40" transform="translate(9 9) scale(.5)"><text>Van</text></g>'
    sizes = [least_size(f"{HEAD}{each}</svg>".encode()) for each in ("", large, large + small)]
    assert sizes == [None, 30, 20]


def test_words_that_are_turned_in_no_way_that_is_known_keep_their_size() -> None:
    odd = '<g transform="nonsense(3)"><text font-size="30">Bể</text></g>'
    assert least_size(f"{HEAD}{odd}</svg>".encode()) == pytest.approx(30)
