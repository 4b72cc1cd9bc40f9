"""Where a piece lies that was renamed while a window showed it under its old address."""

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from generator.desk.answers import lost
from generator.desk.draft_views import path_of
from generator.desk.needs import DraftOffice
from generator.desk.piece_views import handle_of

_MOST = 20
"""Changes at the place of a file, and names of a piece one after the other, that are looked at."""


class Addresses:
    """Which file each address has shown, so that it leads on once its piece is renamed."""

    def __init__(self, office: DraftOffice) -> None:
        self._office = office
        self._shown: dict[str, str] = {}

    def path(self, handle: str) -> str | None:
        """The file at an address now."""
        path = path_of(self._office, handle)
        if path is not None:
            self._shown[handle] = path
        return path

    def next(self, handle: str) -> str | None:
        """The address of what lay there; None where it has not moved, or is gone."""
        before = self._shown.get(handle)
        now = place_now(before, self._office) if before else None
        return f"/bai/{handle_of(now)}" if now else None

    def lost(self, request: Request) -> Response:
        """What a browser sees at an address without a file: Back leads to where it is now."""
        now = self.next(request.path_params["handle"])
        return RedirectResponse(now, 303) if now else lost(request)


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
