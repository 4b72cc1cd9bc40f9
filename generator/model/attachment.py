"""A file that lies beside evidence: a slip, a scan, a photograph; no result ever holds it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import BinaryIO

MOST_BYTES = 100_000_000
"""Of a file that proves something: a scan of 200 pages has 60 MB, and nobody sends more by mail."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file of `campaigns/*/evidence/`; `digest` is the SHA-256 of its bytes, in hexadecimals."""

    path: str
    size: int
    open: Callable[[], BinaryIO]
    digest: Callable[[], str]

    def read(self) -> bytes:
        """The whole file, but no more than is ever looked at."""
        with self.open() as stream:
            return stream.read(MOST_BYTES + 1)


@dataclass(frozen=True, slots=True)
class Shot:
    """What a camera noted of a photograph, as far as it did; programs for chats remove it.

    `taken_at` is in the time of Hanoi unless the camera says otherwise, the place in degrees.
    """

    taken_at: datetime | None = None
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True)
class AttachmentFacts:
    """A file that can be opened: its `form`, and of a picture what tells it from others.

    `turns` are its perceptual hashes of 64 bits: as it lies, turned and mirrored, then those of its
    parts that a cut may have left (`source/photograph.py`); none of what is no photograph.
    """

    form: str
    shot: Shot = Shot()
    turns: tuple[int, ...] = ()
