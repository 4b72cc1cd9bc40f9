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
        Route("/desk.css", lambda _: Response(screens.style(), media_type="text/css")),
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
    """A script of the editor, smaller on its way where the browser can unpack it."""
    data = screens.script(request.path_params["name"])
    if data is None:
        return Response(status_code=404)
    if "deflate" not in request.headers.get("accept-encoding", ""):
        return Response(data, media_type="text/javascript")
    data = screens.deflation(data)
    return Response(data, media_type="text/javascript", headers={"Content-Encoding": "deflate"})


def _file(name: str, kind: str) -> Callable[[Request], Response]:
    return lambda _: Response(screens.resource(name), media_type=kind)
