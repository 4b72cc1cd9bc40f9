"""What pure functions gave of texts: of many, but of long ones few, which are large themselves."""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Final, Protocol, TypeVar

T = TypeVar("T")
_LONG = 20_000
"""Characters; a piece has about 3,000."""
_LONG_KEPT = 4
"""While somebody writes in a long text, each pause makes another one."""


class Cache(Protocol):
    """What `functools` remembers of a function."""

    def cache_clear(self) -> None:
        """Forget all of it."""


C = TypeVar("C", bound=Cache)
_every: Final[list[Cache]] = []


def forgettable(cache: C) -> C:
    """A cache that `forget_texts` empties, too."""
    _every.append(cache)
    return cache


def forget_texts() -> None:
    """Let go of what is remembered of texts, by who has looked at all and asks no more of them."""
    for cache in _every:
        cache.cache_clear()


def text_cache(most: int) -> Callable[[Callable[[str], T]], Callable[[str], T]]:
    """Remember what a function gives of so many texts that were asked of last."""

    def remembering(function: Callable[[str], T]) -> Callable[[str], T]:
        short = forgettable(lru_cache(most)(function))
        long = forgettable(lru_cache(_LONG_KEPT)(function))

        @wraps(function)
        def known(text: str) -> T:
            return long(text) if len(text) > _LONG else short(text)

        return known

    return remembering
