"""What the document of a plan says in figures, in its own words and in the order of its lines."""

import re
from collections.abc import Iterator, Mapping

from generator.catalogue import words
from generator.model.campaign import Campaign
from generator.model.deed_report import ReportQuote
from generator.model.plan_document import FACTS
from generator.model.workspace import Workspace
from generator.planning.source_names import SourceNames
from generator.vietnamese.dates import format_date

_ELSEWHERE = frozenset({"recipient", "addressee", "signatory"})
"""Facts that stand below the text of a report, or that its office writes itself."""
_LINE = re.compile(r"\d+")


def quotes_of(workspace: Workspace, campaign: Campaign) -> tuple[ReportQuote, ...]:
    """Each line that holds a figure, once, whatever it is about; nothing is corrected."""
    found: dict[tuple[str, str], list[str]] = {}
    for about, text, source in _cited(campaign):
        if source and any(map(str.isdigit, text)):
            found.setdefault((source, text), []).append(about)
    titles = SourceNames(workspace.documents).titles
    quotes = (
        _quote(titles, source, "; ".join(dict.fromkeys(about)), text)
        for (source, text), about in found.items()
    )
    return tuple(sorted(quotes, key=lambda quote: (quote.document, _number(quote.line))))


def _cited(campaign: Campaign) -> Iterator[tuple[str, str, str]]:
    for law in campaign.legal_basis:
        day = words(" of {day}", day=format_date(law.date)) if law.date else ""
        title = f": {law.title}" if law.title else ""
        yield words("Legal basis"), f"{law.cite}{day}{title}", law.source
    for objective in campaign.objectives:
        yield words("What the plan aims at"), objective.text, objective.source
    for fact in campaign.facts:
        if fact.what not in _ELSEWHERE:
            yield words(FACTS[fact.what]), fact.as_printed, fact.source
    for activity in campaign.activities:
        quantity = str(activity.quantity) if activity.quantity else ""
        yield activity.title, activity.text or quantity, activity.source


def _quote(titles: Mapping[str, str], source: str, about: str, text: str) -> ReportQuote:
    is_page = source.startswith(("http://", "https://"))
    document, line = (source, "") if is_page else source.partition(":")[::2]
    return ReportQuote(document, titles.get(document, document), line, about, text)


def _number(line: str) -> int:
    found = _LINE.search(line)
    return int(found[0]) if found else 0
