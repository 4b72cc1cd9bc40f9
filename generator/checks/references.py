"""Ids that name another record must name one that exists."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import groupby

from generator.checks import Subject
from generator.diagnostics import Diagnostic, Location, Rule
from generator.media import media
from generator.model.campaign import Campaign
from generator.model.piece import Deliverable, Piece
from generator.model.record import Path, Record
from generator.model.workspace import ANYTHING, Workspace
from generator.source.load import FILE_MISSING
from generator.source.twice import of_file
from generator.source.typed import instead

_FILES = {
    "campaign": "campaigns/…/plan.yml",
    "partner": "campaigns/partners.yml",
    "place": "campaigns/places.yml",
    "document": "campaigns/sources.yml",
}
UNKNOWN = {
    kind: Rule(
        f"unknown-{kind}",
        f"There is no {kind} with the id “{{id}}”.",
        "Write one that exists in {file}: {known}.",
    )
    for kind in ("campaign", "activity", "partner", "place", "medium", "document")
}
MISSPELT = {
    kind: Rule(rule.code, rule.message, "Did you mean “{near}”? Then type:\n{typed}")
    for kind, rule in UNKNOWN.items()
}
EVERYWHERE = {
    kind: Rule(
        rule.code,
        rule.message,
        "Add it to {file}, or write one that exists there: {known}. {count} more places name it: "
        "{others}.",
    )
    for kind, rule in UNKNOWN.items()
}
RENAMED = {
    kind: Rule(
        rule.code,
        rule.message,
        "{count} places name it, and none the id that is written here. Type:\n{typed}",
    )
    for kind, rule in UNKNOWN.items()
}
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
    def named(self) -> tuple[str, str, str]:
        """What it names."""
        return self.kind, self.scope, self.id


def check(subject: Subject) -> Iterable[Diagnostic]:
    """Campaigns, activities, partners, places, media and source documents that are referred to."""
    workspace = subject.plan.workspace
    mentioned = list(_references(workspace))
    used = {each.named for each in mentioned}
    unknown = [each for each in mentioned if not _exists(workspace, each)]
    unknown.sort(key=lambda each: (each.named, each.where.path, each.where.line))
    lists = {_FILES.get(each.kind, "") for each in unknown} & workspace.absent
    yield from (FILE_MISSING.at(Location(path)) for path in sorted(lists))
    unknown = [each for each in unknown if _FILES.get(each.kind) not in lists]
    for _, same in groupby(unknown, key=lambda each: each.named):
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


def _named(kind: str, record: Record, *keys: str) -> Iterator[Reference]:
    for key in keys:
        if identity := getattr(record, key):
            yield Reference(kind, identity, record, (key,))


def _document(source: str, record: Record, *path: str | int) -> Iterator[Reference]:
    if not source.startswith(("http://", "https://")):
        yield Reference("document", source.partition(":")[0], record, path)


def _defined(workspace: Workspace, kind: str, scope: str) -> dict[str, Record]:
    """What there is of a kind."""
    if kind == "activity":
        return {activity.id: activity for activity in workspace.campaigns[scope].activities}
    return dict(workspace.named(kind)) if kind != "medium" else {}  # type: ignore[arg-type] # records


def _exists(workspace: Workspace, each: Reference) -> bool:
    """Whether it is there, or belongs to what has its own problem told."""
    if each.kind == "medium":
        return each.id in media()
    if each.kind == "activity":
        told = {each.id, f"{ANYTHING}activity of {each.scope}"}
        known = _defined(workspace, each.kind, each.scope)
        return each.id in known or not workspace.broken.isdisjoint(told)
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
    if len(mine) > 1 and (record := _renamed(known, idle, first.id)):
        where = record.where("id")
        typed = instead(where, first.id)
        return RENAMED[kind].at(where, id=first.id, count=len(mine), typed=typed)
    names = sorted(known) if kind != "medium" else list(media())
    if near := get_close_matches(first.id, names, 1, 0.7):
        typed = _with(first, near[0])
        return MISSPELT[kind].at(first.where, id=first.id, near=near[0], typed=typed)
    details = {
        "id": first.id,
        "file": _FILES.get(kind, f"campaigns/{first.scope}/plan.yml" if first.scope else "loa"),
        "known": ", ".join(names[:_SHOWN]) + ("…" if len(names) > _SHOWN else ""),
        "count": len(mine) - 1,
        "others": ", ".join(str(each.where) for each in mine[1 : _OTHERS + 1]),
    }
    return (EVERYWHERE if len(mine) > 1 else UNKNOWN)[kind].at(first.where, **details)


def _renamed(known: dict[str, Record], idle: Collection[str], identity: str) -> Record | None:
    """The record that has another id by mistake: its file bears the id, or the two are alike."""
    of_its_file = [name for name in idle if of_file(known[name]) == identity]
    near = of_its_file or get_close_matches(identity, idle, 1, 0.7)
    return known[near[0]] if near else None


def _with(each: Reference, near: str) -> str:
    """The line with another id; of a source, only its document."""
    rest = ""
    if each.kind == "document":
        rest = each.where.text.partition(each.id)[2][: max(0, each.where.width - len(each.id))]
    return instead(each.where, near + rest)
