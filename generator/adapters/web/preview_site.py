"""The preview as a web server shows it: each page and file made when a browser asks for it."""

from collections.abc import AsyncIterator, Sequence
from http import HTTPStatus
from io import BytesIO
from typing import Protocol

from anyio import CapacityLimiter
from anyio.to_thread import run_sync
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from generator.adapters.web.responses import asked_path, content, not_modified, page, to_folder
from generator.adapters.web.server import application
from generator.model.artifact import Artifact

EVENTS = "/__loa/events"
_LOOK = 0.5  # seconds; then whether the page has been closed
_PATIENCE = 30  # looks; then a sign of life, for what stands between browser and server
_LISTENERS = 500  # pages that can be open at once
_EVENT_STREAM = {"Content-Type": "text/event-stream", "Cache-Control": "no-store"}


class PreviewPages(Protocol):
    """Who answers."""

    @property
    def version(self) -> str:
        """Names what is shown now."""

    def page(self, url: str) -> tuple[bool, str]:
        """Whether there is a page at an address of the site, and what to show."""

    def file(self, path: str) -> Artifact | None:
        """A picture, style sheet, proof or calendar of the site."""

    def content_of(self, artifact: Artifact) -> bytes | None:
        """Its bytes, if it can be made."""

    def wait(self, version: str, seconds: float) -> str:
        """The version that is shown once it is another one, or when the time is over."""


def preview_server(pages: PreviewPages, hosts: Sequence[str] = ()) -> Starlette:
    """The application that answers from a desk."""

    def answer(request: Request) -> Response:
        path = asked_path(request)
        if path is None:
            return _page(pages, "?")
        if not path or path.endswith("/"):
            return _page(pages, path)
        if artifact := pages.file(path):
            return _artifact(request, pages, artifact, path)
        is_page = pages.page(f"{path}/")[0]
        return to_folder(request, path) if is_page else _page(pages, "?")

    async def tell(request: Request) -> Response:
        if request.method == "HEAD":
            return Response(headers=_EVENT_STREAM)
        return StreamingResponse(_versions(pages), headers=_EVENT_STREAM)

    return application([Route(EVENTS, tell), Route("/{path:path}", answer)], hosts)


def _page(pages: PreviewPages, url: str) -> Response:
    there, html = pages.page(url)
    return page(html.encode(), HTTPStatus.OK if there else HTTPStatus.NOT_FOUND)


def _artifact(request: Request, pages: PreviewPages, artifact: Artifact, path: str) -> Response:
    tag = f'"{artifact.digest}"'
    if same := not_modified(request, tag):
        return same  # and it need not be made
    data = pages.content_of(artifact)
    if data is None:
        return Response(status_code=HTTPStatus.NOT_FOUND)
    return content(request, path, BytesIO(data), len(data), tag)


async def _versions(pages: PreviewPages) -> AsyncIterator[str]:
    """Each version once it is shown, in threads of their own: none waits for a page to be made."""
    threads, version, silent = CapacityLimiter(_LISTENERS), pages.version, 0
    yield f"data: {version}\n\n"
    while True:
        now = await run_sync(pages.wait, version, _LOOK, limiter=threads)
        silent = 0 if now != version else silent + 1
        if now != version or silent == _PATIENCE:
            version, silent = now, 0
            yield f"data: {version}\n\n"
