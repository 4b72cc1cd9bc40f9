"""No two pieces of a section share an address, and none takes that of a page the site makes."""

from collections.abc import Iterable

from generator.checks import Subject
from generator.diagnostics import Diagnostic, Rule
from generator.model import addresses

DUPLICATE_ADDRESS = Rule(
    "duplicate-address",
    "The address /{address} is taken: {first} has it already.",
    "Give one of the two another slug.",
)
RESERVED_ADDRESS = Rule(
    "reserved-address",
    "The address /{address} belongs to a page that the site makes by itself.",
    "Choose another slug.",
)


def check(subject: Subject) -> Iterable[Diagnostic]:
    """The page of every piece, whatever its status: it may appear some day."""
    taken: dict[str, object] = {}
    for piece in subject.plan.workspace.pieces.values():
        page = subject.links.pages[piece.id]
        where = piece.where("slug" if piece.slug else "id")
        if page in subject.links.made:
            yield RESERVED_ADDRESS.at(where, address=addresses.url(page))
        elif page in taken:
            yield DUPLICATE_ADDRESS.at(where, address=addresses.url(page), first=taken[page])
        taken.setdefault(page, where)
