"""A picture or recording that pieces refer to; never loaded whole."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO


@dataclass(frozen=True, slots=True)
class Asset:
    """A file below `assets/`. `pixels` gives width and height, or raises ValueError with a reason.

    The reasons of `pixels` are "truncated", "bomb" (more pixels than any print needs), "form" and
    "active" (an SVG that runs a script or fetches something).
    """

    path: str
    size: int
    open: Callable[[], BinaryIO]
    pixels: Callable[[], tuple[int, int]]
