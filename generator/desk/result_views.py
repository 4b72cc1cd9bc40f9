"""What readers will see of a draft: the page of the piece, the proof of what is printed.

Both are made of the draft as it is, before anything is saved. Pages lie below `/xem/`, with the
files that they show.
"""

import posixpath
import re

from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from generator.catalogue import words
from generator.desk.draft_views import path_of
from generator.desk.needs import DraftOffice, ResultOffice
from generator.model.draft import Draft
from generator.model.filetypes import type_of

_SCRIPT = re.compile(r"<script\b.*?</script>", re.DOTALL)
"""Runs in no preview: the browser would tell of each that it may not."""
SITE = "/xem/"
"""Below it lies the site with a draft."""


def result_routes(office: DraftOffice, results: ResultOffice) -> list[Route]:
    """What is seen of a piece, by its handle."""
    room = _Results(office, results)
    return [
        Route("/bai/{handle}/xem", room.page, methods=["GET"]),
        Route("/bai/{handle}/phac", room.proof, methods=["GET"]),
        Route(f"{SITE}{{path:path}}", room.file, methods=["GET"]),
    ]


class _Results:
    def __init__(self, office: DraftOffice, results: ResultOffice) -> None:
        self._office, self._results = office, results

    def page(self, request: Request) -> Response:
        """Where the page of the piece lies now."""
        draft = self._draft(request)
        path = self._results.show(draft) if draft else ""
        if not path:
            return _refused()
        return RedirectResponse(f"{SITE}{posixpath.dirname(path)}/".replace("//", "/"), 303)

    def file(self, request: Request) -> Response:
        """A page or a file of the site with the draft that was shown last."""
        path = str(request.path_params["path"])
        if not path or path.endswith("/"):
            html = self._results.page(path)
            still = _SCRIPT.sub("", html)
            return Response(still, media_type="text/html") if html else _refused()
        data = self._results.file(path)
        return _refused() if data is None else Response(data, media_type=type_of(path))

    def proof(self, request: Request) -> Response:
        """The proof as a picture, or in words why there is none."""
        draft = self._draft(request)
        drawn = self._results.proof(draft) if draft else []
        if isinstance(drawn, bytes):
            return Response(drawn, media_type="image/png")
        told = " ".join(each.message("vi") for each in drawn)
        return PlainTextResponse(told or _refused().body, 404)

    def _draft(self, request: Request) -> Draft | None:
        path = path_of(self._office, request.path_params["handle"])
        return self._office.draft(path) if path else None


def _refused() -> Response:
    told = words("This piece cannot be shown yet: see what is told below the text.")
    return PlainTextResponse(told, 404)
