"""Who is writing in a piece, since when: shown to the others, and no bar to anybody.

Nothing of it is kept: who does not say so again for a while has gone. That no words are lost when
two write at once is last to where drafts are saved.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from generator.catalogue import words
from generator.desk.acting import account
from generator.desk.piece_views import handle_of

ABSENCE = timedelta(minutes=2)
"""After so long without a sign somebody has gone; a window gives one each half minute."""


@dataclass(frozen=True, slots=True)
class Presence:
    """Who writes in a piece."""

    name: str
    since: datetime
    last: datetime


class Writers:
    """Those who write now, by piece and account; where there are no accounts, nobody."""

    def __init__(self, now: Callable[[], datetime] | None = None) -> None:
        """`now` is the clock; without one nobody is noted."""
        self._now = now
        self._known: dict[str, dict[str, Presence]] = {}

    def note(self, path: str) -> None:
        """Whoever asks is writing there."""
        who = account()
        if who is None or self._now is None:
            return
        now, here = self._now(), self._here(path)
        before = here.get(who.key, Presence(who.name, now, now))
        self._known[path] = {**here, who.key: replace(before, last=now)}

    def leave(self, path: str) -> None:
        """Whoever asks has closed the piece."""
        if who := account():
            rest = {key: each for key, each in self._here(path).items() if key != who.key}
            self._known = {**self._known, path: rest}

    def others(self, path: str) -> str:
        """Who else writes there, in words; nothing where nobody does."""
        who = account()
        key = who.key if who else ""
        found = [each for mine, each in self._here(path).items() if mine != key]
        told = words("{name} is writing here since {time}.")
        return " ".join(told.format(name=each.name, time=_time(each.since)) for each in found)

    def by_handle(self) -> dict[str, str]:
        """The same of all pieces in which others write, by their handles."""
        found = ((path, self.others(path)) for path in list(self._known))
        return {handle_of(path): told for path, told in found if told}

    def _here(self, path: str) -> dict[str, Presence]:
        known = self._known.get(path, {})
        if self._now is None or not known:
            return {}
        now = self._now()
        return {key: each for key, each in known.items() if now < each.last + ABSENCE}


def _time(moment: datetime) -> str:
    return f"{moment.hour}:{moment.minute:02}"
