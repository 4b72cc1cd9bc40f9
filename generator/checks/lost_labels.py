"""The page of a label stays for those who have kept its address, also if the label changes."""

from collections.abc import Iterable

from generator.checks import Subject
from generator.diagnostics import Diagnostic, warning
from generator.model import addresses
from generator.vietnamese.slugs import slugify

LOST_LABEL = warning(
    "published-label",
    "The page of “{label}”, /{address}, is gone: nobody has this label any more.",
    "Write the label as it was. If it has another name now, let the address lead to a piece about "
    "it: aliases: [{alias}]",
)


def check(subject: Subject) -> Iterable[Diagnostic]:
    """Industries and topics of the last results, if a piece that had one is still seen."""
    last, plan = subject.public_edition, subject.plan
    if last is None:
        return
    pieces = plan.visible.values()
    kept = {slugify(label) for each in pieces for label in (*each.topics, each.industry) if label}
    followed = {alias.strip("/") for each in pieces for alias in each.aliases}
    for label, key in last.labels.items():
        slug, piece = slugify(label), plan.visible.get(key)
        address = addresses.url(addresses.label(slug))
        alias = address.strip("/")
        if piece is not None and slug not in kept and alias not in followed:
            names = (name for name in ("topics", "industry") if getattr(piece, name))
            where = piece.where(next(names, "id"))
            yield LOST_LABEL.at(where, label=label, address=address, alias=alias)
