"""The files of a new workspace, from the package's templates."""

import json
import re
from collections.abc import Iterator, Mapping
from importlib import resources
from importlib.resources.abc import Traversable

_TEMPLATES = resources.files("generator") / "templates" / "workspace"
_WHOLE = ".icc"  # a colour profile has no blanks
_BLANKS = re.compile(r"SITE_NAME|SITE_URL|SITE_TITLE|YEAR")


def starter(name: str, url: str, year: int) -> dict[str, bytes]:
    """The files by path: a sample of the plan of a `year`, for a site of this name and address."""
    title = " ".join(name.split())
    values = {
        "SITE_NAME": json.dumps(title, ensure_ascii=False),  # JSON is YAML, whatever the name holds
        "SITE_URL": json.dumps(url.rstrip("/") + "/"),
        "SITE_TITLE": title,
        "YEAR": str(year),
    }
    return {
        path: data if path.endswith(_WHOLE) else _filled(data, values)
        for path, data in _files(_TEMPLATES, "")
    }


def _filled(data: bytes, values: Mapping[str, str]) -> bytes:
    return _BLANKS.sub(lambda blank: values[blank[0]], data.decode()).encode()


def _files(folder: Traversable, prefix: str) -> Iterator[tuple[str, bytes]]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            yield from _files(entry, f"{prefix}{entry.name}/")
        else:
            yield f"{prefix}{entry.name}", entry.read_bytes()
