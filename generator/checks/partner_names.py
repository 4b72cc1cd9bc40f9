"""A partner stands in the list once: with two ids it gets two calendars and two packs."""

from collections.abc import Iterable

from generator.checks import Subject
from generator.diagnostics import Diagnostic, warning

PARTNER_TWICE = warning(
    "partner-twice",
    "“{name}” stands in this list already, with the id {other}: it would get two calendars and two "
    "packs.",
    "Keep one of the two, and write its id wherever the other one stands. If they are two bodies, "
    "give each the name by which people tell them apart.",
)


def check(subject: Subject) -> Iterable[Diagnostic]:
    """Names as they are now; the first that is met is taken for the right one."""
    known: dict[str, str] = {}
    for partner in subject.workspace.partners.values():
        for index, each in enumerate(partner.names):
            name = " ".join(each.name.casefold().split())
            if known.setdefault(name, partner.id) != partner.id:
                where = partner.where("names", index, "name")
                yield PARTNER_TWICE.at(where, name=each.name, other=known[name])
                break
