"""Who acts: the account that has signed in; on a computer of one person nobody has to.

It is known wherever the desk answers a request, in threads, too (`contextvars`).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from generator.model.person import Account, Role

_ACCOUNT: ContextVar[Account | None] = ContextVar("account", default=None)


def account() -> Account | None:
    """Who has signed in; None where there are no accounts."""
    return _ACCOUNT.get()


@contextmanager
def acting(who: Account | None) -> Iterator[None]:
    """What is answered meanwhile is answered to this account."""
    before = _ACCOUNT.set(who)
    try:
        yield
    finally:
        _ACCOUNT.reset(before)


def may(role: Role | str) -> bool:
    """Whether whoever asks may do what asks for a role."""
    who = _ACCOUNT.get()
    return who is None or who.role.covers(Role(role))


def acting_name(name: str) -> str:
    """Who answers for what is done now: an account by its own, whatever is typed."""
    who = _ACCOUNT.get()
    return who.name if who else name
