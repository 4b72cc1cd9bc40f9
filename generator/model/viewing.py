"""From how far a printed piece is read, and how high its letters must be for that."""

from generator.model.sizes import Size

SHARE = 250
"""Of the viewing distance the least height of a capital is one part in so many.

Letters of 1/250 to 1/200 of the distance are what sign makers reckon with: 4 mm a metre, an angle
of 14 minutes of arc. An eye of 6/6 tells letters of 5 minutes apart (ISO 8596: a stroke of one
minute, five strokes a letter); marks above and below Vietnamese letters are a third of that height,
and who rides past has three seconds.
"""

_BOARD, _LYING, _STANDING, _SIGN = 40_000.0, 30_000.0, 15_000.0, 15_000.0  # mm
_OF_ITS_SIDE = 20.0
"""A board is met at 20 times its shorter side, one of 2 m at 40 m; what is larger, no nearer."""
AT_A_WALL = 3_000.0
"""From where a sheet on a wall is read, in millimetres: across a corridor, or over shoulders."""
AT_A_TILL = 1_000.0
"""From where a placard is read that stands before whoever pays, in millimetres."""
IN_A_HAND = 500.0
"""From where what one holds is read, in millimetres."""
_OF_CLOTH = 37.5
"""The same of a banner: one of 0.8 m in height at 30 m; one that stands, at half of that."""


def least_letter(distance: float) -> float:
    """The least height of a capital that is read from `distance`; both in millimetres."""
    return distance / SHARE


def of_a_board(size: Size) -> float:
    """From where a board of this size is met, in millimetres."""
    return min(_BOARD, _OF_ITS_SIDE * min(size.width, size.height))


def of_a_sign(size: Size) -> float:
    """From where a sign of this size is met, in millimetres: across a yard, or from a gate."""
    return min(_SIGN, of_a_board(size))


def of_a_banner(size: Size) -> float:
    """From where a banner of this size is met, in millimetres: in a lane, or across a yard."""
    if size.height >= size.width:
        return min(_STANDING, _OF_CLOTH / 2 * size.width)
    return min(_LYING, _OF_CLOTH * size.height)
