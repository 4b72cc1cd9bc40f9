"""Who does the work of a body in another year: itself, whoever followed it, or nobody known."""

from collections.abc import Mapping
from datetime import date

from generator.model.partner import DatedName, Partner
from generator.model.place import Place


def holds(body: Partner | Place, day: date) -> DatedName | None:
    """The name that holds on a day; None where the last one is over, or the first is to come."""
    return next((name for name in body.names if name.holds_on(day)), None)


def successor_on(partners: Mapping[str, Partner], identity: str, day: date) -> str | None:
    """The id of the body that does the work of another on a day; None where nobody is known to.

    A body of which nothing is written is taken to be there.
    """
    seen: set[str] = set()
    while (partner := partners.get(identity)) and not holds(partner, day):
        seen.add(identity)
        if not partner.successor or partner.successor in seen:
            return None
        identity = partner.successor
    return identity


def last_day(body: Partner | Place) -> date | None:
    """The last day of its names, where one is known."""
    return max((name.until for name in body.names if name.until), default=None)
