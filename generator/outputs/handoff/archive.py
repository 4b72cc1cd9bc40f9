"""A ZIP that opens everywhere and is the same each time it is made."""

import hashlib
import io
import posixpath
import zipfile
from collections.abc import Mapping

from generator.vietnamese.slugs import slugify

SUMS = "ma-kiem-tra.txt"
"""The digests of all other files, as `sha256sum -c` reads them, by a name that partners read."""

_EPOCH = (1980, 1, 1, 0, 0, 0)


def archive(folder: str, files: Mapping[str, bytes]) -> bytes:
    """The files in one folder, with their digests."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as target:
        for name, data in sorted({**files, SUMS: sums(files)}.items()):
            entry = zipfile.ZipInfo(f"{folder}/{name}", _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            entry.create_system = 3  # or Windows would write another byte
            target.writestr(entry, data)
    return made.getvalue()


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
