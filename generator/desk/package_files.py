"""Style sheets, scripts and typefaces of the desk, and the colours of the brand."""

from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from generator.desk import screens

_A_DAY = "private, max-age=86400"
_FOR_EVER = "private, max-age=31536000, immutable"
OPEN_FILES = frozenset({"/favicon.ico", "/mau.css", *screens.FILES})
"""Nobody has to sign in for these; typefaces lie below `/fonts/`."""


def file_routes(brand: Callable[[], str]) -> list[Route]:
    """What screens load; `brand` gives the workspace's colours by day and by night."""
    return [
        Route("/favicon.ico", lambda _: Response(status_code=204)),  # browsers ask all the same
        Route("/mau.css", lambda _: Response(brand(), media_type="text/css")),
        *[Route(path, _file) for path in screens.FILES],
        Route("/fonts/{name}", _font),
    ]


def _font(request: Request) -> Response:
    """A typeface of the site."""
    data = screens.font(request.path_params["name"])
    if data is None:
        return Response(status_code=404)
    return Response(data, media_type="font/woff2", headers={"Cache-Control": _A_DAY})


def _file(request: Request) -> Response:
    """A style sheet or script, smaller on its way where the browser can unpack it."""
    path = request.url.path
    data = screens.package_file(path)
    headers = {"Cache-Control": _FOR_EVER} if request.url.query == screens.mark(data) else {}
    if "deflate" in request.headers.get("accept-encoding", ""):
        data, headers["Content-Encoding"] = screens.deflation(data), "deflate"
    kind = "text/css" if path.endswith(".css") else "text/javascript"
    return Response(data, media_type=kind, headers=headers)
