"""What is made in the background as screens tell of it: how far it is, what went wrong."""

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from generator.app.check import CheckReport
from generator.catalogue import words
from generator.desk.making_needs import Making, Workshop
from generator.desk.needs import DraftOffice
from generator.desk.problem_links import problem_links
from generator.vietnamese.dates import moment_in_words

TASKS = {
    "site": "Everything is being made",
    "due": "What is due is being published",
    "print": "The files for the print shop are being made",
}
"""What is going on, by what was begun (msgids)."""


def background_routes(workshop: Workshop) -> list[Route]:
    """How far it is, for scripts."""

    def progress(_: Request) -> Response:
        making = workshop.last()
        told = {"running": making.is_running, "step": making.step, "count": _count(making)}
        return JSONResponse({**told, "done": making.done, "total": making.total})

    return [Route("/tien-do", progress, methods=["GET"])]


def way_back(request: Request, has_begun: bool) -> Response | None:  # noqa: FBT001 - what was answered
    """Back to the screen once it has begun; None where something else is being made."""
    if not has_begun:
        return None
    query = f"?{request.url.query}" if request.url.query else ""
    return RedirectResponse(f"{request.url.path}{query}", 303)


def making_view(
    drafts: DraftOffice, report: CheckReport, making: Making, *, is_mine: bool, has_begun: bool
) -> dict[str, object]:
    """What a screen shows of it; of what another screen began only that it is going on."""
    shown = is_mine and not making.is_running and bool(making.task)
    at = making.end.replace(second=0, microsecond=0) if making.end else None
    return {
        "making": making,
        "working": words(TASKS[making.task]) if making.is_running and making.task else "",
        "count": _count(making),
        "is_refused": not has_begun,
        "has_failed": shown and making.has_failed,
        "has_made": shown and not making.has_failed,
        "ended": moment_in_words(at) if at else "",
        "wrong": problem_links(drafts, report, making.findings) if shown else [],
        "troubles": making.troubles if shown else (),
    }


def _count(making: Making) -> str:
    if not making.total:
        return ""
    return words("{done} of {total}").format(done=making.done, total=making.total)
