"""What a template says of itself, read again only when another file stands there."""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from stat import S_ISREG

_NAMED = re.compile(r"\"([\w./-]+\.\w+)\"")
_PACKAGE = re.compile(rb"\"@[\w-]+/")
_Stamp = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class TemplateSource:
    """A template as text, the files that it names, and the first package that it asks for."""

    text: str
    names: tuple[str, ...]
    package: re.Match[bytes] | None


def template_source(path: Path) -> TemplateSource | None:
    """What a file says; None where there is none."""
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    stamp = found.st_ino, found.st_mtime_ns, found.st_size
    return _read(path, stamp) if S_ISREG(found.st_mode) else None


@lru_cache(maxsize=256)
def _read(path: Path, _stamp: _Stamp) -> TemplateSource:
    data = path.read_bytes()
    text = data.decode("utf-8", "replace")
    return TemplateSource(text, tuple(_NAMED.findall(text)), _PACKAGE.search(data))
