"""Who takes part: an index of the partners and a page for each."""

from collections.abc import Iterator, Mapping

from generator.catalogue import words
from generator.media import media
from generator.model import addresses
from generator.model.artifact import Artifact
from generator.model.partner import DatedName, Partner
from generator.model.piece import Deliverable, Piece
from generator.model.plan import ActivityLine
from generator.outputs.site import jsonld
from generator.outputs.site.cards import card
from generator.outputs.site.last_change import last_change
from generator.outputs.site.page import Link, body, crumbs, link, page, telling
from generator.outputs.site.shelf import Shelf
from generator.outputs.site.sources import source_list
from generator.outputs.site.subscribe import subscribe
from generator.planning.taking_part import taking_part
from generator.vietnamese.collation import sort_key
from generator.vietnamese.dates import format_date

KINDS = {
    "authority": "Authorities",
    "radio": "Radio and television",
    "newspaper": "Newspapers",
    "management-board": "Management boards",
    "consultant": "Consultants",
    "district-authority": "Districts",
}
NEWEST = 6


def pages(shelf: Shelf) -> Iterator[Artifact]:
    """The index and the pages; names are those of the day that the plans were made for."""
    partners = taking_part(shelf.plan)
    ordered = sorted(partners, key=lambda partner: sort_key(partner.names[0].name))
    made = _made(shelf)
    yield _index(shelf, ordered, made)
    for partner in ordered:
        yield _page(shelf, partner, made.get(partner.id, []))


def _made(shelf: Shelf) -> dict[str, list[Piece]]:
    """The visible pieces of each partner, in the order of listings."""
    found: dict[str, list[Piece]] = {}
    for pieces in shelf.by_medium.values():
        for piece in pieces:
            entry = shelf.entries.get(piece.id)
            own = piece.partner if isinstance(piece, Deliverable) else None
            if identity := own or (entry.activity.partner if entry else None):
                found.setdefault(identity, []).append(piece)
    return found


def _index(shelf: Shelf, ordered: list[Partner], made: Mapping[str, list[Piece]]) -> Artifact:
    title = words("Who takes part")
    groups = [
        {
            "title": words(name),
            "partners": [_entry(shelf, p, made.get(p.id, [])) for p in ordered if p.kind == kind],
        }
        for kind, name in KINDS.items()
    ]
    content = body("partner-index.html", groups=[group for group in groups if group["partners"]])
    return page(
        addresses.PARTNERS,
        "listing.html",
        title,
        content,
        lead=words("Names as they stood in the plans; what changed later is on each page."),
        breadcrumbs=crumbs({"title": title}),
    )


def _entry(shelf: Shelf, partner: Partner, pieces: list[Piece]) -> dict[str, object]:
    calendar = addresses.partner_calendar(partner.id) if _has_dates(shelf, partner) else ""
    feed = addresses.partner_feed(partner.id) if pieces else ""
    ways = {"Keep this calendar": calendar, "Be told what is new": feed}
    return {
        "ways": [
            {"title": words(name), "url": addresses.relative(path, addresses.PARTNERS)}
            for name, path in ways.items()
            if path
        ],
        "title": partner.names[0].name,
        "url": addresses.relative(addresses.partner(partner.id), addresses.PARTNERS),
        "tasks": len(_tasks(shelf, partner)),
    }


def _page(shelf: Shelf, partner: Partner, pieces: list[Piece]) -> Artifact:
    workspace, path = shelf.workspace, addresses.partner(partner.id)
    successor = workspace.partners.get(partner.successor or "")
    content = body(
        "partner.html",
        names=[_name(name) for name in partner.names] if len(partner.names) > 1 else [],
        successor=_other(successor, path) if successor else None,
        duties=_duties(shelf, partner),
        tasks=_tasks(shelf, partner),
        cards=[card(shelf, piece, path, kind=True) for piece in pieces[:NEWEST]],
        more=len(pieces) > NEWEST,
        feed=addresses.relative(addresses.partner_feed(partner.id), path) if pieces else "",
        sources=source_list(workspace, filter(None, _sources(partner))),
        subscribe=_calendar(shelf, partner, path),
    )
    title = partner.names[0].name
    return page(
        path,
        "listing.html",
        title,
        content,
        description=telling(title, (str(task["title"]) for task in _tasks(shelf, partner))),
        kicker=words(KINDS[partner.kind]),
        facts=_facts(partner),
        revised=last_change(shelf.plan, pieces),
        data=jsonld.script_texts(jsonld.organisation(shelf.plan, partner)),
        breadcrumbs=crumbs(link(words("Who takes part"), addresses.PARTNERS), {"title": title}),
    )


def _calendar(shelf: Shelf, partner: Partner, path: str) -> list[dict[str, str]]:
    """The buttons of the partner's own calendar, if it has one."""
    context = shelf.context
    if not _has_dates(shelf, partner):
        return []
    name = f"{words('Publishing calendar')}: {partner.names[0].name}"
    return subscribe(context, addresses.partner_calendar(partner.id), name, path)


def _has_dates(shelf: Shelf, partner: Partner) -> bool:
    return any(partner.id in event.partners for event in shelf.plan.events)


def _sources(partner: Partner) -> tuple[str | None, ...]:
    return partner.source, partner.address_source, partner.website_source


def _facts(partner: Partner) -> list[dict[str, str]]:
    told = {"Address": partner.address, "Website": partner.website}
    return [
        {"label": words(label), "value": value, "url": value if label == "Website" else ""}
        for label, value in told.items()
        if value
    ]


def _name(name: DatedName) -> dict[str, str]:
    since = f"{words('from')} {format_date(name.since)}" if name.since else ""
    until = f"{words('until')} {format_date(name.until)}" if name.until else ""
    return {"name": name.name, "period": " ".join(part for part in (since, until) if part)}


def _other(partner: Partner, path: str) -> Link:
    return {
        "title": partner.names[0].name,
        "url": addresses.relative(addresses.partner(partner.id), path),
    }


def _tasks(shelf: Shelf, partner: Partner) -> list[dict[str, object]]:
    """The lines of the plans that name it, as partner or as the one responsible."""
    mine = (line for line in shelf.plan.lines if _names(line, partner))
    path = addresses.partner(partner.id)
    return [
        {
            "year": line.campaign.short_name,
            "title": line.activity.title,
            "medium": words(media()[line.activity.medium].plural) if line.activity.medium else "",
            "quantity": str(line.activity.quantity) if line.activity.quantity else "",
            "url": addresses.relative(addresses.campaign(line.campaign.id), path),
        }
        for line in mine
    ]


def _duties(shelf: Shelf, partner: Partner) -> list[dict[str, object]]:
    """What the plans say of it as a whole: who issues, who leads, what each body is to see to."""
    path = addresses.partner(partner.id)
    found: list[dict[str, object]] = []
    campaigns = shelf.workspace.campaigns.values()
    for campaign in sorted(campaigns, key=lambda campaign: (campaign.period, campaign.id)):
        said = [words("issues the plan")] if campaign.issuer == partner.id else []
        said += [words("leads the plan")] if campaign.owner == partner.id else []
        said += [duty.text for duty in campaign.responsibilities if duty.body == partner.id]
        url = addresses.relative(addresses.campaign(campaign.id), path)
        found += [{"year": campaign.short_name, "text": text, "url": url} for text in said]
    return found


def _names(line: ActivityLine, partner: Partner) -> bool:
    activity = line.activity
    return partner.id in {activity.partner, activity.responsible, *activity.also}
