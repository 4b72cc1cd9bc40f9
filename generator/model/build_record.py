"""What a build brought readers and took away."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class BuildRecord:
    """A build that was published at a moment; pieces by their titles.

    `why` is why it was made: somebody asked, or its moment had come (`app.publish.Reason`).
    """

    at: datetime
    why: str
    arrivals: tuple[str, ...] = ()
    departures: tuple[str, ...] = ()
