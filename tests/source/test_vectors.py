"""Authors' drawings: plain shapes come through, all else is named."""

import pytest

from generator.diagnostics import Refusal, RefusalError
from generator.source.blank import BLANK, NOTHING
from generator.source.svg import ACTIVE, LINKED_PICTURE, SWELLING
from generator.source.svg_gradients import Gradient, Stop
from generator.source.unprintable import NOT_PLAIN, OF_PARTS, TOO_MANY_POINTS, UNREADABLE
from generator.source.vectors import Shape, vector

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="10 20 100 50">'


def shapes(inside: str) -> tuple[Shape, ...]:
    return vector(f"{HEAD}{inside}</svg>".encode()).shapes


def plain(found: str) -> Refusal:
    return Refusal(OF_PARTS.get(found, NOT_PLAIN), {"found": found})


FADING = '<linearGradient id="a" {}><stop/><stop offset="1" stop-color="#fff"/></linearGradient>'
FADED = '<path d="M10 20h4v2h-4v-2z" fill="url(#a)"/>'
EMPTY = Refusal(BLANK, {"problem": NOTHING})


def active(found: str) -> Refusal:
    return Refusal(ACTIVE, {"found": found})


def linked(found: str) -> Refusal:
    return Refusal(LINKED_PICTURE, {"found": found})


SQUARE = (
    ("M", 0.0, 0.0),
    ("L", 4.0, 0.0),
    ("L", 4.0, 2.0),
    ("L", 0.0, 2.0),
    ("L", 0.0, 0.0),
    ("Z",),
)

SQUARE_PATH = '<path d="M10 20h4v2h-4v-2z"/>'


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


@pytest.mark.parametrize(
    "said",
    [
        'id="a" class="x y" data-name="a" aria-label="a" role="img" xml:space="preserve"',
        'p:label="a" p:type="arc" xmlns:p="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd"',
        'style="-inkscape-stroke:none;font-family:Arial;letter-spacing:2px;text-anchor:middle"',
        'style="opacity:1;mix-blend-mode:normal;paint-order:normal;marker:none;isolation:auto"',
        'stroke-miterlimit="10" stroke-dashoffset="3" clip-rule="evenodd" overflow="visible"',
        'style="stroke-dasharray:none;vector-effect:none;transform:none;enable-background:new"',
        'style="shape-rendering:geometricPrecision;color:#f00" opacity="1.00" filter="none"',
        'style="paint-order:stroke fill markers" transform-origin="9 9" rx="auto"',
        'style="/* c; marker-end:url(#m) */" marker-end="" fill-rule="nonzero"',
    ],
)
def test_what_programs_write_and_changes_nothing_passes(said: str) -> None:
    square = Shape(SQUARE, "#0b6b4b", miter=10.0 if "miterlimit" in said else 4.0)
    for form in ("<g {}>{}</g>", "{0}{1}"):
        path = f'<path d="M10 20h4v2h-4v-2z" fill="#0b6b4b" {"" if "g" in form else said}/>'
        inside = form.format(said if "g" in form else "", path)
        assert shapes(f"<metadata>x</metadata><defs><marker/></defs>{inside}") == (square,)


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ('marker-start="url(#m)"', "marker-start"),
        ('marker-mid="url(#m)"', "marker-mid"),
        ('style="marker-end:url(#m)"', "marker-end"),
        ('style="marker: url(#m)"', "marker"),
        ('style="mix-blend-mode:multiply"', "mix-blend-mode"),
        ('style="transform:rotate(30deg);transform-origin:140px 100px"', "transform"),
        ('style="rotate:30deg"', "rotate"),
        ('style="translate:3px"', "translate"),
        ('transform-origin="5 5" transform="rotate(30)"', "transform-origin"),
        ('style="transform-box:fill-box" transform="rotate(30)"', "transform-box"),
        ('vector-effect="non-scaling-stroke"', "vector-effect"),
        ('clip-path="url(#c)"', "clip-path"),
        ('mask="url(#c)"', "mask"),
        ('style="FILTER:url(#c)"', "filter"),
        ('style="stroke-dasharray:4 2"', "stroke-dasharray"),
        ('style="opacity:1 !important"', "opacity:1 !important"),
        ('style="fill-opacity:half"', "fill-opacity:half"),
        ('style="fill-rule:evenodd !important"', "fill-rule:evenodd !important"),
        ('style="display:none !important"', "display:none !important"),
        ('style="visibility:inherit"', "visibility:inherit"),
        ('stroke-width="2mm"', "stroke-width:2mm"),
        ('style="d:none"', "d"),
        ('style="cx:9px"', "cx"),
        ('style="background:#fff"', "background"),
        ('style="anything-new:3"', "anything-new"),
        ('anything-new="3"', "anything-new"),
        ('systemLanguage="en"', "systemLanguage"),
        ('preserveAspectRatio="none"', "preserveAspectRatio"),
        ('transform="rotate(30deg)"', "transform"),
        ('stroke="#000" transform="scale(1,3)"', "stroke, transform"),
    ],
)
def test_what_changes_the_picture_and_is_not_drawn_is_named(said: str, found: str) -> None:
    sheet = said[7:-1] if said.startswith('style="') else ""
    ways = [f'<path d="M10 20h4v2h-4v-2z" {said}/>', f'<g {said}><path d="M0 0h9v9z"/></g>']
    ways[1:] = [] if found == "stroke, transform" else ways[1:]
    if sheet and "transform=" not in said:
        ways.append(f'<style>.a{{{sheet}}}</style><path class="a" d="M0 0h9v9z"/>')
    for inside in ways:
        with pytest.raises(RefusalError) as caught:
            shapes(inside)
        assert caught.value.refusal == plain(found)


@pytest.mark.parametrize(
    ("said", "places", "matrix"),
    [
        ("", (0, 0, 1, 0), (4, 0, 0, 2, 0, 0)),  # over the box of the shape
        ("x1='50%' y2='1'", (0.5, 0, 1, 1), (4, 0, 0, 2, 0, 0)),
        ("gradientTransform='rotate(90)'", (0, 0, 1, 0), (0, 2, -4, 0, 0, 0)),
        ("gradientUnits='userSpaceOnUse'", (0, 0, 100, 0), (1, 0, 0, 1, -10, -20)),
        ("gradientUnits='userSpaceOnUse' x2='9' y2='50%'", (0, 0, 9, 25), (1, 0, 0, 1, -10, -20)),
    ],
)
def test_a_gradient_goes_from_place_to_place(
    said: str, places: tuple[float, ...], matrix: tuple[float, ...]
) -> None:
    (found,) = shapes(FADING.format(said) + FADED)
    stops = (Stop(0, "#000000"), Stop(1, "#ffffff"))
    assert found.fill == Gradient(places, pytest.approx(matrix), stops)  # type: ignore[arg-type]


def test_a_gradient_borrows_and_may_be_a_circle() -> None:
    inside = (
        f'{FADING.format("")}<radialGradient id="b" href="#a" r=".4" fx=".2" fr="10%"/>'
        '<path d="M10 20h4v2h-4v-2z" fill="none" style="stroke:url(#b) #fff"/>'
    )
    (found,) = shapes(inside)
    assert (found.fill, isinstance(found.stroke, Gradient)) == ("", True)
    assert isinstance(found.stroke, Gradient)
    assert found.stroke.places == pytest.approx((0.2, 0.5, 0.1, 0.5, 0.5, 0.4))
    assert len(found.stroke.stops) == 2


@pytest.mark.parametrize(
    ("stops", "fill"),
    [
        ("", EMPTY),
        ('<stop stop-color="#0b6b4b"/>', "#0b6b4b"),
        ('<stop offset=".9" stop-opacity=".5"/>', (Stop(0.9, "#000000", 0.5),)),
        (
            '<stop offset="60%"/><stop offset=".2" style="stop-color:#fff;stop-opacity:20%"/>',
            (Stop(0.6, "#000000"), Stop(0.6, "#ffffff", 0.2)),  # no stop goes back
        ),
    ],
)
def test_stops_of_a_gradient(stops: str, fill: object) -> None:
    inside = f'<linearGradient id="a">{stops}</linearGradient>{FADED}'
    if fill == EMPTY:
        with pytest.raises(RefusalError) as caught:
            shapes(inside)
        assert caught.value.refusal == EMPTY
        return
    (found,) = shapes(inside)
    held = found.fill.stops if isinstance(found.fill, Gradient) else found.fill
    assert held == fill


def test_what_lets_through_says_how_much_and_with_what() -> None:
    both = 'fill="#0b6b4b" stroke="#000" opacity="50%"'
    inside = (
        f'<g opacity=".5" fill-opacity=".5">{SQUARE_PATH}<g opacity=".2">{SQUARE_PATH}</g></g>'
        f'<path d="M10 20h4v2h-4v-2z" {both}/>'
        '<path d="M10 20h4v2h-4v-2z" opacity=".5" fill-opacity=".5"/>'
    )
    found = [
        (one.fill_opacity, one.stroke_opacity, [(each.number, each.opacity) for each in one.layers])
        for one in shapes(inside)
    ]
    first, inner, outer, last = found
    assert (first[0], inner[0], outer[:2], last) == (0.5, 0.5, (1, 1), (0.25, 0.5, []))
    ((group, _),) = first[2]
    assert [opacity for _, opacity in inner[2]] == [0.5, 0.2]
    assert (inner[2][0][0], [opacity for _, opacity in outer[2]]) == (group, [0.5])
    assert outer[2][0][0] != group


def test_a_line_below_its_fill_is_drawn_first() -> None:
    said = 'fill="#0b6b4b" stroke="#000" stroke-width="2" style="paint-order:stroke"'
    for inside in (f'<path d="M10 20h4v2h-4v-2z" {said}/>', f"<g {said}>{SQUARE_PATH}</g>"):
        assert shapes(inside) == (
            Shape(SQUARE, "", stroke="#000000", weight=2.0),
            Shape(SQUARE, "#0b6b4b"),
        )


def test_rules_of_a_style_sheet_add_up_in_its_order() -> None:
    """As Illustrator writes them; the order of the names in `class` says nothing."""
    rules = ".a,.b{fill:none;stroke:#000}.a{stroke-width:3}.b{stroke-width:2;stroke:#fff}"
    inside = f'<style>{rules}</style><path class="b a" d="M10 20h4v2h-4v-2z"/>'
    assert shapes(inside) == (Shape(SQUARE, "", stroke="#ffffff", weight=2.0),)


def test_the_colour_that_is_current_is_the_one_said_above() -> None:
    inside = f'<g color="#0b6b4b" fill="currentColor">{SQUARE_PATH}</g>'
    assert shapes(inside) == (Shape(SQUARE, "#0b6b4b"),)


@pytest.mark.parametrize(
    ("given", "drawn"),
    [
        ('rx="50"', 'rx="5" ry="2"'),
        ('rx="1"', 'rx="1" ry="1"'),
        ('ry="9"', 'rx="5" ry="2"'),
        ('rx="3" ry="0"', ""),
        ('rx="auto" ry="1"', 'rx="1" ry="1"'),
    ],
)
def test_round_corners_are_as_browsers_make_them(given: str, drawn: str) -> None:
    rect = '<rect x="10" y="20" width="10" height="4" {}/>'
    assert shapes(rect.format(given)) == shapes(rect.format(drawn))


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
        ('<image href="https://example.org/a.png"/>', linked("https://example.org/a.png")),
        ('<rect width="1" height="1" onclick="x"/>', active("onclick")),
        ("<image/>", plain("image")),
        ("<text>chữ</text>", plain("text")),
        ('<path d="M0 0h1e400v9z"/>', UNREADABLE),
        ('<g transform="scale(1e300)"><path d="M0 0h1e300v9z"/></g>', UNREADABLE),
        (f"{'<g>' * 5000}<path d='M0 0h9v9z'/>{'</g>' * 5000}", Refusal(SWELLING)),
        ('<g visibility="hidden"><path d="M0 0h9v9z"/></g>', EMPTY),
        ('<use href="#a" x="3" opacity=".5"/>', plain("use")),
        ('<svg x="3" y="3"><path d="M0 0h9v9z"/></svg>', plain("svg")),
        ('<switch><path d="M0 0h9v9z"/></switch>', plain("switch")),
        ("<symbol><path d='M0 0h9v9z'/></symbol>", plain("symbol")),
        (
            "<style>@media (prefers-color-scheme:dark){.a{fill:red}}</style>",
            plain("@media (prefers-color-scheme:dark)"),
        ),
        ('<style media="print">.a{fill:red}</style>', plain('media="print"')),
        ('<rect width="1" height="1" fill="url(#a)"/>', plain("url(#a)")),
        ('<rect width="1" height="1" fill="tomato"/>', plain("tomato")),
        ('<defs><pattern id="a"/></defs><path d="M0 0h9v9z" fill="url(#a)"/>', plain("pattern")),
        (FADING.format('spreadMethod="repeat"') + FADED, plain("spreadMethod:repeat")),
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
