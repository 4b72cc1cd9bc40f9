"""Signing in by name and password; wrong ones have to wait, whoever has that name or nobody."""

import re
import secrets
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from functools import partial

from anyio import CapacityLimiter, to_thread
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from generator.app.colleagues import COST, SALT_SIZE, colleague_called, is_right
from generator.catalogue import words
from generator.desk import screens
from generator.desk.form_fields import form_of
from generator.desk.sessions import Tries
from generator.model.person import Colleague, PasswordSeal
from generator.ports import People

SIGN_IN = "/vao"
_PLACE = re.compile(r"/(?![/\\])[\w\-./?=&%+~,:;@!*()]*", re.ASCII)
"""An address of ours, and of no other site: a browser takes `//` and `/\\` for another one."""
_LONGEST_PLACE = 500
_MOST_WAITING = 200
"""So many sign in at once; who comes then is told to try again."""
_WRONG, _WAIT, _BUSY = 403, 429, 503  # HTTP statuses
_MINUTE = timedelta(minutes=1)


class SignIn:
    """The screen, and what becomes of a name and a password; one password is looked at at a time.

    Each look takes memory and a core, which nobody may take from those who write.
    """

    def __init__(self, people: People, now: Callable[[], datetime]) -> None:
        self._people, self._now, self._tries = people, now, Tries()
        self._salt, self._waiting = secrets.token_bytes(SALT_SIZE), 0
        self._limiter: CapacityLimiter | None = None

    def screen(self, place: str, name: str = "", message: str = "", status: int = 200) -> Response:
        """The form; `place` is where it leads."""
        html = screens.screen("sign_in", done="", place=place, who=name[:60], told=message)
        return HTMLResponse(html, status)

    async def enter(
        self, request: Request, people: Sequence[Colleague], address: str
    ) -> Response | tuple[Colleague, str]:
        """Who that is and where to, or the form again."""
        form = await form_of(request)
        name, place = form.get("ten", ""), safe_place(form.get("tiep", ""))
        if self._waiting >= _MOST_WAITING:
            told = words("So many sign in just now that nobody is let in: try again soon.")
            return self.screen(place, name, told, _BUSY)
        person = await self._looked_at(people, name, form.get("mat-khau", ""), address)
        if isinstance(person, Colleague):
            return person, place
        if isinstance(person, timedelta):
            answer = self.screen(place, name, _wait_in_words(person), _WAIT)
            answer.headers["Retry-After"] = str(int(person.total_seconds()) + 1)
            return answer
        told = words("Name or password is wrong. Type both anew.")
        return self.screen(place, name, told, _WRONG)

    async def _looked_at(
        self, people: Sequence[Colleague], name: str, password: str, address: str
    ) -> Colleague | timedelta | None:
        if wait := self._tries.wait(name, address, self._now()):
            return wait
        self._limiter = self._limiter or CapacityLimiter(1)
        self._waiting += 1
        try:
            work = partial(self._try, people, name, password, address)
            return await to_thread.run_sync(work, limiter=self._limiter)
        finally:
            self._waiting -= 1

    def _try(
        self, people: Sequence[Colleague], name: str, password: str, address: str
    ) -> Colleague | timedelta | None:
        if wait := self._tries.wait(name, address, self._now()):
            return wait
        person = colleague_called(people, name)
        is_his = is_right(password, person.password if person else self._nobodys(people))
        if person and is_his:
            self._tries.forget(name, address)
            return person
        self._tries.fail(name, address, self._now())
        return None

    def _nobodys(self, people: Sequence[Colleague]) -> PasswordSeal:
        """What is looked at for a name that nobody has, so that it takes as long."""
        known = [each.password for each in people]
        dearest = max(known, key=lambda each: each.cost * each.lanes, default=None)
        mould = dearest or PasswordSeal(b"", b"", COST, 8, 3)
        return PasswordSeal(self._salt, b"?", mould.cost, mould.block, mould.lanes)


def safe_place(place: str) -> str:
    """An address of ours to which a browser is led; the first room where it is none."""
    is_ours = len(place) <= _LONGEST_PLACE and _PLACE.fullmatch(place)
    return place if is_ours and not place.startswith(SIGN_IN) else "/"


def _wait_in_words(wait: timedelta) -> str:
    if wait > _MINUTE:
        minutes = -(-wait // _MINUTE)
        told = words("Too many wrong tries. Wait {count} minutes, then try again.")
        return told.format(count=minutes)
    seconds = -(-wait // timedelta(seconds=1))
    return words("Too many wrong tries. Wait {count} seconds, then try again.").format(
        count=seconds
    )
