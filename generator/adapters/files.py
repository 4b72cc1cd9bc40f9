"""The workspace's folder: what authors wrote, and their pictures."""

import os
import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache, partial
from hashlib import file_digest
from pathlib import Path
from typing import BinaryIO

from generator import __version__
from generator.adapters import opening
from generator.adapters.place import MARKER
from generator.diagnostics import Diagnostic, Location, Rule
from generator.model.artifact import digest_of
from generator.model.asset import Asset
from generator.model.file import File
from generator.model.picture import Picture, Refused
from generator.model.settings import Settings
from generator.model.slips import BAD_WEB_ADDRESS
from generator.model.workspace import Site
from generator.source.document import LARGEST
from generator.source.load import BRAND, read_file
from generator.source.nodes import Mapping, Node, Scalar, read_yaml
from generator.source.pictures import picture
from generator.source.records import read_record

WORDS = "content/words.txt"  # names and terms for a spelling checker, no text of ours
_WEB_ADDRESS = re.compile(r"https?://[^\s/?#]+[^\s?#]*", re.IGNORECASE)
# What Office, Windows and editors leave behind while a file is open; hidden files are known anyway.
_LEFT_BEHIND = re.compile(r"~\$.*|.*~|#.*#|.*\.tmp|(?:eh)?thumbs\.db|desktop\.ini", re.IGNORECASE)

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
        """Markdown of `content/` and YAML of `campaigns/`, and what of `assets/` is no file."""
        yield from self._under("content", ".md")
        yield from self._under("campaigns", ".yml")
        for path in _walk(self.root / "assets"):
            problem = opening.problem(path, self.root)
            if problem or path == self.root / BRAND:
                yield self._file(path, problem)

    def assets(self) -> Iterator[Asset]:
        """Everything below `assets/`."""
        for path in _walk(self.root / "assets"):
            if path.is_file() and not opening.problem(path, self.root):
                open_it = partial(opening.opened, path, self.root)
                look = cache(partial(_picture, path.name, open_it))
                yield Asset(self._name(path), path.stat().st_size, open_it, look)

    def fingerprint(self) -> str:
        """All files by their content: the same workspace in another place is the same."""
        folders = (self.root / name for name in ("content", "campaigns", "assets"))
        paths = [path for folder in folders for path in _walk(folder) if path.is_file()]
        return digest_of(__version__, *map(self._stamp, (self.root / MARKER, *paths)))

    def _stamp(self, path: Path) -> str:
        try:
            with opening.opened(path, self.root) as stream:
                return f"{self._name(path)} {file_digest(stream, 'sha256').hexdigest()}"
        except OSError:  # gone since, locked, no file: it counts as changed when it can be read
            return self._name(path)

    def site(self) -> tuple[Site, list[Diagnostic]]:
        """What `mkdocs.yml` says of the site; what is MkDocs's own is left to MkDocs."""
        marker = self._file(self.root / MARKER, opening.problem(self.root / MARKER, self.root))
        source = read_file(marker)
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
                yield self._file(path, problem)

    def _file(self, path: Path, problem: str) -> File:
        """Of a file that is too large to be text, only enough is read to see that."""
        return File(
            self._name(path), partial(opening.content, path, self.root, LARGEST + 1), problem
        )

    def _problem(self, path: Path, ending: str) -> str:
        problem = opening.problem(path, self.root)
        if problem == opening.SYMLINK:
            return problem
        if path.is_dir():
            return "directory" if path.name.endswith(ending) else "ignored"
        if path == self.root / WORDS:
            return "ignored"
        if path.suffix.casefold() != ending:
            return "stray" if ending == ".md" else "ignored"
        return problem

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
    """Everything below a folder, sorted, or the folder itself if it is a link.

    Hidden files are left out and links are not followed.
    """
    if folder.is_symlink():
        yield folder
        return
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted((*names, *folders)):
            if not name.startswith(".") and not _LEFT_BEHIND.fullmatch(name):
                yield Path(root, name)


def _picture(name: str, open_it: Callable[[], BinaryIO]) -> Picture | Refused:
    with open_it() as stream:
        return picture(name, stream.read())
