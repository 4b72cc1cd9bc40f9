"""The files of a new workspace, from the package's templates."""

import json
import re
from collections.abc import Iterator, Mapping
from importlib import resources
from importlib.resources.abc import Traversable

_TEMPLATES = resources.files("generator") / "templates" / "workspace"
_WHOLE = ".icc"  # a colour profile has no blanks
_BLANKS = re.compile(r"SITE_NAME|SITE_URL|SITE_TITLE|SITE_DESCRIPTION|SITE_OWNER|YEAR")


_DESCRIPTION = (
    "Sản xuất sạch hơn là gì, làm từ đâu; bài phát thanh, bài báo, băng rôn, pano và lịch "
    "tuyên truyền."
)
_OWNER = "Cơ quan mẫu (thay bằng tên thật)"
_SETTINGS = ("assets/", "campaigns/printers.yml", "mkdocs.yml", ".gitignore")


def starter(name: str, url: str, year: int) -> dict[str, bytes]:
    """The files by path: a sample of the plan of a `year`, for a site of this name and address."""
    return _with(name, url, {"YEAR": str(year)}, _DESCRIPTION, _OWNER)


def settings_and_brand(name: str, url: str, about: str, owner: str) -> dict[str, bytes]:
    """Those that every site has, whatever its plan: no sample is among them."""
    files = _with(name, url, {}, about, owner)
    return {path: data for path, data in files.items() if path.startswith(_SETTINGS)}


def _with(
    name: str, url: str, values: Mapping[str, str], about: str, owner: str
) -> dict[str, bytes]:
    title = " ".join(name.split())
    blanks = {
        "SITE_NAME": _quoted(title),
        "SITE_URL": _quoted(url.rstrip("/") + "/"),
        "SITE_DESCRIPTION": _quoted(about),
        "SITE_OWNER": _quoted(owner),
        "SITE_TITLE": title,
        "YEAR": "YEAR",
        **values,
    }
    return {
        path: data if path.endswith(_WHOLE) else _filled(data, blanks)
        for path, data in _files(_TEMPLATES, "")
    }


def _quoted(text: str) -> str:
    """JSON is YAML, whatever the text holds."""
    return json.dumps(text, ensure_ascii=False)


def _filled(data: bytes, values: Mapping[str, str]) -> bytes:
    return _BLANKS.sub(lambda blank: values[blank[0]], data.decode()).encode()


def _files(folder: Traversable, prefix: str) -> Iterator[tuple[str, bytes]]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            yield from _files(entry, f"{prefix}{entry.name}/")
        else:
            yield f"{prefix}{entry.name}", entry.read_bytes()
