"""The files of a new workspace, from the package's templates."""

import json
from importlib import resources
from importlib.resources.abc import Traversable

_TEMPLATES = resources.files("generator") / "templates" / "workspace"


def starter(name: str, url: str) -> dict[str, bytes]:
    """The files by path; `name` and `url` of the site are put into `mkdocs.yml`."""
    files = dict(_files(_TEMPLATES, ""))
    config = files["mkdocs.yml"].decode()
    config = config.replace("SITE_NAME", json.dumps(name, ensure_ascii=False))
    files["mkdocs.yml"] = config.replace("SITE_URL", json.dumps(url)).encode()
    return files


def _files(folder: Traversable, prefix: str) -> "list[tuple[str, bytes]]":
    found: list[tuple[str, bytes]] = []
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            found += _files(entry, f"{prefix}{entry.name}/")
        else:
            found.append((f"{prefix}{entry.name}", entry.read_bytes()))
    return found
