"""Who is signed in: sessions of browsers, and tries to sign in that went wrong. Both end by time.

Nothing of it is kept on disk: when the desk is started anew, everybody signs in again. Every
moment is an argument.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from ipaddress import IPv4Address, ip_address

from generator.model.person import Colleague, PasswordSeal
from generator.vietnamese.person_names import name_key

IDLE = timedelta(hours=8)
"""So long nobody has to ask for anything."""
LONGEST = timedelta(hours=16)
"""So long a session lasts, however busy it is."""
MOST_OF_ONE = 20
"""Sessions of one person; who has more has forgotten the first ones."""
FREE_TRIES = 5
"""So many wrong passwords nobody has to wait for."""
FREE_TRIES_OF_ADDRESS = 20
"""The same of one computer, at which several people may sit."""
FREE_TRIES_OF_NAME = 50
"""The same of one name from all computers together."""
FIRST_WAIT = timedelta(seconds=2)
LONGEST_WAIT = timedelta(minutes=15)
LONGEST_WAIT_OF_NAME = timedelta(seconds=30)
"""No longer: else whoever guesses anywhere keeps out who has that name."""
_NETWORK = 64  # bits of an IPv6 address that one house has; the others it chooses (RFC 6177)
_FORGOTTEN = timedelta(hours=1)
_MOST_TRIED = 10_000
"""Names and addresses of which tries are remembered; of more the oldest are forgotten."""


@dataclass(slots=True)
class _Session:
    person: str
    password: PasswordSeal
    began: datetime
    used: datetime

    def is_over(self, now: datetime) -> bool:
        return now >= self.used + IDLE or now >= self.began + LONGEST or now < self.began


class Sessions:
    """The browsers that are signed in, by a digest of what each sends along."""

    def __init__(self) -> None:
        self._known: dict[bytes, _Session] = {}

    def begin(self, token: str, person: Colleague, now: datetime) -> None:
        """A browser that sends this token from now on is that person's."""
        self._drop([key for key, each in self._known.items() if each.is_over(now)])
        name = name_key(person.name)
        mine = [key for key, each in self._known.items() if each.person == name]
        self._drop(mine[: max(0, len(mine) - MOST_OF_ONE + 1)])
        self._known[_digest(token)] = _Session(name, person.password, now, now)

    def person(self, token: str, people: Sequence[Colleague], now: datetime) -> Colleague | None:
        """Who sends it: one of the people there are now, whose password is what it was then."""
        key = _digest(token)
        session = self._known.get(key)
        if session is None:
            return None
        found = (each for each in people if name_key(each.name) == session.person)
        mine = next((each for each in found if each.password == session.password), None)
        if mine is None or session.is_over(now):
            self._drop([key])
            return None
        session.used = now
        return mine

    def end(self, token: str) -> None:
        """The token is nobody's any more."""
        self._drop([_digest(token)])

    def _drop(self, keys: Sequence[bytes]) -> None:
        for key in keys:
            self._known.pop(key, None)


@dataclass(slots=True)
class _Tried:
    count: int
    last: datetime


class Tries:
    """Wrong passwords: each further one has to wait longer.

    They are counted by name and address together, by name, and by address. Nobody is kept out by
    what others guess elsewhere: of a name alone the waits are short, and there are none at an
    address at which its password was right before.
    """

    def __init__(self) -> None:
        self._known: dict[str, _Tried] = {}
        self._right: dict[str, None] = {}

    def wait(self, name: str, address: str, now: datetime) -> timedelta:
        """How long nobody may try this name, or from this address; of an unknown name the same."""
        own, everywhere, there = _keys(name, address)
        asked = [(own, FREE_TRIES, LONGEST_WAIT), (there, FREE_TRIES_OF_ADDRESS, LONGEST_WAIT)]
        if own not in self._right:
            asked.append((everywhere, FREE_TRIES_OF_NAME, LONGEST_WAIT_OF_NAME))
        return max(self._wait(key, free, longest, now) for key, free, longest in asked)

    def _wait(self, key: str, free: int, longest: timedelta, now: datetime) -> timedelta:
        tried = self._known.get(key)
        if tried is None or tried.count < free:
            return timedelta()
        wait: timedelta = min(FIRST_WAIT * (1 << min(tried.count - free, 20)), longest)
        return max(tried.last + wait - now, timedelta())

    def fail(self, name: str, address: str, now: datetime) -> None:
        """A password was wrong."""
        for key in _keys(name, address):
            tried = self._known.pop(key, None)
            is_old = tried is None or now >= tried.last + _FORGOTTEN
            self._known[key] = _Tried(1 if tried is None or is_old else tried.count + 1, now)
        while len(self._known) > _MOST_TRIED:
            self._known.pop(next(iter(self._known)))

    def forget(self, name: str, address: str) -> None:
        """It was right: of this name at this address no try is remembered. Of others it is."""
        own, _, _ = _keys(name, address)
        self._known.pop(own, None)
        self._right[own] = None
        while len(self._right) > _MOST_TRIED:
            self._right.pop(next(iter(self._right)))


def _keys(name: str, address: str) -> tuple[str, str, str]:
    """Of the name at the address, of the name, of the address."""
    of_name, house = _of_name(name), f"from {_house(address)}"
    return f"{of_name} {house}", of_name, house


def _house(address: str) -> str:
    """Whose computer it is: IPv6 gives each house as many addresses as it likes."""
    try:
        found = ip_address(address)
    except ValueError:
        return address
    if isinstance(found, IPv4Address):
        return str(found)
    own = found.ipv4_mapped or int(found) >> (128 - _NETWORK)
    return str(own)


def _of_name(name: str) -> str:
    """A digest: what is typed as a name may be a password, and is of any length."""
    return _digest(name_key(name[:200])).hex()


def _digest(token: str) -> bytes:
    return sha256(token.encode("utf-8", "surrogatepass")).digest()
