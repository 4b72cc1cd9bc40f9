"""A picture or recording that pieces refer to; it is read when it is wanted, and not kept."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO

from generator.diagnostics import Refusal
from generator.model.artifact import digest_of
from generator.model.picture import PictureFacts


@dataclass(frozen=True, slots=True)
class Asset:
    """A file below `assets/`; `picture` decodes it to its last row, or tells why it is none.

    `quick_digest` gives a digest of its bytes without reading them, where the file is what it was.
    """

    path: str
    size: int
    open: Callable[[], BinaryIO]
    picture: Callable[[], PictureFacts | Refusal]
    quick_digest: Callable[[], str] = str

    def digest(self) -> str:
        """Names what is in the file; other bytes have another."""
        return self.quick_digest() or digest_of(self.read())

    def read(self) -> bytes:
        """The whole file."""
        with self.open() as stream:
            return stream.read()
