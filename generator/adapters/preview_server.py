"""The server of `loa preview`, on this machine only."""

from collections.abc import Callable
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import quote, unquote, urlsplit

from generator.adapters.webserver import HOST, QuietServer
from generator.model.artifact import Artifact
from generator.model.filetypes import type_of

EVENTS = "/__loa/events"
_PATIENCE = 15.0  # seconds; then a sign of life, so that a closed page is noticed


class Desk(Protocol):
    """Who answers."""

    @property
    def version(self) -> str:
        """Names what is shown now."""

    def page(self, url: str) -> tuple[bool, str]:
        """Whether there is a page at an address of the site, and what to show."""

    def file(self, path: str) -> Artifact | None:
        """A picture, style sheet, proof or calendar of the site."""

    def made(self, artifact: Artifact) -> bytes | None:
        """Its bytes, if it can be made."""

    def wait(self, version: str, seconds: float) -> str:
        """The version that is shown once it is another one, or when the time is over."""


class Handler(BaseHTTPRequestHandler):
    """Answers from a desk; `asset` finds what the theme brings."""

    server: QuietServer

    def __init__(self, desk: Desk, asset: Callable[[str], Path | None], *request: Any) -> None:  # noqa: ANN401 - of socketserver
        """Answer one request."""
        self._desk, self._asset = desk, asset
        super().__init__(*request)

    def do_GET(self) -> None:
        """Answer with an event, a page or a file."""
        path = unquote(urlsplit(self.path).path)
        if self.headers.get("Host", "").partition(":")[0] not in {HOST, "localhost"}:
            self.send_error(HTTPStatus.FORBIDDEN)  # another site that calls itself ours
        elif path == EVENTS:
            self._tell()
        elif path.endswith("/"):
            there, page = self._desk.page(path.lstrip("/"))
            status = HTTPStatus.OK if there else HTTPStatus.NOT_FOUND
            self._answer(status, ".html", page.encode())
        else:
            self._file(path.lstrip("/"))

    def _file(self, path: str) -> None:
        brought = self._asset(path)
        artifact = None if brought else self._desk.file(path)
        if brought:
            self._answer(HTTPStatus.OK, path, brought.read_bytes())
        elif artifact:
            self._artifact(path, artifact)
        elif self._desk.page(f"{path}/")[0]:
            self.send_response(HTTPStatus.MOVED_PERMANENTLY)
            self.send_header("Location", f"/{quote(path)}/")
            self.end_headers()
        else:
            self._answer(HTTPStatus.NOT_FOUND, ".html", self._desk.page("?")[1].encode())

    def _artifact(self, path: str, artifact: Artifact) -> None:
        """A result that the browser may have already: it asks each time, and gets what is new."""
        tag = f'"{artifact.digest}"'
        if self.headers.get("If-None-Match") == tag:
            self.send_response(HTTPStatus.NOT_MODIFIED)
            self.end_headers()
            return
        data = self._desk.made(artifact)
        status = HTTPStatus.NOT_FOUND if data is None else HTTPStatus.OK
        self._answer(status, path, data or b"", ETag=tag)

    def _answer(self, status: HTTPStatus, name: str, data: bytes, **headers: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", type_of(name))
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-cache" if headers else "no-store")
        for header, value in headers.items():
            self.send_header(header, value)
        self.end_headers()
        self.wfile.write(data)

    def _tell(self) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        version = self._desk.version
        while not self.server.ended:
            self.wfile.write(f"data: {version}\n\n".encode())
            self.wfile.flush()
            version = self._desk.wait(version, _PATIENCE)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - Python's name
        """Stay silent."""


def preview_server(desk: Desk, asset: Callable[[str], Path | None], port: int) -> QuietServer:
    """Open the port (0: any free one).

    Raises:
        OSError: the port is taken.
    """
    return QuietServer((HOST, port), partial(Handler, desk, asset))
