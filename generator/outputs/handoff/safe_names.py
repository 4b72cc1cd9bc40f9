"""Names of files that every system takes."""

import posixpath

from generator.vietnamese.slugs import slugify


def safe(path: str) -> str:
    """A path that every system takes: ASCII letters, digits, `-` and `_`, and that cannot climb."""
    stem, ending = posixpath.splitext(path)
    parts = ("_".join(map(slugify, part.split("_"))) for part in stem.split("/"))
    name = "/".join(part for part in parts if part.strip("_"))
    return name + "".join(c for c in ending.casefold() if c.isascii() and (c.isalnum() or c == "."))
