"""Files of a workspace with some of them otherwise: as they would be, and nothing is written."""

from collections.abc import Iterator
from functools import partial
from hashlib import sha256
from io import BytesIO

from generator.model.artifact import digest_of
from generator.model.asset import Asset
from generator.model.attachment import Attachment
from generator.model.file import AuthoredFile
from generator.model.piece import Piece
from generator.model.revision import Revision
from generator.ports import Files
from generator.source.load import load
from generator.source.picture_file import picture
from generator.source.strays import ATTACHMENT

_BOM = "\ufeff"


class TakenError(Exception):
    """Where a new file was to lie, at `path`, another one lies."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


class Overlay:
    """The files below it, but for those that were put into it, moved or taken out of it."""

    def __init__(self, files: Files) -> None:
        self._below = files
        self._files = {file.path: file for file in files.files()}
        self._assets = {asset.path: asset for asset in files.assets()}
        self._attachments = {each.path: each for each in files.attachments()}
        self._before: dict[str, bytes | None] = {}
        self._after: dict[str, bytes | None] = {}
        self.moves: dict[str, str] = {}

    def files(self) -> Iterator[AuthoredFile]:
        """Every authored file as it would be."""
        for path, file in self._files.items():
            if path not in self._after:
                yield file
        for path, data in self._after.items():
            if data is not None and not (self._is_asset(path) or ATTACHMENT.fullmatch(path)):
                yield AuthoredFile(path, partial(bytes, data))

    def assets(self) -> Iterator[Asset]:
        """Every picture and recording as it would be."""
        for path, asset in self._assets.items():
            if path not in self._after:
                yield asset
        for path, data in self._after.items():
            if data is not None and self._is_asset(path):
                name = path.rpartition("/")[2]
                yield Asset(path, len(data), partial(BytesIO, data), partial(picture, name, data))

    def attachments(self) -> Iterator[Attachment]:
        """Every file beside evidence as it would be."""
        for path, each in self._attachments.items():
            if path not in self._after:
                yield each
        for path, data in self._after.items():
            if data is not None and ATTACHMENT.fullmatch(path):
                digest = partial(_sha256, data)
                yield Attachment(path, len(data), partial(BytesIO, data), digest)

    def fingerprint(self) -> str:
        """Names the state of the files below, and of what lies over them."""
        changed = (f"{path} {data!r}" for path, data in sorted(self._after.items()))
        return digest_of(self._below.fingerprint(), *changed)

    def digests(self) -> dict[str, str]:
        """Those of the files below, and of what lies over them."""
        over = {
            path: digest_of(data)[:16] for path, data in self._after.items() if data is not None
        }
        below = self._below.digests().items()
        return {path: digest for path, digest in below if path not in self._after} | over

    def data(self, path: str) -> bytes | None:
        """The bytes of a file; None where there is none, or it is not read as one."""
        if path in self._after:
            return self._after[path]
        file, asset = self._files.get(path), self._assets.get(path) or self._attachments.get(path)
        if file and not file.problem:
            return file.read()
        if asset:
            with asset.open() as stream:
                return stream.read()
        return None

    def text(self, path: str) -> str:
        """The text of a file as saved, with its byte order mark; nothing of what is no text."""
        try:
            return (self.data(path) or b"").decode()
        except UnicodeDecodeError:
            return ""

    def put(self, path: str, data: bytes | str | None) -> None:
        """Let a file hold this; None takes it away."""
        self._before.setdefault(path, self.data(path))
        self._after[path] = data.encode() if isinstance(data, str) else data

    def add(self, path: str, data: bytes | str) -> None:
        """Let a new file hold this; one that is there stays, and may be the same already.

        Raises:
            TakenError: another one lies there.
        """
        new = data.encode() if isinstance(data, str) else data
        if self.has(path) and self.data(path) != new:
            raise TakenError(path)
        self.put(path, new)

    def move(self, path: str, place: str) -> None:
        """Let a file lie in another place; `moves` tells of it."""
        self.put(place, self.data(path))
        self.put(path, None)
        self.moves[path] = place

    def piece(self, path: str) -> Piece | None:
        """The piece of a file read by itself; None if it cannot be read."""
        read, _ = load([AuthoredFile(path, self.text(path).encode)], ())
        return next(iter(read.pieces.values()), None)

    def has(self, path: str) -> bool:
        """Whether anything lies at a path."""
        known = path in self._files or path in self._assets or path in self._attachments
        return self._after.get(path, b"") is not None if path in self._after else known

    def revisions(self) -> tuple[Revision, ...]:
        """What lies over the files below, by path; what is the same there is none."""
        pairs = ((path, self._before[path], after) for path, after in sorted(self._after.items()))
        return tuple(Revision(*pair) for pair in pairs if pair[1] != pair[2])

    def _is_asset(self, path: str) -> bool:
        return path in self._assets or (path.startswith("assets/") and path not in self._files)


def _sha256(data: bytes) -> str:
    return sha256(data).hexdigest()
