"""What readers have seen does not vanish without a word.

Links, feeds and search engines hang on a page: if its piece is deleted, gets another id or address,
or is no longer approved, those who followed it find nothing, and nobody is told.
"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime

from generator.checks import Subject
from generator.diagnostics import Diagnostic, Location, warning
from generator.model import addresses
from generator.model.edition import Edition
from generator.model.piece import Piece
from generator.planning.visibility import start_of
from generator.source.replacement_lines import instead, marked_text, with_key

LOST_PIECE = warning(
    "published-gone",
    "Readers have seen this piece (“{id}”, at /{address}), and its file is gone.",
    "Put the file back with status: withdrawn and withdrawn_on: with the day, so that those who "
    "follow the feeds are told. If another page stands for it, write there: aliases: [{alias}]",
)
LOST_PIECE_REPLACED = LOST_PIECE.with_hint(
    "{other} has this address now. If it is the same piece, write its old id there: id: {id}. If "
    "not, give it another one (slug:), and put the file back with status: withdrawn and "
    "withdrawn_on: with the day."
)
OTHER_ID = warning(
    "published-id",
    "Readers have seen this piece as “{id}”: with another id it is a new one to them, and the old "
    "one is gone.",
    "Write the old id again:\n{typed}",
)
NOT_SHOWN = warning(
    "published-status",
    "Readers have seen this piece; with status: {status} it vanishes without a word.",
    "If it is to stay, write status: approved. If not, they are told with withdrawn_on: and the "
    "day, and:\n{typed}",
)
LATER = warning(
    "published-later",
    "Readers have seen this piece; with these days it vanishes and appears again later.",
    "Put back the day on which it appeared; to move what is announced, change its slot: alone.",
)
TAKEN_ADDRESS = warning(
    "published-taken",
    "Readers have seen this piece at /{address}, where {other} is now.",
    "Give that one another address (slug:), and let the old one lead here: aliases: [{alias}]",
)
OTHER_ADDRESS = warning(
    "published-address",
    "Readers have seen this piece at /{address}, which leads nowhere now.",
    "Let the old address lead to the new one (aliases: is for former addresses):\n{typed}",
)


LOST_ALIAS = warning(
    "published-alias",
    "Readers came here from /{address} before; that address leads nowhere now.",
    "Put it back; a former address stays for those who have kept it:\n{typed}",
)


def check(subject: Subject) -> Iterable[Diagnostic]:
    """Every piece of the last results, if those are not of a moment to come."""
    last, plan = subject.public_edition, subject.plan
    if last is None:
        return
    workspace = plan.workspace
    followed = {alias for piece in workspace.pieces.values() for alias in piece.aliases}
    for identity in last.visible:
        piece = workspace.pieces.get(identity)
        if piece is not None:
            yield from _kept(subject, last, piece, followed)
        elif identity not in workspace.broken_ids:
            yield from _lost(subject, last, identity, followed)


def vanishing(subject: Subject, piece: Piece) -> str:
    """The key that takes an approved piece from those who have seen it; "" of any other piece."""
    last, plan = subject.public_edition, subject.plan
    if last is None or piece.id not in last.visible:
        return ""
    if piece.status != "approved" or piece.id in plan.visible:
        return ""
    gates = [(start_of(day), key) for key in ("embargo", "publish_on") if (day := _day(piece, key))]
    day, key = max(gates, default=(plan.as_of, "status"))
    return key if day > plan.as_of else "slot" if _day(piece, "slot") else "status"


def _day(piece: Piece, key: str) -> date | datetime | None:
    return getattr(piece, key, None)


def _lost(
    subject: Subject, last: Edition, identity: str, followed: set[str]
) -> Iterator[Diagnostic]:
    """A piece that is no longer there by its id: it has another one, or its file is gone."""
    address, file = last.pages.get(identity, ("", ""))
    pieces = subject.workspace.pieces.values()
    same = next((piece for piece in pieces if piece.file == file), None)
    alias = address.strip("/")
    if same is not None and same.id not in last.visible:
        where = same.where("id")
        yield OTHER_ID.at(where, id=identity, typed=instead(where, identity))
    elif alias not in followed and not subject.workspace.is_closed(file):
        other = _at(subject, address)
        rule = LOST_PIECE_REPLACED if other else LOST_PIECE
        where = Location(file or "content")
        yield rule.at(where, id=identity, address=address, alias=alias, other=other)


def _at(subject: Subject, address: str) -> str:
    """The file of the piece that has an address now; nothing where it is free."""
    workspace, pages = subject.workspace, subject.links.pages
    taken = (pages[piece.id] for piece in workspace.pieces.values())
    at = dict(zip(map(addresses.url, taken), workspace.pieces.values(), strict=True))
    return at[address].file if address in at else ""


def _kept(
    subject: Subject, last: Edition, piece: Piece, followed: set[str]
) -> Iterator[Diagnostic]:
    """A piece that is there: it is to be seen at its address, or withdrawn."""
    if piece.status == "withdrawn":
        return
    if piece.status != "approved":
        where = piece.where("status")
        has_status = "status" in piece.model_fields_set
        line = "status: withdrawn"
        typed = instead(where, "withdrawn") if has_status else with_key(piece, "id", line)
        at = where if has_status else piece.where("id")
        yield NOT_SHOWN.at(at, status=piece.status, typed=typed)
    elif piece.id not in subject.plan.visible:
        yield LATER.at(piece.where(vanishing(subject, piece)))
    yield from _former(subject, last, piece, followed)
    address = last.pages.get(piece.id, ("", ""))[0]
    now, alias = addresses.url(subject.links.pages[piece.id]), address.strip("/")
    if address and address != now and (other := _at(subject, address)):
        where = piece.where("slug" if piece.slug else "id")
        yield TAKEN_ADDRESS.at(where, address=address, alias=alias, other=other)
    elif address and address != now and alias not in followed:
        where, typed = _alias_line(piece, alias)
        yield OTHER_ADDRESS.at(where, address=address, alias=alias, typed=typed)


def _former(
    subject: Subject, last: Edition, piece: Piece, followed: set[str]
) -> Iterator[Diagnostic]:
    """A former address that led to a piece at the last build, and leads nowhere now."""
    gone = [alias for alias, key in last.aliases.items() if key == piece.id]
    for alias in gone:
        if alias not in followed and not _at(subject, f"{alias}/"):
            where, typed = _alias_line(piece, alias)
            yield LOST_ALIAS.at(where, address=f"{alias}/", typed=typed)


def _alias_line(piece: Piece, alias: str) -> tuple[Location, str]:
    """Where a former address is to be added, and the line with it."""
    if piece.aliases:
        return piece.where("aliases", 0), _with_alias(piece, alias)
    key = "slug" if piece.slug else "id"
    return piece.where(key), with_key(piece, key, f"aliases: [{alias}]")


def _with_alias(piece: Piece, alias: str) -> str:
    """The first of its former addresses, with another one beside or below it."""
    whole, first = piece.where("aliases"), piece.where("aliases", 0)
    if marked_text(whole).startswith("["):
        return instead(whole, f"{marked_text(whole).removesuffix(']')}, {alias}]")
    return f"{first.text}\n{' ' * (whole.column - 1)}- {alias}"
