"""The workspace's folder: what authors wrote, and their pictures."""

import os
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from generator.diagnostics import Diagnostic, Location, Rule
from generator.model.asset import Asset
from generator.model.file import File
from generator.model.workspace import Site
from generator.source.document import LARGEST, read_document
from generator.source.nodes import Mapping, Scalar, read_yaml

MARKER = "mkdocs.yml"
MOST_PIXELS = 150_000_000  # a 12 × 6 m panel at 72 dpi has 580 million, but no photograph has

NO_SITE_NAME = Rule(
    "site-name-missing",
    "mkdocs.yml does not say {key}.",
    "Add a line “{key}: …” to mkdocs.yml.",
)


def find_workspace(start: Path) -> Path | None:
    """The nearest folder from `start` upwards that has `mkdocs.yml` and `campaigns/`."""
    return next(
        (
            p
            for p in (start, *start.parents)
            if (p / MARKER).is_file() and (p / "campaigns").is_dir()
        ),
        None,
    )


class FolderFiles:
    """The files of a workspace folder."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def files(self) -> Iterator[File]:
        """Markdown of `content/` and YAML of `campaigns/`, in order of their paths."""
        yield from self._under("content", ".md")
        yield from self._under("campaigns", ".yml")
        brand = self.root / "assets" / "brand.yml"
        if brand.exists():
            yield File(self._name(brand), partial(_read, brand), self._problem(brand, ".yml"))

    def assets(self) -> Iterator[Asset]:
        """Everything below `assets/`."""
        for path in _walk(self.root / "assets"):
            if path.is_file() and self._stays_inside(path):
                yield Asset(
                    self._name(path),
                    path.stat().st_size,
                    partial(path.open, "rb"),
                    partial(_pixels, path),
                )

    def site(self) -> tuple[Site, list[Diagnostic]]:
        """What `mkdocs.yml` says of the site; only plain values of its top level are read."""
        source = read_document(MARKER, (self.root / MARKER).read_bytes())
        if isinstance(source, Diagnostic):
            return Site(), [source]
        node, found = read_yaml(source, lenient=True)
        pairs = node.items if isinstance(node, Mapping) else ()
        said = {key.text: value.text for key, value in pairs if isinstance(value, Scalar)}
        found += [
            NO_SITE_NAME.at(Location(MARKER), key=key)
            for key in ("site_name", "site_url")
            if not found and not said.get(key)
        ]
        url = said.get("site_url", "").rstrip("/") + "/"
        return Site(said.get("site_name", ""), url, said.get("site_description", "")), found

    def _under(self, folder: str, ending: str) -> Iterator[File]:
        for path in _walk(self.root / folder):
            problem = self._problem(path, ending)
            if problem != "ignored":
                yield File(self._name(path), partial(_read, path), problem)

    def _problem(self, path: Path, ending: str) -> str:
        if path.is_symlink() and not self._stays_inside(path):
            return "symlink"
        if path.is_dir():
            return "directory" if path.name.endswith(ending) else "ignored"
        if path.suffix.casefold() != ending:
            return (
                "stray" if ending == ".md" and not path.name.endswith(("~", ".tmp")) else "ignored"
            )
        return "" if os.access(path, os.R_OK) else "unreadable"

    def _stays_inside(self, path: Path) -> bool:
        try:
            return path.resolve(strict=True).is_relative_to(self.root.resolve())
        except (OSError, RuntimeError):  # a link to itself, or to nothing
            return False

    def _name(self, path: Path) -> str:
        return path.relative_to(self.root).as_posix()


def _walk(folder: Path) -> Iterator[Path]:
    """Everything below a folder, sorted; hidden files are left out and links are not followed."""
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted((*names, *folders)):
            if not name.startswith("."):
                yield Path(root, name)


def _read(path: Path) -> bytes:
    """The content; of a file that is too large to be text, only enough to see that."""
    with path.open("rb") as stream:
        return stream.read(LARGEST + 1)


def _pixels(path: Path) -> tuple[int, int]:
    """Width and height of a picture, found by decoding it to the last row."""
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(path) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise ValueError("bomb")  # noqa: EM101, TRY301 - a stable reason
            picture.load()
            return picture.size
    except Image.DecompressionBombError:
        raise ValueError("bomb") from None  # noqa: EM101
    except UnidentifiedImageError:
        raise ValueError("form") from None  # noqa: EM101
    except (OSError, SyntaxError):
        raise ValueError("truncated") from None  # noqa: EM101
