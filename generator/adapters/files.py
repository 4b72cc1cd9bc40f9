"""The workspace's folder: what authors wrote, and their pictures."""

import os
import re
import unicodedata
from collections.abc import Iterator
from functools import cache, partial
from hashlib import file_digest
from pathlib import Path
from typing import BinaryIO

from generator import __version__
from generator.adapters.place import MARKER
from generator.diagnostics import Diagnostic, Location, Rule
from generator.model.artifact import digest_of
from generator.model.asset import Asset
from generator.model.file import File
from generator.model.settings import Settings
from generator.model.slips import BAD_WEB_ADDRESS
from generator.model.workspace import Site
from generator.source.document import LARGEST, read_document
from generator.source.nodes import Mapping, Node, Scalar, read_yaml
from generator.source.records import read_record
from generator.source.svg import svg_size

WORDS = "content/words.txt"  # names and terms for a spelling checker, no text of ours
_WEB_ADDRESS = re.compile(r"https?://[^\s/?#]+[^\s?#]*", re.IGNORECASE)
# What Office, Windows and editors leave behind while a file is open; hidden files are known anyway.
_LEFT_BEHIND = re.compile(r"~\$.*|.*~|#.*#|.*\.tmp|(?:eh)?thumbs\.db|desktop\.ini", re.IGNORECASE)
MOST_PIXELS = 150_000_000  # a 12 × 6 m panel at 72 dpi has 580 million, but no photograph has

NO_SITE_NAME = Rule(
    "site-name-missing",
    "mkdocs.yml does not say {key}.",
    "Add a line “{key}: …” to mkdocs.yml.",
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
                    partial(_open, path),
                    cache(partial(_pixels, path)),
                )

    def fingerprint(self) -> str:
        """All files by their content: the same workspace in another place is the same."""
        folders = (self.root / name for name in ("content", "campaigns", "assets"))
        paths = [path for folder in folders for path in _walk(folder) if path.is_file()]
        return digest_of(__version__, *map(self._stamp, (self.root / MARKER, *paths)))

    def _stamp(self, path: Path) -> str:
        try:
            with path.open("rb") as stream:
                return f"{self._name(path)} {file_digest(stream, 'sha256').hexdigest()}"
        except OSError:  # gone since, or locked: it counts as changed when it can be read again
            return self._name(path)

    def site(self) -> tuple[Site, list[Diagnostic]]:
        """What `mkdocs.yml` says of the site; what is MkDocs's own is left to MkDocs."""
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
        found += [
            BAD_WEB_ADDRESS.at(value.where, value=value.text)
            for key, value in pairs
            if key.text == "site_url" and isinstance(value, Scalar) and value.text
            if not _WEB_ADDRESS.fullmatch(value.text)
        ]
        url = said.get("site_url", "").rstrip("/") + "/"
        settings, wrong = _settings(_at(node, "extra", "loa"))
        return Site(
            said.get("site_name", ""),
            url,
            said.get("site_description", ""),
            _text(_at(node, "extra", "responsible", "name")),
            settings,
        ), found + wrong

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
        if path == self.root / WORDS:
            return "ignored"
        if path.suffix.casefold() != ending:
            return "stray" if ending == ".md" else "ignored"
        return "" if path.is_file() and os.access(path, os.R_OK) else "unreadable"

    def _stays_inside(self, path: Path) -> bool:
        try:
            return path.resolve(strict=True).is_relative_to(self.root.resolve())
        except (OSError, RuntimeError):  # a link to itself, or to nothing
            return False

    def _name(self, path: Path) -> str:
        """The path as authors write it: composed, as macOS does not; unreadable bytes as “�”."""
        name = os.fsencode(path.relative_to(self.root).as_posix()).decode("utf-8", "replace")
        return unicodedata.normalize("NFC", name)


def _at(node: Node | None, *keys: str) -> Node | None:
    """The value below a chain of keys."""
    for key in keys:
        pairs = node.items if isinstance(node, Mapping) else ()
        node = next((value for name, value in pairs if name.text == key), None)
    return node


def _text(node: Node | None) -> str:
    return node.text if isinstance(node, Scalar) else ""


def _settings(node: Node | None) -> tuple[Settings, list[Diagnostic]]:
    if not isinstance(node, Mapping):
        return Settings(), []
    settings, found = read_record(Settings, node)
    return settings or Settings(), found


def _walk(folder: Path) -> Iterator[Path]:
    """Everything below a folder, sorted; hidden files are left out and links are not followed."""
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted((*names, *folders)):
            if not name.startswith(".") and not _LEFT_BEHIND.fullmatch(name):
                yield Path(root, name)


def _open(path: Path) -> BinaryIO:
    return path.open("rb")


def _read(path: Path) -> bytes:
    """The content; of a file that is too large to be text, only enough to see that."""
    with path.open("rb") as stream:
        return stream.read(LARGEST + 1)


def _pixels(path: Path) -> tuple[int, int]:
    """Width and height of a picture, found by decoding it to the last row."""
    from PIL import Image, UnidentifiedImageError

    if path.suffix.casefold() == ".svg":
        return svg_size(path.read_bytes())
    try:
        with Image.open(path) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise ValueError("bomb")  # noqa: EM101 - a stable reason
            picture.load()
            return picture.size
    except Image.DecompressionBombError:
        raise ValueError("bomb") from None  # noqa: EM101
    except UnidentifiedImageError:
        raise ValueError("form") from None  # noqa: EM101
    except (OSError, SyntaxError):
        raise ValueError("truncated") from None  # noqa: EM101
