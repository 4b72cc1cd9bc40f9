"""Where a piece lies that was renamed while a window showed it under its old address."""

from generator.desk.needs import DraftOffice

_MOST = 20
"""Changes at the place of a file, and names of a piece one after the other, that are looked at."""


def place_now(path: str, office: DraftOffice) -> str | None:
    """Where a file has moved from a path, however often; None of one that has not, or is gone."""
    place = path
    for _ in range(_MOST):
        moved = _next(place, office)
        if moved is None:
            break
        place = moved
    return place if place != path and office.data(place) is not None else None


def _next(path: str, office: DraftOffice) -> str | None:
    saved = (each for each in office.changes_at(path, _MOST) if each.is_saved)
    moves = (pair for each in saved for pair in each.changeset.moves.items())
    return next((new for new, old in moves if old == path), None)
