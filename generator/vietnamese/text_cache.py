"""What pure functions gave of texts: of many, but of long ones few, which are large themselves."""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar

T = TypeVar("T")
_LONG = 20_000
"""Characters; a piece has about 3,000."""
_LONG_KEPT = 4
"""While somebody writes in a long text, each pause makes another one."""


def text_cache(most: int) -> Callable[[Callable[[str], T]], Callable[[str], T]]:
    """Remember what a function gives of so many texts that were asked of last."""

    def remembering(function: Callable[[str], T]) -> Callable[[str], T]:
        short, long = lru_cache(most)(function), lru_cache(_LONG_KEPT)(function)

        @wraps(function)
        def known(text: str) -> T:
            return long(text) if len(text) > _LONG else short(text)

        return known

    return remembering
