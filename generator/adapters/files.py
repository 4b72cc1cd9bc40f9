"""The workspace's folder: what authors wrote, and their pictures."""

import json
import os
import re
import time
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial
from hashlib import file_digest, sha256
from io import BufferedReader
from pathlib import Path
from typing import BinaryIO, NamedTuple, Protocol

from generator import __version__
from generator.adapters import opening
from generator.adapters.file_stamp import Stamp, is_fresh, stamp
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
_NAME = 16  # characters of a digest: enough to tell the files of one workspace apart
WORDS = "content/words.txt"  # names and terms for a spelling checker, no text of ours
# What Office, Windows and editors leave behind while a file is open; hidden files are known anyway.
_LEFT_BEHIND = re.compile(r"~\$.*|.*~|#.*#|.*\.tmp|(?:eh)?thumbs\.db|desktop\.ini", re.IGNORECASE)
_ENDINGS = TYPES.keys() | {".gif", ".icc", ".md", ".tif", ".tiff", ".typ", ".wav", ".yaml", ".yml"}


class Stamps(Protocol):
    """Where the digests of files are kept with their stamps, by kind and path."""

    def all(self, kind: str) -> Mapping[str, str]:
        """Every entry of a kind."""

    def put(self, kind: str, key: str, text: str) -> None:
        """Keep an entry."""

    def replace(self, kind: str, before: Mapping[str, str], after: Mapping[str, str]) -> None:
        """Let a kind, of which `before` is known, hold exactly these entries."""

    def save(self) -> None:
        """Let the next run know them, if this is kept at all."""


def name_of(data: bytes) -> str:
    """Names what is in a file, as `FolderFiles.digests` does."""
    return sha256(data).hexdigest()[:_NAME]


class _Place(NamedTuple):
    """What lies at a path: a folder, or whatever else."""

    path: str
    is_folder: bool = False


class _Mark(NamedTuple):
    """The stamp of a file with a SHA-256 of its content; `text` is how it is kept."""

    stamp: Stamp
    text: str

    def is_sure(self, now: int) -> bool:
        """Whether a second writing since would show."""
        return bool(self.stamp) and not is_fresh(self.stamp, now)


class FolderFiles:
    """The files of a workspace folder; `store` remembers the digests of those that stay."""

    def __init__(self, root: Path, store: Stamps | None = None) -> None:
        self.root, self._store = root, store
        self._top = len(str(root / "x")) - 1

    def files(self) -> Iterator[AuthoredFile]:
        """Every file that is read as text, and what of `assets/` is no file."""
        yield from self._under("content")
        yield from self._under("campaigns")
        for place in _walk(self.root / "assets"):
            problem = self._problem(place)
            if problem or self._is_text(place):
                yield self._file(place, problem)
        for path in (self.root / MARKER, *self._like_single()):
            place = _Place(str(path), path.is_dir())
            yield self._file(place, self._problem(place))

    def assets(self) -> Iterator[Asset]:
        """Everything below `assets/`; the digest of what is as it was, by its stamp, is known."""
        known = self._store.all(_KIND) if self._store else {}
        for place in _walk(self.root / "assets"):
            if not place.is_folder and not self._problem(place):
                path = Path(place.path)
                open_it = partial(opening.open_inside, path, self.root)
                look = cache(partial(_picture, path.name, open_it))
                digest = cache(partial(self._kept_digest, place.path, known))
                yield Asset(self._name(place), path.stat().st_size, open_it, look, digest)

    def attachments(self) -> Iterator[Attachment]:
        """Every file beside evidence; one that is what it was, by its stamp, is not read again."""
        known = self._store.all(_KIND) if self._store else {}
        for place in _walk(self.root / "campaigns"):
            name = self._name(place)
            if self._is_attachment(place, name) and not self._problem(place):
                open_it = partial(_opened, place.path, self.root)
                digest = cache(partial(self._kept_digest, place.path, known))
                yield Attachment(name, _size(place.path), open_it, digest)

    def fingerprint(self) -> str:
        """All files by their content: the same workspace in another place is the same.

        A file that is what it was, by its stamp, is not read again.
        """
        found = self._marks()
        return digest_of(__version__, *(f"{path} {mark[-1:]}" for path, mark in found.items()))

    def digests(self) -> dict[str, str]:
        """Names what is in each file, by its path; nothing of what cannot be read now."""
        return {path: str(mark[-1])[:_NAME] for path, mark in self._marks().items() if mark}

    def _marks(self) -> dict[str, Stamp]:
        """The stamp of every file with a SHA-256 of its content, by its path."""
        folders = (self.root / name for name in ("content", "campaigns", "assets"))
        places = (place for folder in folders for place in _walk(folder) if not place.is_folder)
        known, now = self._store.all(_KIND) if self._store else {}, time.time_ns()
        every = (_Place(str(self.root / MARKER)), *places)
        found = {place: self._mark(place.path, known) for place in every}
        found = {place: mark for place, mark in found.items() if mark.stamp or _is_file(place)}
        if self._store:
            kept = {each.path: mark.text for each, mark in found.items() if mark.is_sure(now)}
            self._store.replace(_KIND, known, kept)
            self._store.save()
        return {self._name(each): mark.stamp for each, mark in found.items()}

    def _mark(self, path: str, known: Mapping[str, str]) -> "_Mark":
        """What is remembered of a file: its stamp with a SHA-256; [] of what cannot be read now."""
        text = known.get(path, "[]")
        before, there = json.loads(text), stamp(path)
        if there and before[:-1] == there:
            return _Mark(before, text)
        try:
            with _opened(path, self.root) as stream:
                now = [*there, file_digest(stream, "sha256").hexdigest()]
        except OSError:  # gone since, locked, no file: it counts as changed when it can be read
            now = []
        return _Mark(now, json.dumps(now))

    def _kept_digest(self, path: str, known: Mapping[str, str]) -> str:
        """The SHA-256 of a file, which the next run need not reckon again."""
        found = self._mark(path, known)
        is_new = found.text != known.get(path)
        if self._store and is_new and found.is_sure(time.time_ns()):
            self._store.put(_KIND, path, found.text)
        return str(found.stamp[-1]) if found.stamp else ""

    def _is_attachment(self, place: _Place, name: str) -> bool:
        return not place.is_folder and ATTACHMENT.fullmatch(name) is not None

    def _is_text(self, place: _Place) -> bool:
        """Of `assets/`: the brand, and HTML of the site."""
        path = Path(place.path)
        own = path.suffix.casefold() == ".html" and path.is_relative_to(self.root / OWN_THEME)
        single = kind_of(self._name(place)) and path.is_file()
        return (own and path.is_file()) or path == self.root / BRAND or bool(single)

    def _like_single(self) -> Iterator[Path]:
        """What lies at the top and is called nearly like what is read: «Mkdocs.yaml», «Content»."""
        for path in sorted(self.root.iterdir()):
            is_file = path.name != MARKER and path.is_file() and kind_of(path.name)
            if is_file or (folder_meant(path.name) and path.is_dir()):
                yield path

    def _under(self, folder: str) -> Iterator[AuthoredFile]:
        for place in _walk(self.root / folder):
            name, problem = self._name(place), self._problem(place)
            is_text = not (place.is_folder or name == WORDS or self._is_attachment(place, name))
            if problem or is_text:
                yield self._file(place, problem)

    def _file(self, place: _Place, problem: str) -> AuthoredFile:
        """Of a file that is too large to be text, only enough is read to see that."""
        path = Path(place.path)
        return AuthoredFile(
            self._name(place), partial(opening.content, path, self.root, LARGEST + 1), problem
        )

    def _problem(self, place: _Place) -> str:
        problem = opening.problem(place.path, self.root)
        is_top = os.sep not in place.path[self._top :] and not kind_of(place.path[self._top :])
        if is_top and problem != opening.SYMLINK and not place.is_folder:
            return "no folder"
        is_like_file = place.is_folder and _is_named_like_file(place.path)
        return problem or ("directory" if is_like_file else "")

    def _name(self, place: _Place) -> str:
        """The path as authors write it: composed, as macOS does not; unreadable bytes as “�”."""
        name = place.path[self._top :].replace(os.sep, "/")
        if name.isascii():
            return name
        return unicodedata.normalize("NFC", os.fsencode(name).decode("utf-8", "replace"))


def _walk(folder: Path) -> Iterator[_Place]:
    """Everything below a folder, sorted, or the folder itself if it cannot be entered as one.

    Hidden files are left out; links, and folders that are named like files, are not entered.
    """
    if os.path.lexists(folder) and (folder.is_symlink() or opening.is_closed(folder)):
        yield _Place(str(folder), folder.is_dir())
        return
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        within = {*folders}
        for name in sorted((*names, *folders)):
            if not name.startswith(".") and not _LEFT_BEHIND.fullmatch(name):
                yield _Place(f"{root}{os.sep}{name}", name in within)
        folders[:] = [name for name in folders if not _is_named_like_file(name)]


def _is_named_like_file(name: str) -> bool:
    """Whether a name ends like that of a file that is read: a folder is hardly meant by it."""
    return Path(name).suffix.casefold() in _ENDINGS


def _is_file(place: _Place) -> bool:
    return Path(place.path).is_file()


def _opened(path: str, inside: Path) -> BufferedReader:
    return opening.open_inside(Path(path), inside)


def _size(path: str) -> int:
    return os.stat(path).st_size  # noqa: PTH116 - thousands of them


def _picture(name: str, open_it: Callable[[], BinaryIO]) -> PictureFacts | Refusal:
    with open_it() as stream:
        return picture(name, stream.read(MOST_BYTES + 1))
