"""A page for each plan: what was promised, with its source, against what was made."""

from collections.abc import Iterator, Sequence
from datetime import date

from generator.catalogue import words
from generator.model import addresses
from generator.model.artifact import Artifact
from generator.model.campaign import Campaign, Citation, Note, Objective
from generator.model.grouping import groups_of
from generator.model.piece import Deliverable
from generator.model.plan import ActivityLine
from generator.model.quarter import ROMAN
from generator.model.workspace import Workspace
from generator.outputs import Context
from generator.outputs.site.calendar import bar_of
from generator.outputs.site.comparison import beside, by_quarter
from generator.outputs.site.last_change import last_change
from generator.outputs.site.page import body, crumbs, link, page
from generator.outputs.site.social import share_meta
from generator.outputs.site.sources import cited_once, source_text
from generator.vietnamese.dates import format_date
from generator.vietnamese.numbers import format_money


def pages(context: Context) -> Iterator[Artifact]:
    """The index of plans and a page for each."""
    campaigns = sorted(context.workspace.campaigns.values(), key=lambda c: (c.period, c.id))
    title = words("Plans")
    cards = [
        {
            "title": campaign.title,
            "year": campaign.period,
            "url": addresses.relative(addresses.campaign(campaign.id), addresses.CAMPAIGNS),
            "activities": len(campaign.activities),
        }
        for campaign in campaigns
    ]
    rows = beside(context.plan.lines, campaigns)
    yield page(
        addresses.CAMPAIGNS,
        "listing.html",
        title,
        body("campaign-index.html", cards=cards, rows=rows, years=[c.period for c in campaigns]),
        breadcrumbs=crumbs({"title": title}),
        revised=last_change(context.plan, (), *(c.issued_on for c in campaigns)),
    )
    for campaign in campaigns:
        yield _campaign(context, campaign, campaigns)


def _campaign(context: Context, campaign: Campaign, campaigns: list[Campaign]) -> Artifact:
    workspace = context.workspace
    lines = [line for line in context.plan.lines if line.campaign is campaign]
    content = body(
        "campaign.html",
        rows=[_row(workspace, line) for line in lines],
        quarters=by_quarter(lines),
        bars=[bar for line in lines if line.activity.medium and (bar := bar_of(line, line.total))],
        notes=_cited(workspace, campaign.notes),
        objectives=_cited(workspace, campaign.objectives),
        audience=campaign.audience,
        source=source_text(workspace, campaign.source) if campaign.source else "",
        basis=[_citation(citation) for citation in campaign.legal_basis],
        duties=_duties(workspace, campaign),
    )
    return page(
        addresses.campaign(campaign.id),
        "campaign.html",
        f"{words('Plan')} {campaign.period}",
        content,
        kicker=words("Plan"),
        lead=campaign.title,
        facts=_facts(workspace, campaign),
        breadcrumbs=crumbs(
            link(words("Plans"), addresses.CAMPAIGNS), {"title": str(campaign.period)}
        ),
        section=[
            link(str(c.period), addresses.campaign(c.id), current=c is campaign) for c in campaigns
        ],
        section_title=words("Plans"),
        feeds=[link(f"{words('Plan')} {campaign.period}", addresses.campaign_feed(campaign.id))],
        revised=last_change(context.plan, _pieces(context, campaign), campaign.issued_on),
        **share_meta(campaign.id, campaign.title),
    )


def _duties(workspace: Workspace, campaign: Campaign) -> dict[str, list[str]]:
    """What each body is to see to, in the order of the document."""
    duties = campaign.responsibilities
    return groups_of((_name(workspace, campaign, duty.body), duty.text) for duty in duties)


def _pieces(context: Context, campaign: Campaign) -> Iterator[Deliverable]:
    for piece in context.plan.visible.values():
        if isinstance(piece, Deliverable) and piece.campaign == campaign.id:
            yield piece


def _row(workspace: Workspace, line: ActivityLine) -> dict[str, object]:
    activity, known = line.activity, {note.id for note in line.campaign.notes}
    same = activity.audience == line.campaign.audience
    return {
        "title": activity.title,
        "quantity": str(activity.quantity) if activity.quantity else words("not stated"),
        "size": str(activity.size) if activity.size else "",
        "quarters": ", ".join(ROMAN[number - 1] for number in sorted(set(activity.quarters)))
        or words("not stated"),
        "partner": _name(workspace, line.campaign, activity.partner or activity.responsible or ""),
        "more": "; ".join(filter(None, ("" if same else activity.audience, activity.place))),
        "notes": [mark for mark in activity.notes if mark in known],
        "line": activity.source.partition(":")[2],
    }


def _facts(workspace: Workspace, campaign: Campaign) -> list[dict[str, str]]:
    unstated = words("not stated")
    issuer = _name(workspace, campaign, campaign.issuer or "")
    issued = ", ".join(
        p for p in (issuer, format_date(campaign.issued_on) if campaign.issued_on else "") if p
    )
    return [
        {"label": words("Issued"), "value": issued or unstated},
        {
            "label": words("Budget"),
            "value": format_money(campaign.budget) if campaign.budget else unstated,
        },
        {
            "label": words("Report due"),
            "value": f"{words('before')} {format_date(campaign.report_due)}"
            if campaign.report_due
            else unstated,
        },
    ]


def _cited(workspace: Workspace, said: Sequence[Note | Objective]) -> dict[str, object]:
    """What the document says, each with its line."""
    at, document = cited_once(workspace, (each.source for each in said))
    rows = [
        {"id": each.id if isinstance(each, Note) else "", "text": each.text, "source": source}
        for each, source in zip(said, at, strict=True)
    ]
    return {"rows": rows, "document": document}


def _citation(citation: Citation) -> dict[str, str]:
    return {
        "cite": citation.cite,
        "title": citation.title,
        "date": format_date(citation.date) if citation.date else "",
    }


def _name(workspace: Workspace, campaign: Campaign, identity: str) -> str:
    partner = workspace.partners.get(identity)
    if partner is None:
        return ""
    return partner.name_on(campaign.issued_on or date(campaign.period, 1, 1)).name
