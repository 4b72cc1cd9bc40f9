"""The contact for weaknesses of the site (security.txt) still holds."""

from collections.abc import Iterable

from generator.checks import Subject
from generator.diagnostics import Diagnostic, warning
from generator.vietnamese.dates import format_date

EXPIRED_CONTACT = warning(
    "security-expired",
    "The contact for weaknesses of the site held until {day}; nobody trusts it any longer.",
    "See that somebody still reads {contact}, then write a later day, less than a year from now.",
)


def check(subject: Subject) -> Iterable[Diagnostic]:
    """Said from the day after the last one (https://www.rfc-editor.org/rfc/rfc9116#section-2.5.5)."""
    security = subject.workspace.site.settings.security
    if security and subject.plan.as_of.date() > security.expires:
        day = format_date(security.expires)
        yield EXPIRED_CONTACT.at(security.where("expires"), day=day, contact=security.contact)
