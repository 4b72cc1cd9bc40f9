"""Who may ask the desk: the browser of whoever started it, and no other site through it.

The address that the command prints bears a token; it is exchanged for a cookie that no other site
sends along. A request that changes something must come from our own pages.
"""

from secrets import compare_digest

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import cookie_parser
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from generator.catalogue import words

START = "/mo/"
"""Below it lies the token of the start."""
COOKIE = "loa"
LARGEST = 2_000_000  # bytes of a request; a text has 400,000 at most
_FILES = "/tep"
"""Addresses that end so take files; how much of them, they say themselves (`uploads.py`)."""
_READ_TO_ITS_END = 4_000_000_000  # bytes of files of which a browser hears that they are too many
_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; font-src 'self'; "
    "img-src 'self' data:; script-src 'self'; connect-src 'self'; frame-src 'self'; "
    "media-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}
_KEPT = {"Cache-Control": "no-store"}
"""Unless an answer says otherwise, as files of the package do: nobody's words are in these."""


def with_headers(send: Send) -> Send:
    """Sends an answer with our headers."""

    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            headers.update({name: headers.get(name, told) for name, told in _KEPT.items()})
            headers.update(_HEADERS)
        await send(message)

    return sent


def flaw(scope: Scope, origin: str, most: int = 0) -> Response | None:
    """Why nobody answers such a request: it is of no kind of ours, of another site, or too long.

    `origin` is what our own pages are told by, `most` how many bytes an address takes that takes
    less than others.
    """
    headers, path = Headers(scope=scope), str(scope["path"])
    if scope["method"] not in {"GET", "HEAD", "POST"}:
        return PlainTextResponse(words("This cannot be done here."), 405)
    if scope["method"] == "POST" and not _comes_from(headers, origin):
        return PlainTextResponse(words("Only pages of the desk itself can change anything."), 403)
    length = headers.get("content-length", "0")
    if not length.isdecimal() or int(length) > (most or _most(path)):
        return PlainTextResponse(words("This is too much at once."), 413)
    return None


def cookie(scope: Scope, name: str) -> str:
    """What a browser sends along under this name; nothing where it sends none."""
    return cookie_parser(Headers(scope=scope).get("cookie", "")).get(name, "")


class Guard:
    """Lets only the browser pass that was given the token, and only from our own pages."""

    def __init__(self, app: ASGIApp, token: str, once: str = "") -> None:
        """`app` answers whoever may ask.

        `once` opens it a single time: others on this computer see what a program was started with.
        """
        self._app, self._token, self._once = app, token, once

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it; every answer bears our headers."""
        answer = self._refusal(scope) or self._app
        await answer(scope, receive, with_headers(send))

    def _refusal(self, scope: Scope) -> Response | None:
        path = str(scope["path"])
        if path.startswith(START) and self._opens(path.removeprefix(START)):
            return self._opened()
        if not self._is_ours(cookie(scope, COOKIE)):
            told = words("Open the desk by the address that the command loa desk shows.")
            return PlainTextResponse(told, 403)
        return flaw(scope, f"http://{Headers(scope=scope).get('host', '')}")

    def _opens(self, given: str) -> bool:
        if self._once and compare_digest(given.encode(), self._once.encode()):
            self._once = ""
            return True
        return self._is_ours(given)

    def _is_ours(self, given: str) -> bool:
        return compare_digest(given.encode(), self._token.encode())

    def _opened(self) -> Response:
        answer = RedirectResponse("/", 303)
        answer.set_cookie(COOKIE, self._token, httponly=True, samesite="strict")
        return answer


def _comes_from(headers: Headers, origin: str) -> bool:
    """Whether a page of ours has sent a form whose length is told."""
    return headers.get("origin", "") == origin and "content-length" in headers


def _most(path: str) -> int:
    return _READ_TO_ITS_END if path.endswith(_FILES) else LARGEST
