"""What the document of a plan says as a whole, for its page: purpose, budget, duties, to whom."""

from collections.abc import Sequence

from generator.catalogue import words
from generator.model.campaign import Campaign
from generator.model.plan_document import FACTS, Citation, Fact, Note, Objective, Responsibility
from generator.model.workspace import Workspace
from generator.outputs.site.page import badge
from generator.outputs.site.sources import cited_once
from generator.planning.deadlines import WORDS
from generator.planning.items import name_of_body
from generator.vietnamese.dates import format_date
from generator.vietnamese.numbers import format_money

Section = dict[str, object]
_PLACED = ("purpose", "budget", "budget_in_words", "funding", "addressee", "recipient", "signatory")
"""Facts that have their own place; of the others a list is made."""


def document(workspace: Workspace, campaign: Campaign) -> Section:
    """Everything of the page but its lines, their progress and its notes."""
    left = [name for name in FACTS if name not in _PLACED]
    return {
        "purpose": citations(workspace, campaign.facts_of("purpose")),
        "objectives": citations(workspace, campaign.objectives),
        "money": citations(workspace, campaign.facts_of("budget_in_words", "funding")),
        "budget": format_money(campaign.budget) if campaign.budget is not None else "",
        "basis": [_citation(citation) for citation in campaign.legal_basis],
        "duties": _duties(workspace, campaign),
        "dated": [
            _dated(workspace, campaign, duty)
            for duty in campaign.responsibilities
            if duty.kind or duty.due
        ],
        "recipients": citations(
            workspace, campaign.facts_of("addressee", "recipient", "signatory")
        ),
        "others": citations(workspace, campaign.facts_of(*left)),
        "notes": citations(workspace, campaign.notes),
    }


def citations(workspace: Workspace, quotes: Sequence[Note | Objective | Fact]) -> Section:
    """What the document says, each with its line."""
    at, document_name = cited_once(workspace, (each.source for each in quotes))
    rows = [_row(each) | {"source": source} for each, source in zip(quotes, at, strict=True)]
    return {"rows": rows, "document": document_name}


def _row(quote: Note | Objective | Fact) -> dict[str, str]:
    if isinstance(quote, Note):
        return {"id": quote.id, "label": quote.id, "text": quote.text}
    if isinstance(quote, Fact):
        return {"id": "", "label": words(FACTS[quote.what]), "text": quote.as_printed}
    by = f" ({words('by {year}', year=quote.by)})" if quote.by else ""
    return {"id": "", "label": f"{quote.target}{by}" if quote.target else "", "text": quote.text}


def _duties(workspace: Workspace, campaign: Campaign) -> dict[str, list[str]]:
    """What each body is to see to, in the order of the document."""
    found: dict[str, list[str]] = {}
    for duty in campaign.responsibilities:
        found.setdefault(name_of_body(workspace, campaign, duty.body), []).append(duty.text)
    return found


def _dated(workspace: Workspace, campaign: Campaign, duty: Responsibility) -> Section:
    """A report or a review, with its day; the document says of the report «before»."""
    is_report = duty.kind == "report" and duty.due is None and campaign.report_due
    day = duty.due or (campaign.report_due if is_report else None)
    before = f"{words('before')} " if is_report else ""
    return {
        "what": words(WORDS[duty.kind]) if duty.kind else duty.text,
        "who": name_of_body(workspace, campaign, duty.body),
        "day": f"{before}{format_date(day)}" if day else words("no day stated"),
        "badge": badge("proposed", "proposed") if duty.basis == "proposed" else None,
    }


def _citation(citation: Citation) -> dict[str, str]:
    return {
        "cite": citation.cite,
        "title": citation.title,
        "date": format_date(citation.date) if citation.date else "",
    }
