"""A ZIP that opens everywhere and is the same each time and on each system that it is made."""

import hashlib
import zipfile
from collections.abc import Callable, Iterable, Mapping
from io import BytesIO
from types import MappingProxyType

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The moment that stands for none: the first that a ZIP can hold."""
SUMS = "ma-kiem-tra.txt"
"""The digests of all other files, as `sha256sum -c` reads them, by a name that receivers read."""


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


def zip_bytes(files: Iterable[tuple[str, bytes]], *, deflate: bool = True) -> bytes:
    """The bytes of a ZIP; its files by path, in the order in which they shall lie in it."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for path, data in files:
            entry = zipfile.ZipInfo(path, EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED if deflate else zipfile.ZIP_STORED
            entry.external_attr = 0o644 << 16
            entry.create_system = 3  # or Windows would write another byte
            archive.writestr(entry, data)
    return target.getvalue()


def office_bytes(
    office: bytes, changes: Mapping[str, Callable[[bytes], bytes]] = MappingProxyType({})
) -> bytes:
    """An Office file as `zip_bytes` gives it, its list of contents first, as programs expect it.

    `changes` give of a part, by its path, what takes its place.
    """
    with zipfile.ZipFile(BytesIO(office)) as archive:
        names = sorted(archive.namelist(), key=lambda name: (name != "[Content_Types].xml", name))
        parts = ((name, archive.read(name)) for name in names)
        return zip_bytes(
            (name, changes[name](data) if name in changes else data) for name, data in parts
        )
