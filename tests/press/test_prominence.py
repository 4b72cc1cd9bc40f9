"""What of a drawing stands out against its field."""

import pytest

from generator.press.prominence import prominence_of

DARK, NEAR, LIGHT = (9.0, 9.0, 9.0, 9.0), (8.0, 9.0, 9.0, 9.0), (0.0, 0.0, 0.0, 0.0)
SCREENS = {DARK: "#0b6b4b", NEAR: "#0f7050", LIGHT: "#ffffff"}
ALL = (("M", 0, 0), ("L", 100, 0), ("L", 100, 50), ("L", 0, 50), ("Z",))
CORNER = (("M", 0, 0), ("L", 10, 0), ("L", 10, 10), ("Z",))
HOLE = (*ALL, ("M", 1, 1), ("L", 99, 1), ("L", 99, 49), ("L", 1, 49), ("Z",))


def shape(fill: object, steps: object, stroke: object = None, weight: float = 2.0) -> object:
    return {"steps": steps, "fill": fill, "stroke": stroke, "weight": weight}


@pytest.mark.parametrize(
    ("shapes", "expected"),
    [
        ([], (1.0, 0)),
        ([shape(DARK, ALL)], (1.0, 0)),
        ([shape(NEAR, ALL)], (1.07, 0)),
        ([shape(LIGHT, ALL)], (6.52, 100)),
        ([shape(LIGHT, ALL), shape(DARK, ALL)], (1.0, 0)),
        ([shape(LIGHT, CORNER)], (6.52, 21)),
        ([shape(LIGHT, ALL), shape(DARK, HOLE)], (6.52, 98)),
        ([shape(None, ALL, LIGHT)], (6.52, 100)),
        ([shape(None, ALL, LIGHT, 0.0)], (1.0, 0)),
        ([shape(None, (("M", 0, 0), ("C", 0, 50, 100, 50, 100, 0)), LIGHT)], (6.52, 100)),
    ],
)
def test_what_stands_out(shapes: list[object], expected: tuple[float, int]) -> None:
    drawn = {"width": 100.0, "height": 50.0, "shapes": shapes}
    found = prominence_of(drawn, SCREENS, SCREENS[DARK])
    assert (round(found.contrast, 2), round(100 * found.part)) == expected
