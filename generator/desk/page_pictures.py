"""The pictures of a piece as the page-like editor shows them: small, less what cameras hide."""

from collections.abc import Mapping
from io import BytesIO
from posixpath import basename, dirname, relpath
from typing import Final

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from generator.catalogue import words
from generator.desk.draft_views import path_of
from generator.desk.needs import DraftOffice
from generator.desk.page_words import key_of, picture_called
from generator.diagnostics import Refusal
from generator.source.raster import PAGE, USED, examine, refusal, screen
from generator.source.signatures import form_of_name
from generator.source.svg import Drawing, drawing
from generator.text.links import asset_path
from generator.text.splicing import leaves

_WIDEST: Final = 960
"""Pixels: as wide as a sheet is on a fine screen."""
_SMALLEST: Final = 240
"""Pixels: as wide as one is in the list to choose from."""
_QUALITY: Final = 80
_FOLDER: Final = "assets/"
_BRAND: Final = "/brand/"
"""Below it lie emblems, which a story seldom shows: they come last."""


def picture_routes(office: DraftOffice) -> list[Route]:
    """What the page asks for by the key that it was given with a picture; and all that are here."""
    room = _Pictures(office)
    return [
        Route("/bai/{handle}/hinh", room.pictures, methods=["GET"]),
        Route("/bai/{handle}/hinh/{key}", room.picture, methods=["GET"]),
    ]


class _Pictures:
    def __init__(self, office: DraftOffice) -> None:
        self._office = office

    def pictures(self, request: Request) -> Response:
        """The pictures of the workspace, as a text of this piece names them."""
        path = path_of(self._office, request.path_params["handle"])
        found = self._here(path) if path else {}
        return JSONResponse(
            [
                {"title": basename(file), "src": relpath(file, dirname(path or "")), "key": key}
                for key, file in found.items()
            ]
        )

    def picture(self, request: Request) -> Response:
        """A picture of the draft or of the workspace; no other file can be asked for."""
        path = path_of(self._office, request.path_params["handle"])
        file = self._file(path, request.path_params["key"]) if path else ""
        data = self._office.data(file) if file.startswith(_FOLDER) else None
        widest = _SMALLEST if "nho" in request.query_params else _WIDEST
        made = small(file, data, widest) if data is not None else None
        if made is None or isinstance(made, Refusal):
            return PlainTextResponse(words("There is no such page."), 404)
        return Response(made, media_type=_type_of(file))

    def _file(self, path: str, key: str) -> str:
        draft = self._office.draft(path)
        said = (u for leaf in (leaves(draft.text) if draft else ()) for u in leaf.words)
        source = picture_called(key, tuple(said))
        return asset_path(path, source) if source else self._here(path).get(key, "")

    def _here(self, path: str) -> Mapping[str, str]:
        """The pictures of the workspace by their keys in a text of this file."""
        assets = self._office.last_report().plan.workspace.assets
        files = sorted(assets, key=lambda file: (_BRAND in file, file))
        known = (file for file in files if form_of_name(file) in USED)
        return {key_of(relpath(file, dirname(path))): file for file in known}


def small(name: str, data: bytes, widest: int = _WIDEST) -> bytes | Refusal:
    """A picture as WebP, no wider than so many pixels, or as SVG of nothing but what draws."""
    if form_of_name(name) == "SVG":
        drawn = refusal(data, {"SVG"}, name) or drawing(data)
        return drawn.data if isinstance(drawn, Drawing) else drawn
    head = examine(data, PAGE, name)
    if isinstance(head, Refusal):
        return head
    width = min(head.width, widest)
    seen = screen(data, PAGE, name, (width, max(1, round(head.height * width / head.width))))
    if isinstance(seen, Refusal):
        return seen
    target = BytesIO()
    seen.save(target, "WEBP", quality=_QUALITY)
    return target.getvalue()


def _type_of(file: str) -> str:
    return "image/svg+xml" if form_of_name(file) == "SVG" else "image/webp"
