"""The machine's clock."""

from datetime import datetime

from generator.vietnamese.dates import HANOI


class SystemClock:
    """The time now, in Vietnam's zone whatever the machine's own is."""

    def now(self) -> datetime:
        """This moment."""
        return datetime.now(HANOI)  # noqa: TID251 - the one place that asks the clock
