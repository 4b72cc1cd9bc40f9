"""The pictures of a piece as the page-like editor shows them: small, less what cameras hide."""

from io import BytesIO
from typing import Final

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from generator.catalogue import words
from generator.desk.draft_views import path_of
from generator.desk.needs import DraftOffice
from generator.desk.page_words import picture_called
from generator.diagnostics import Refusal
from generator.source.raster import PAGE, examine, refusal, screen
from generator.source.signatures import form_of_name
from generator.source.svg import Drawing, drawing
from generator.text.links import asset_path
from generator.text.splicing import leaves

_WIDEST: Final = 960
"""Pixels: as wide as a sheet is on a fine screen."""
_QUALITY: Final = 80
_FOLDER: Final = "assets/"


def picture_routes(office: DraftOffice) -> list[Route]:
    """What the page asks for by the key that it was given with a picture."""
    return [Route("/bai/{handle}/hinh/{key}", _Pictures(office).picture, methods=["GET"])]


class _Pictures:
    def __init__(self, office: DraftOffice) -> None:
        self._office = office

    def picture(self, request: Request) -> Response:
        """A picture that the draft shows; no other file can be asked for."""
        path = path_of(self._office, request.path_params["handle"])
        draft = self._office.draft(path) if path else None
        said = (u for leaf in (leaves(draft.text) if draft else ()) for u in leaf.words)
        source = picture_called(request.path_params["key"], tuple(said))
        file = asset_path(path, source) if path and source else ""
        data = self._office.data(file) if file.startswith(_FOLDER) else None
        made = small(file, data) if data is not None else None
        if made is None or isinstance(made, Refusal):
            return PlainTextResponse(words("There is no such page."), 404)
        return Response(made, media_type=_type_of(file))


def small(name: str, data: bytes) -> bytes | Refusal:
    """A picture as WebP, no wider than a sheet, or as SVG of nothing but what draws."""
    if form_of_name(name) == "SVG":
        drawn = refusal(data, {"SVG"}, name) or drawing(data)
        return drawn.data if isinstance(drawn, Drawing) else drawn
    head = examine(data, PAGE, name)
    if isinstance(head, Refusal):
        return head
    width = min(head.width, _WIDEST)
    seen = screen(data, PAGE, name, (width, max(1, round(head.height * width / head.width))))
    if isinstance(seen, Refusal):
        return seen
    target = BytesIO()
    seen.save(target, "WEBP", quality=_QUALITY)
    return target.getvalue()


def _type_of(file: str) -> str:
    return "image/svg+xml" if form_of_name(file) == "SVG" else "image/webp"
