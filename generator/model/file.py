"""An authored file as the world shows it."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AuthoredFile:
    """A file of the workspace; `path` is relative to it, with forward slashes.

    `problem` says why it cannot be read: "symlink", "special" (a pipe, a device, a socket),
    "directory" (one that is named like a file), "no folder" (where one must be), "unreadable",
    or "".
    """

    path: str
    read: Callable[[], bytes]
    problem: str = ""
