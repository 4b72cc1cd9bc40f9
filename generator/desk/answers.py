"""What the desk answers with: a screen, or that there is none."""

from collections.abc import Mapping

from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response

from generator.catalogue import words
from generator.desk import screens
from generator.desk.deeds import DONE

FIRST_REFUSAL = 400
"""From here on a status says that nothing was done."""


def page(
    name: str,
    request: Request,
    status: int = 200,
    more: Mapping[str, str] | None = None,
    /,
    **values: object,
) -> Response:
    """A screen; what was done before is no news above what was refused.

    `more` is said behind what was done, by its word in the address.
    """
    act = request.query_params.get("xong", "")
    done = DONE.get(act, "") if status < FIRST_REFUSAL else ""
    told = f"{words(done)} {(more or {}).get(act, '')}".strip() if done else ""
    return HTMLResponse(screens.screen(name, done=told, **values), status)


def lost(request: Request) -> Response:
    """There is nothing at this address."""
    return page("message", request, 404, title=words("There is no such page."), why=())


def faulty(request: Request, error: Exception) -> Response:
    """What goes wrong with us is told where somebody looks; a script shows the bare words."""
    told = words(
        "A fault of loa, not of what you wrote: {error}. What you have typed is kept. Please tell "
        "whoever looks after loa.",
        error=f"{type(error).__name__}: {error}",
    )
    if "text/html" not in request.headers.get("accept", ""):
        return PlainTextResponse(told, 500)
    return page("message", request, 500, title=words("This does not work now."), why=(told,))
