"""A Word document that came to the desk or left it, kept as it was."""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Literal

WordWay = Literal["waits", "came", "gave", "back"]
"""Brought and no piece yet; the piece was made of it; it was made of the piece; it came back."""


@dataclass(frozen=True, slots=True)
class WordCopy:
    """A document by its bytes: what it is called, and which way it went when.

    `text` is that of the whole file of the piece that it was made of, where it was.
    """

    way: WordWay
    name: str
    data: bytes
    when: datetime
    text: str = ""

    @property
    def key(self) -> str:
        """Names it among those of a piece: the same bytes on the same way are the same."""
        return sha256(self.way.encode() + self.data).hexdigest()[:32]
