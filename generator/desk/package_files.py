"""Style sheets, scripts and typefaces of the desk, and the colours of the brand."""

from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from generator.desk import screens


def file_routes(brand: Callable[[], str]) -> list[Route]:
    """What screens load; `brand` gives the workspace's colours by day and by night."""
    return [
        Route("/favicon.ico", lambda _: Response(status_code=204)),  # browsers ask all the same
        Route("/mau.css", lambda _: Response(brand(), media_type="text/css")),
        Route("/desk.css", lambda request: _small(request, screens.style(), "text/css")),
        Route("/viet.css", _file("writing.css", "text/css")),
        Route("/trang.css", _file("page.css", "text/css")),
        Route("/kich-ban/{name}", _script),
        Route("/viet.js", _file("writing.js", "text/javascript")),
        Route("/fonts/{name}", _font),
    ]


def _font(request: Request) -> Response:
    """A typeface of the site."""
    data = screens.font(request.path_params["name"])
    return Response(data, 200 if data else 404, media_type="font/woff2")


def _script(request: Request) -> Response:
    """A script of the editor."""
    data = screens.script(request.path_params["name"])
    return Response(status_code=404) if data is None else _small(request, data, "text/javascript")


def _file(name: str, kind: str) -> Callable[[Request], Response]:
    return lambda request: _small(request, screens.resource(name), kind)


def _small(request: Request, data: bytes, kind: str) -> Response:
    """A file of the package, smaller on its way where the browser can unpack it."""
    if "deflate" not in request.headers.get("accept-encoding", ""):
        return Response(data, media_type=kind)
    data = screens.deflation(data)
    return Response(data, media_type=kind, headers={"Content-Encoding": "deflate"})
