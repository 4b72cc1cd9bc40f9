"""The door of an office: who has signed in may ask, and acts by that name.

Style sheets and the screen to sign in are for everybody; everything else asks for a session.
"""

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from generator.app.colleagues import account_key, approvers
from generator.catalogue import words
from generator.desk.acting import acting
from generator.desk.package_files import OPEN_FILES
from generator.desk.safety import cookie, flaw, with_headers
from generator.desk.screens import WINDOW
from generator.desk.sessions import Sessions
from generator.desk.sign_in import SIGN_IN, SignIn, safe_place
from generator.model.person import Account, Colleague, Role
from generator.ports import People, PeopleError

SIGN_OUT = "/ra"
LONGEST_FORM = 16_000  # bytes of a name and a password
_OF = "x-account"
"""In this header scripts say whose window they are of."""
_NOBODY = Account("", Role.WRITES)
"""Asks for what needs no account, and may do nothing."""
_PLAIN, _SAFE = "loa-office", "__Host-loa"
"""Names of the cookie; the second one is taken only over TLS, and only from this very host."""


@dataclass(frozen=True, slots=True)
class OfficeHouse:
    """How an office is reached: `origin` by a proxy before it, `is_safe` says that TLS leads here.

    Where there is no proxy, `origin` is empty and browsers ask by the name that they were told.
    """

    people: People
    now: Callable[[], datetime]
    is_safe: bool = False
    origin: str = ""

    def origin_of(self, headers: Headers) -> str:
        """What our own pages are told by."""
        scheme = "https" if self.is_safe else "http"
        return self.origin or f"{scheme}://{headers.get('host', '')}"

    def address_of(self, scope: Scope) -> str:
        """From which computer somebody asks; a proxy puts that last."""
        client = scope.get("client")
        peer = str(client[0]) if client else ""
        passed = Headers(scope=scope).getlist("x-forwarded-for") if self.origin else []
        return passed[-1].rpartition(",")[2].strip()[:64] if passed else peer


class OfficeDoor:
    """Lets those pass who have signed in."""

    def __init__(self, app: ASGIApp, house: OfficeHouse) -> None:
        """`app` answers whoever may ask."""
        self._app, self._house, self._sessions = app, house, Sessions()
        self._sign_in = SignIn(house.people, house.now)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on in the name of its account, or answer it here."""
        sent, path = with_headers(send), str(scope["path"])
        most = LONGEST_FORM if path in {SIGN_IN, SIGN_OUT} else 0
        origin = self._house.origin_of(Headers(scope=scope))
        if wrong := flaw(scope, origin, most):
            await wrong(scope, receive, sent)
            return
        if path in OPEN_FILES or path.startswith("/fonts/"):
            with acting(_NOBODY):
                await self._app(scope, receive, sent)
            return
        try:
            people = self._house.people.every()
        except PeopleError:
            told = words("The people of this office cannot be read: nobody is let in.")
            await PlainTextResponse(told, 503)(scope, receive, sent)
            return
        person = self._sessions.person(self._token(scope), people, self._house.now())
        answer = await self._answer(Request(scope, receive), people, person)
        account = account_of(person, people) if person else _NOBODY
        if answer or person is None:
            await (answer or _stranger(scope))(scope, receive, sent)
            return
        if wrong := _of_another(scope, account, people):
            await wrong(scope, receive, sent)
            return
        with acting(account):
            await self._app(scope, receive, sent)

    async def _answer(
        self, request: Request, people: Sequence[Colleague], person: Colleague | None
    ) -> Response | None:
        """What is answered here; nothing of what the rooms answer."""
        path, is_post = request.url.path, request.method == "POST"
        if path == SIGN_OUT and is_post:
            return self._leave(request.scope)
        if path != SIGN_IN:
            return None
        if not is_post:
            place = safe_place(request.query_params.get("tiep", ""))
            return RedirectResponse(place, 303) if person else self._sign_in.screen(place)
        found = await self._sign_in.enter(request, people, self._house.address_of(request.scope))
        return found if isinstance(found, Response) else self._begin(request.scope, *found)

    def _begin(self, scope: Scope, person: Colleague, place: str) -> Response:
        """A new session: what the browser sent before is nobody's from now on."""
        self._sessions.end(self._token(scope))
        token = secrets.token_urlsafe(32)
        self._sessions.begin(token, person, self._house.now())
        answer = RedirectResponse(place, 303)
        is_safe = self._house.is_safe
        answer.set_cookie(self._name, token, httponly=True, samesite="strict", secure=is_safe)
        return answer

    def _leave(self, scope: Scope) -> Response:
        self._sessions.end(self._token(scope))
        answer = RedirectResponse(SIGN_IN, 303)
        is_safe = self._house.is_safe
        answer.delete_cookie(self._name, httponly=True, samesite="strict", secure=is_safe)
        return answer

    @property
    def _name(self) -> str:
        return _SAFE if self._house.is_safe else _PLAIN

    def _token(self, scope: Scope) -> str:
        return cookie(scope, self._name)


def _of_another(scope: Scope, account: Account, people: Sequence[Colleague]) -> Response | None:
    """Why nothing is done for a window that was opened while somebody else was signed in.

    What changes something has to say whose window it is of, whatever its address.
    """
    asked = Request(scope)
    told = asked.headers.get(_OF) or asked.query_params.get(WINDOW, "")
    if told == account.key or (not told and scope["method"] != "POST"):
        return None
    keys = {account_of(each, people).key: each.name for each in people}
    why = words(
        "This page was opened while {other} was signed in; now it is {name}. Nothing was changed: "
        "load the page anew."
    )
    other = keys.get(told, words("somebody else"))
    return PlainTextResponse(why.format(other=other, name=account.name), 403)


def account_of(person: Colleague, people: Sequence[Colleague]) -> Account:
    """A person as the rooms know who acts."""
    return Account(person.name, person.role, tuple(approvers(people)), account_key(person))


def _stranger(scope: Scope) -> Response:
    """A person is led to the screen to sign in, and back; a script is told."""
    is_page = "text/html" in Headers(scope=scope).get("accept", "")
    if scope["method"] == "POST" and is_page:
        told = words(
            "You are not signed in any more, so that nothing was sent. Sign in in another window, "
            "then go back here and send it again: what you typed still stands there."
        )
        return PlainTextResponse(told, 403)
    if not is_page:
        return PlainTextResponse(words("Sign in first: nobody is signed in here."), 403)
    query = scope.get("query_string", b"").decode("latin-1")
    place = safe_place(f"{scope['path']}{'?' if query else ''}{query}")
    more = f"?{urlencode({'tiep': place})}" if place != "/" else ""
    return RedirectResponse(f"{SIGN_IN}{more}", 303)
