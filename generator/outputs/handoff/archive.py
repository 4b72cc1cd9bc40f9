"""The files of a pack in one ZIP, with their digests."""

import hashlib
import posixpath
from collections.abc import Mapping

from generator.model.ziparchive import zip_bytes
from generator.vietnamese.slugs import slugify

SUMS = "ma-kiem-tra.txt"
"""The digests of all other files, as `sha256sum -c` reads them, by a name that partners read."""


def archive(folder: str, files: Mapping[str, bytes]) -> bytes:
    """The files in one folder, with their digests."""
    every = sorted({**files, SUMS: sums(files)}.items())
    return zip_bytes((f"{folder}/{name}", data) for name, data in every)


def sums(files: Mapping[str, bytes]) -> bytes:
    """A line for each file."""
    lines = (
        f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in sorted(files.items())
    )
    return "".join(lines).encode()


def safe(path: str) -> str:
    """A path that every system takes: ASCII letters, digits, `-` and `_`, and that cannot climb."""
    stem, ending = posixpath.splitext(path)
    parts = ("_".join(map(slugify, part.split("_"))) for part in stem.split("/"))
    name = "/".join(part for part in parts if part.strip("_"))
    return name + "".join(c for c in ending.casefold() if c.isascii() and (c.isalnum() or c == "."))
