"""A page for each plan: what was promised, with its source, against what was made."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from generator.catalogue import words
from generator.model import addresses
from generator.model.artifact import Artifact
from generator.model.campaign import Campaign
from generator.model.piece import Deliverable
from generator.model.plan import ActivityLine
from generator.model.planned_slot import PlannedSlot, Session
from generator.model.quarter import ROMAN
from generator.model.workspace import Workspace
from generator.outputs import Context
from generator.outputs.site.calendar import bar_of
from generator.outputs.site.comparison import beside, by_quarter
from generator.outputs.site.last_change import last_change
from generator.outputs.site.page import badge, body, crumbs, headings, link, page
from generator.outputs.site.plan_picture import plan_picture
from generator.outputs.site.plan_sections import document
from generator.outputs.site.proof_bars import proof_bars
from generator.outputs.site.social import share_meta
from generator.outputs.site.sources import WEB, source_text
from generator.planning.items import name_of_body, slot_of
from generator.vietnamese.dates import format_date
from generator.vietnamese.numbers import format_money


def pages(context: Context) -> Iterator[Artifact]:
    """The index of plans and a page for each."""
    campaigns = sorted(
        context.workspace.campaigns.values(), key=lambda c: (c.begins or c.period, c.period, c.id)
    )
    title = words("Plans")
    cards = [
        {
            "title": campaign.title,
            "year": campaign.short_name,
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
        body(
            "campaign-index.html", cards=cards, rows=rows, years=[c.short_name for c in campaigns]
        ),
        breadcrumbs=crumbs({"title": title}),
        revised=last_change(context.plan, (), *(c.issued_on for c in campaigns)),
    )
    for campaign in campaigns:
        yield _campaign(context, campaign, campaigns)


def _campaign(context: Context, campaign: Campaign, campaigns: list[Campaign]) -> Artifact:
    workspace = context.workspace
    lines = [line for line in context.plan.lines if line.campaign is campaign]
    proof = proof_bars(context.plan, campaign)
    content = body(
        "campaign.html",
        picture=plan_picture(lines, proof),
        groups=_groups(workspace, lines),
        quarters=by_quarter(lines),
        bars=[bar for line in lines if line.activity.medium and (bar := bar_of(line, line.total))],
        proof=proof,
        audience=campaign.audience,
        source=_source(workspace, campaign.source) if campaign.source else "",
        **document(workspace, campaign),
    )
    return page(
        addresses.campaign(campaign.id),
        "campaign.html",
        f"{words('Plan')} {campaign.short_name}",
        content,
        kicker=words("Plan"),
        lead=campaign.title,
        facts=_facts(workspace, campaign),
        breadcrumbs=crumbs(
            link(words("Plans"), addresses.CAMPAIGNS), {"title": campaign.short_name}
        ),
        section=[
            link(c.short_name, addresses.campaign(c.id), current=c is campaign) for c in campaigns
        ],
        section_title=words("Plans"),
        contents=headings(content),
        feeds=[
            link(f"{words('Plan')} {campaign.short_name}", addresses.campaign_feed(campaign.id))
        ],
        revised=last_change(context.plan, _pieces(context, campaign), campaign.issued_on),
        **share_meta(campaign.id, campaign.title),
    )


def _pieces(context: Context, campaign: Campaign) -> Iterator[Deliverable]:
    for piece in context.plan.visible.values():
        if isinstance(piece, Deliverable) and piece.campaign == campaign.id:
            yield piece


def _groups(workspace: Workspace, lines: Sequence[ActivityLine]) -> list[dict[str, object]]:
    """The lines under the headings of the document, in its order."""
    found = groupby(lines, lambda line: line.activity.group)
    return [{"title": title, "rows": [_row(workspace, x) for x in mine]} for title, mine in found]


def _day(workspace: Workspace, campaign: Campaign, planned: PlannedSlot) -> dict[str, object]:
    """A slot of what publishes nothing: when, where, for how many, with whom."""
    session = planned if isinstance(planned, Session) else None
    more: tuple[str, ...] = ()
    if session:
        partner = name_of_body(workspace, campaign, session.partner or "")
        size = str(session.capacity) if session.capacity else ""
        more = (session.title, session.place, size, session.audience, partner)
    when = slot_of(planned, campaign).in_words()
    marks = {"proposed": badge("proposed", "proposed"), "source": None}
    mark = marks.get(planned.basis or "", badge("expected", "planned date"))
    return {"text": "; ".join(filter(None, (when, *more))), "badge": mark}


def _source(workspace: Workspace, source: str) -> str:
    """The document, and what sort of one: an article is no plan."""
    document = workspace.documents.get(source.partition(":")[0])
    kind = f" ({document.kind})" if document and document.kind else ""
    return source_text(workspace, source) + kind


def _bodies(workspace: Workspace, line: ActivityLine) -> Iterator[str]:
    """With whom it is: those that air or print it, else who answers for it."""
    activity = line.activity
    for identity in (activity.partner or activity.responsible or "", *activity.also):
        if name := name_of_body(workspace, line.campaign, identity):
            yield name


def _row(workspace: Workspace, line: ActivityLine) -> dict[str, object]:
    activity, known = line.activity, {note.id for note in line.campaign.notes}
    same = activity.audience == line.campaign.audience
    return {
        "title": activity.title,
        "quantity": str(activity.quantity) if activity.quantity else words("not stated"),
        "size": "; ".join(map(str, filter(None, (activity.size, *activity.further)))),
        "quarters": ", ".join(ROMAN[number - 1] for number in sorted(set(activity.quarters)))
        or words("not stated"),
        "partner": "; ".join(_bodies(workspace, line)),
        "more": "; ".join(filter(None, ("" if same else activity.audience, activity.place))),
        "notes": [mark for mark in activity.notes if mark in known],
        "line": "–" if activity.source.startswith(WEB) else activity.source.partition(":")[2],
        "text": activity.text,
        "days": [_day(workspace, line.campaign, each) for each in activity.days]
        if not activity.medium
        else [],
    }


def _facts(workspace: Workspace, campaign: Campaign) -> list[dict[str, str]]:
    unstated = words("not stated")
    issuer = name_of_body(workspace, campaign, campaign.issuer or "")
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
