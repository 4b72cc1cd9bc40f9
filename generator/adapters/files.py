"""The workspace's folder: what authors wrote, and their pictures."""

import json
import os
import re
import time
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial
from hashlib import file_digest
from pathlib import Path
from typing import BinaryIO

from generator import __version__
from generator.adapters import opening
from generator.adapters.file_stamp import Stamp, is_fresh, stamp
from generator.adapters.store import FolderStore
from generator.adapters.workspace_folder import MARKER
from generator.diagnostics import Refusal
from generator.model.artifact import digest_of
from generator.model.asset import Asset
from generator.model.attachment import Attachment
from generator.model.file import AuthoredFile
from generator.model.filetypes import TYPES
from generator.model.picture import PictureFacts
from generator.model.site import OWN_THEME
from generator.source.document import LARGEST
from generator.source.loader import BRAND
from generator.source.picture_file import picture
from generator.source.raster import MOST_BYTES
from generator.source.strays import ATTACHMENT, folder_meant, kind_of

_KIND = "file"
WORDS = "content/words.txt"  # names and terms for a spelling checker, no text of ours
# What Office, Windows and editors leave behind while a file is open; hidden files are known anyway.
_LEFT_BEHIND = re.compile(r"~\$.*|.*~|#.*#|.*\.tmp|(?:eh)?thumbs\.db|desktop\.ini", re.IGNORECASE)
_ENDINGS = TYPES.keys() | {".gif", ".icc", ".md", ".tif", ".tiff", ".typ", ".wav", ".yaml", ".yml"}


class FolderFiles:
    """The files of a workspace folder; `store` remembers the digests of those that stay."""

    def __init__(self, root: Path, store: FolderStore | None = None) -> None:
        self.root, self._store = root, store

    def files(self) -> Iterator[AuthoredFile]:
        """Every file that is read as text, and what of `assets/` is no file."""
        yield from self._under("content")
        yield from self._under("campaigns")
        for path in _walk(self.root / "assets"):
            problem = self._problem(path)
            if problem or self._is_text(path):
                yield self._file(path, problem)
        for path in (self.root / MARKER, *self._like_single()):
            yield self._file(path, self._problem(path))

    def assets(self) -> Iterator[Asset]:
        """Everything below `assets/`."""
        for path in _walk(self.root / "assets"):
            if path.is_file() and not self._problem(path):
                open_it = partial(opening.open_inside, path, self.root)
                look = cache(partial(_picture, path.name, open_it))
                yield Asset(self._name(path), path.stat().st_size, open_it, look)

    def attachments(self) -> Iterator[Attachment]:
        """Every file beside evidence; one that is what it was, by its stamp, is not read again."""
        known = self._store.all(_KIND) if self._store else {}
        for path in _walk(self.root / "campaigns"):
            if self._is_attachment(path):
                open_it = partial(opening.open_inside, path, self.root)
                digest = cache(partial(self._kept_digest, path, known))
                yield Attachment(self._name(path), path.stat().st_size, open_it, digest)

    def fingerprint(self) -> str:
        """All files by their content: the same workspace in another place is the same.

        A file that is what it was, by its stamp, is not read again.
        """
        folders = (self.root / name for name in ("content", "campaigns", "assets"))
        paths = [path for folder in folders for path in _walk(folder) if path.is_file()]
        known, now = self._store.all(_KIND) if self._store else {}, time.time_ns()
        found = {path: self._digest(path, known) for path in (self.root / MARKER, *paths)}
        if self._store:
            sure = {path: mark for path, mark in found.items() if mark and not is_fresh(mark, now)}
            kept = {str(path): json.dumps(mark) for path, mark in sure.items()}
            self._store.replace(_KIND, known, kept)
            self._store.save()
        return digest_of(
            __version__, *(f"{self._name(path)} {mark[-1:]}" for path, mark in found.items())
        )

    def _digest(self, path: Path, known: Mapping[str, str]) -> Stamp:
        """The stamp of a file with a SHA-256 of its content; [] of what cannot be read now."""
        before, there = json.loads(known.get(str(path), "[]")), stamp(path)
        if there and before[:-1] == there:
            return list(before)
        try:
            with opening.open_inside(path, self.root) as stream:
                return [*there, file_digest(stream, "sha256").hexdigest()]
        except OSError:  # gone since, locked, no file: it counts as changed when it can be read
            return []

    def _kept_digest(self, path: Path, known: Mapping[str, str]) -> str:
        """The SHA-256 of a file, which the next run need not reckon again."""
        found = self._digest(path, known)
        if self._store and found and not is_fresh(found, time.time_ns()):
            self._store.put(_KIND, str(path), json.dumps(found))
        return str(found[-1]) if found else ""

    def _is_attachment(self, path: Path) -> bool:
        is_one = ATTACHMENT.fullmatch(self._name(path)) and not path.is_dir()
        return bool(is_one) and not self._problem(path)

    def _is_text(self, path: Path) -> bool:
        """Of `assets/`: the brand, and HTML of the site."""
        own = path.suffix.casefold() == ".html" and path.is_relative_to(self.root / OWN_THEME)
        single = kind_of(self._name(path)) and path.is_file()
        return (own and path.is_file()) or path == self.root / BRAND or bool(single)

    def _like_single(self) -> Iterator[Path]:
        """What lies at the top and is called nearly like what is read: «Mkdocs.yaml», «Content»."""
        for path in sorted(self.root.iterdir()):
            is_file = path.name != MARKER and path.is_file() and kind_of(path.name)
            if is_file or (folder_meant(path.name) and path.is_dir()):
                yield path

    def _under(self, folder: str) -> Iterator[AuthoredFile]:
        for path in _walk(self.root / folder):
            problem = self._problem(path)
            is_text = not (path.is_dir() or path == self.root / WORDS or self._is_attachment(path))
            if problem or is_text:
                yield self._file(path, problem)

    def _file(self, path: Path, problem: str) -> AuthoredFile:
        """Of a file that is too large to be text, only enough is read to see that."""
        return AuthoredFile(
            self._name(path), partial(opening.content, path, self.root, LARGEST + 1), problem
        )

    def _problem(self, path: Path) -> str:
        problem = opening.problem(path, self.root)
        is_top = path.parent == self.root and not kind_of(path.name)
        if is_top and problem != opening.SYMLINK and not path.is_dir():
            return "no folder"
        return problem or ("directory" if path.is_dir() and _is_named_like_file(path) else "")

    def _name(self, path: Path) -> str:
        """The path as authors write it: composed, as macOS does not; unreadable bytes as “�”."""
        name = os.fsencode(path.relative_to(self.root).as_posix()).decode("utf-8", "replace")
        return unicodedata.normalize("NFC", name)


def _walk(folder: Path) -> Iterator[Path]:
    """Everything below a folder, sorted, or the folder itself if it cannot be entered as one.

    Hidden files are left out; links, and folders that are named like files, are not entered.
    """
    if os.path.lexists(folder) and (folder.is_symlink() or opening.is_closed(folder)):
        yield folder
        return
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted((*names, *folders)):
            if not name.startswith(".") and not _LEFT_BEHIND.fullmatch(name):
                yield Path(root, name)
        folders[:] = [name for name in folders if not _is_named_like_file(Path(name))]


def _is_named_like_file(path: Path) -> bool:
    """Whether a name ends like that of a file that is read: a folder is hardly meant by it."""
    return path.suffix.casefold() in _ENDINGS


def _picture(name: str, open_it: Callable[[], BinaryIO]) -> PictureFacts | Refusal:
    with open_it() as stream:
        return picture(name, stream.read(MOST_BYTES + 1))
