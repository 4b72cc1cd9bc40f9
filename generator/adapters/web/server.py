"""The one web server of `loa`: who may ask, how, and when it ends.

It answers this machine only, unless it is told an address of it for others.
What is answered comes as routes (`site_server`, `preview_server`); a new one adds its own.
"""

import socket
import ssl
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from urllib.parse import unquote, urlsplit

import anyio
import anyio.lowlevel
import uvicorn
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

HOST = "127.0.0.1"
HOSTS = (HOST, "localhost", "[::1]")
"""By which names a browser may ask: another site that calls itself ours gets nothing."""

_PATIENCE = 1  # seconds that answers may take once the server is to end


class OriginForm:
    """Brings `GET http://host/path` into the form of all others (RFC 9112, 3.2.2)."""

    def __init__(self, app: ASGIApp) -> None:
        """`app` answers what can be understood."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it."""
        told = scope if scope["raw_path"].startswith(b"/") else _told_in_full(scope)
        answer = self._app if told else PlainTextResponse("Bad request", 400)
        await answer(told or scope, receive, send)


def _told_in_full(scope: Scope) -> Scope | None:
    """The request that an absolute address makes; its host stands above the header."""
    try:
        url = urlsplit(scope["raw_path"].decode("ascii"))
    except ValueError:
        return None
    if url.scheme != "http" or not url.netloc:
        return None
    path = url.path or "/"
    others = [header for header in scope["headers"] if header[0] != b"host"]
    headers = [*others, (b"host", url.netloc.encode())]
    return {**scope, "path": unquote(path), "raw_path": path.encode(), "headers": headers}


Handler = Callable[[Request, Exception], Response]


def application(
    routes: Sequence[Route],
    hosts: Sequence[str] = (),
    guards: Sequence[Middleware] = (),
    handlers: Mapping[type[Exception], Handler] | None = None,
) -> Starlette:
    """The application with these routes; `hosts` are names that are allowed beside our own.

    `guards` look at what the server itself lets pass; `handlers` answer what the world refuses.
    """
    allowed = [*HOSTS, *hosts]
    return Starlette(
        routes=routes,
        middleware=[
            Middleware(OriginForm),
            Middleware(TrustedHostMiddleware, allowed_hosts=allowed, www_redirect=False),
            *guards,
        ],
        exception_handlers={Exception: _faulty, **(handlers or {})},
    )


def _faulty(request: Request, error: Exception) -> Response:
    """What goes wrong with us is told where somebody looks: in the browser."""
    del request
    return PlainTextResponse(f"A fault of loa: {type(error).__name__}: {error}", 500)


@dataclass(frozen=True, slots=True)
class Certificate:
    """The files of a certificate and its key, by which TLS is spoken."""

    certificate: Path
    key: Path

    def load(self) -> None:
        """See that both can be used.

        Raises:
            OSError: one cannot be read, is none, or fits not to the other (`ssl.SSLError`).
        """
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.certificate, self.key, password=lambda: "")


class Listening:
    """A port that is open; browsers wait until it is answered."""

    def __init__(
        self, app: ASGIApp, port: int, address: str = HOST, tls: Certificate | None = None
    ) -> None:
        """Open a port (0: any free one) on this machine, at one of its addresses.

        Raises:
            OSError: the port is taken, or may not be opened.
        """
        self._scheme = "https" if tls else "http"
        self._socket = socket.create_server((address, port))
        self._server = uvicorn.Server(
            uvicorn.Config(
                app,
                access_log=False,  # an editor does not read request logs,
                log_config=None,
                log_level="critical",  # nor that a reader has closed the page early
                lifespan="off",
                loop="asyncio",
                http="h11",
                ws="none",
                server_header=False,
                proxy_headers=False,  # who asks says it of itself there
                ssl_certfile=tls.certificate if tls else None,
                ssl_keyfile=tls.key if tls else None,
                timeout_graceful_shutdown=_PATIENCE,
            )
        )

    @property
    def port(self) -> int:
        """The port that was opened."""
        return int(self._socket.getsockname()[1])

    @property
    def url(self) -> str:
        """The address of what is served."""
        return f"{self._scheme}://{self._socket.getsockname()[0]}:{self.port}/"

    def answer(self) -> None:
        """Answer until Ctrl-C or `end`."""
        with self._socket, suppress(KeyboardInterrupt):
            anyio.run(self._answer)

    async def _answer(self) -> None:
        """Who still reads when the server ends is cut off, so that nothing stays open."""
        await self._server.serve([self._socket])
        for connection in list(self._server.server_state.connections):
            connection.transport.abort()
        await anyio.lowlevel.checkpoint()

    def end(self) -> None:
        """Let `answer` return, from another thread."""
        self._server.should_exit = True


@contextmanager
def running(app: ASGIApp, port: int = 0, tls: Certificate | None = None) -> Iterator[str]:
    """Serve in a thread as long as the context lasts; gives the address."""
    listening = Listening(app, port, tls=tls)
    thread = Thread(target=listening.answer)
    thread.start()
    try:
        yield listening.url
    finally:
        listening.end()
        thread.join()


def serve(app: Starlette, port: int, announce: Callable[[str], None]) -> None:
    """Serve until Ctrl-C; `announce` receives the address once it can be opened.

    Raises:
        OSError: the port is taken, or may not be opened.
    """
    listening = Listening(app, port)
    announce(listening.url)
    listening.answer()
