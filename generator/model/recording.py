"""A recording as players need to know it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Recording:
    """What was measured in the file itself: its MIME type, the ending for it, and its seconds."""

    type: str
    ending: str
    seconds: int
