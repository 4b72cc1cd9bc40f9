"""A small server on this machine only, so that the built site can be looked at."""

import sys
from collections.abc import Callable
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from generator.model.filetypes import TYPES, type_of

HOST = "127.0.0.1"


class SiteHandler(SimpleHTTPRequestHandler):
    """Files with the types that feed readers and calendars expect, and the site's own 404 page."""

    def guess_type(self, path: object) -> str:
        """The types that real servers are told to name."""
        return type_of(Path(str(path)).name)

    def list_directory(self, path: object) -> None:
        """A folder without an index page is no page."""
        del path
        self.send_error(HTTPStatus.NOT_FOUND)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer a missing page as the real server will: with 404.html."""
        page = Path(self.directory) / "404.html"
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(HTTPStatus.NOT_FOUND)
        self.send_header("Content-Type", TYPES[".html"])
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def end_headers(self) -> None:
        """A page that was just built again must not come out of the browser's store."""
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is Python's
        """Stay silent: an editor does not read request logs."""


class QuietServer(ThreadingHTTPServer):
    """A server whose threads end with it."""

    daemon_threads = True
    ended = False

    def handle_error(self, request: object, client_address: object) -> None:
        """A reader who closes the page early is no fault worth a traceback, nor is the end."""
        if not self.ended and not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


def server(folder: Path, port: int) -> ThreadingHTTPServer:
    """Open the port (0: any free one) on this machine; the caller runs and closes the server.

    Raises:
        OSError: the port is taken.
    """
    handler = partial(SiteHandler, directory=str(folder))
    return QuietServer((HOST, port), handler)


def serve(folder: Path, port: int, announce: Callable[[str], None]) -> None:
    """Serve until Ctrl-C; `announce` receives the address once it can be opened."""
    with server(folder, port) as running:
        announce(f"http://{HOST}:{running.server_port}/")
        try:
            running.serve_forever()
        except KeyboardInterrupt:
            return
