"""A picture or recording that pieces refer to; it is read when it is wanted, and not kept."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO

from generator.diagnostics import Refusal
from generator.model.picture import PictureFacts


@dataclass(frozen=True, slots=True)
class Asset:
    """A file below `assets/`; `picture` decodes it to its last row, or tells why it is none."""

    path: str
    size: int
    open: Callable[[], BinaryIO]
    picture: Callable[[], PictureFacts | Refusal]

    def read(self) -> bytes:
        """The whole file."""
        with self.open() as stream:
            return stream.read()
