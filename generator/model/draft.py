"""A text that is being written and is not saved yet: the whole of a file."""

from dataclasses import dataclass
from hashlib import sha256

_BOM = "\ufeff"


@dataclass(frozen=True, slots=True)
class Draft:
    """The text of a file as it would be saved, and what was in the file when it was begun.

    `base` is None where there was no such file. Line ends, a byte order mark and the normal form
    are those of the file.
    """

    path: str
    base: bytes | None
    text: str

    @property
    def seal(self) -> str:
        """Names the text: whoever changes a draft says which one was seen."""
        return seal_of(self.text.encode())

    @property
    def is_saved(self) -> bool:
        """Whether nothing of it is to be saved."""
        return self.text.encode() == (self.base or b"")

    @property
    def plain(self) -> str:
        """The text as a browser has it: with plain line ends and without a byte order mark."""
        return plain_text(self.text)


def seal_of(data: bytes | None) -> str:
    """Names the bytes of a file."""
    return sha256(data or b"").hexdigest()


def plain_text(text: str) -> str:
    """A text with plain line ends and without a byte order mark."""
    return text.removeprefix(_BOM).replace("\r\n", "\n").replace("\r", "\n")
