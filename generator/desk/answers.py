"""What the desk answers with: a screen, or that there is none."""

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from generator.catalogue import words
from generator.desk import screens
from generator.desk.deeds import DONE

FIRST_REFUSAL = 400
"""From here on a status says that nothing was done."""


def page(name: str, request: Request, status: int = 200, **values: object) -> Response:
    """A screen; what was done before is no news above what was refused."""
    done = DONE.get(request.query_params.get("xong", ""), "") if status < FIRST_REFUSAL else ""
    html = screens.screen(name, done=words(done) if done else "", **values)
    return HTMLResponse(html, status)


def lost(request: Request) -> Response:
    """There is nothing at this address."""
    return page("message", request, 404, title=words("There is no such page."), why=())
