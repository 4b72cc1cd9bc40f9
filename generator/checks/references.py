"""Ids that name another record must name one that exists."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import groupby

from generator.checks import Subject
from generator.diagnostics import Diagnostic, Location, Rule
from generator.media import media
from generator.model.campaign import Campaign
from generator.model.fields import ID
from generator.model.partner import Partner
from generator.model.piece import Deliverable, Piece
from generator.model.printed_piece import PrintedPiece
from generator.model.record import Path, Record
from generator.model.workspace import ANYTHING, Workspace
from generator.source.list_forms import apart, parts_of
from generator.source.loader import FILE_MISSING
from generator.source.naming import is_another_number, meant_id
from generator.source.replacement_lines import instead, marked_text
from generator.source.twice import of_file
from generator.source.words import meant_choice
from generator.vietnamese.slugs import slugify

_FILES = {
    "campaign": "campaigns/…/plan.yml",
    "partner": "campaigns/partners.yml",
    "place": "campaigns/places.yml",
    "document": "campaigns/sources.yml",
    "printer": "campaigns/printers.yml",
}
UNKNOWN = {
    kind: Rule(
        f"unknown-{kind}",
        f"There is no {kind} with the id “{{id}}”.",
        "Write one that exists in {file}: {known}.",
    )
    for kind in ("campaign", "activity", "partner", "place", "medium", "document", "printer")
}
MISSPELT = {
    kind: rule.with_hint("Did you mean “{near}”? Then type:\n{typed}")
    for kind, rule in UNKNOWN.items()
}
EVERYWHERE = {
    kind: rule.with_hint(
        "Add it to {file}, or write one that exists there: {known}. {count} more places name it: "
        "{others}.",
    )
    for kind, rule in UNKNOWN.items()
}
RENAMED_RECORD = {
    kind: rule.with_hint(
        "{count} places name it, and none the id that is written here. Type:\n{typed}",
    )
    for kind, rule in UNKNOWN.items()
}
LOST_RECORD = UNKNOWN["campaign"].with_hint(
    "{count} pieces name it. Put this file back, or write in them one that exists: {known}."
)
NO_LIST = FILE_MISSING.with_hint(
    "{count} places name what is in it, first {first}. Put the file back: loa undo, or a copy that "
    "somebody kept."
)
_SHOWN = 12  # ids that a message lists
_OTHERS = 3  # places that it lists


@dataclass(frozen=True, slots=True)
class Reference:
    """An id of a kind, and the value that is it; an activity is one of a campaign (`scope`)."""

    kind: str
    id: str
    record: Record
    path: Path
    scope: str = ""

    @property
    def where(self) -> Location:
        """Where it stands."""
        return self.record.where(*self.path)

    @property
    def target(self) -> tuple[str, str, str]:
        """What it names."""
        return self.kind, self.scope, self.id


def check(subject: Subject) -> Iterable[Diagnostic]:
    """Campaigns, activities, partners, places, media and source documents that are referred to."""
    workspace = subject.workspace
    mentioned = list(_references(workspace))
    used = {each.target for each in mentioned}
    unknown = [each for each in mentioned if not _exists(workspace, each)]
    unknown.sort(key=lambda each: (each.target, each.where.path, each.where.line))
    for path in sorted({_FILES.get(each.kind, "") for each in unknown} & workspace.absent):
        lost = [each for each in unknown if _FILES.get(each.kind) == path]
        yield NO_LIST.at(Location(path), count=len(lost), first=lost[0].where)
        unknown = [each for each in unknown if each not in lost]
    for _, same in groupby(unknown, key=lambda each: each.target):
        yield _unknown(workspace, list(same), used)


def _references(workspace: Workspace) -> Iterator[Reference]:
    for campaign in workspace.campaigns.values():
        yield from _of_campaign(campaign)
    for piece in workspace.pieces.values():
        yield from _of_piece(workspace, piece)
    for place in workspace.places.values():
        for index, parent in enumerate(place.parents):
            yield Reference("place", parent.place, place, ("parents", index, "place"))
    for partner in workspace.partners.values():
        yield from _named("partner", partner, "successor")
        for channel in partner.channels:
            yield from _named("medium", channel, "medium")
    for printer in workspace.printers.values():
        for index, medium in enumerate(printer.media):
            yield Reference("medium", medium, printer, ("media", index))


def _of_campaign(campaign: Campaign) -> Iterator[Reference]:
    yield from _named("partner", campaign, "owner", "issuer")
    for duty in campaign.responsibilities:
        yield from _named("partner", duty, "body")
    for activity in campaign.activities:
        yield from _named("partner", activity, "partner", "responsible")
        for session in activity.sessions:
            yield from _named("partner", session, "partner")
        for index, identity in enumerate(activity.also):
            yield Reference("partner", identity, activity, ("also", index))
        yield from _named("medium", activity, "medium")
        yield from _document(activity.source, activity, "source")
        for index, source in enumerate(activity.sources):
            yield from _document(source, activity, "sources", index)


def _of_piece(workspace: Workspace, piece: Piece) -> Iterator[Reference]:
    for index, source in enumerate(piece.sources):
        yield from _document(source, piece, "sources", index)
    if isinstance(piece, Deliverable):
        yield from _named("campaign", piece, "campaign")
        yield from _named("partner", piece, "partner")
        if piece.campaign in workspace.campaigns:
            yield Reference("activity", piece.activity, piece, ("activity",), piece.campaign)
        for placement in piece.placements:
            yield from _named("place", placement, "place")
        if isinstance(piece, PrintedPiece):
            yield from _named("printer", piece, "printer")


def _named(kind: str, record: Record, *keys: str) -> Iterator[Reference]:
    for key in keys:
        if identity := getattr(record, key):
            yield Reference(kind, identity, record, (key,))


def _document(source: str, record: Record, *path: str | int) -> Iterator[Reference]:
    if source and not source.startswith(("http://", "https://")):
        yield Reference("document", source.partition(":")[0], record, path)


def _defined(workspace: Workspace, kind: str, scope: str) -> dict[str, Record]:
    """What there is of a kind."""
    if kind == "activity":
        return {activity.id: activity for activity in workspace.campaigns[scope].activities}
    return dict(workspace.records_of(kind)) if kind != "medium" else {}  # type: ignore[arg-type] # records


def _exists(workspace: Workspace, each: Reference) -> bool:
    """Whether it is there, or belongs to what has its own problem told."""
    if each.kind == "medium":
        return each.id in media()
    if each.kind == "activity":
        told = {each.id, f"{ANYTHING}activity of {each.scope}"}
        known = _defined(workspace, each.kind, each.scope)
        return each.id in known or not workspace.broken_ids.isdisjoint(told)
    return workspace.knows(each.kind, each.id)


def _unknown(
    workspace: Workspace, mine: list[Reference], used: Collection[tuple[str, str, str]]
) -> Diagnostic:
    """One message for one id, however often it is named.

    It is told at a record that has another id by mistake, where many mean it and nobody names it as
    it is written; else where the id is named first.
    """
    first, kind = mine[0], mine[0].kind
    known = _defined(workspace, kind, first.scope)
    idle = [name for name in known if (kind, first.scope, name) not in used]
    if record := _renamed(known, idle, first.id, len(mine)):
        where = record.where("id")
        typed = instead(where, first.id)
        return RENAMED_RECORD[kind].at(where, id=first.id, count=len(mine), typed=typed)
    for parts in parts_of(first.id) if kind == "medium" and isinstance(first.path[-1], int) else ():
        if all(part in media() for part in parts):
            return apart(first.where, first.id, parts)
    known = _fitting(known, first)
    near = meant_choice(first.id, media()) if kind == "medium" else meant_id(first.id, known)
    if near and (len(mine) == 1 or not re.fullmatch(ID, first.id)):
        typed = _with(first, near)
        return MISSPELT[kind].at(first.where, id=first.id, near=near, typed=typed)
    names = sorted(known) if kind != "medium" else list(media())
    if kind == "campaign" and len(mine) > 1:
        path = f"campaigns/{slugify(first.id)}/plan.yml"
        listed = ", ".join(names[:_SHOWN])
        return LOST_RECORD.at(Location(path), id=first.id, count=len(mine), known=listed)
    details = {
        "id": first.id,
        "file": _FILES.get(kind, f"campaigns/{first.scope}/plan.yml" if first.scope else "loa"),
        "known": ", ".join(names[:_SHOWN]) + ("…" if len(names) > _SHOWN else ""),
        "count": len(mine) - 1,
        "others": ", ".join(str(each.where) for each in mine[1 : _OTHERS + 1]),
    }
    return (EVERYWHERE if len(mine) > 1 else UNKNOWN)[kind].at(first.where, **details)


def _fitting(known: dict[str, Record], each: Reference) -> dict[str, Record]:
    """Of partners those with a channel of the medium of what names them, where there are some."""
    medium = getattr(each.record, "medium", None)
    fit: dict[str, Record] = {
        name: record
        for name, record in known.items()
        if isinstance(record, Partner) and medium in {one.medium for one in record.channels}
    }
    return fit or known


def _renamed(
    known: dict[str, Record], idle: Collection[str], identity: str, count: int
) -> Record | None:
    """The record that has another id by mistake, so that nobody names it as it is written.

    Its file bears the id that is named; or several places name that, and the two are alike.
    """
    of_its_file = [name for name in idle if of_file(known[name]) == identity]
    slugs = {slugify(name): name for name in idle}
    alike = get_close_matches(slugify(identity), slugs, 1, 0.7) if count > 1 else []
    near = of_its_file or [
        slugs[one] for one in alike if not is_another_number(slugs[one], identity)
    ]
    return known[near[0]] if near else None


def _with(each: Reference, near: str) -> str:
    """The line with another id; of a source, only its document."""
    rest = ""
    if each.kind == "document":
        rest = marked_text(each.where).partition(each.id)[2]
    return instead(each.where, near + rest)
